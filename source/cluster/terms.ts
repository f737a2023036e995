import {LONGEST_WORD, MOST_WORDS, type News} from './news.ts';
import {readTokens} from '../text/tokens.ts';
import {growing} from './growing.ts';
import type {Lexicon} from './lexicon.ts';

/** What grouping reads of an article. */
export type Readable = Pick<News, 'headline' | 'standfirst' | 'segments'>;

/** Reporting puts what happened first; the rest of a long text is background that other events share. */
const WEIGHTS = {headline: 3, lead: 3, rest: 1};
const LEAD_PARAGRAPHS = 2;

/** How often each term stands in an article: `weights` by where it stands, `inHeadline` in the headline alone; `words`: how many were read. */
export type Terms = {readonly terms: Int32Array; readonly weights: Uint16Array; readonly inHeadline: Uint8Array; readonly words: number};

/**
 * Reads articles into counts of terms. Pairs of neighbouring words are counted in the headline and the lead only: there they
 * tell, and in the rest they would be most of the work. Captions are left out: they describe the picture, which is often of
 * another day.
 */
export const termReader = (lexicon: Lexicon): ((article: Readable) => Terms) => {
	// One place for each term, all zero between articles.
	const weights = growing(size => new Int32Array(size));
	const inHeadline = growing(size => new Int32Array(size));
	const found = new Int32Array(3 * MOST_WORDS);
	const words = new Int32Array(MOST_WORDS);
	let terms = 0;
	/** Reads at most so many words of a text into `words`; how many there were. */
	const readWords = (text: string, most: number): number => {
		let read = 0;
		const head = text.length > most * LONGEST_WORD ? text.slice(0, most * LONGEST_WORD) : text;
		readTokens(head, {
			plain(start, end) {
				if (read < most) words[read++] = lexicon.wordIn(head, start, end);
			},
			other(token) {
				if (read < most) words[read++] = lexicon.word(token);
			},
		});
		return read;
	};

	const count = (term: number, weight: number): void => {
		if (weights.at(term) === 0) {
			found[terms] = term;
			terms += 1;
		}

		weights.add(term, weight);
	};

	const add = (some: number, weight: number, pairs: boolean): void => {
		for (let index = 0; index < some; index += 1) {
			const word = words[index] ?? 0;
			count(word, weight);
			if (pairs && index + 1 < some) count(lexicon.pair(word, words[index + 1] ?? 0), weight);
		}
	};

	return ({headline, standfirst, segments}) => {
		terms = 0;
		const title = readWords(headline ?? '', MOST_WORDS);
		add(title, WEIGHTS.headline, true);
		const titled = terms;
		for (let place = 0; place < titled; place += 1) inHeadline.add(found[place] ?? 0, weights.at(found[place] ?? 0) / WEIGHTS.headline);
		let left = MOST_WORDS - title;
		let paragraphs = 0;
		const addText = (text: string): void => {
			if (left <= 0) return;
			const some = readWords(text, left);
			left -= some;
			add(some, paragraphs < LEAD_PARAGRAPHS ? WEIGHTS.lead : WEIGHTS.rest, paragraphs < LEAD_PARAGRAPHS);
			paragraphs += 1;
		};

		if (standfirst !== null) addText(standfirst);
		for (const {kind, text} of segments) if (kind !== 'caption') addText(text);
		const own = found.slice(0, terms);
		const result = {terms: own, weights: Uint16Array.from(own, weights.at), inHeadline: Uint8Array.from(own, term => Math.min(255, inHeadline.at(term))), words: MOST_WORDS - left};
		for (const term of own) weights.add(term, -weights.at(term));
		for (let place = 0; place < titled; place += 1) inHeadline.add(found[place] ?? 0, -inHeadline.at(found[place] ?? 0));
		return result;
	};
};
