import type {Library} from '../../model/library.ts';
import {runBeside, type ErrandOptions, type LongErrand} from './errands.ts';
import type {Action} from '../reduce/reduce.ts';
import {say} from '../words/words.ts';

/** What a long errand is run with. `turn`: does something between two keys. */
export type Beside = {
	dispatch(action: Action): void;
	failed(error: unknown): void;
	turn(task: () => Promise<void>): Promise<void>;
};

/** Errands that go on beside the keys, one at a time. */
export type UnderWay = {
	/** Sets one going; what is left of it when it is done waits its turn among the keys. */
	begin(errand: LongErrand, options: Pick<ErrandOptions, 'desk' | 'intake' | 'moved' | 'handed'>, library: Library): void;
	isBusy(): boolean;
	/** Breaks off what is under way; false where nothing is. */
	breakOff(): boolean;
	/** Resolves when nothing is under way any more. */
	done(): Promise<void>;
};

export const createUnderWay = ({dispatch, failed, turn}: Beside): UnderWay => {
	let running: {readonly abort: AbortController; readonly done: Promise<void>} | null = null;
	return {
		begin(errand, options, library) {
			dispatch({kind: 'mended', message: running === null ? '' : say.oneAtATime});
			if (running !== null) return;
			if (errand.kind === 'pipe') dispatch({kind: 'runs', command: errand.command});
			const abort = new AbortController();
			const progress = (text: string): void => dispatch({kind: 'progress', text: text === '' ? '' : say.underWay(text)});
			const done = runBeside(errand, {...options, library, watched: {progress, signal: abort.signal}})
				.then(async rest => turn(async () => {
					progress('');
					dispatch(await rest());
				}), async (error: unknown) => turn(async () => {
					progress('');
					failed(error);
				}))
				.finally(() => {
					running = null;
				});
			running = {abort, done};
		},
		isBusy: () => running !== null,
		breakOff() {
			running?.abort.abort();
			return running !== null;
		},
		done: async () => running?.done,
	};
};
