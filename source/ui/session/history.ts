import type {KeptFiles} from '../../model/effects.ts';

/** So many lines are kept of each kind. */
const KEPT = 100;
const none: readonly string[] = [];

/** Lines that were typed before, kept from one sitting to the next. */
export type History = {
	/** Reads them, once. */
	load(): Promise<void>;
	/** The last one first; none until they are read. */
	lines(): readonly string[];
	/** A line that led somewhere is kept; an empty one is not. */
	remember(line: string): Promise<void>;
};

const linesIn = (bytes: Uint8Array | null): string[] => {
	try {
		const kept: unknown = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()));
		return Array.isArray(kept) ? kept.filter(line => typeof line === 'string').slice(0, KEPT) : [];
	} catch {
		return [];
	}
};

export const createHistory = (state: KeptFiles | undefined, file: string): History => {
	let lines: readonly string[] | null = null;
	const load = async (): Promise<void> => {
		lines ??= linesIn(await state?.read(file) ?? null);
	};

	return {
		load,
		lines: () => lines ?? none,
		async remember(line) {
			if (line.trim() === '') return;
			await load();
			lines = [line, ...(lines ?? []).filter(other => other !== line)].slice(0, KEPT);
			// What cannot be kept is forgotten with the screen.
			await state?.write(file, new TextEncoder().encode(JSON.stringify(lines))).catch(() => {});
		},
	};
};
