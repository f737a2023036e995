import type {Article} from '../model/article.ts';
import {stems} from '../text/stems.ts';

/** How often each term stands in one part of an article; a pair of neighbouring words is a term too, written "left right". */
export type TermCounts = ReadonlyMap<string, number>;

/** An article as the likeness sees it: three parts that are compared each with its like. */
export type Parts = {readonly whole: TermCounts; readonly lead: TermCounts; readonly headline: TermCounts};

/** Reporting puts what happened first; the rest of a long text is background that other events share. */
const weights = {headline: 3, lead: 2, rest: 1};
const LEAD_PARAGRAPHS = 3;
const LEAD_WORDS = 150;
const WHOLE_WORDS = 400;

const add = (counts: Map<string, number>, words: readonly string[], weight: number): void => {
	for (const [index, word] of words.entries()) {
		counts.set(word, (counts.get(word) ?? 0) + weight);
		const next = words[index + 1];
		if (next !== undefined) counts.set(`${word} ${next}`, (counts.get(`${word} ${next}`) ?? 0) + weight);
	}
};

/** The article's terms. Captions are left out: they describe the picture, which is often of another day. */
export const partsOf = (article: Pick<Article, 'headline' | 'standfirst' | 'segments'>): Parts => {
	const headline = new Map<string, number>();
	const lead = new Map<string, number>();
	const whole = new Map<string, number>();
	const title = stems(article.headline ?? '');
	add(headline, title, 1);
	add(lead, title, 1);
	add(whole, title, weights.headline);
	const texts = article.segments.filter(segment => segment.kind !== 'caption').map(segment => segment.text);
	let left = WHOLE_WORDS - title.length;
	for (const [index, text] of (article.standfirst === null ? texts : [article.standfirst, ...texts]).entries()) {
		if (left <= 0) break;
		// A word has seldom more than thirty characters: no need to read a hundred kilobytes for four hundred words.
		const words = stems(text.slice(0, left * 30)).slice(0, left);
		left -= words.length;
		if (index < LEAD_PARAGRAPHS) add(lead, words.slice(0, LEAD_WORDS), 1);
		add(whole, words, index < LEAD_PARAGRAPHS ? weights.lead : weights.rest);
	}

	return {whole, lead, headline};
};
