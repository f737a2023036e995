import type {Article} from '../model/article.ts';
import {tokens} from '../text/tokens.ts';
import {growing} from './growing.ts';
import type {Lexicon} from './lexicon.ts';

/** What grouping reads of an article. */
export type Readable = Pick<Article, 'headline' | 'standfirst' | 'segments'>;

/** Reporting puts what happened first; the rest of a long text is background that other events share. */
const WEIGHTS = {headline: 3, lead: 3, rest: 1};
const LEAD_PARAGRAPHS = 2;
const WORDS = 400;

/** How often each term stands in an article: `weights` by where it stands, `inHeadline` in the headline alone; `words`: how many were read. */
export type Terms = {readonly terms: Int32Array; readonly weights: Int32Array; readonly inHeadline: Uint8Array; readonly words: number};

/**
 * Reads articles into counts of terms. Pairs of neighbouring words are counted in the headline and the lead only: there they
 * tell, and in the rest they would be most of the work. Captions are left out: they describe the picture, which is often of
 * another day.
 */
export const termReader = (lexicon: Lexicon): ((article: Readable) => Terms) => {
	const numbers = (text: string): number[] => tokens(text).map(lexicon.word);
	// One place for each term, all zero between articles.
	const weights = growing(size => new Int32Array(size));
	const inHeadline = growing(size => new Int32Array(size));
	return article => {
		const found: number[] = [];
		const count = (term: number, weight: number): void => {
			if (weights.at(term) === 0) found.push(term);
			weights.add(term, weight);
		};

		const add = (words: readonly number[], weight: number, pairs: boolean): void => {
			for (let index = 0; index < words.length; index += 1) {
				const word = words[index] ?? 0;
				count(word, weight);
				if (pairs && index + 1 < words.length) count(lexicon.pair(word, words[index + 1] ?? 0), weight);
			}
		};

		const title = numbers((article.headline ?? '').slice(0, WORDS * 30)).slice(0, WORDS);
		add(title, WEIGHTS.headline, true);
		for (const term of found) inHeadline.add(term, weights.at(term) / WEIGHTS.headline);
		const titled = found.length;
		const texts = article.segments.filter(segment => segment.kind !== 'caption').map(segment => segment.text);
		let left = WORDS - title.length;
		for (const [index, text] of (article.standfirst === null ? texts : [article.standfirst, ...texts]).entries()) {
			if (left <= 0) break;
			// A word has seldom more than thirty characters: no need to read a hundred kilobytes for four hundred words.
			const words = numbers(text.slice(0, left * 30)).slice(0, left);
			left -= words.length;
			add(words, index < LEAD_PARAGRAPHS ? WEIGHTS.lead : WEIGHTS.rest, index < LEAD_PARAGRAPHS);
		}

		const terms = Int32Array.from(found);
		const result = {terms, weights: terms.map(weights.at), inHeadline: Uint8Array.from(terms, term => Math.min(255, inHeadline.at(term))), words: WORDS - left};
		for (const term of found) weights.add(term, -weights.at(term));
		for (const term of found.slice(0, titled)) inHeadline.add(term, -inHeadline.at(term));
		return result;
	};
};
