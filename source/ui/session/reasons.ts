import type {EventId} from '../../model/event.ts';
import type {Library, MendableLibrary} from '../../model/library.ts';
import {Problem} from '../../model/problem.ts';
import type {Action} from '../reduce/reduce.ts';
import type {Overlay} from '../state.ts';
import {say} from '../words/words.ts';

/** Why the articles of an event are in it: found out while keys are answered, for as long as somebody looks at the question. */
export type Reasons = {
	/** Sets it going for an overlay that asks, and breaks it off when that is gone. In a small library it resolves with the answer, in a large one at once. Throws a Problem where nobody can tell. */
	follow(overlay: Overlay | null, library: Library | MendableLibrary): Promise<void>;
	/** Resolves when nothing is under way any more. */
	done(): Promise<void>;
};

/** A library up to this size tells within the key. */
const SMALL = 300;

export const createReasons = ({articles, dispatch, failed}: {readonly articles: () => number; readonly dispatch: (action: Action) => void; readonly failed: (error: unknown) => void}): Reasons => {
	let running: {readonly event: EventId; readonly abort: AbortController; readonly done: Promise<void>} | null = null;
	return {
		async follow(overlay, library) {
			const event = overlay?.kind === 'why' && overlay.reasons === null ? overlay.event : null;
			if (running !== null && running.event === event) return;
			if (running !== null) {
				running.abort.abort();
				running = null;
				dispatch({kind: 'progress', text: ''});
			}

			if (event === null) return;
			if (!('reasons' in library)) throw new Problem({exit: 'library', what: say.cannotMend, why: ''});
			const abort = new AbortController();
			const still = (): boolean => running?.abort === abort;
			const progress = (text: string): void => {
				if (still()) dispatch({kind: 'progress', text: text === '' ? '' : say.underWay(text)});
			};
			const told = (action: Action): void => {
				if (!still()) return;
				running = null;
				dispatch(action);
			};
			const done = library.reasons(event, {progress, signal: abort.signal}).then(reasons => told({kind: 'reasons', reasons}), (error: unknown) => {
				// Whoever closed the question does not wait for an answer.
				if (!still()) return;
				running = null;
				failed(error);
			});
			running = {event, abort, done};
			if (articles() <= SMALL) await done;
		},
		done: async () => running?.done,
	};
};
