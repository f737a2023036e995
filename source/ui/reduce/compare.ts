import type {Comparison, ComparisonView} from '../../model/comparison.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {scrollTo} from '../reader-layout.ts';
import {arrange} from './columns.ts';
import {MOST_COLUMNS} from '../session/load.ts';
import {moved} from './deck.ts';
import {reduceLedger} from './ledger.ts';
import {readerAt} from './reader.ts';
import {pushView, withMessage, withView, type CompareViewState, type State} from '../state.ts';
import {say} from '../words/words.ts';
import {openView, type CompareMetrics, type CompareView} from '../views/compare-view.ts';
import {relayOfFigure, relaysOf} from '../views/relays.ts';
import {shaped} from '../views/shape.ts';
import {viewOpenedBy, viewsBesides} from '../views/tabs.ts';
import type {World} from '../world.ts';

const shown = (view: CompareViewState, cursor: number, metrics: CompareMetrics): CompareViewState => {
	const from = metrics.offsets[cursor] ?? 0;
	const to = (metrics.offsets[cursor + 1] ?? metrics.total) - 1;
	// The whole row where it fits, its head where it does not.
	const low = scrollTo(view.scroll, Math.min(to, from + metrics.room - 1), metrics.room, metrics.total);
	return {...view, cursor, figure: 0, scroll: scrollTo(low, from, metrics.room, metrics.total)};
};

/** The columns while they scroll apart, the focused one at another line. */
const scrolled = (free: readonly number[], column: number, line: number): readonly number[] => free.map((old, index) => index === column ? line : old);

const move = (view: CompareViewState, action: KeyAction, metrics: CompareMetrics, byLines: boolean): CompareViewState | null => {
	if (byLines) {
		const most = Math.max(0, metrics.total - metrics.room);
		const scroll = moved(action, Math.min(view.free?.[view.column] ?? view.scroll, most), most + 1, metrics.room - 1);
		if (scroll === null) return null;
		return view.free === null ? {...view, scroll} : {...view, free: scrolled(view.free, view.column, scroll)};
	}

	const cursor = moved(action, view.cursor, metrics.offsets.length, 4);
	return cursor === null ? null : shown(view, cursor, metrics);
};

/** Where columns scroll apart, each goes to the row by itself. */
const goTo = (view: CompareViewState, cursor: number, metrics: CompareMetrics, of: (column: number) => CompareMetrics): CompareViewState => view.free === null ? shown(view, cursor, metrics)
	: {...view, cursor, figure: 0, free: view.free.map((old, column) => {
		const {offsets, room, total} = of(column);
		return scrollTo(old, offsets[cursor] ?? 0, room, total);
	})};

const stepDifference = (state: State, view: CompareViewState, step: number, metrics: CompareMetrics, of: (column: number) => CompareMetrics): State => {
	const {differences} = metrics;
	const next = step > 0 ? differences.find(row => row > view.cursor) : differences.findLast(row => row < view.cursor);
	// The first press goes to the first difference, also where that is the row under the cursor.
	const target = next ?? (differences.includes(view.cursor) ? view.cursor : undefined);
	return target === undefined ? withMessage(state, say.noFurtherDifference) : withView(state, goTo(view, target, metrics, of));
};

/** The next place: in the cursor's row (a figure of its cell, a carrier, a relay wording), else in the next row that has one. */
const stepPlace = (state: State, view: CompareViewState, step: 1 | -1, {comparison, open, metrics, of}: {readonly comparison: Comparison; readonly open: CompareView; readonly metrics: CompareMetrics; readonly of: (column: number) => CompareMetrics}): State => {
	const figure = view.figure + step;
	if (figure >= 0 && figure < open.places(comparison, view)) return withView(state, {...view, figure});
	for (let row = view.cursor + step; row >= 0 && row < metrics.offsets.length; row += step) {
		const places = open.places(comparison, {...view, cursor: row, figure: 0});
		if (places > 0) return withView(state, {...goTo(view, row, metrics, of), figure: step > 0 ? 0 : places - 1});
	}

	return withMessage(state, say.nothingMore);
};

const openRelay = (state: State, view: CompareViewState, relay: number | null): State => relay === null ? withMessage(state, say.noRelay)
	: pushView(state, {kind: 'relay', ids: view.ids, title: view.title, relay, column: 0, cursor: 0, scroll: 0});

/** The article behind the cursor, at its figure or paragraph; on a relay wording the statement. */
const openHere = (state: State, view: CompareViewState, comparison: Comparison, open: CompareView, world: World): State => {
	const relay = open.relay?.(comparison, view) ?? null;
	if (relay !== null) return openRelay(state, view, relay);
	const target = open.target(comparison, view);
	const column = target && comparison.columns[target.column];
	if (!target || !column) return withMessage(state, say.nothingToOpen);
	return pushView(state, readerAt(view.ids, column.article.id, view.title, target, world));
};

/** Another view of the same comparison; views behind one key take turns. Of more pieces than fit side by side the Ledger is first. */
const turnTo = (view: CompareViewState, wanted: ComparisonView): CompareViewState => {
	const views = viewsBesides(wanted);
	const first = wanted === 'figures' && view.ids.length > MOST_COLUMNS ? 'ledger' : wanted;
	const next = views.includes(view.view) ? views[(views.indexOf(view.view) + 1) % views.length] : first;
	return next === undefined || next === view.view ? view : {...view, view: next, cursor: 0, figure: 0, scroll: 0, column: view.byOrigin ? 0 : view.column, byOrigin: false, free: null};
};

/** What keys do in the compare views. */
export const reduceCompare = (state: State, view: CompareViewState, action: KeyAction, world: World): State => {
	const whole = world.comparison(view.ids, view.title);
	if (!whole) return state;
	const comparison = shaped(whole, view);
	const open = openView(world.tools.views, view);
	const measured = (column: number): CompareMetrics => open.measure(comparison, {...view, column}, world.size);
	const metrics = measured(view.column);
	const going = move(view, action, metrics, open.moves === 'lines');
	if (going) return withView(state, going);
	const columns = open.columns?.(comparison, view) ?? 0;
	const column = (step: number): State => columns === 0 ? withMessage(state, say.noColumns)
		: withView(state, {...view, column: Math.max(0, Math.min(view.column + step, columns - 1)), figure: 0});
	const ledger = view.view === 'ledger' ? reduceLedger(state, view, action, comparison) : null;
	if (ledger) return ledger;
	const arranged = arrange(state, view, action, {comparison, open, world});
	if (arranged) return arranged;
	switch (action) {
		case 'next-difference': return stepDifference(state, view, 1, metrics, measured);
		case 'previous-difference': return stepDifference(state, view, -1, metrics, measured);
		case 'next-figure': return stepPlace(state, view, 1, {comparison, open, metrics, of: measured});
		case 'previous-figure': return stepPlace(state, view, -1, {comparison, open, metrics, of: measured});
		case 'right':
		case 'next-article': return column(1);
		case 'left':
		case 'previous-article': return column(-1);
		case 'shared': return withView(state, {...view, sharedDim: !view.sharedDim});
		case 'filter': return {...state, overlay: {kind: 'ask', about: {kind: 'filter'}, text: view.filter, offered: view.filter !== ''}};
		case 'relay': {
			const figure = open.target(comparison, view)?.figure;
			return openRelay(state, view, (figure ? relayOfFigure(whole, figure.id) : null) ?? (relaysOf(whole).length > 0 ? 0 : null));
		}

		case 'open': return openHere(state, view, comparison, open, world);
		default: {
			const opened = viewOpenedBy(action);
			return opened === null ? state : withView(state, turnTo(view, opened));
		}
	}
};
