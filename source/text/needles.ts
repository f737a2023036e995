const SPAN = 128;
/** Marks of texts that patterns ask for. They have the places of control characters, which no cleaned text holds. */
const MARKS = '’‘“”–—…•·«»‹›©®°£€';
/** Letters beyond ASCII that a pattern without regard to case takes for one within, by all of Unicode. */
const ALIKE: ReadonlyArray<readonly [string, string]> = [['\u017F', 's'], ['\u212A', 'k']];

/** For every UTF-16 unit a number below SPAN: that of the small letter, a mark, and 0 for all the others, which are not told apart. */
const slots = new Uint8Array(0x1_00_00);
for (let unit = 0x20; unit < SPAN; unit++) slots[unit] = String.fromCharCode(unit).toLowerCase().charCodeAt(0);
for (const [at, mark] of [...MARKS].entries()) slots[mark.charCodeAt(0)] = at + 1;
for (const [letter, alike] of ALIKE) slots[letter.charCodeAt(0)] = alike.charCodeAt(0);
const slotAt = (text: string, at: number): number => slots[text.charCodeAt(at)] ?? 0;

const standsAt = (text: string, start: number, word: string): boolean => {
	if (start < 0 || start + word.length > text.length) return false;
	for (let at = 0; at < word.length; at++) if (slotAt(text, start + at) !== word.charCodeAt(at)) return false;
	return true;
};

/** From the commonest letters to the rarest, as they stand in English; marks are rarer. */
const COMMON = ' etaoinsrhldcumfpgwybvkxjqz';
const rarity = (character: string): number => COMMON.includes(character) ? COMMON.indexOf(character) : COMMON.length;
/** The place of a word's rarest pair of letters: where it is looked for. */
const rarestPair = (word: string): number => {
	const places = [...word].slice(1).map((letter, at) => ({at, rarity: rarity(letter) + rarity(word.charAt(at))}));
	return places.reduce((best, place) => place.rarity > best.rarity ? place : best).at;
};

type Needle = {readonly word: string; readonly from: number; readonly set: number};
const NONE: readonly number[] = [];

/** Sets of words that are looked for all at once, by two letters of each: in one pass over the text. No closures in it: they would cost more than the pass. */
export class Needles {
	/** For every pair of characters, the number of its list. */
	private readonly pairs = new Uint16Array(SPAN * SPAN);
	/** For every character the sets that have it for a word. */
	private readonly single: Array<readonly number[]> = Array.from({length: SPAN}, () => NONE);
	private readonly lists: Needle[][] = [[]];
	private readonly sets: number;

	/** The words are in small letters. */
	constructor(sets: ReadonlyArray<readonly string[]>) {
		this.sets = sets.length;
		for (const [set, words] of sets.entries()) for (const written of words) {
			const word = String.fromCharCode(...Array.from(written, (_, place) => slotAt(written, place)));
			const first = word.charCodeAt(0);
			if (word.length > 1) this.add({word, from: rarestPair(word), set});
			else if (this.single[first]?.includes(set) !== true) this.single[first] = [...this.single[first] ?? NONE, set];
		}
	}

	private add(needle: Needle): void {
		const pair = needle.word.charCodeAt(needle.from) * SPAN + needle.word.charCodeAt(needle.from + 1);
		if (this.pairs[pair] === 0) this.pairs[pair] = this.lists.push([]) - 1;
		this.lists[this.pairs[pair] ?? 0]?.push(needle);
	}

	/** The sets of which a word stands in a text, by their places, in order. */
	setsIn(text: string): readonly number[] {
		const {pairs, single, lists, sets} = this;
		let found: number[] | null = null;
		let before = 0;
		for (let at = 0; at < text.length; at++) {
			const small = slotAt(text, at);
			const alone = single[small] ?? NONE;
			if (alone !== NONE) for (const set of alone) if (found === null) found = [set]; else if (!found.includes(set)) found.push(set);
			const list = pairs[before * SPAN + small] ?? 0;
			if (list !== 0) {
				for (const {word, from, set} of lists[list] ?? []) {
					if (found?.includes(set) === true || !standsAt(text, at - 1 - from, word)) continue;
					if (found === null) found = [set];
					else found.push(set);
				}
			}

			if (found?.length === sets) break;
			before = small;
		}

		return found?.sort((a, b) => a - b) ?? NONE;
	}
}
