import {matchesOf} from './matches.ts';

/** A number that cannot be read for certain, and what is wrong with it. Offsets are UTF-16 units of the text. */
export type Doubtful = {readonly start: number; readonly end: number; readonly why: string};

/** Why a number with letters among its digits is not read. */
export const LETTERED = 'letters pass for its digits';

/** A stretch that may be one number: digits of any script with marks, separators and unreadable characters between them. */
const RUN = /[\p{Nd}\p{M}\uFFFD\u20E3.,'’]+/gu;
/** The same with letters that pass for digits, of the Latin, Greek and Cyrillic alphabets. */
const LETTERS = /[\d.,OoΟοОоlІӀ]+/g;
const SUSPECT = /[\p{M}\uFFFD\u20E3]|(?![0-9])\p{Nd}|\d[.,]*[OoΟοОоlІӀ]|l[.,]*\d/u;

/** "5,OOO", "1O0", "l00" pass for numbers; "5l" (litres), "O157", "CO2" and "10" do not. */
const isLettered = (text: string, start: number, end: number): boolean => {
	const run = text.slice(start, end);
	if (!/^[\dl]/.test(run) || !/\d/.test(run) || !/[OoΟοОоlІӀ]/.test(run) || run.length < 3 || /^[\d.,]*l$/.test(run)) return false;
	return !/[\p{L}\p{N}]/u.test(text.slice(Math.max(0, start - 1), start)) && !/[\p{L}\p{N}]/u.test(text.slice(end, end + 1));
};

const whyOf = (run: string): string | null => {
	if (!/\p{Nd}/u.test(run)) return null;
	if (/\uFFFD[.,'’]?\p{Nd}|\p{Nd}[.,'’]?\uFFFD/u.test(run)) return 'something was hidden in it';
	if (/\p{Nd}[.,'’]?[\p{M}\u20E3]/u.test(run)) return 'marks stand on it';
	return /(?![0-9])\p{Nd}/u.test(run) ? 'its digits are of another script' : null;
};

/**
 * Numbers that are better not read than read wrongly. A page with "5", something unseen, "000" must give neither 5 nor 5,000:
 * a browser shows one, the letters say another. Linear.
 */
export const doubtfulNumbers = (text: string): Doubtful[] => {
	if (!SUSPECT.test(text) || !/\p{Nd}/u.test(text)) return [];
	const found: Doubtful[] = [];
	for (const {0: run, index} of matchesOf(RUN, text)) {
		const why = whyOf(run);
		if (why !== null) found.push({start: index, end: index + run.length, why});
	}

	for (const {0: run, index} of matchesOf(LETTERS, text)) {
		const end = index + run.replace(/[.,]+$/, '').length;
		if (isLettered(text, index, end)) found.push({start: index, end, why: LETTERED});
	}

	return found;
};
