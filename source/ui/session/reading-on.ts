import type {Library} from '../../model/library.ts';
import type {Keymap} from '../keys/bindings.ts';
import {contextOf} from '../keys/context.ts';
import type {KeyAction} from '../keys/keymap.ts';
import type {State} from '../state.ts';
import {say} from '../words/words.ts';
import {loadDeck, type DeckData} from './load.ts';

/** What a key of the deck does without a look at any article. */
const BLIND: ReadonlySet<KeyAction> = new Set(['quit', 'redraw', 'help']);

/** Whether a key can be answered by the first lines of a large library alone. */
const isAnsweredBy = ({entries, whole}: DeckData, key: string, state: State, keymap: Keymap): boolean => {
	if (whole) return true;
	const context = contextOf(state);
	if (context !== 'deck' || state.pending !== '') return context === 'help';
	const {action} = keymap.resolve(context, key);
	if (action === 'up' || action === 'down') return state.deck.cursor + 1 < entries.length;
	return action !== null && BLIND.has(action);
};

/** The rest of a large library, after its first lines. */
export type ReadingOn = {
	/** Reads it, with keys answered between its pages; resolves when it has been taken. At once where all is there. What failed is tried anew when it is asked for again. */
	whole(): Promise<void>;
	/** The same before a key that needs it. */
	before(key: string, state: State): Promise<void>;
	/** Nobody looks any more: reads no further page. */
	breakOff(): void;
	/** Resolves when nothing is read any more. */
	done(): Promise<unknown>;
};

/** `take` is given the whole deck, unless another one was taken meanwhile; `tell` what a key waits for. */
export const createReadingOn = ({library, deck, take, tell, keymap}: {
	readonly library: () => Library; readonly deck: () => DeckData; readonly take: (whole: DeckData) => void; readonly tell: (text: string) => void; readonly keymap: Keymap;
}): ReadingOn => {
	let reading: Promise<void> | null = null;
	const ended = new AbortController();
	const read = async (): Promise<void> => {
		const before = deck();
		const whole = await loadDeck(library(), ended.signal);
		if (!ended.signal.aborted && deck() === before) take(whole);
	};

	const readingOn: ReadingOn = {
		async whole() {
			if (deck().whole || ended.signal.aborted) return;
			reading ??= read().finally(() => {
				reading = null;
			});
			await reading;
		},
		async before(key, state) {
			if (isAnsweredBy(deck(), key, state, keymap)) return;
			tell(say.readingOn(deck().counts.articles));
			try {
				await readingOn.whole();
			} finally {
				tell('');
			}
		},
		breakOff: () => ended.abort(),
		done: async () => reading?.catch(() => {}),
	};
	return readingOn;
};
