/** Where a word of a text stands; `word` is folded, `start` and `end` are UTF-16 offsets in the text as it is. */
export type WordSpan = {readonly word: string; readonly start: number; readonly end: number};

/**
 * A character of a script without spaces, a run of letters (apostrophes stay inside), or a number (points and commas stay inside).
 * What a person types and what an article says are cut by the same rule, so that both meet.
 */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[[\p{L}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]+(?:['’][\p{L}\p{M}]+)*|\p{Nd}+(?:[.,]\p{Nd}+)*/gv;
/** A longer run is no word anybody types: it is cut, so that nothing later pays for its length. */
const LONGEST = 40;
const ASCII = /^[\x00-\x7F]*$/;

/** A text as search compares it: lower case, without accents, straight apostrophes. Offsets are not kept. */
export const fold = (text: string): string => {
	const lower = text.toLowerCase();
	return ASCII.test(lower) ? lower : lower.replaceAll('’', '\'').normalize('NFD').replace(/\p{M}+/gu, '');
};

const foldWord = (word: string): string => {
	const folded = fold(word.slice(0, LONGEST));
	// "5,000" and "5000" are one number to whoever searches.
	return /^\p{Nd}/u.test(folded) ? folded.replace(/,(?=\p{Nd}{3})/gu, '') : folded;
};

/** The words of a text with their places, lazily: who needs only the first match reads no further. */
export const wordSpans = function * (text: string): Generator<WordSpan> {
	for (const match of text.matchAll(WORD)) {
		const word = foldWord(match[0]);
		// Marks without a letter fold to nothing.
		if (word !== '') yield {word, start: match.index, end: match.index + match[0].length};
	}
};

/** The folded words of a text, in order. */
export const wordsOf = (text: string): string[] => Array.from(wordSpans(text), span => span.word);
