import type {Keymap} from './bindings.ts';
import {contextTitles, printed, type Context, type KeyAction} from './keymap.ts';

/** Where letters are text and go into it. */
export const takesText = (context: Context): boolean => context === 'search' || context === 'palette' || context === 'choose' || context === 'ask' || context === 'field' || context === 'pipe';

/** How one comes to a place from the lists: the action, and the place it works in. */
const ways: ReadonlyArray<{readonly leads: (context: Context) => boolean; readonly place: string; readonly by: KeyAction; readonly from: Context}> = [
	{leads: context => context === 'reader', place: 'the Reader', by: 'open', from: 'deck'},
	{leads: context => context.startsWith('compare-'), place: 'a comparison', by: 'compare', from: 'deck'},
	{leads: context => context === 'listing', place: 'a list of articles', by: 'go-articles', from: 'deck'},
	{leads: context => context === 'deck', place: 'the Deck', by: 'go-events', from: 'deck'},
	{leads: context => context === 'page', place: 'the raw page', by: 'raw-page', from: 'reader'},
	{leads: context => context === 'export', place: 'Export', by: 'export', from: 'deck'},
	{leads: context => context === 'review', place: 'the Review', by: 'go-review', from: 'deck'},
	{leads: context => context === 'searches', place: 'the Searches', by: 'go-searches', from: 'deck'},
	{leads: context => context === 'questions', place: 'the followed Questions', by: 'go-questions', from: 'deck'},
];

/** "in a comparison only: press c first"; where an action works elsewhere than in this context. */
export const whereInstead = (contexts: readonly Context[], keymap: Keymap, most = 2): string => {
	const [way, ...others] = ways.filter(({leads}) => contexts.some(leads));
	if (way === undefined) return `in ${contextTitles[contexts[0] ?? 'deck']} only`;
	// A way that begins elsewhere is two steps, and the first one is told.
	const key = way.from === 'deck' ? keymap.keyFor(way.by, way.from) : keymap.keyFor('open', 'deck');
	// The two nearest are enough: the rest of a longer line would be cut off.
	const places = others.length === 0 ? `${way.place} only` : [way, ...others].slice(0, most).map(({place}) => place).join(' or ');
	return `in ${places}${key === null ? '' : `: press ${key} first`}`;
};

const nearness = ({contexts}: {readonly contexts: readonly Context[]}): number => {
	const first = ways.findIndex(({leads}) => contexts.some(leads));
	return first < 0 ? ways.length : first;
};

/** Why a key does nothing where it was pressed: it works elsewhere, or nowhere. */
export const whyNothing = (key: string, context: Context, keymap: Keymap): string => {
	const elsewhere = keymap.all.filter(({keys, contexts}) => keys.includes(key) && !contexts.includes(context) && !contexts.some(takesText));
	// Of several meanings that of the place one comes to first.
	const [binding] = elsewhere.toSorted((a, b) => nearness(a) - nearness(b));
	const help = keymap.keyFor('help', context);
	if (binding === undefined) return `${printed(key)} does nothing here${help === null ? '' : `; ${help} lists the keys`}`;
	const views = binding.contexts.filter(other => other.startsWith('compare-'));
	if (context.startsWith('compare-') && views.length > 0) return `${binding.help}: in ${views.map(view => contextTitles[view].replace('Compare, ', '')).join(', ')}`;
	return `${printed(key)} works ${whereInstead(elsewhere.flatMap(({contexts}): readonly Context[] => contexts), keymap)}`;
};
