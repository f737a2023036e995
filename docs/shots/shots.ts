import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {Resvg} from '@resvg/resvg-js';
import {createElement} from 'react';
import {parseBackground} from '../../source/cluster/background.ts';
import {mendable} from '../../source/commands/mend/mendable.ts';
import type {Library} from '../../source/model/library.ts';
import type {Correction} from '../../source/model/override.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {App} from '../../source/ui/app.tsx';
import {createSession} from '../../source/ui/session/session.ts';
import {themes, type ThemeName} from '../../source/ui/paint/theme.ts';
import {tools} from '../../source/ui/tools.ts';
import {lostCorrections} from '../../test/helpers/lost-corrections.ts';
import {memoryEffects} from '../../test/helpers/memory-library.ts';
import {openScreen} from '../../test/helpers/screen.ts';
import {darkLook, drawTerminal, lightLook} from './draw.ts';
import {indexedPng} from './indexed-png.ts';

/** A picture: its name, the size of the terminal, and what is pressed before it is taken; over the demo, or over a library without articles. */
type Shot = {
	readonly name: string; readonly columns: number; readonly rows: number; readonly keys: readonly string[];
	readonly theme?: ThemeName; readonly ascii?: boolean; readonly empty?: boolean; readonly before?: (library: Library) => Promise<readonly Correction[]>;
};

const wide = {columns: 120, rows: 36} as const;
const narrow = {columns: 80, rows: 24} as const;
/** The compare views, and the keys from the deck to them. */
const views: ReadonlyArray<readonly [string, readonly string[]]> = [
	['explain', ['c']], ['relay', ['c', ')', '\r']], ['text', ['c', '2']], ['figures', ['c', '3', 'l']], ['origins', ['c', '3', 'O']], ['ledger', ['c', '3', '3']],
	['headlines', ['c', '4']], ['quotes', ['c', '5']], ['gaps', ['c', '6']], ['timeline', ['c', '7']],
];
/** Each of the other views once. */
const others: ReadonlyArray<readonly [string, readonly string[]]> = [
	['reader', ['c', '3', 'l', '\r']], ['search', ['/', 'casulties']], ['help', ['?']], ['palette', [':', 'exp']], ['export', ['e']], ['articles', ['g', 'a', 'j']], ['raw-page', ['g', 'a', 'j', '\r', 'r']], ['put-right', ['c', '3', 'l', 'i']],
];

const casualties = {measure: 'casualties', subject: null, scope: null, flow: null} as const;
const killed = {measure: 'killed', subject: null, scope: null, flow: null} as const;
const followed: readonly Correction[] = [{kind: 'question', name: 'losses in Kursk', tracked: casualties}, {kind: 'question', name: 'killed', tracked: killed}];

const shots: readonly Shot[] = [
	{name: 'deck-120x36', ...wide, keys: []},
	{name: 'deck-80x24', ...narrow, keys: []},
	{name: 'deck-120x36-light', ...wide, keys: [], theme: 'light'},
	{name: 'deck-80x24-light', ...narrow, keys: [], theme: 'light'},
	...views.map(([name, keys]) => ({name, ...wide, keys})),
	...others.map(([name, keys]) => ({name, ...wide, keys})),
	...views.filter(([name]) => ['explain', 'text', 'figures', 'timeline'].includes(name)).map(([name, keys]): Shot => ({name: `${name}-light`, ...wide, keys, theme: 'light'})),
	...(['text', 'figures'] as const).flatMap((name): Shot[] => [{name: `${name}-80x24`, ...narrow, keys: name === 'text' ? ['c', '2'] : ['c', '3', 'l']}, {name: `${name}-80x24-light`, ...narrow, keys: name === 'text' ? ['c', '2'] : ['c', '3', 'l'], theme: 'light'}]),
	{name: 'figures-ansi16', ...wide, keys: ['c', '3', 'l'], theme: 'ansi16'},
	{name: 'figures-mono', ...wide, keys: ['c', '3', 'l'], theme: 'mono'},
	{name: 'figures-ascii', ...wide, keys: ['c', '3', 'l'], theme: 'mono', ascii: true},
	{name: 'review', ...wide, keys: ['g', 'r'], before: lostCorrections},
	{name: 'questions', ...wide, keys: ['g', 'q'], before: async () => followed},
	{name: 'empty', ...wide, keys: [], empty: true},
];

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A terminal's screen as PNG. */
export const png = (svg: string): Uint8Array => indexedPng(new Resvg(svg, {font: {loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans Mono'}}).render());

/** The demo as a copy that may be written to, or a folder without anything. */
const libraryFor = ({empty = false}: Shot): string => {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'newsdeck-shot-'));
	const name = path.join(folder, empty ? 'library' : 'demo');
	if (!empty) cpSync(here('../../data/demo/library'), name, {recursive: true});
	return name;
};

/** In this process, so that each key is worked off before the next: a picture never waits for time. */
const take = async (shot: Shot): Promise<void> => {
	const {name, columns, rows, keys, before, ascii = false} = shot;
	const theme = themes[shot.theme ?? 'dark'];
	const effects = memoryEffects();
	const folder = libraryFor(shot);
	// Why articles belong together no picture shows: no word has a background here.
	const library = mendable(await openLibrary(folder, {now: effects.now, create: true}), async () => parseBackground(''));
	const made = await before?.(library) ?? [];
	if (made.length > 0) await library.commit({corrections: made.map(correction => ({correction, who: 'ada', when: '2026-01-01T17:05:00.000Z', why: null}))}, (await library.summary()).generation);
	const session = await createSession({library, effects, size: {columns, rows}, tools, theme, ascii});
	await session.settled();
	const screen = await openScreen(createElement(App, {session, theme, size: {columns, rows}}), {columns, rows});
	for (const key of keys) {
		await screen.press(key);
		await session.settled();
	}

	await screen.settle();
	writeFileSync(here(`./${name}.png`), png(drawTerminal(screen.terminal, theme.name === 'light' ? lightLook : darkLook)));
	screen.close();
	await library.close();
	rmSync(path.dirname(folder), {recursive: true, force: true});
};

const wanted = process.argv.slice(2);
for (const shot of shots) {
	if (wanted.length === 0 || wanted.includes(shot.name)) await take(shot);
}

process.exit(0);
