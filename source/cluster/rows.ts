import {letGo} from './growing.ts';

type Numbers = Int32Array | Float32Array | Uint8Array | Uint16Array;

/** Numbers to a piece: a row is never longer. */
const PIECE = 1 << 18;

/** Rows of numbers, one after the other in large pieces: nothing is moved when more come, and little room stands empty. */
export type Rows<T extends Numbers> = {
	/** Keeps the first `length` numbers as a row of its own; returns where it stands. */
	readonly add: (numbers: T, length: number) => number;
	/** The row of so many numbers that stands there. */
	readonly at: (start: number, length: number) => T;
	/** The rows before this place are not asked for any more; without a place, none of them. */
	readonly letGo: (before?: number) => void;
};

/** No rows yet. `make` says of what kind: `size => new Int32Array(size)`. */
export const rowsOf = <T extends Numbers>(make: (size: number) => T): Rows<T> => {
	const pieces: Array<T | null> = [];
	let used = PIECE;
	let gone = 0;
	return {
		add(numbers, length) {
			if (used + length > PIECE) {
				pieces.push(make(PIECE));
				used = 0;
			}

			const start = (pieces.length - 1) * PIECE + used;
			pieces.at(-1)?.set(numbers.subarray(0, length), used);
			used += length;
			return start;
		},
		letGo(before = Infinity) {
			for (const end = Math.min(pieces.length, Math.floor(before / PIECE)); gone < end; gone += 1) {
				const piece = pieces[gone];
				if (piece) letGo(piece);
				pieces[gone] = null;
			}
		},
		at: (start, length) => (pieces[Math.floor(start / PIECE)]?.subarray(start % PIECE, (start % PIECE) + length) ?? make(0)) as T,
	};
};
