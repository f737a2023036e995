import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {Resvg} from '@resvg/resvg-js';
import {createElement} from 'react';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {App} from '../../source/ui/app.tsx';
import {createSession} from '../../source/ui/session.ts';
import {themes} from '../../source/ui/theme.ts';
import {tools} from '../../source/ui/tools.ts';
import {memoryEffects} from '../../test/helpers/memory-library.ts';
import {openScreen} from '../../test/helpers/screen.ts';
import {darkLook, drawTerminal, lightLook} from './draw.ts';

/** A picture: its name, the size of the terminal, and what is pressed before it is taken. */
type Shot = {readonly name: string; readonly columns: number; readonly rows: number; readonly keys: readonly string[]; readonly light?: boolean};

const wide = {columns: 120, rows: 36} as const;
const narrow = {columns: 80, rows: 24} as const;
/** The compare views, and the keys from the deck to them. */
const views: ReadonlyArray<readonly [string, readonly string[]]> = [
	['explain', ['c']], ['relay', ['c', ')', '\r']], ['text', ['c', '2']], ['figures', ['c', '3', 'l']], ['origins', ['c', '3', 'O']], ['ledger', ['c', '3', '3']],
	['headlines', ['c', '4']], ['quotes', ['c', '5']], ['gaps', ['c', '6']], ['timeline', ['c', '7']],
];

const shots: readonly Shot[] = [
	{name: 'deck-120x36', ...wide, keys: []},
	{name: 'deck-80x24', ...narrow, keys: []},
	{name: 'deck-120x36-light', ...wide, keys: [], light: true},
	{name: 'deck-80x24-light', ...narrow, keys: [], light: true},
	...[false, true].flatMap(light => [
		...views.map(([name, keys]) => ({name: `${name}${light ? '-light' : ''}`, ...wide, keys, light})),
		{name: `text-80x24${light ? '-light' : ''}`, ...narrow, keys: ['c', '2'], light},
		{name: `figures-80x24${light ? '-light' : ''}`, ...narrow, keys: ['c', '3', 'l'], light},
	]),
	{name: 'reader', ...wide, keys: ['c', '3', 'l', '\r']},
	{name: 'search', ...wide, keys: ['/', 'casulties']},
	{name: 'help', ...wide, keys: ['?']},
	{name: 'export', ...wide, keys: ['e']},
];

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A terminal's screen as PNG. */
export const png = (svg: string): Uint8Array => new Resvg(svg, {font: {loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans Mono'}}).render().asPng();

/** In this process, so that each key is worked off before the next: a picture never waits for time. */
const take = async ({name, columns, rows, keys, light = false}: Shot): Promise<void> => {
	const theme = light ? themes.light : themes.dark;
	const effects = memoryEffects();
	const library = await openLibrary(here('../../data/demo/library'), {now: effects.now});
	const session = await createSession({library, effects, size: {columns, rows}, tools, theme});
	const screen = await openScreen(createElement(App, {session, theme, size: {columns, rows}}), {columns, rows});
	for (const key of keys) {
		await screen.press(key);
		await session.settled();
	}

	await screen.settle();
	writeFileSync(here(`./${name}.png`), png(drawTerminal(screen.terminal, light ? lightLook : darkLook)));
	screen.close();
	await library.close();
};

const wanted = process.argv.slice(2);
for (const shot of shots) {
	if (wanted.length === 0 || wanted.includes(shot.name)) await take(shot);
}

process.exit(0);
