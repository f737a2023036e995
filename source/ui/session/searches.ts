import type {ArticleCard} from '../../model/article.ts';
import type {Effects} from '../../model/effects.ts';
import type {Library} from '../../model/library.ts';
import type {Watched} from '../../model/watched.ts';
import {headlinesAlone} from '../../search/headlines-alone.ts';
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

/** A library up to this size has its index made within the key. */
const SMALL = 2000;

/** What searches are made with. `index`: makes the index of a large library in a thread, without which keys wait for it; `indexed` is told when it is there, `failed` where it cannot be made. */
export type Searched = {
	readonly library: Library; readonly effects: Effects; readonly order: () => readonly ArticleCard[];
	readonly index?: ((articles: number, watched: Watched) => Promise<void>) | undefined; readonly indexed?: () => Promise<void>; readonly failed?: (error: unknown) => void;
};

/** The searches of one open screen: what they found, and what was searched for before. */
export type Searches = {
	/** Searches for what the view asks; false where that is known already. While the index of a large library is being made, its headlines alone answer. */
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
	/** Resolves when searches find all that they would ever find. */
	whole(): Promise<void>;
	/** Resolves when no index is being made any more, and what waited for it has been asked. */
	done(): Promise<void>;
	/** Nobody looks any more. */
	breakOff(): void;
};

export const createSearches = ({library, effects, order, index, indexed, failed}: Searched): Searches => {
	const search = createLibrarySearch({library, cache: effects.cache ?? null, cards: async () => order()});
	const answers = new Map<string, {readonly answer: SearchAnswer; readonly snippets: number}>();
	let last: SearchAnswer = noAnswer;
	let values: FieldValues | null = null;
	const history = createHistory(effects.state, FILE);
	const ended = new AbortController();
	let ready = index === undefined;
	let indexing: Promise<void> | null = null;
	let told: Promise<void> | undefined;
	/** What headlines alone were asked last: a step down the list asks nothing anew. */
	let alone = '';
	/** Whether there is an index to ask; where there is none it is begun, once. */
	const isReady = async (): Promise<boolean> => {
		if (ready || indexing !== null) return ready;
		if (index === undefined || order().length <= SMALL || await search.isKept()) return ready = true;
		indexing = index(order().length, {progress() {}, signal: ended.signal}).catch((error: unknown) => {
			// Then it is made here, by the next search.
			if (!ended.signal.aborted) failed?.(error);
		}).finally(() => {
			ready = true;
		});
		told = indexing.then(async () => ended.signal.aborted ? undefined : indexed?.());
		return false;
	};
	const keyOf = ({query, within}: SearchState): string => JSON.stringify([query, within]);

	const searches: Searches = {
		async ask(view) {
			const whole = await isReady();
			if (view.query.trim() === '') {
				last = noAnswer;
				if (whole) values ??= await search.values();
				return true;
			}

			const within = view.within ? view.list?.articles ?? null : null;
			if (!whole) {
				if (alone === keyOf(view)) return false;
				alone = keyOf(view);
				last = headlinesAlone(order(), view.query, {limit: MOST_HITS, within: within === null ? null : new Set(within)});
				return true;
			}

			const key = keyOf(view);
			const known = answers.get(key);
			const snippets = view.cursor < FIRST_SNIPPETS / 2 ? FIRST_SNIPPETS : MOST_HITS;
			if (known !== undefined && known.snippets >= snippets) {
				last = known.answer;
				return false;
			}

			last = await search.search(view.query, {limit: MOST_HITS, snippets, within});
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
			alone = '';
		},
		async whole() {
			if (!await isReady()) await indexing;
		},
		done: async () => told,
		breakOff: () => ended.abort(),
	};
	return searches;
};
