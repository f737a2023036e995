import type {Article, Segment} from '../model/article.ts';
import type {Figure} from '../model/figure.ts';
import {tokens} from '../text/tokens.ts';

/** What grouping reads of an article; every article has it. */
export type News = Pick<Article, 'id' | 'headline' | 'standfirst' | 'published' | 'document' | 'language'> & {readonly segments: ReadonlyArray<Pick<Segment, 'kind' | 'text' | 'pieces'>>};

/** What grouping reads of a figure. */
export type Counted = Pick<Figure, 'measure' | 'subject' | 'derived' | 'minor' | 'low' | 'unit' | 'asOf'>;

/** What grouping needs of an article. */
export type Clusterable = {readonly article: News; readonly figures: readonly Counted[]};

/** So many words of an article are read, and so many characters to learn which words are names. */
export const MOST_WORDS = 400;
const CHARACTERS = 3000;
/** A word has seldom more characters: no need to read a hundred kilobytes for four hundred words. */
export const LONGEST_WORD = 30;

/**
 * An article with no more than grouping reads of it: what a thread is handed, and what a hundred thousand of them take in memory. Paragraphs past
 * what is read are left out; where a page is known to be behind one, that is kept.
 */
export const newsOf = ({article: {id, headline, standfirst, published, document, language, segments}, figures}: Clusterable): Clusterable => {
	const kept: Array<News['segments'][number]> = [];
	let words = 0;
	let characters = 0;
	for (const {kind, text} of segments) {
		if (kind === 'caption') continue;
		if (words >= MOST_WORDS && characters >= CHARACTERS) break;
		const head = text.slice(0, MOST_WORDS * LONGEST_WORD);
		kept.push({kind, text: head, pieces: []});
		words += tokens(head).length;
		characters += head.length;
	}

	const [piece] = segments.flatMap(({pieces}) => pieces.slice(0, 1));
	const [first, ...others] = kept;
	return {
		article: {id, headline, standfirst, published, document, language, segments: first === undefined || piece === undefined ? kept : [{...first, pieces: [piece]}, ...others]},
		figures: figures.map(({measure, subject, derived, minor, low, unit, asOf}) => ({measure, subject, derived, minor, low, unit, asOf})),
	};
};
