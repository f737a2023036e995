/** Where a word of a text stands; `word` is folded, `start` and `end` are UTF-16 offsets in the text as it is. */
export type WordSpan = {readonly word: string; readonly start: number; readonly end: number};

/** Scripts without spaces. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
/**
 * A character of a script without spaces, initials with their points, a run of letters (apostrophes stay inside), or a number (points and commas stay
 * inside). What a person types and what an article says are cut by the same rule, so that both meet.
 */
const WORD = new RegExp([
	UNSPACED, String.raw`(?:[\p{L}--${UNSPACED}]\.)+[\p{L}--${UNSPACED}](?![\p{L}\p{M}])\.?`, String.raw`[[\p{L}\p{M}]--${UNSPACED}]+(?:['’][\p{L}\p{M}]+)*`, String.raw`\p{Nd}+(?:[.,]\p{Nd}+)*`,
].join('|'), 'gv');
/** A longer run is no word anybody types: it is cut, so that nothing later pays for its length. */
const LONGEST = 40;
const ASCII = /^[\x00-\x7F]*$/;
/** Texts whose only other signs are dashes, quotation marks, signs of money and the like: they are cut without regular expressions, five times as fast. */
const PLAIN = /^[\x00-\x7F\xA0-\xA9\xAB-\xB4\xB6-\xB9\xBB-\xBF\xD7\xF7\u2010-\u2027\u2030-\u203A\u20A0-\u20CF]*$/;

/** A text as search compares it: lower case, without accents, straight apostrophes. Offsets are not kept. */
export const fold = (text: string): string => {
	const lower = text.toLowerCase();
	return ASCII.test(lower) ? lower : lower.replaceAll('’', '\'').normalize('NFD').replace(/\p{M}+/gu, '');
};

/** What French, Italian and Catalan write together with the word behind it: "l'hôpital", "dell'acqua". Nobody searches for it. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|un|dell|nell|all|dall|sull|coll|quell|bell|sant)'(?=\p{L}{2})/u;

/** So many letters, the apostrophe among them, stand before the word itself. */
const elided = (word: string): number => word.includes('\'') ? ELIDED.exec(word)?.[0].length ?? 0 : 0;

/** "Ukraine's" and "Ukraine" are one word to whoever searches, and so are "U.S." and "US". */
const bareWord = (word: string): string => word.includes('.') ? word.replaceAll('.', '') : word.includes('\'') ? word.replace(/'s$/, '') : word;

const foldWord = (word: string): string => {
	const folded = fold(word.slice(0, LONGEST));
	// So are "5,000" and "5000".
	return /^\p{Nd}/u.test(folded) ? folded.replace(/,(?=\p{Nd}{3})/gu, '') : bareWord(folded);
};

const isLetter = (code: number): boolean => code >= 97 && code <= 122;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

/** Where initials that begin at `start` end, their last point included; `start` where there are none. In a plain text in lower case. */
const initialsEnd = (lower: string, start: number): number => {
	let end = start;
	while (isLetter(lower.charCodeAt(end)) && lower.charCodeAt(end + 1) === 46) end += 2;
	if (end > start && isLetter(lower.charCodeAt(end)) && !isLetter(lower.charCodeAt(end + 1))) return end + 1;
	return end - start > 2 ? end : start;
};

/** Where the word that begins at `start` ends, in a plain text in lower case. */
const plainEnd = (lower: string, start: number): number => {
	const letters = isLetter(lower.charCodeAt(start));
	let end = start + 1;
	if (letters && lower.charCodeAt(end) === 46) {
		const initials = initialsEnd(lower, start);
		if (initials > start) return initials;
	}

	for (;;) {
		const code = lower.charCodeAt(end);
		if (letters ? isLetter(code) : isDigit(code)) {
			end++;
			continue;
		}

		const joins = letters ? isApostrophe(code) : code === 44 || code === 46;
		const next = joins ? lower.charCodeAt(end + 1) : 0;
		if (!joins || !(letters ? isLetter(next) : isDigit(next))) return end;
		end += 2;
	}
};

/** Most words are letters alone, and asked nothing more. */
const HAS_SIGNS = /['’.,]/;

const plainWord = (word: string): string =>
	isDigit(word.charCodeAt(0)) ? word.replace(/,(?=\d{3})/g, '') : bareWord(word.replaceAll('’', '\''));

/** Calls `take` for each word of a text, in order, with its offsets. */
export const eachWord = (text: string, take: (word: string, start: number, end: number) => void): void => {
	if (!PLAIN.test(text)) {
		for (const match of text.matchAll(WORD)) {
			const word = foldWord(match[0]);
			const before = elided(word);
			// Marks without a letter fold to nothing.
			if (word !== '') take(word.slice(before), match.index + before, match.index + match[0].length);
		}

		return;
	}

	const lower = text.toLowerCase();
	for (let at = 0; at < lower.length; at++) {
		const code = lower.charCodeAt(at);
		if (!isLetter(code) && !isDigit(code)) continue;
		const end = plainEnd(lower, at);
		const cut = lower.slice(at, Math.min(end, at + LONGEST));
		if (HAS_SIGNS.test(cut)) {
			const word = plainWord(cut);
			const before = elided(word);
			take(word.slice(before), at + before, end);
		} else take(cut, at, end);

		at = end - 1;
	}
};

/** The words of a text with their places, lazily: who needs only the first match reads no further. */
export const wordSpans = function * (text: string): Generator<WordSpan> {
	// A paragraph at a time is lazy enough, and a plain one is cut fast.
	for (let from = 0; from <= text.length;) {
		const line = text.indexOf('\n', from);
		const to = line === -1 ? text.length : line;
		const spans: WordSpan[] = [];
		eachWord(text.slice(from, to), (word, start, end) => spans.push({word, start: from + start, end: from + end}));
		yield* spans;
		from = to + 1;
	}
};

/** The folded words of a text, in order. */
export const wordsOf = (text: string): string[] => {
	const words: string[] = [];
	eachWord(text, word => words.push(word));
	return words;
};

/** A measure as it is compared: "tariff-rate" and "Tariff rate" are one. */
export const measureKey = (measure: string): string => fold(measure).replaceAll(/[\s_-]+/g, ' ').trim();
