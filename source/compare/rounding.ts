import type {Figure} from '../model/figure.ts';

/** So much more or less than it says may be meant by "about", and by digits left out ("300,000" is no 250,000): a tenth. A convention of newsdeck's, used only to find innocent readings, never for a conflict. */
const ABOUT = 0.1;

const single = (figure: Figure): number | null => figure.low !== null && figure.low === figure.high ? figure.low : null;

/** A value as the digits it is told in: 1,000 could be anything that rounds to it at its last digit that is not 0. */
const step = (value: number): number => {
	if (value === 0 || !Number.isFinite(value)) return 0;
	let unit = Number.isInteger(value) ? 1 : 0.01;
	while (value % (unit * 10) === 0) unit *= 10;
	return unit;
};

/** Fewer than so many are counted, not rounded: ten dead are not nine. */
const COUNTED = 100;

const reach = (figure: Figure, value: number): number => figure.qualifier === '~' ? value * ABOUT : value < COUNTED && Number.isInteger(value) && figure.unit !== 'percent' ? 0 : Math.min(step(value) / 2, value * ABOUT);

/** Of two values the one that can be the other, told in fewer digits ("1,000" of 1,012) or with an "about"; null where neither can, or where they are one. */
export const coarser = (a: Figure, b: Figure): Figure | null => {
	const [left, right] = [single(a), single(b)];
	if (left === null || right === null || a.unit !== b.unit) return null;
	const near = (rough: Figure, from: number, to: number): boolean => Math.abs(from - to) <= reach(rough, from) && (step(from) > step(to) || rough.qualifier === '~');
	// "some 180,000" is about 188,000, not the other way round
	const [first, second] = step(left) >= step(right) ? [[a, left, right], [b, right, left]] as const : [[b, right, left], [a, left, right]] as const;
	return near(...first) ? first[0] : near(...second) ? second[0] : null;
};

/** Whether one number can be meant by both, by their bounds alone: "thousands", "a thousand" and "more than 1,000". */
export const mayMeanOne = (a: Figure, b: Figure): boolean => a.unit === b.unit
	&& (a.low ?? -Infinity) <= (b.high ?? Infinity) && (b.low ?? -Infinity) <= (a.high ?? Infinity);
