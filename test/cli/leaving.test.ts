import {cpSync} from 'node:fs';
import path from 'node:path';
import {afterEach, describe, expect, test} from 'vitest';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {built, emptyPlace, root} from '../helpers/program.ts';
import {openTerminal} from '../helpers/terminal.ts';

const provoke = path.join(root, 'test/faults/provoke.mjs');
const stars = 'gaj*';
const tags = 'tharbour\r';

let terminal: ReturnType<typeof openTerminal> | null = null;
afterEach(() => terminal?.close());

/** Somebody who has put something right already: from then on what a key does is written a little after it. */
const begin = async (fault = '') => {
	const {folder, env} = emptyPlace();
	const library = path.join(folder, 'library');
	cpSync(path.join(root, 'data/demo/library'), library, {recursive: true});
	const deck = openTerminal('bash', ['-c', 'echo pid=$$; exec "$0" "$@"', process.execPath, '--import', provoke, built, library], {cwd: folder, env: {HOME: folder, XDG_DATA_HOME: String(env['XDG_DATA_HOME']), XDG_CACHE_HOME: String(env['XDG_CACHE_HOME']), NEWSDECK_TEST_FAULT: fault}});
	terminal = deck;
	await deck.waitFor('? keys', 20_000);
	deck.write(stars);
	await deck.waitFor('1 article starred');
	const log = async (): Promise<readonly string[]> => (await (await openLibrary(library, {readOnly: true, now: () => new Date('2026-01-02')})).log())
		.map(({sequence, begun, act}) => `${begun ?? sequence} ${act.kind === 'correct' ? act.correction.kind : act.kind}`);
	return {deck, log, pid: Number(/pid=(\d+)/.exec(deck.raw())?.[1])};
};

describe.skipIf(process.platform === 'win32')('what a key put right is in the library, however the screen ends right after it', () => {
	test.each([['Q', 'Q', 0], ['control-C', '\u0003', 130]])('%s, in one burst with the key', async (_, last, code) => {
		const {deck, log} = await begin();
		deck.write(`${tags}${last}`);
		expect((await deck.exited(20_000)).exitCode).toBe(code);
		expect(await log()).toEqual(['1 mark', '2 tag']);
	});

	test.each([['SIGTERM', 143], ['SIGHUP', 129], ['SIGINT', 130], ['SIGQUIT', 131]] as const)('%s', async (signal, code) => {
		const {deck, log, pid} = await begin();
		deck.write(tags);
		await deck.waitFor('1 article: harbour');
		process.kill(pid, signal);
		expect((await deck.exited(20_000)).exitCode).toBe(code);
		expect(await log()).toEqual(['1 mark', '2 tag']);
	});

	test('a bug that nobody caught', async () => {
		const {deck, log, pid} = await begin('throw');
		deck.write(tags);
		await deck.waitFor('1 article: harbour');
		process.kill(pid, 'SIGUSR2');
		expect((await deck.exited(20_000)).exitCode).toBe(70);
		expect(await log()).toEqual(['1 mark', '2 tag']);
	});

	test('a window that is closed', async () => {
		const {deck, log, pid} = await begin();
		deck.write(tags);
		await deck.waitFor('1 article: harbour');
		deck.close();
		await expect.poll(() => {
			try {
				return process.kill(pid, 0);
			} catch {
				return false;
			}
		}, {timeout: 20_000}).toBe(false);
		expect(await log()).toEqual(['1 mark', '2 tag']);
	});

	test('undo takes back the last key alone, also where it was not written yet; and is written itself', async () => {
		const {deck, log} = await begin();
		deck.write(`${tags}tships\ru`);
		await deck.waitFor('was taken back');
		deck.write('Q');
		expect((await deck.exited(20_000)).exitCode).toBe(0);
		expect(await log()).toEqual(['1 mark', '2 tag', '3 tag', '4 undo']);
	});
});
