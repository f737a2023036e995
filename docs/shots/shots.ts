import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {Resvg} from '@resvg/resvg-js';
import {createElement} from 'react';
import {parseBackground} from '../../source/cluster/background.ts';
import {mendable} from '../../source/commands/mend/mendable.ts';
import type {Intake} from '../../source/model/desk.ts';
import type {Library} from '../../source/model/library.ts';
import type {Correction} from '../../source/model/override.ts';
import {Problem} from '../../source/model/problem.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {App} from '../../source/ui/app.tsx';
import {createSession} from '../../source/ui/session/session.ts';
import {SpokenScreen} from '../../source/ui/paint/spoken-screen.tsx';
import {SPOKEN_SIZE} from '../../source/ui/paint/spoken.ts';
import {themes, type ThemeName} from '../../source/ui/paint/theme.ts';
import {tools} from '../../source/ui/tools.ts';
import {lostCorrections} from '../../test/helpers/lost-corrections.ts';
import {eventOf, memoryEffects, memoryLibrary} from '../../test/helpers/memory-library.ts';
import {openScreen} from '../../test/helpers/screen.ts';
import {darkLook, drawTerminal, lightLook} from './draw.ts';
import {indexedPng} from './indexed-png.ts';

/** A library as a shot finds it: a copy of the demo that may be written to, nothing, a made-up one in memory, or pages that come in one after the other. */
type Over = 'demo' | 'empty' | (() => Library) | {readonly pages: readonly string[]};

/** A picture: its name, the size of the terminal, and what is pressed before it is taken. */
type Shot = {
	readonly name: string; readonly columns: number; readonly rows: number; readonly keys: readonly string[];
	readonly theme?: ThemeName; readonly ascii?: boolean; readonly over?: Over; readonly before?: (library: Library) => Promise<readonly Correction[]>;
	/** As it is said, line by line. */
	readonly spoken?: boolean;
	/** How an import goes: it fails, or it is still under way when the picture is taken. */
	readonly imports?: 'fails' | 'goes on';
};

const wide = {columns: 120, rows: 36} as const;
const narrow = {columns: 80, rows: 24} as const;
const smallest = {columns: 60, rows: 20} as const;
const widest = {columns: 200, rows: 50} as const;

/** Every view and state, and the keys to it. */
const ways = {
	deck: [], explain: ['c', 'k'], relay: ['c', ')', '\r'], text: ['c', '2'], figures: ['c', '3', 'l'], origins: ['c', '3', 'O'], ledger: ['c', '3', '3'],
	headlines: ['c', '4'], quotes: ['c', '5'], gaps: ['c', '6'], timeline: ['c', '7'],
	reader: ['c', '3', 'l', '\r'], search: ['/', 'casulties'], help: ['?'], palette: [':', 'exp'], export: ['e'], articles: ['g', 'a', 'j'], 'raw-page': ['g', 'a', 'j', '\r', 'r'], 'put-right': ['c', '3', 'l', 'i'],
	outlets: ['g', 'o'], saved: ['c', 'S', 'Kursk, for Monday', '\r', 'g', 'c'], why: ['j', 'j', 'j', 'W'], merge: ['j', 'j', 'j', ' ', 'j', ' ', 'M'], copy: ['c', '3', 'l', 'y'], 'add-column': ['c', 'a'], 'ask-a-name': ['c', 'S'],
	pipe: ['c', '3', 'l', '|'], 'choose-words': ['c', '3', 'l', '\r', 'a', 'v', 'l', 'l'], marks: ['g', 'a', 'v', 'j', 'j', 'v'], 'nothing-found': ['/', 'xqzzw'], 'filtered-out': ['c', '3', 'F', 'snow', '\r'], 'nothing-starred': ['g', 's'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const casualties = {measure: 'casualties', subject: null, scope: null, flow: null} as const;
const killed = {measure: 'killed', subject: null, scope: null, flow: null} as const;
const followed: readonly Correction[] = [{kind: 'question', name: 'losses in Kursk', tracked: casualties}, {kind: 'question', name: 'killed', tracked: killed}];

const asked: readonly Correction[] = [{kind: 'search', name: 'high tolls', query: 'has:figures killed>50'}, {kind: 'search', name: 'what officials say', query: 'speaker:official'}];

/** A made-up fire: more killed than hurt and killed together, which cannot be, as they are read. */
const fire = (): Library => memoryLibrary([
	{
		id: 'a-sunday', outlet: 'Harbour Wire', published: '2024-11-03', headline: 'Warehouse fire: 12 casualties',
		paragraphs: ['Two halls burnt down on Saturday night. Police said on Sunday that there were 12 casualties.', 'Some 60 people lost their work, the owner said.'],
		figures: [
			{text: '12', segment: 0, measure: 'casualties', measureText: 'casualties', low: 12, high: 12, subject: 'warehouse workers', source: 'police', cue: 'said', saidOnText: 'on Sunday', saidOn: '2024-11-03', asOf: '2024-11-03'},
			{text: 'Some 60', segment: 1, measure: 'out of work', measureText: 'lost their work', low: 60, high: 60, qualifier: '~', subject: 'people', source: 'the owner', cue: 'said', hedges: ['Some']},
		],
	},
	{
		id: 'a-monday', outlet: 'Evening Mail', published: '2024-11-04', headline: 'At least 20 dead after warehouse fire',
		paragraphs: ['At least 20 people were killed in the warehouse fire, the fire service said.', 'Two of them were firefighters.'],
		figures: [{text: 'At least 20', segment: 0, measure: 'killed', measureText: 'killed', low: 20, qualifier: '>=', subject: 'warehouse workers', source: 'the fire service', cue: 'said', asOf: '2024-11-03'}],
	},
], [eventOf('e-fire', 'Warehouse fire: the dead and the hurt', ['a-sunday', 'a-monday'])]);

/** A made-up page that comes in twice, put otherwise the second time. */
const page = (hurt: string, word: string): string => JSON.stringify({id: 'flood-1', title: 'Flood in Ellery: the losses', outlet: 'Tidewater Times', date: '2025-03-02', paras: [`The flood left ${hurt} people hurt, the town said on Sunday.`, 'Three bridges are closed until spring.', `The mayor called it ${word}.`]});

const shot = (name: keyof typeof ways, more: Partial<Shot> & {readonly as?: string} = {}): Shot => {
	const {as, ...rest} = more;
	return {name: as ?? name, ...wide, keys: ways[name], ...rest};
};

const shots: readonly Shot[] = [
	...(Object.keys(ways) as ReadonlyArray<keyof typeof ways>).filter(name => name !== 'deck').map(name => shot(name)),
	shot('deck', {as: 'deck-120x36'}), shot('deck', {as: 'deck-120x36-light', theme: 'light'}), shot('deck', {as: 'deck-80x24', ...narrow}), shot('deck', {as: 'deck-80x24-light', ...narrow, theme: 'light'}),
	...(['explain', 'text', 'figures', 'timeline', 'ledger', 'reader', 'search', 'put-right', 'palette'] as const).map(name => shot(name, {as: `${name}-light`, theme: 'light'})),
	...(['text', 'figures', 'explain'] as const).flatMap(name => [shot(name, {as: `${name}-80x24`, ...narrow}), shot(name, {as: `${name}-80x24-light`, ...narrow, theme: 'light'})]),
	...(['ledger', 'reader', 'search', 'help'] as const).map(name => shot(name, {as: `${name}-80x24`, ...narrow})),
	...(['deck', 'figures', 'reader'] as const).map(name => shot(name, {as: `${name}-60x20`, ...smallest})),
	...(['deck', 'text'] as const).map(name => shot(name, {as: `${name}-200x50`, ...widest})),
	...(['deck', 'explain', 'text', 'figures'] as const).map(name => shot(name, {as: `${name}-mono`, theme: 'mono'})),
	...(['deck', 'explain', 'figures', 'timeline'] as const).map(name => shot(name, {as: `${name}-ascii`, theme: 'mono', ascii: true})),
	shot('figures', {as: 'figures-ansi16', theme: 'ansi16'}),
	{name: 'review', ...wide, keys: ['g', 'r'], before: lostCorrections},
	{name: 'questions', ...wide, keys: ['g', 'q'], before: async () => followed},
	{name: 'searches', ...wide, keys: ['/', 'casulties', '\r', 'g', '/'], before: async () => asked},
	{name: 'tension', ...wide, keys: ['c'], over: fire},
	{name: 'versions', ...wide, keys: ['g', 'a', '\r', 'D'], over: {pages: [page('at least 14', '“a hard night”'), page('16', '“the worst night in years”')]}},
	{name: 'empty', ...wide, keys: [], over: 'empty'},
	{name: 'import-path', ...narrow, keys: ['I', 'pages/'], over: 'empty'},
	{name: 'import-under-way', ...narrow, keys: ['I', 'pages/', '\r'], imports: 'goes on'},
	{name: 'error', ...narrow, keys: ['I', 'pages/monday.pdf', '\r'], imports: 'fails'},
	{name: 'too-small', columns: 52, rows: 14, keys: []},
	{name: 'screen-reader', ...narrow, keys: ['g', 'a', 'j'], spoken: true},
];

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A terminal's screen as PNG. */
export const png = (svg: string): Uint8Array => indexedPng(new Resvg(svg, {font: {loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans Mono'}}).render());

/** The folder of a shot's library: the demo as a copy that may be written to, pages imported by the built program, or nothing. */
const folderFor = (over: Over): string => {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'newsdeck-shot-'));
	const name = path.join(folder, over === 'demo' ? 'demo' : 'library');
	if (over === 'demo') cpSync(here('../../data/demo/library'), name, {recursive: true});
	for (const text of typeof over === 'object' ? over.pages : []) {
		const file = path.join(folder, 'page.jsonl');
		writeFileSync(file, `${text}\n`);
		execFileSync(process.execPath, [here('../../dist/newsdeck.js'), 'import', file, '--library', name, '--quiet', '--now', '2025-03-03'], {stdio: 'ignore'});
	}

	return name;
};

/** What an import comes to here. */
const intakeFor = (imports: Shot['imports']): Intake | undefined => imports === undefined ? undefined : {
	async files(file, {progress}) {
		if (imports === 'fails') throw new Problem({exit: 'unreadable', what: `${file} was not imported.`, why: 'It is no text, web page, feed or table that newsdeck reads.', remedy: 'Save it as text or HTML, and import that.'});
		progress('read 12 of 40');
		return new Promise(() => {});
	},
	demo: async () => Promise.reject(new Error('not asked for')), regroup: async () => '',
};

/** In this process, so that each key is worked off before the next: a picture never waits for time. */
const take = async (wanted: Shot): Promise<void> => {
	const {name, columns, rows, keys, before, imports, over = 'demo', ascii = false, spoken = false} = wanted;
	const theme = themes[wanted.theme ?? 'dark'];
	const effects = memoryEffects();
	const folder = folderFor(over);
	// Why articles belong together no picture shows: no word has a background here.
	const library = typeof over === 'function' ? over() : mendable(await openLibrary(folder, {now: effects.now, create: true}), async () => parseBackground(''));
	const made = await before?.(library) ?? [];
	if (made.length > 0) await library.commit({corrections: made.map(correction => ({correction, who: 'ada', when: '2026-01-01T17:05:00.000Z', why: null}))}, (await library.summary()).generation);
	const intake = intakeFor(imports);
	const session = await createSession({library, effects, size: spoken ? SPOKEN_SIZE : {columns, rows}, tools, theme, ascii, spoken, ...(intake && {intake})});
	await session.settled();
	const screen = await openScreen(spoken ? createElement(SpokenScreen, {session, ascii}) : createElement(App, {session, theme, size: {columns, rows}}), {columns, rows});
	for (const [index, key] of keys.entries()) {
		await screen.press(key);
		// What goes on is drawn while it goes on.
		if (imports === undefined || index < keys.length - 1) await session.settled();
		else await session.idle();
	}

	await screen.settle();
	writeFileSync(here(`./${name}.png`), png(drawTerminal(screen.terminal, theme.name === 'light' ? lightLook : darkLook)));
	screen.close();
	await library.close();
	rmSync(path.dirname(folder), {recursive: true, force: true});
};

const wanted = process.argv.slice(2);
for (const one of shots) {
	if (wanted.length === 0 || wanted.includes(one.name)) await take(one);
}

process.exit(0);
