import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, describe, expect, test} from 'vitest';
import {built, emptyPlace, objects, root, run} from '../helpers/program.ts';
import {openTerminal} from '../helpers/terminal.ts';

let terminal: ReturnType<typeof openTerminal> | undefined;
afterEach(() => terminal?.close());

const place = emptyPlace();
const env = {...place.env, XDG_CONFIG_HOME: path.join(place.folder, 'config')};
mkdirSync(path.join(place.folder, 'config/newsdeck'), {recursive: true});
writeFileSync(path.join(place.folder, 'config/newsdeck/config.json'), '{"ascii": true, "keys": {"compare": ["C"], "drop": ["e"]}}');

const sit = async (words: readonly string[] = [], own: Readonly<Record<string, string>> = {}, sees = 'demo') => {
	const deck = openTerminal(process.execPath, [built, 'demo', ...words], {columns: 80, rows: 24, cwd: place.folder, env: {XDG_DATA_HOME: place.folder, XDG_CACHE_HOME: place.folder, XDG_CONFIG_HOME: path.join(place.folder, 'none'), HOME: place.folder, ...own}});
	terminal = deck;
	await deck.waitFor(sees);
	return deck;
};

describe('newsdeck config', () => {
	test('shows each value with where it comes from, and ends with 1 where something is wrong', async () => {
		const {code, out, err} = await run(['config', '--json'], {env: {...env, NEWSDECK_THEME: 'light'}, cwd: place.folder});
		expect(objects(out).find(({setting}) => setting === 'theme')).toEqual({setting: 'theme', value: 'light', from: 'environment', where: 'NEWSDECK_THEME'});
		expect(objects(out).find(({setting}) => setting === 'ascii')).toMatchObject({value: true, from: 'user'});
		expect(err).toMatch(/^newsdeck: keys\.drop: e is export .+\n$/);
		expect(code).toBe(1);
	});

	test('a flag is nearer than the file; keys that can be count', async () => {
		const ascii = await run(['demo', '--snapshot', '--size', '120x30', '--keys', 'C3', '--quiet'], {env, cwd: root});
		expect(ascii.out).toMatch(/^[\x0A\x20-\x7E]*$/);
		expect(ascii.out).toContain('3 Figures');
		expect((await run(['demo', '--snapshot', '--no-ascii', '--quiet'], {env, cwd: root})).out).toContain('═');
		expect(await run(['demo', '--theme', 'pink'], {env, cwd: root})).toMatchObject({code: 2, out: ''});
	});
});

describe('in a terminal', () => {
	test('the mouse is asked for, and let go at the end; --no-mouse leaves it alone', async () => {
		const deck = await sit();
		await deck.waitFor('? keys');
		// Asked for with the first frame, told a moment after it.
		await deck.still();
		expect(deck.raw()).toContain('\u001B[?1006h');
		deck.write('\u001B[<0;10;5M');
		await deck.waitFor(/[2-9] of \d+/);
		deck.write('q');
		expect((await deck.exited()).exitCode).toBe(0);
		expect(deck.raw().lastIndexOf('\u001B[?1006l')).toBeGreaterThan(deck.raw().lastIndexOf('\u001B[?1006h'));
		const quiet = await sit(['--no-mouse']);
		await quiet.still();
		expect(quiet.raw()).not.toContain('[?1006h');
	});

	test('for a screen reader there is no other page and no box, and keys answer in lines', async () => {
		const deck = await sit([], {NEWSDECK_SCREEN_READER: '1'}, '? keys');
		expect(deck.raw()).toContain('selected: ');
		deck.write('b');
		await deck.waitFor('in a comparison only: press c first');
		deck.write('q');
		expect((await deck.exited()).exitCode).toBe(0);
		expect(deck.raw()).not.toContain('[?1049h');
		expect(deck.raw()).not.toMatch(/[─═│▌]/);
	});

	test('NO_COLOR means none, COLORFGBG tells the paper', async () => {
		expect((await sit([], {NO_COLOR: '1'})).raw()).not.toMatch(/\u001B\[[\d;]*38;/);
		terminal?.close();
		const light = await sit([], {COLORFGBG: '0;15'});
		await light.waitFor('? keys');
		expect(light.raw()).toContain('26;92;156');
	});

	test('the clipboard is given words through the terminal, the pager has the terminal to itself', async () => {
		const deck = await sit([], {PAGER: `${process.execPath} -e "process.stdin.on('data', d => process.stdout.write('PAGED ' + d)).on('end', () => setTimeout(() => {}, 300))"`});
		deck.write('y\r');
		await deck.waitFor('copied:');
		expect(deck.raw()).toContain(`\u001B]52;c;${Buffer.from('North', 'utf8').toString('base64').slice(0, 6)}`);
		deck.write('ga');
		await deck.waitFor('1 of 26');
		deck.write('P');
		await deck.waitFor('PAGED');
		await deck.waitFor('1 of 26');
		deck.write('Q');
		expect((await deck.exited()).exitCode).toBe(0);
	});

	test('a newer page without the words of a correction: the screen says that it waits', async () => {
		const page = path.join(place.folder, 'quay.txt');
		const tell = (boats: number): void => writeFileSync(page, `Boats lost in the storm\n\nAt least ${boats} boats were lost in the storm on Sunday, the harbour office said.\n\nThe harbour will stay closed until Thursday, it said.\n`);
		tell(40);
		await run(['import', page, '--library', 'waits'], {env, cwd: place.folder});
		const [figure] = objects((await run(['figures', '--json', '--library', 'waits'], {env, cwd: place.folder})).out);
		expect((await run(['figure', 'confirm', String(figure?.['id']), '--library', 'waits'], {env, cwd: place.folder})).code).toBe(0);
		tell(60);
		const deck = openTerminal(process.execPath, [built, 'waits'], {columns: 120, rows: 24, cwd: place.folder, env: {XDG_DATA_HOME: place.folder, XDG_CACHE_HOME: place.folder, XDG_CONFIG_HOME: path.join(place.folder, 'none'), HOME: place.folder}});
		terminal = deck;
		await deck.waitFor('? keys');
		deck.write('I');
		await deck.waitFor('enter import');
		deck.write(`${page}\r`);
		expect(await deck.waitFor('in the Review', 20_000)).toContain('corrections that find their words no more: 1, in the Review');
	});

	test('files are imported from the screen into the library of one\'s own', async () => {
		writeFileSync(path.join(place.folder, 'page.txt'), 'Harbour bridge closed\n\nThe bridge was closed on Monday after 14 cars had run into each other, the port office said.\n');
		const deck = await sit();
		deck.write('I');
		await deck.waitFor('Import which');
		deck.write('page.txt\r');
		await deck.waitFor('articles imported: 1, from files: 1');
		expect(deck.text()).toContain('1 article');
		deck.write('q');
		expect((await deck.exited()).exitCode).toBe(0);
	});
});
