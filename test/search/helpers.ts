import {type ArticleCard, unmarked} from '../../source/model/article.ts';
import {createSearch, type SearchEntry, type Searcher} from '../../source/search/search.ts';

/** A card with the given parts; everything else as little as a card may hold. */
export const card = (parts: Partial<ArticleCard> & {id: string}): ArticleCard => ({
	externalId: null, externalIds: [], document: '0'.repeat(64), path: 'page.txt', parent: null, kind: 'article', headline: null, standfirst: null,
	byline: null, outlet: null, outletBasis: null, outletEvidence: null, published: null, publishedBasis: null, captured: null, language: 'en',
	startLine: 1, endLine: 2, url: null, tags: [], contentHash: parts.id, position: 1, siblings: 1, segmentCount: 1, figureCount: 0, quoteCount: 0, ...unmarked,
	...parts,
});

/** A shelf of eight articles that the tests search. */
export const shelf: readonly SearchEntry[] = [
	{card: card({id: 'losses', headline: 'UK puts North Korean casualties at more than 5,000', outlet: 'HuffPost UK'}), text: 'The ministry counts over 5,000 casualties. A third were killed.'},
	{card: card({id: 'live', headline: 'Washington speaks of mass losses', outlet: 'The Independent', published: '2024-12-28'}), text: 'Thousands of troops from North Korea were casualties of one week, the White House said.\nThe front line moved.'},
	{card: card({id: 'kim', headline: 'Kim pledges support to Moscow', outlet: 'BBC News'}), text: 'Kim Jong Un met the foreign minister. Pyongyang has sent troops.'},
	{card: card({id: 'oslo', headline: 'Fire in São Paulo: dozens hurt', outlet: 'Daily Mail'}), text: 'Firefighters held the line in front of the warehouse.'},
	{card: card({id: 'opinion', headline: 'Opinion: what casualties tell us', outlet: 'The Herald Scotland'}), text: 'An opinion piece on figures.'},
	{card: card({id: 'post-b', outlet: null, published: '2025-02-08'}), text: 'Zelenskyy spoke about the grid of the Baltic states.'},
	{card: card({id: 'post-a', outlet: null, published: '2025-02-08'}), text: 'Zelenskyy spoke about the court.'},
	{card: card({id: 'tokyo', headline: '北朝鮮の損失', outlet: 'NHK'}), text: 'ロシアで戦う兵士'},
];

export const searcher: Searcher = createSearch(shelf);
/** The ids a query finds, best first. */
export const ids = (query: string, mode?: 'fuzzy' | 'exact' | 'regex'): string[] => searcher.find(query, {...(mode && {mode})}).hits.map(hit => hit.article);
/** The marked words of a text. */
export const marked = (text: string | null | undefined, ranges: ReadonlyArray<readonly [number, number]> | undefined): string[] =>
	(ranges ?? []).map(([start, end]) => (text ?? '').slice(start, end));
