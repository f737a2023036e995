import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, expect, test} from 'vitest';
import {built, emptyPlace, objects, run} from '../helpers/program.ts';
import {openTerminal} from '../helpers/terminal.ts';

let terminal: ReturnType<typeof openTerminal> | undefined;
afterEach(() => terminal?.close());

const place = emptyPlace();
const env = {XDG_DATA_HOME: place.folder, XDG_CACHE_HOME: place.folder, XDG_STATE_HOME: path.join(place.folder, 'state'), XDG_CONFIG_HOME: path.join(place.folder, 'none'), HOME: place.folder};

const sit = async () => {
	const deck = openTerminal(process.execPath, [built, 'demo'], {columns: 100, rows: 30, cwd: place.folder, env});
	terminal = deck;
	await deck.waitFor('? keys');
	return deck;
};

/** The first event of the deck, as the command line tells it. */
const expected = async (): Promise<{readonly figures: number; readonly texts: readonly string[]}> => {
	const {out} = await run(['events', '--library', path.join(import.meta.dirname, '../../data/demo/library'), '--json']);
	const first = objects(out).find(({label}) => label === 'North Korean soldiers: losses');
	const rows = objects((await run(['figures', String(first?.['id']), '--library', path.join(import.meta.dirname, '../../data/demo/library'), '--json'])).out);
	return {figures: rows.length, texts: rows.map(({text}) => String(text))};
};

test('real commands read what is chosen: wc counts its figures, one like jq picks a key of each', async () => {
	const {figures, texts} = await expected();
	expect(figures).toBeGreaterThan(3);
	const deck = await sit();
	deck.write('|wc -l\r');
	await deck.waitFor('ended with 0');
	expect(deck.text()).toMatch(new RegExp(`^[^\\w]*${figures}\\W*$`, 'm'));
	writeFileSync(path.join(place.folder, 'pick.mjs'), 'import {createInterface} from "node:readline"; for await (const line of createInterface({input: process.stdin})) console.log(JSON.parse(line)[process.argv[2]]); console.error("done\\nand done"); process.exitCode = 3;');
	deck.write(`|${process.execPath} pick.mjs text\r`);
	await deck.waitFor('ended with 3 · done (and 1 line more)');
	expect(texts.filter(text => deck.text().includes(text)).length).toBeGreaterThan(2);
	deck.write('q|');
	// The line of before the last one, then the last sitting's in the next one.
	deck.write('\u001B[A\u001B[A');
	await deck.waitFor('| wc -l');
	deck.write('\u001B');
	await deck.still();
	deck.write('Q');
	expect((await deck.exited()).exitCode).toBe(0);
	const next = await sit();
	next.write('|\u001B[A');
	await next.waitFor('pick.mjs text');
	expect(readFileSync(path.join(place.folder, 'state/newsdeck/commands.json'), 'utf8')).toContain('wc -l');
});

test('no shell reads the line', async () => {
	const deck = await sit();
	deck.write('|touch $(id) `id` ;x\r');
	await deck.waitFor('ended with 0');
	expect(['$(id)', '`id`', ';x'].every(name => existsSync(path.join(place.folder, name)))).toBe(true);
});

test('one with the terminal to itself takes keys, and the screen comes back', async () => {
	const deck = await sit();
	writeFileSync(path.join(place.folder, 'reader.mjs'), 'import {openSync, readSync} from "node:fs"; let size = 0; for await (const chunk of process.stdin) size += chunk.length; process.stdout.write(`READ ${size > 100}`); const tty = openSync("/dev/tty", "r"); readSync(tty, Buffer.alloc(1)); process.exit(7);');
	deck.write(`|${process.execPath} reader.mjs\u000F`);
	await deck.waitFor('READ true');
	expect(deck.text()).not.toContain('? keys');
	deck.write('\r');
	await deck.waitFor('ended with 7.');
	await deck.waitFor('? keys');
});

test('escape ends one that goes on; so does leaving the program', async () => {
	const deck = await sit();
	const pidFile = path.join(place.folder, 'pid');
	const goesOn = `${process.execPath} -e "require('fs').writeFileSync('pid', String(process.pid)); setInterval(() => {}, 9)"`;
	const gone = async (): Promise<boolean> => {
		const pid = Number(readFileSync(pidFile, 'utf8'));
		for (let waited = 0; waited < 3000; waited += 20) {
			try {
				process.kill(pid, 0);
			} catch {
				return true;
			}

			await new Promise(resolve => setTimeout(resolve, 20));
		}

		return false;
	};

	deck.write(`|${goesOn}\r`);
	await deck.waitFor('running');
	await expect.poll(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8') !== '', {timeout: 5000}).toBe(true);
	deck.write('\u001B');
	await deck.waitFor('broken off');
	expect(await gone()).toBe(true);
	writeFileSync(pidFile, '');
	deck.write(`q|${goesOn}\r`);
	await deck.waitFor('running');
	await expect.poll(() => readFileSync(pidFile, 'utf8') !== '', {timeout: 5000}).toBe(true);
	deck.write('\u0003');
	expect((await deck.exited()).exitCode).toBe(130);
	expect(await gone()).toBe(true);
});
