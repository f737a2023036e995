const SPAN = 128;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5A;
const TO_SMALL = 0x20;

/** The ASCII character there, as a small one; NUL for what is beyond, which no word holds. */
const smallAt = (text: string, at: number): number => {
	const unit = text.charCodeAt(at);
	return unit >= CAPITAL_A && unit <= CAPITAL_Z ? unit | TO_SMALL : unit < SPAN ? unit : 0;
};

const standsAt = (text: string, start: number, word: string): boolean => {
	if (start < 0 || start + word.length > text.length) return false;
	for (let at = 0; at < word.length; at++) if (smallAt(text, start + at) !== word.charCodeAt(at)) return false;
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

type Needle = {readonly word: string; readonly from: number};

/** Words that are looked for all at once, by two letters of each: in one pass over the text. No closures in it: they would cost more than the pass. */
export class Needles {
	/** For every pair of ASCII characters, the number of its list. */
	private readonly pairs = new Uint16Array(SPAN * SPAN);
	private readonly single = new Uint8Array(SPAN);
	private readonly lists: Needle[][] = [[]];

	constructor(words: readonly string[]) {
		for (const word of words) {
			if (word.length === 1) this.single[word.charCodeAt(0)] = 1;
			else this.add({word, from: rarestPair(word)});
		}
	}

	private add(needle: Needle): void {
		const pair = needle.word.charCodeAt(needle.from) * SPAN + needle.word.charCodeAt(needle.from + 1);
		if (this.pairs[pair] === 0) this.pairs[pair] = this.lists.push([]) - 1;
		this.lists[this.pairs[pair] ?? 0]?.push(needle);
	}

	standIn(text: string): boolean {
		const {pairs, single, lists} = this;
		let before = 0;
		for (let at = 0; at < text.length; at++) {
			const small = smallAt(text, at);
			if (single[small] === 1) return true;
			const list = pairs[before * SPAN + small] ?? 0;
			if (list !== 0) for (const {word, from} of lists[list] ?? []) if (standsAt(text, at - 1 - from, word)) return true;
			before = small;
		}

		return false;
	}
}
