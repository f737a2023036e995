import {closest} from '../../text/closest.ts';
import {graphemes} from '../../text/width.ts';
import {contextTitles, keymap as table, printed, type Binding, type Context, type KeyAction} from './keymap.ts';
import type {Hint} from '../paint/layout.ts';

/** A line of the table with the keys that do it here. */
export type Bound = Binding & {readonly action: KeyAction};
export type HelpGroup = {readonly title: Binding['group']; readonly lines: readonly Hint[]};
/** Other keys for actions: {"compare": ["c"]}. */
export type Remaps = Readonly<Record<string, readonly string[]>>;

/** The keys of one screen: the table, with what a person remapped. Input, footer, help and palette all ask it. */
export type Keymap = {
	readonly all: readonly Bound[];
	/** The bindings of a context, in the order of the table. */
	bindingsFor(context: Context): readonly Bound[];
	/** What a key or a begun chord means: an action, more to come (`pending`), or nothing. */
	resolve(context: Context, typed: string): {readonly action: KeyAction | null; readonly pending: boolean};
	/** What the footer of a context offers, most useful first and seven at most, `? keys` last. */
	footerHints(context: Context): readonly Hint[];
	/** The help of a context, a group a block; groups without keys are left out. */
	helpGroups(context: Context): readonly HelpGroup[];
	/** The key of an action as it is printed; null where the context has none. */
	keyFor(action: KeyAction, context: Context): string | null;
};

/** Keys that the terminal acts on itself, or cannot tell from enter, tab and backspace; control-C always ends. */
const KEPT = new Set(['ctrl+s', 'ctrl+q', 'ctrl+z', 'ctrl+i', 'ctrl+m', 'ctrl+j', 'ctrl+h', 'ctrl+c']);
const NAMED = new Set(['enter', 'esc', 'tab', 'shift+tab', 'space', 'backspace', 'delete', 'up', 'down', 'left', 'right', 'home', 'end', 'pageup', 'pagedown', 'wheelup', 'wheeldown', 'f1']);
const EXAMPLE = 'Write keys as "c", "ctrl+d", "g c", "space".';
/** Where letters are text. */
const typing = new Set<Context>(['search', 'palette', 'choose', 'ask', 'field', 'pipe']);

const isLetter = (key: string): boolean => key === 'space' || graphemes(key).length === 1;
const isKey = (key: string): boolean => isLetter(key) || NAMED.has(key) || /^ctrl\+[a-z]$/.test(key);
const isChord = (key: string): boolean => key.split(' ').length <= 2 && key.split(' ').every(isKey);

/** Why an action cannot have these keys; null where it can. */
const refusal = (action: string, keys: readonly string[]): string | null => {
	if (!table.some(binding => binding.action === action)) {
		const near = closest(action, table.map(binding => binding.action));
		return `there is no such action; ${near === undefined ? 'newsdeck keys lists them.' : `did you mean ${near}?`}`;
	}

	const kept = keys.find(key => key.split(' ').some(part => KEPT.has(part)));
	if (kept !== undefined) return `${kept} belongs to the terminal. ${EXAMPLE}`;
	const wrong = keys.find(key => !isChord(key));
	return wrong === undefined ? null : `"${wrong}" is no key. ${EXAMPLE}`;
};

/** The table with other keys: a letter means an action only where letters are not text, and control-C stays what it is. */
const remapped = (remaps: Remaps): readonly Bound[] => table.map((binding: Bound): Bound => {
	const wanted = remaps[binding.action];
	if (wanted === undefined) return binding;
	const keys = binding.contexts.some(context => typing.has(context)) ? wanted.filter(key => !isLetter(key) && !key.includes(' ')) : wanted;
	return keys.length === 0 ? binding : {...binding, keys: [...keys, ...binding.keys.filter(key => key === 'ctrl+c' || key.startsWith('wheel'))]};
});

type Clash = {readonly key: string; readonly actions: readonly string[]; readonly context: Context};

/** The first key with two meanings in one context, or that begins a chord and means something alone. */
const clashIn = (all: readonly Bound[]): Clash | null => {
	for (const context of Object.keys(contextTitles) as Context[]) {
		const seen = new Map<string, string>();
		const bound = all.filter(binding => binding.contexts.includes(context));
		// What the first key of a chord begins; of two the first in the table.
		const begun = new Map(bound.toReversed().flatMap(({keys, action}) => keys.filter(key => key.includes(' ')).map(key => [key.slice(0, key.indexOf(' ')), action] as const)));
		for (const {keys, action} of bound) {
			for (const key of keys) {
				const other = seen.get(key) ?? begun.get(key);
				if (other !== undefined && other !== action) return {key, actions: [other, action], context};
				seen.set(key, action);
			}
		}
	}

	return null;
};

/** Pairs become one line: their first keys, and the words they share. */
const paired = (bindings: readonly Bound[], words: (binding: Bound) => string | undefined): Hint[] => {
	const lines = new Map<string, string[]>();
	for (const binding of bindings) {
		const label = words(binding);
		const key = binding.keys[0];
		if (label && key) lines.set(label, [...lines.get(label) ?? [], printed(key)]);
	}

	return [...lines].map(([label, keys]) => ({keys: [...new Set(keys)].join(keys.some(key => key.includes(' ')) ? '  ' : ' '), label}));
};

const groups = ['Moving', 'Reading', 'Choosing', 'Columns', 'Views', 'Typing', 'Everywhere'] as const;

const keymapOf = (all: readonly Bound[]): Keymap => {
	const byContext = new Map<Context, readonly Bound[]>();
	const bindingsFor = (context: Context): readonly Bound[] => {
		const known = byContext.get(context) ?? all.filter(binding => binding.contexts.includes(context));
		byContext.set(context, known);
		return known;
	};

	return {
		all, bindingsFor,
		resolve(context, typed) {
			const bound = bindingsFor(context);
			const hit = bound.find(binding => binding.keys.includes(typed));
			return {action: hit?.action ?? null, pending: !hit && bound.some(binding => binding.keys.some(key => key.startsWith(`${typed} `)))};
		},
		footerHints(context) {
			const hints = paired(bindingsFor(context), binding => binding.hint);
			return [...hints.slice(0, -1).slice(0, 6), ...hints.slice(-1)];
		},
		helpGroups: context => groups.map(title => ({title, lines: paired(bindingsFor(context).filter(({group}) => group === title), ({help}) => help)})).filter(({lines}) => lines.length > 0),
		keyFor(action, context) {
			const key = bindingsFor(context).find(binding => binding.action === action)?.keys[0];
			return key === undefined ? null : printed(key);
		},
	};
};

/** The keys of somebody who has remapped none. */
export const defaultKeymap: Keymap = keymapOf(table);

/**
 * The keymap with a person's own keys. What cannot be is left as it was and told, a line each: an action that is none, a key that the terminal
 * keeps, a key that already means something else in the same place.
 */
export const createKeymap = (remaps: Remaps = {}): {readonly keymap: Keymap; readonly problems: readonly string[]} => {
	const problems: string[] = [];
	const used: Record<string, readonly string[]> = {};
	for (const [action, keys] of Object.entries(remaps)) {
		const why = refusal(action, keys);
		if (why === null) used[action] = keys;
		else problems.push(`keys.${action}: ${why}`);
	}

	// The table itself has no clash; a test keeps it so.
	if (Object.keys(used).length === 0) return {keymap: defaultKeymap, problems};
	for (let all = remapped(used); ; all = remapped(used)) {
		const clash = clashIn(all);
		if (clash === null) return {keymap: keymapOf(all), problems};
		const loser = clash.actions.findLast(action => Object.hasOwn(used, action));
		if (loser === undefined) return {keymap: defaultKeymap, problems};
		const other = clash.actions.find(action => action !== loser) ?? loser;
		problems.push(`keys.${loser}: ${clash.key} is ${other} in ${contextTitles[clash.context]} already. Give ${other} another key too, or choose another one.`);
		delete used[loser];
	}
};

/** A keymap whose footer offers the second keys of a chord that was begun: after `g`, "a articles   o outlets". */
export const withBegun = (keymap: Keymap, begun: string): Keymap => ({
	...keymap,
	footerHints: context => keymap.bindingsFor(context).flatMap(({keys, help}) => {
		const chord = keys.find(key => key.startsWith(`${begun} `));
		return chord === undefined ? [] : [{keys: printed(chord.slice(begun.length + 1)), label: help.replace(/^go to: /, '').replace(/,.*$/, '')}];
	}),
});
