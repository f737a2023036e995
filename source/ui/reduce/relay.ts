import type {KeyAction} from '../keys/keymap.ts';
import {figuresInOrder, scrollTo} from '../reader-layout.ts';
import {moved, readerOf} from './deck.ts';
import {atFigure} from './reader.ts';
import {relayHere, relayMetrics} from '../screens/relay.ts';
import {pushView, withMessage, withView, type RelayState, type State} from '../state.ts';
import type {CompareMetrics} from '../views/compare-view.ts';
import {relaysOf} from '../views/relays.ts';
import {say} from '../words/words.ts';
import type {World} from '../world.ts';

const at = (view: RelayState, cursor: number, {offsets, total, room}: CompareMetrics): RelayState => {
	const from = offsets[cursor] ?? 0;
	const low = scrollTo(view.scroll, Math.min((offsets[cursor + 1] ?? total) - 1, from + room - 1), room, total);
	return {...view, cursor, scroll: scrollTo(low, from, room, total)};
};

/** What keys do while one statement is open. */
export const reduceRelay = (state: State, view: RelayState, action: KeyAction, world: World): State => {
	const relay = relayHere(view, world);
	if (relay === null) return state;
	const metrics = relayMetrics(view, relay, world);
	const cursor = moved(action, view.cursor, metrics.offsets.length, 3);
	if (cursor !== null) return withView(state, at(view, cursor, metrics));
	const column = (step: number): State => withView(state, {...view, column: Math.max(0, Math.min(view.column + step, relay.carriers.length - 1))});
	const difference = (next: number | undefined): State => next === undefined ? withMessage(state, say.noFurtherDifference) : withView(state, at(view, next, metrics));
	const statement = (step: number): State => {
		const comparison = world.comparison(view.ids, view.title);
		const next = view.relay + step;
		return comparison === null || relaysOf(comparison)[next] === undefined ? withMessage(state, say.noMoreStatements) : withView(state, {...view, relay: next, column: 0, cursor: 0, scroll: 0});
	};

	switch (action) {
		case 'right':
		case 'next-article': return column(1);
		case 'left':
		case 'previous-article': return column(-1);
		case 'next-difference': return difference(metrics.differences.find(row => row > view.cursor));
		case 'previous-difference': return difference(metrics.differences.findLast(row => row < view.cursor));
		case 'next-figure': return statement(1);
		case 'previous-figure': return statement(-1);
		case 'open': {
			const figure = relay.carriers[view.column]?.figure;
			const index = figuresInOrder(world.derivation(figure?.article ?? '')?.figures ?? []).findIndex(({id}) => id === figure?.id);
			return figure === undefined || index < 0 ? state : pushView(state, atFigure(readerOf(view.ids, view.ids.indexOf(figure.article), view.title), index, world));
		}

		default: return state;
	}
};
