import {articlesOf, isLight, type Correction} from '../../model/override.ts';
import {Problem} from '../../model/problem.ts';
import {defaultKeymap} from '../keys/bindings.ts';
import {draw} from '../draw.ts';
import {isLong, runErrand, type ErrandOptions} from './errands.ts';
import type {Size} from '../paint/layout.ts';
import {carryOut, foretell} from './mend.ts';
import {keysForClick} from '../keys/click.ts';
import {createLookout} from './lookout.ts';
import {createMemories} from './memories.ts';
import {CLICKED} from '../keys/keys.ts';
import {loadDeck, loadFirst, renewed, type DeckData} from './load.ts';
import {needs, passesBy} from './needs.ts';
import {createReading} from './reading.ts';
import {createReadingOn} from './reading-on.ts';
import {createOthers} from './others.ts';
import {createReasons} from './reasons.ts';
import {reduce, type Action} from '../reduce/reduce.ts';
import {plain, type Row} from '../paint/row.ts';
import {onTheSameLine} from '../reduce/listing.ts';
import {createHistory} from './history.ts';
import {lookThere, writeExport} from './write-export.ts';
import {createSearches} from './searches.ts';
import {initialState, searchFor, viewOf} from '../state.ts';
import type {Session, SessionOptions} from './session-options.ts';
import {themes} from '../paint/theme.ts';
import {createTurns} from './turns.ts';
import {createUnderWay} from './under-way.ts';
import {say} from '../words/words.ts';
import type {World} from '../world.ts';

/** Opens the screen over a library: reads its cards, and what the first frame shows. */
export const createSession = async ({library: firstLibrary, effects, size: firstSize, tools, theme = themes.dark, keymap = defaultKeymap, ascii = false, spoken = false, desk, intake, index, rawLines}: SessionOptions): Promise<Session> => {
	let library = firstLibrary;
	let deck = await loadFirst(library);
	let data = deck;
	const memories = createMemories(tools);
	const {bodies, firsts, pages, comparison, written} = memories;
	/** What headlines alone answered is asked again, between two keys, when the index is there. */
	const searchesOf = (of: typeof library) => createSearches({library: of, effects, order: () => data.order, index, indexed: async () => turns.queue(async () => {}), failed: error => failed(error)});
	let searches = searchesOf(library);
	const commands = createHistory(effects.state, 'commands.json');
	const listeners = new Set<() => void>();
	let state = initialState;
	let size = firstSize;
	let version = 0;
	let drawn: {readonly version: number; readonly size: Size; readonly rows: readonly Row[]} | null = null;

	const world = (): World => ({
		data, size, theme, tools, comparison, written, keymap, ascii, spoken, caret: state.caret, answer: searches.answer, isAnswered: searches.isAnswered, commands: commands.lines(), values: searches.values(),
		card: id => data.cards.get(id), derivation: id => bodies.get(id) ?? null, first: id => firsts.get(id) ?? null, raw: document => pages.get(document) ?? null,
	});

	const changed = (): void => {
		version++;
		for (const listener of listeners) listener();
	};

	const failed = (error: unknown): void => {
		if (!(error instanceof Problem)) throw error;
		dispatch({kind: 'failed', message: error.message});
	};

	const lookout = createLookout({library: () => library, data: () => deck, failed, changed: () => renew()});

	/** What is known beside the cards has changed. */
	const renew = (): void => {
		data = {...deck, found: lookout.found(), earlier: searches.history()};
		changed();
	};

	const dispatch = (action: Action): void => {
		state = reduce(state, action, world());
		changed();
	};

	const reading = createReading({library: () => library, memories, rawLines, changed});

	/** Reads what the view on top needs. While more keys wait, what is only good to have is left for later. */
	const prepare = async (more: boolean): Promise<void> => {
		const view = viewOf(state);
		if (view.kind === 'listing' && view.of.kind === 'review') await lookout.gather();
		if (view.kind === 'listing' && view.of.kind === 'questions') await lookout.follow();
		await reasons.follow(state.overlay, library);
		const foretold = await foretell(state.overlay, library);
		if (foretold !== null) dispatch(foretold);
		if (state.overlay?.kind === 'pipe') await commands.load();
		if (state.overlay?.kind === 'put-right') await reading.first(state.overlay.article);
		const shown = !more && await searches.show(view, () => data);
		if (data.earlier !== searches.history()) renew();
		else if (shown) changed();
		const {must, ids} = needs(state, data, searches.answer);
		if (must || !more) await reading.bodies(ids);
		if (view.kind === 'reader' && !more) await reading.page(data.cards.get(view.list[view.index] ?? '')?.document ?? '');
		if (view.kind === 'page') await reading.page(view.document);
		await lookThere(view, world(), effects, dispatch);
	};

	const take = (whole: DeckData): void => {
		const before = data;
		deck = whole;
		data = {...deck, found: lookout.found(), earlier: searches.history()};
		state = onTheSameLine(state, before, world());
		changed();
	};
	const readingOn = createReadingOn({library: () => library, deck: () => deck, take, keymap, tell: text => dispatch({kind: 'progress', text})});

	const reasons = createReasons({articles: () => deck.counts.articles, dispatch: action => dispatch(action), failed});

	/** What was read of the library before is read anew. */
	const readAnew = async (corrections: readonly Correction[] = []): Promise<void> => {
		// Where somebody else has written too, more than these articles is otherwise.
		const light = corrections.length > 0 && corrections.every(isLight) && await library.othersWrote?.() !== true;
		take(light ? await renewed(library, deck, corrections.flatMap(articlesOf)) : await loadDeck(library));
		searches.forget();
		memories.clear();
	};

	/** On an errand outside: a person may sit in their editor for an hour, and the end does not wait for them. */
	let away = false;

	/** What was asked of the library, or of the world outside. */
	const mend = async (): Promise<void> => {
		const {request} = state;
		if (request === null) return;
		if (request.kind === 'correct' || request.kind === 'undo' || request.kind === 'redo') {
			const message = await carryOut(request, library, effects);
			const corrections = request.kind === 'correct' ? request.corrections : [];
			// What stands in another correction's place takes that one back too, and that may be about another article.
			await readAnew(request.kind === 'correct' && request.instead === undefined ? corrections : []);
			await lookout.mended(corrections.flatMap(articlesOf), corrections.some(({kind}) => kind === 'question' || kind === 'look'));
			dispatch({kind: 'mended', message});
			return;
		}

		const options: ErrandOptions = {
			desk: desk ?? null, intake: intake ?? null,
			read: async id => (await library.read([id]))[0],
			async find(query) {
				const asked = searchFor(query);
				await searches.whole();
				await searches.ask(asked);
				return searches.answer(asked).hits.map(hit => hit.article);
			},
			async handed({command, ids, title, format}) {
				await commands.remember(command);
				return tools.handed(await library.read(ids), await library.events(), title, format);
			},
			async moved(other) {
				// Written from here.
				await other.othersWrote?.();
				if (other !== library) searches.breakOff();
				if (other !== library) searches = searchesOf(other);
				library = other;
				await readAnew();
				lookout.forget();
			},
		};
		if (isLong(request)) underWay.begin(request, options, library);
		else if (request.kind === 'break-off') {
			dispatch({kind: 'mended', message: ''});
			underWay.breakOff();
		} else {
			away = true;
			dispatch(await runErrand(request, options).finally(() => {
				away = false;
			}));
		}
	};

	const one = async (key: string, more: boolean): Promise<void> => {
		const view = viewOf(state);
		if (view.kind === 'search' && state.overlay === null && key === 'enter') await searches.remember(view.query);
		const writes = view.kind === 'export' && state.overlay === null && key === 'enter';
		try {
			await readingOn.before(key, state);
			if (writes) await writeExport(viewOf(state), world(), effects, dispatch);
			else for (const pressed of key.startsWith(CLICKED) ? keysForClick(key, state, world()) : [key]) dispatch({kind: 'key', key: pressed});
			await mend();
			await prepare(more);
		} catch (error) {
			failed(error);
		}
	};

	const turns = createTurns({
		key: async (key, next) => one(key, passesBy(next, viewOf(state).kind)),
		task: async task => task().then(async () => prepare(false)).catch(failed),
		ended: () => state.quit,
	});
	const underWay = createUnderWay({dispatch, failed, turn: turns.queue});
	const others = createOthers({
		library: () => library, isFree: () => state.overlay === null && !underWay.isBusy(), turn: turns.queue,
		async follow() {
			const before = deck.counts.articles;
			await readAnew();
			lookout.forget();
			dispatch({kind: 'mended', message: say.othersWrote(deck.counts.articles - before)});
		},
	});

	const session: Session = {
		state: () => state,
		frame(wanted = size) {
			if (wanted.columns !== size.columns || wanted.rows !== size.rows) size = wanted;
			if (drawn?.version !== version || drawn.size !== size) drawn = {version, size, rows: draw(state, world())};
			return drawn.rows;
		},
		text: () => session.frame().map(plain).join('\n'),
		async press(keys) {
			// What is typed, or lies over the view, is left first: escape goes one step a press.
			const leaves = state.overlay !== null || viewOf(state).kind === 'search';
			if (leaves || !keys.includes('esc') || !underWay.breakOff()) await turns.queue(...keys);
			else await turns.idle();
		},
		idle: turns.idle,
		async settled() {
			await turns.idle();
			await Promise.all([searches.done(), readingOn.done()]);
			await reasons.done();
			await underWay.done();
			await lookout.settled();
		},
		async finish() {
			underWay.breakOff();
			searches.breakOff();
			if (!away) await turns.idle();
			readingOn.breakOff();
			await reasons.follow(null, library);
		},
		readOn: () => void readingOn.whole().catch(failed),
		look: others.look,
		tell: complaint => dispatch({kind: 'failed', message: complaint}),
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};

	await library.othersWrote?.();
	await prepare(false).catch(failed);
	lookout.glance();
	return session;
};
