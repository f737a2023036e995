import type {Article} from '../model/article.ts';
import {printedTokens} from '../text/tokens.ts';

/** How much of each article's body is read to learn which words are names. */
const READ = 3000;

/** A headline is in title case where nearly all its longer words have a capital. */
const isTitleCase = (text: string): boolean => {
	const long = printedTokens(text).slice(1).filter(token => token.text.length > 3 && /^\p{L}/u.test(token.text));
	return long.length >= 3 && long.filter(token => /^\p{Lu}/u.test(token.text)).length / long.length > 0.75;
};

/** How often each word stands in small letters and, inside a sentence, with a capital. A function, for most libraries never need it. */
export type Cases = () => ReadonlyMap<string, {readonly small: number; readonly capital: number}>;

const countCases = (articles: readonly Article[]): ReturnType<Cases> => {
	const counts = new Map<string, {small: number; capital: number}>();
	for (const text of articles.map(article => article.segments.map(segment => segment.text).join('\n').slice(0, READ))) {
		for (const token of printedTokens(text)) {
			const first = /^\p{Lu}/u.test(token.text);
			// At the start of a sentence, or of a quotation, a capital says nothing.
			if (first && !/[\p{L}\p{N},;)'’]\s?$/u.test(text.slice(Math.max(0, token.start - 2), token.start))) continue;
			const count = counts.get(token.token) ?? {small: 0, capital: 0};
			count[first ? 'capital' : 'small'] += 1;
			counts.set(token.token, count);
		}
	}

	return counts;
};

/** Reads the articles when it is asked for the first time, and only then. */
export const casesIn = (articles: readonly Article[]): Cases => {
	let known: ReturnType<Cases> | null = null;
	return () => known ??= countCases(articles);
};

/** "MPs", "UK", "I.R.S.", "McDonald": letters inside tell that the capital is the word's own. */
const isMixed = (word: string): boolean => /[\p{L}.]\p{Lu}/u.test(word);

/** A word that others write small this many times as often is no name, whatever the event's own articles do ("Stop the Road" is a campaign). */
const OTHERS = 3;

/** Lowers the capitals of a headline in title case, except of words that the event's own articles write with one, or else all of them do. */
export const inSentenceCase = (headline: string, own: Cases, all: Cases): string => {
	if (!isTitleCase(headline)) return headline;
	const isName = (word: string): boolean => {
		const here = own().get(word);
		const everywhere = all().get(word) ?? {small: 0, capital: 0};
		return here === undefined ? everywhere.capital > everywhere.small : here.capital > here.small && everywhere.capital * OTHERS >= everywhere.small;
	};

	let result = '';
	let at = 0;
	for (const [index, token] of printedTokens(headline).entries()) {
		const starts = index === 0 || /[:.?!–—]\s*$/u.test(headline.slice(at, token.start));
		const keep = starts || isMixed(token.text) || !/^\p{Lu}/u.test(token.text) || isName(token.token)
			// "Teslas", where the text has "Tesla" alone.
			|| (token.token.length > 4 && token.token.endsWith('s') && !own().has(token.token) && isName(token.token.slice(0, -1)));
		result += headline.slice(at, token.start) + (keep ? token.text : token.text.charAt(0).toLowerCase() + token.text.slice(1));
		at = token.start + token.text.length;
	}

	return result + headline.slice(at);
};
