import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {Resvg} from '@resvg/resvg-js';
import {openTerminal} from '../../test/helpers/terminal.ts';
import {darkLook, drawTerminal, lightLook, type Look} from './draw.ts';

/** A picture: its name, the size of the terminal, and what is pressed before it is taken. */
type Shot = {readonly name: string; readonly columns: number; readonly rows: number; readonly keys: readonly string[]; readonly light?: boolean};

const wide = {columns: 120, rows: 36} as const;
const narrow = {columns: 80, rows: 24} as const;
const shots: readonly Shot[] = [
	{name: 'deck-120x36', ...wide, keys: []},
	{name: 'deck-80x24', ...narrow, keys: []},
	{name: 'figures', ...wide, keys: ['c']},
	{name: 'text', ...wide, keys: ['c', '2']},
	{name: 'figures-80x24', ...narrow, keys: ['c']},
	{name: 'reader', ...wide, keys: ['c', '\r']},
	{name: 'search', ...wide, keys: ['/', 'casulties']},
	{name: 'help', ...wide, keys: ['?']},
	{name: 'export', ...wide, keys: ['e']},
];

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const program = here('../../dist/newsdeck.js');

/** A terminal's screen as PNG. */
export const png = (svg: string): Uint8Array => new Resvg(svg, {font: {loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans Mono'}}).render().asPng();

const take = async ({name, columns, rows, keys, light = false}: Shot): Promise<void> => {
	const terminal = openTerminal(process.execPath, [program, 'demo'], {columns, rows, env: light ? {COLORFGBG: '0;15'} : {}});
	try {
		await terminal.waitFor('? keys');
		for (const key of keys) {
			terminal.write(key);
			await terminal.still();
		}

		await terminal.still();
		const look: Look = light ? lightLook : darkLook;
		writeFileSync(here(`./${name}.png`), png(drawTerminal(terminal.terminal, look)));
		terminal.write('Q');
	} finally {
		terminal.close();
	}
};

const wanted = process.argv.slice(2);
for (const shot of shots) {
	if (wanted.length === 0 || wanted.includes(shot.name)) await take(shot);
}

process.exit(0);
