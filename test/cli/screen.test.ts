import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, expect, test} from 'vitest';
import {built, emptyPlace, objects, run} from '../helpers/program.ts';
import {openTerminal} from '../helpers/terminal.ts';

let terminal: ReturnType<typeof openTerminal> | undefined;
afterEach(() => terminal?.close());

const start = async (columns: number, rows: number) => {
	const place = emptyPlace();
	const deck = openTerminal(process.execPath, [built], {columns, rows, cwd: place.folder, env: {XDG_DATA_HOME: place.folder, XDG_CACHE_HOME: place.folder, HOME: place.folder, NEWSDECK_LIBRARY: ''}});
	terminal = deck;
	await deck.waitFor('newsdeck  demo');
	return {deck, folder: place.folder};
};

test('from the demo to an exported comparison, by keys alone', async () => {
	const {deck, folder} = await start(120, 36);
	const press = async (keys: string, sees: string): Promise<string> => {
		deck.write(keys);
		return deck.waitFor(sees);
	};

	await press('/casulties', 'read as casualties');
	await press('\r', 'Evidence');
	await press('c', 'These can all be true together.');
	expect(await press('3', 'not comparable')).toContain('over 5,000');
	await press('\r', 'sha256');
	await press('q', '3 Figures');
	await press('e', 'Markdown');
	const name = /(\S+\.md) was written/.exec(await press('\r', '.md was written.'))?.[1] ?? '';
	expect(existsSync(path.join(folder, name))).toBe(true);
	expect(readFileSync(path.join(folder, name), 'utf8')).toContain('over 5,000');
	deck.write('Q');
	expect((await deck.exited()).exitCode).toBe(0);
});

test('the deck fits 80x24, follows a resize, and says so when it is too small', async () => {
	const {deck} = await start(80, 24);
	await deck.waitFor('? keys');
	deck.resize(120, 36);
	await deck.waitFor(/^[═╤─]{120}$/m);
	deck.resize(50, 12);
	await deck.waitFor('newsdeck needs 60x15; this is 50x12.');
	deck.resize(80, 24);
	await deck.waitFor('newsdeck  demo');
	deck.write('?');
	await deck.waitFor('Keys in the Deck');
	deck.write('\u001B');
	await deck.waitFor('? keys');
	deck.write('q');
	expect((await deck.exited()).exitCode).toBe(0);
});

test('keys typed ahead arrive as typed, and the terminal is given back', async () => {
	const {deck} = await start(100, 30);
	deck.write('/tariff\rq');
	await deck.waitFor('newsdeck  demo');
	deck.write('\u0003');
	// Control-C is no ordinary end: a script that opened the screen is told so.
	expect((await deck.exited()).exitCode).toBe(130);
	expect(deck.raw()).toContain('\u001B[?1049l');
});

test('a figure is confirmed and the confirmation taken back: the shipped demo stays as it is, a copy holds the log', async () => {
	const {deck, folder} = await start(120, 36);
	deck.write('/over 5,000\r');
	await deck.waitFor('by no one yet');
	deck.write('f');
	await deck.waitFor('is confirmed.');
	await deck.waitFor(/checked\s+by tester|√|confirmed/);
	deck.write('u');
	await deck.waitFor('was taken back');
	deck.write('Q');
	expect((await deck.exited()).exitCode).toBe(0);
	const log = await run(['log', '--json', '--library', path.join(folder, 'newsdeck/demo')]);
	expect(objects(log.out).map(entry => entry['act'])).toMatchObject([{kind: 'correct'}, {kind: 'undo'}]);
});

test('a search goes on while the window is drawn to another size, and back', async () => {
	const {deck} = await start(120, 36);
	deck.write('/tarif');
	await deck.waitFor(/read as tariffs?|tariff/);
	deck.resize(70, 18);
	deck.write('f');
	await deck.waitFor(/^ {3}\/ tariff/m);
	await deck.still();
	expect(deck.text().split('\n')).toHaveLength(18);
	deck.resize(50, 12);
	await deck.waitFor('newsdeck needs 60x15; this is 50x12.');
	deck.resize(120, 36);
	await deck.waitFor(/^ {3}\/ tariff/m);
	deck.write('\r');
	await deck.waitFor('Evidence');
	deck.write('Q');
	expect((await deck.exited(30_000)).exitCode).toBe(0);
});

/** The same keys every time: a small generator, so that a failure comes again. */
const seeded = (seed: number, count: number, keys: string): string => {
	let state = seed;
	return Array.from({length: count}, () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return keys[Math.floor(state / 65_536) % keys.length] ?? '';
	}).join('');
};

test('forty keys by chance, in one burst, leave a whole frame and a screen that hears', async () => {
	const {deck} = await start(120, 36);
	deck.write(seeded(20_250_302, 40, 'jkhlgGcvVnN)(][}{1234567 \tbxfrWe?/\u001B'));
	await deck.still(400);
	deck.write('\u001B\u001B\u001B');
	await deck.still(400);
	expect(deck.text().split('\n')).toHaveLength(36);
	expect(deck.raw()).not.toMatch(/this is a bug|undefined|\[object/);
	deck.write('\u0003');
	expect((await deck.exited(30_000)).exitCode).toBe(130);
});
