import type {ArticleId} from '../model/article.ts';
import type {Comparison} from '../model/comparison.ts';
import type {DocumentId} from '../model/document.ts';
import type {Effects} from '../model/effects.ts';
import type {Derivation, Library, MendableLibrary} from '../model/library.ts';
import {Problem} from '../model/problem.ts';
import type {SearchAnswer} from '../search/search.ts';
import {graphemes} from '../text/width.ts';
import {draw} from './draw.ts';
import type {Size} from './layout.ts';
import {carryOut, foretell} from './mend.ts';
import {listingOf} from './listings.ts';
import {loadDeck, MOST_COLUMNS, previewIds, type DeckData} from './load.ts';
import {reduce, type Action} from './reduce.ts';
import {entryAt} from './reduce-deck.ts';
import {plain, type Row} from './row.ts';
import {exportTarget} from './screens/export-target.ts';
import {createSearches} from './searches.ts';
import {initialState, viewOf, type SearchState, type State, type View} from './state.ts';
import {themes, type Theme} from './theme.ts';
import type {RawPage, Tools, World} from './world.ts';

/** What the screen is opened with. */
export type SessionOptions = {readonly library: Library | MendableLibrary; readonly effects: Effects; readonly size: Size; readonly tools: Tools; readonly theme?: Theme};

/** One open screen: keys go in one by one, frames come out. Ink shows it, `--snapshot` prints it. */
export type Session = {
	state(): State;
	/** The frame for a size; the same array as long as nothing has changed. */
	frame(size?: Size): readonly Row[];
	/** The frame as text, without looks. */
	text(): string;
	/** Presses keys by their names; resolves when all that they need has been read. Keys pressed meanwhile wait their turn. */
	press(keys: readonly string[]): Promise<void>;
	/** Resolves when every key pressed so far has been worked off. */
	idle(): Promise<void>;
	subscribe(changed: () => void): () => void;
};

/** Bodies kept at once. An article is some 10 kB; the rest of the library stays on disk. */
const KEPT = 200;

/** The newest few of something, by name. */
const keep = <T>(limit: number): {get(key: string): T | undefined; set(key: string, value: T): void; clear(): void} => {
	const kept = new Map<string, T>();
	return {
		get: key => kept.get(key),
		clear: () => kept.clear(),
		set(key, value) {
			kept.delete(key);
			kept.set(key, value);
			const oldest = kept.keys().next();
			if (kept.size > limit && !oldest.done) kept.delete(oldest.value);
		},
	};
};

const MOVING = new Set(['j', 'k', 'up', 'down', 'pageup', 'pagedown', 'ctrl+d', 'ctrl+u']);

/** Whether the next key leaves this frame before anybody has looked at it: a list runs by, a word is still being typed. */
const passesBy = (next: string | undefined, kind: View['kind']): boolean => next !== undefined && (kind === 'search' ? next === 'space' || next === 'backspace' || graphemes(next).length === 1 : MOVING.has(next));

/** What the view on top cannot be drawn without, and what is only good to have. */
const needs = (state: State, data: DeckData, answer: (view: SearchState) => SearchAnswer): {readonly must: boolean; readonly ids: readonly ArticleId[]} => {
	const view = viewOf(state);
	if (view.kind === 'reader') return {must: true, ids: view.list.slice(view.index, view.index + 1)};
	if (view.kind === 'compare' || view.kind === 'relay' || view.kind === 'export') return {must: true, ids: view.ids};
	if (view.kind === 'search') return {must: false, ids: answer(view).hits.slice(view.cursor, view.cursor + 1).map(hit => hit.article)};
	if (view.kind === 'listing') return {must: false, ids: (listingOf(data, view).at(view.cursor)?.articles ?? []).slice(0, MOST_COLUMNS)};
	const entry = entryAt(data, state.deck);
	return {must: false, ids: entry ? previewIds(entry.articles) : []};
};

/** Opens the screen over a library: reads its cards, and what the first frame shows. */
export const createSession = async ({library, effects, size: firstSize, tools, theme = themes.dark}: SessionOptions): Promise<Session> => {
	let data = await loadDeck(library);
	const bodies = keep<Derivation>(KEPT);
	const pages = keep<RawPage>(4);
	const comparisons = keep<Comparison>(40);
	const outputs = keep<string>(4);
	const searches = createSearches({library, effects, order: () => data.order});
	const listeners = new Set<() => void>();
	let state = initialState;
	let size = firstSize;
	let version = 0;
	let drawn: {readonly version: number; readonly size: Size; readonly rows: readonly Row[]} | null = null;

	const comparison = (ids: readonly ArticleId[], title: string): Comparison | null => {
		const key = JSON.stringify([title, ...ids]);
		const kept = comparisons.get(key);
		if (kept) return kept;
		const columns = ids.flatMap(id => bodies.get(id) ?? []);
		if (columns.length < ids.length || ids.length === 0) return null;
		const fresh = tools.compare(columns, title);
		comparisons.set(key, fresh);
		return fresh;
	};

	const world = (): World => ({
		data, size, theme, tools, comparison, answer: searches.answer, searches: searches.history(), values: searches.values(),
		card: id => data.cards.get(id), derivation: id => bodies.get(id) ?? null, raw: document => pages.get(document) ?? null,
		written(format, of) {
			const key = `${format.name} ${of.title} ${of.columns.map(column => column.article.id).join(' ')}`;
			const kept = outputs.get(key) ?? format.write(of);
			outputs.set(key, kept);
			return kept;
		},
	});

	const changed = (): void => {
		version++;
		for (const listener of listeners) listener();
	};

	const dispatch = (action: Action): void => {
		state = reduce(state, action, world());
		changed();
	};

	const readBodies = async (ids: readonly ArticleId[]): Promise<void> => {
		const missing = ids.filter(id => !bodies.get(id));
		if (missing.length === 0) return;
		for (const body of await library.read(missing)) bodies.set(body.article.id, body);
		changed();
	};

	const readPage = async (document: DocumentId): Promise<void> => {
		if (document === '' || pages.get(document)) return;
		const bytes = await library.raw(document);
		const known = await library.document(document);
		// Only looked at: what is no UTF-8 shows its replacement signs, and the record tells the words that were read.
		pages.set(document, {lines: new TextDecoder().decode(bytes).split(/\r\n|[\n\r]/), removed: known?.removed ?? []});
		changed();
	};

	/** Reads what the view on top needs. While more keys wait, what is only good to have is left for later. */
	const prepare = async (more: boolean): Promise<void> => {
		const view = viewOf(state);
		const foretold = await foretell(state.overlay, library);
		if (foretold !== null) dispatch(foretold);
		if (view.kind === 'search' && !more && await searches.ask(view)) changed();
		const {must, ids} = needs(state, data, searches.answer);
		if (must || !more) await readBodies(ids);
		if (view.kind === 'reader' && !more) await readPage(data.cards.get(view.list[view.index] ?? '')?.document ?? '');
		if (view.kind === 'page') await readPage(view.document);
		if (view.kind === 'export' && view.there === null) {
			const target = exportTarget(view, world());
			if (target) dispatch({kind: 'there', there: await effects.exists(target.name)});
		}
	};

	/** Enter in the export view: the one thing that reaches outside. */
	const write = async (): Promise<void> => {
		const view = viewOf(state);
		const target = view.kind === 'export' ? exportTarget(view, world()) : null;
		if (view.kind !== 'export' || !target) return;
		if (view.there && !view.sure) {
			dispatch({kind: 'sure', name: target.name});
			return;
		}

		await effects.writeFile(target.name, target.content, {force: view.sure});
		dispatch({kind: 'written', name: target.name});
	};

	/** What was asked of the library; what was read of it before is read anew. */
	const mend = async (): Promise<void> => {
		const {request} = state;
		if (request === null) return;
		const message = await carryOut(request, library, effects);
		data = await loadDeck(library);
		searches.forget();
		for (const memory of [bodies, comparisons, outputs, pages]) memory.clear();
		dispatch({kind: 'mended', message});
	};

	const failed = (error: unknown): void => {
		if (!(error instanceof Problem)) throw error;
		dispatch({kind: 'failed', message: error.message});
	};

	const one = async (key: string, more: boolean): Promise<void> => {
		const view = viewOf(state);
		if (view.kind === 'search' && key === 'enter') await searches.remember(view.query);
		const writes = view.kind === 'export' && state.overlay === null && key === 'enter';
		try {
			if (writes) await write();
			else dispatch({kind: 'key', key});
			await mend();
			await prepare(more);
		} catch (error) {
			failed(error);
		}
	};

	const queue: string[] = [];
	let working: Promise<void> | null = null;
	const work = async (): Promise<void> => {
		for (let key = queue.shift(); key !== undefined && !state.quit; key = queue.shift()) await one(key, passesBy(queue[0], viewOf(state).kind));
	};

	const session: Session = {
		state: () => state,
		frame(wanted = size) {
			if (wanted.columns !== size.columns || wanted.rows !== size.rows) size = wanted;
			if (drawn?.version !== version || drawn.size !== size) drawn = {version, size, rows: draw(state, world())};
			return drawn.rows;
		},
		text: () => session.frame().map(plain).join('\n'),
		async press(keys) {
			queue.push(...keys);
			working ??= work().finally(() => {
				working = null;
			});
			await working;
		},
		idle: async () => working ?? undefined,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};

	await prepare(false).catch(failed);
	return session;
};
