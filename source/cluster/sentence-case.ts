import type {News} from './news.ts';
import {printedTokens} from '../text/tokens.ts';

/** How much of each article's body is read to learn which words are names. */
const READ = 3000;

/** "Harbour Yields To Dockers": no name has these with a capital. */
const SMALL = new Set(['To', 'For', 'Is', 'Are', 'With', 'By', 'At', 'From', 'As', 'His', 'Her', 'Their', 'After', 'Over']);

/** A headline is in title case where nearly all its longer words have a capital, or a small word has one inside it. */
export const isTitleCase = (text: string): boolean => {
	const words = printedTokens(text).slice(1);
	const long = words.filter(token => token.text.length > 3 && /^\p{L}/u.test(token.text));
	if (long.length > 0 && long.every(token => /^\p{Lu}/u.test(token.text)) && words.some(token => SMALL.has(token.text) && !/[:.?!–—‘“"']\s*$/u.test(text.slice(0, token.start)))) return true;
	return long.length >= 3 && long.filter(token => /^\p{Lu}/u.test(token.text)).length / long.length > 0.75;
};

/** How often each word stands in small letters and, inside a sentence, with a capital. A function, for most libraries never need it. */
export type Cases = () => ReadonlyMap<string, {readonly small: number; readonly capital: number}>;

const countCases = (articles: Iterable<News>): ReturnType<Cases> => {
	const counts = new Map<string, {small: number; capital: number}>();
	// Lines in title case (headlines of other articles among the text) say nothing of what is a name.
	for (const {segments} of articles) {
		const text = segments.map(segment => segment.text).filter(line => line.length > 200 || !isTitleCase(line)).join('\n').slice(0, READ);
		let name = '';
		for (const token of printedTokens(text)) {
			const first = /^\p{Lu}/u.test(token.text);
			// "Bill Ashdown": a word that is a name beside another one only.
			const pair = `${name} ${token.token}`;
			if (first && name !== '') counts.set(pair, {small: 0, capital: (counts.get(pair)?.capital ?? 0) + 1});
			name = first && /^\s\p{Lu}/u.test(text.slice(token.start + token.text.length, token.start + token.text.length + 2)) ? token.token : '';
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
export const casesIn = (articles: Iterable<News>): Cases => {
	let known: ReturnType<Cases> | null = null;
	return () => known ??= countCases(articles);
};

/** "MPs", "UK", "I.R.S.", "McDonald": letters inside tell that the capital is the word's own. */
const isMixed = (word: string): boolean => /[\p{L}.]\p{Lu}/u.test(word);

/** A word that others write small this many times as often is no name, whatever the event's own articles do ("Stop the Road" is a campaign). */
const OTHERS = 3;

/** Lowers the capitals of a headline in title case, except of words that the event's own articles write with one, or else all of them do. `titled`: whether the headline it was cut from is in title case. */
export const inSentenceCase = (headline: string, own: Cases, all: Cases, titled = isTitleCase(headline)): string => {
	if (!titled) return headline;
	const isName = (word: string): boolean => {
		const here = own().get(word);
		const everywhere = all().get(word) ?? {small: 0, capital: 0};
		return here === undefined ? everywhere.capital > everywhere.small : here.capital > here.small && everywhere.capital * OTHERS >= everywhere.small;
	};

	/** "Apologises", where the text has "apologised". */
	const isVerb = (word: string): boolean => word.endsWith('s') && own().get(word) === undefined && [`${word.slice(0, -1)}d`, `${word.slice(0, -1)}ed`, `${word.slice(0, -2)}ed`, word.slice(0, -1)].some(form => (own().get(form)?.small ?? 0) > 0);
	const found = printedTokens(headline);
	const isPaired = (left: number): boolean => own().has(`${found[left]?.token ?? ''} ${found[left + 1]?.token ?? ''}`);
	let result = '';
	let at = 0;
	for (const [index, token] of found.entries()) {
		const starts = index === 0 || /[:.?!–—]\s*$/u.test(headline.slice(at, token.start));
		const keep = starts || isMixed(token.text) || !/^\p{Lu}/u.test(token.text) || isPaired(index) || isPaired(index - 1) || (isName(token.token) && !isVerb(token.token))
			// "Teslas", where the text has "Tesla" alone.
			|| (token.token.length > 4 && token.token.endsWith('s') && !own().has(token.token) && isName(token.token.slice(0, -1)));
		result += headline.slice(at, token.start) + (keep ? token.text : token.text.charAt(0).toLowerCase() + token.text.slice(1));
		at = token.start + token.text.length;
	}

	return result + headline.slice(at);
};
