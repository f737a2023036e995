import {type ArticleCard, type ArticleId, outletKey} from '../../model/article.ts';
import type {Comparison} from '../../model/comparison.ts';
import type {Row, Run} from '../paint/row.ts';
import {outletRuns, publishedWords} from '../words/words.ts';
import {keptFor} from './kept.ts';

/** A file of more pieces than this is no page: the place in it tells a reader nothing. */
const MOST_ON_PAGE = 99;

/** "3 of 8 on its page"; nothing where it stands there alone, or in a file of records. */
export const onItsPage = ({position, siblings}: Pick<ArticleCard, 'position' | 'siblings'>): string =>
	siblings > 1 && siblings <= MOST_ON_PAGE ? `${position} of ${siblings} on its page` : '';

/** What a piece is on its page: "lead" and "post 7" of a live blog, "3 of 8" where several articles share a page. */
const pieceWords = ({kind, position, siblings}: ArticleCard): string => {
	if (kind === 'live-blog') return 'lead';
	if (kind === 'post') return `post ${position}`;
	return siblings > 1 && siblings <= MOST_ON_PAGE ? `${position} of ${siblings}` : '';
};

/** Ways to tell articles of one outlet apart, the most telling first; the column always does. */
const ways: ReadonlyArray<(card: ArticleCard, column: number) => string> = [
	card => pieceWords(card), card => card.published === null ? '' : publishedWords(card.published), (_, column) => `column ${column + 1}`,
];

const differ = (words: readonly string[]): boolean => words.every(Boolean) && new Set(words).size === words.length;

/** What tells an article from the others of its outlet, by article; nothing where the outlet alone does. */
export const apartOf = keptFor((comparison): ReadonlyMap<ArticleId, string> => {
	const cards = comparison.columns.map(({article}, column) => ({article, column}));
	const outlets = [...Map.groupBy(cards, ({article}) => article.outlet === null ? null : outletKey(article.outlet)).values()].filter(group => group.length > 1);
	return new Map(outlets.flatMap(group => {
		const way = ways.find(words => differ(group.map(({article, column}) => words(article, column))));
		return group.map(({article, column}) => [article.id, way?.(article, column) ?? ''] as const);
	}));
});

const cardsOf = keptFor(comparison => new Map(comparison.columns.map(({article}) => [article.id, article])));

/** The outlet of an article as the comparison needs it told: "The Independent°", with "post 7" where it has two of them. */
export const outletOf = (comparison: Comparison, id: ArticleId, look: Omit<Run, 'text'> = {}): Row => {
	const card = cardsOf(comparison).get(id);
	if (card === undefined) return [];
	const apart = apartOf(comparison).get(id);
	return [...outletRuns(card, look), ...(apart === undefined ? [] : [{text: `, ${apart}`, role: 'dim' as const, ...(look.italic && {italic: true})}])];
};

/** The same as plain words. */
export const outletWords = (comparison: Comparison, id: ArticleId): string => outletOf(comparison, id).map(run => run.text).join('');
