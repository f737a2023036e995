import type {Bound, Keymap} from './keys/bindings.ts';
import {printed, type Context, type KeyAction} from './keys/keymap.ts';
import {whereInstead} from './keys/why-nothing.ts';

/** A line of the palette: what it does, the key that does it too, and why it cannot be done here (null: it can). */
export type PaletteEntry = {readonly action: KeyAction; readonly name: string; readonly key: string; readonly unavailable: string | null};

/** Moving and typing are not looked for by name. */
const named = (binding: Bound): boolean => binding.group !== 'Moving' && binding.group !== 'Typing';

const nameOf = (binding: Bound): string => binding.name ?? binding.help;
const entryOf = (binding: Bound, unavailable: string | null): PaletteEntry =>
	({action: binding.action, name: nameOf(binding), key: printed(binding.keys[0] ?? ''), unavailable});

/** Every action that has a name: those that work here first, then the others with where they do. */
const entriesOf = (keymap: Keymap, context: Context): readonly PaletteEntry[] => {
	const here = keymap.bindingsFor(context).filter(named).map(binding => entryOf(binding, null));
	const known = new Set(here.map(({name}) => name));
	const elsewhere = keymap.all.filter(binding => named(binding) && !known.has(nameOf(binding)))
		.map(binding => entryOf(binding, whereInstead(binding.contexts, keymap, 1)));
	return [...here, ...elsewhere.filter((entry, index) => elsewhere.findIndex(other => other.name === entry.name) === index)];
};

/** Letters in order, the loosest fit. */
const LETTERS = 3;

/** How well words fit a name: the beginning of it, of its words, or their letters in order. Null: not at all. */
const fitOf = (query: string, name: string): number | null => {
	const [wanted, text] = [query.trim().toLowerCase(), name.toLowerCase()];
	if (wanted === '') return 0;
	if (text.startsWith(wanted)) return 0;
	if (wanted.split(/\s+/).every(word => text.split(/[\s:,]+/).some(part => part.startsWith(word)))) return 1;
	if (text.includes(wanted)) return 2;
	let at = -1;
	for (const letter of wanted.replaceAll(' ', '')) {
		at = text.indexOf(letter, at + 1);
		if (at < 0) return null;
	}

	return LETTERS;
};

/** What the palette offers for what was typed, best first; what works here before what does not. */
export const paletteEntries = (keymap: Keymap, context: Context, query: string): readonly PaletteEntry[] => entriesOf(keymap, context)
	.flatMap(entry => {
		const fit = fitOf(query, entry.name);
		return fit === null ? [] : [{entry, fit}];
	})
	// Letters in order fit almost anything: only where nothing fits better.
	.filter(({fit}, _, all) => fit < LETTERS || all.every(other => other.fit >= LETTERS))
	.sort((a, b) => Number(a.entry.unavailable !== null) - Number(b.entry.unavailable !== null) || a.fit - b.fit)
	.map(({entry}) => entry);

/** How many actions the palette knows in all. */
export const paletteSize = (keymap: Keymap, context: Context): number => entriesOf(keymap, context).length;
