import {readFile, readdir, writeFile} from 'node:fs/promises';
import {hostname} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {describe, expect, it} from 'vitest';
import {withLock} from '../../source/store/lock.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {importOf, now, undated, withFolder} from '../store/samples.ts';
import {startWriter} from './run-writer.ts';

const headlinesIn = async (folder: string): Promise<ReadonlySet<string | null>> => {
	const library = await openLibrary(folder, {now});
	const cards = (await library.articles()).items;
	// Not only listed: the words are there too.
	const read = await library.read(cards.map(card => card.id));
	return new Set(read.map(each => each.article.headlineSegment?.text ?? null));
};
const savedBy = (lines: readonly string[]): readonly string[] => lines.filter(line => line.startsWith('saved ')).map(line => line.slice('saved '.length));

describe('writers that race', () => {
	it('lose nothing: 4 processes with 25 commits each', async () => withFolder(async folder => {
		const writers = ['a', 'b', 'c', 'd'].map(name => startWriter([folder, name, '25']));
		expect(await Promise.all(writers.map(each => each.ended))).toEqual([0, 0, 0, 0]);
		expect(writers.flatMap(each => savedBy(each.said()))).toHaveLength(100);
		expect((await headlinesIn(folder)).size).toBe(100);
		expect((await (await openLibrary(folder, {now})).summary()).generation).toBe(100);
		expect((await readdir(folder)).sort()).toEqual(['bodies', 'documents', 'library.json', 'library.json.bak']);
	}));
});

const lockText = (parts: object): string => JSON.stringify({pid: process.pid, started: null, host: hostname(), since: '', nonce: 'n', ...parts});

describe('the lock', () => {
	const stale: Readonly<Record<string, string>> = {
		'of a process that is gone': lockText({pid: 2 ** 22 - 3}), 'of a process whose number somebody else has now': lockText({started: '1'}), 'cut short': '{"pid":', 'empty': '',
	};
	for (const [name, text] of Object.entries(stale)) {
		it.skipIf(name.includes('number') && process.platform !== 'linux')(`does not hold anybody up: ${name}`, async () => withFolder(async folder => {
			const lock = join(folder, 'library.json.lock');
			await writeFile(lock, text);
			const library = await openLibrary(folder, {now});
			expect(await library.commit({imports: [importOf('x', [undated])]}, 0)).toBe(1);
			expect((await readdir(folder)).sort()).toEqual(['bodies', 'documents', 'library.json']);
		}));
	}

	it('is waited for, then the one who holds it is named; another computer\'s is never called stale', async () => withFolder(async folder => {
		const lock = join(folder, 'library.json.lock');
		for (const holder of [lockText({}), lockText({pid: 7, host: 'another.example'})]) {
			await writeFile(lock, holder);
			const pid: unknown = holder.includes('another') ? 7 : process.pid;
			await expect(withLock(lock, now, async () => undefined, 200)).rejects.toMatchObject({exit: 'library', why: expect.stringContaining(`Process ${String(pid)}`), remedy: expect.stringContaining(lock)});
			expect(await readFile(lock, 'utf8')).toBe(holder);
		}
	}));

	it('is not followed by what killed processes left beside it', async () => withFolder(async folder => {
		const lock = join(folder, 'library.json.lock');
		const uuid = '00000000-0000-4000-8000-000000000000';
		await writeFile(`${lock}.${2 ** 22 - 3}.${uuid}`, '');
		await writeFile(`${lock}-0123456789ab`, lockText({pid: 2 ** 22 - 3}));
		await writeFile(`${lock}.${process.pid}.${uuid}`, lockText({}));
		await withLock(lock, now, async () => undefined);
		expect(await readdir(folder)).toEqual([`library.json.lock.${process.pid}.${uuid}`]);
	}));

	it('lets one in at a time, also when many find the same stale lock', async () => withFolder(async folder => {
		const lock = join(folder, 'library.json.lock');
		await writeFile(lock, stale['cut short'] ?? '');
		let inside = 0;
		let most = 0;
		await Promise.all(Array.from({length: 20}, async () => withLock(lock, now, async () => {
			most = Math.max(most, ++inside);
			await sleep(3);
			inside--;
		})));
		expect([most, inside, await readdir(folder)]).toEqual([1, 0, []]);
	}));
});
