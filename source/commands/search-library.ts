import type {ArticleCard} from '../model/article.ts';
import type {Library} from '../model/library.ts';
import {createSearch, type SearchHit} from '../search/search.ts';
import {readAll} from './library-reading.ts';

/** Searches headlines, outlets and bodies; best first. */
export const searchLibrary = async (library: Library, cards: readonly ArticleCard[], query: string, mode: 'fuzzy' | 'exact' | 'regex', limit = cards.length): Promise<readonly SearchHit[]> => {
	const bodies = new Map((await readAll(library, cards.map(card => card.id))).map(({article}) => [article.id, article.segments.map(segment => segment.text).join('\n')]));
	return createSearch(cards.map(card => ({card, text: bodies.get(card.id) ?? ''}))).find(query, limit, mode);
};
