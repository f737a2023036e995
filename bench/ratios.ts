import {resultOf, type Reading} from './harness.ts';

/** What each ratio may be at worst, by its name, as bench/ratios.json has it. */
export type Allowed = Readonly<Record<string, number>>;

/** How much worse than what was reached a run may be before it counts: as much as the runs lay apart, at least this, and more where there was one run alone. */
const ROOM = 0.1;
const ROOM_OF_ONE = 0.25;
/** Milliseconds and megabytes alone tell of the machine: only what stands beside a peer of the same run is held to what was reached, and shares. */
const isHeld = ({unit, peer}: Reading): boolean => peer !== null || unit === 'share';
const limitOf = ({sense, spread}: Reading, result: number): number => {
	const room = spread === 0 ? ROOM_OF_ONE : Math.max(ROOM, spread);
	return Number((sense === 'most' ? result * (1 + room) : result / 1.02).toPrecision(2));
};

export const allowedIn = (text: string): Allowed => {
	const parsed: unknown = JSON.parse(text);
	return typeof parsed === 'object' && parsed !== null ? Object.fromEntries(Object.entries(parsed).map(([what, value]) => [what, Number(value)])) : {};
};

export const isWorse = (reading: Reading, allowed: Allowed): boolean => {
	const result = resultOf(reading);
	const limit = allowed[reading.what];
	return result !== null && limit !== undefined && (reading.sense === 'most' ? result > limit : result < limit);
};

/** With what is better than before taken over. */
export const raised = (allowed: Allowed, readings: readonly Reading[]): Allowed => {
	const limits: Record<string, number> = {...allowed};
	for (const reading of readings) {
		const result = resultOf(reading);
		if (result === null || !isHeld(reading)) continue;
		const limit = limitOf(reading, result);
		const known = limits[reading.what];
		limits[reading.what] = known === undefined ? limit : reading.sense === 'most' ? Math.min(known, limit) : Math.max(known, limit);
	}

	return limits;
};
