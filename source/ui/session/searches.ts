import type {ArticleCard} from '../../model/article.ts';
import type {Effects} from '../../model/effects.ts';
import type {Library} from '../../model/library.ts';
import {createLibrarySearch, type FieldValues} from '../../search/library-search.ts';
import {noAnswer, type SearchAnswer} from '../../search/search.ts';
import {MOST_HITS} from '../screens/search-layout.ts';
import {listingOf} from '../listings.ts';
import {searchFor, type SearchState, type View} from '../state.ts';
import {createHistory} from './history.ts';
import type {DeckData} from './load.ts';

/** Hits whose texts are read at first: more than a screen shows. */
const FIRST_SNIPPETS = 40;
const KEPT_ANSWERS = 20;
const FILE = 'searches.json';

/** The searches of one open screen: what they found, and what was searched for before. */
export type Searches = {
	/** Searches for what the view asks; false where that is known already. */
	ask(view: SearchState): Promise<boolean>;
	/** Asks what the view on top shows: a search, or the line of the list of searches under the cursor. False where nothing was asked. */
	show(view: View, data: () => DeckData): Promise<boolean>;
	answer(view: SearchState): SearchAnswer;
	/** Whether the answer is to this very query; until it is, it is that to an earlier one. */
	isAnswered(view: SearchState): boolean;
	values(): FieldValues | null;
	/** The last one first. */
	history(): readonly string[];
	/** A search that led somewhere is kept. */
	remember(query: string): Promise<void>;
	/** The library has changed. */
	forget(): void;
};

export const createSearches = ({library, effects, order}: {readonly library: Library; readonly effects: Effects; readonly order: () => readonly ArticleCard[]}): Searches => {
	const search = createLibrarySearch({library, cache: effects.cache ?? null, cards: async () => order()});
	const answers = new Map<string, {readonly answer: SearchAnswer; readonly snippets: number}>();
	let last: SearchAnswer = noAnswer;
	let values: FieldValues | null = null;
	const history = createHistory(effects.state, FILE);
	const keyOf = ({query, within}: SearchState): string => JSON.stringify([query, within]);

	const searches: Searches = {
		async ask(view) {
			if (view.query.trim() === '') {
				last = noAnswer;
				values ??= await search.values();
				return true;
			}

			const key = keyOf(view);
			const known = answers.get(key);
			const snippets = view.cursor < FIRST_SNIPPETS / 2 ? FIRST_SNIPPETS : MOST_HITS;
			if (known !== undefined && known.snippets >= snippets) {
				last = known.answer;
				return false;
			}

			last = await search.search(view.query, {limit: MOST_HITS, snippets, within: view.within ? view.list?.articles ?? null : null});
			values ??= await search.values();
			answers.delete(key);
			answers.set(key, {answer: last, snippets});
			const [oldest] = answers.keys();
			if (answers.size > KEPT_ANSWERS && oldest !== undefined) answers.delete(oldest);
			return true;
		},
		async show(view, data) {
			if (view.kind !== 'search' && (view.kind !== 'listing' || view.of.kind !== 'searches')) return false;
			const before = history.lines();
			await history.load();
			const first = history.lines() !== before;
			if (view.kind === 'search') return await searches.ask(view) || first;
			const watched = listingOf({...data(), earlier: history.lines()}, view).at(view.cursor)?.watched;
			return watched?.kind === 'search' && await searches.ask(searchFor(watched.query)) || first;
		},
		isAnswered: view => view.query.trim() === '' || answers.has(keyOf(view)),
		answer: view => (view.query.trim() === '' ? noAnswer : answers.get(keyOf(view))?.answer ?? last),
		values: () => values,
		history: history.lines,
		remember: history.remember,
		forget() {
			answers.clear();
			values = null;
		},
	};
	return searches;
};
