import {execFileSync, spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {closeSync, openSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {digestSafely} from '../../source/commands/intake/import-work.ts';
import {runWorker} from '../../source/host/worker.ts';
import {wholeOf} from '../../source/model/library.ts';
import {digest} from '../../source/pipeline.ts';
import {openSpool} from '../../source/store/spool.ts';
import {built, emptyPlace, objects, run} from '../helpers/program.ts';

const story = (index: number): string => `Harbour report number ${index}\n\nSome ${index + 10} boats were counted in the harbour on Monday, the office said.\n\nThe pilots had seen nothing of it, they told us.\n\nShare Button\n\n`;
const pages = (count: number, more = ''): string => Array.from({length: count}, (_, index) => story(index).replace('Share Button', `${more}Share Button`)).join('');
const incoming = (text: string) => ({path: 'pages.txt', bytes: new Uint8Array(Buffer.from(text)), type: null, given: {}, imported: '2025-01-01T00:00:00.000Z'});
const never = new AbortController().signal;
const unwatched = {progress() {}, signal: never};

describe('a heavy input is read in a thread of its own', () => {
	test('which reads the same, and gives the bytes back', async () => {
		const text = pages(400, 'The tide came in as it does, and the boats that were left rose with it, one after the other.\n\n'.repeat(8));
		expect(text.length).toBeGreaterThan(300_000);
		const spool = openSpool();
		const bytes = spool.add(incoming(text).bytes);
		const there = await digestSafely({...incoming(text), bytes}, spool, unwatched);
		// As text: a matcher that walks hundreds of articles takes longer than both readings.
		expect(JSON.stringify({...there, derivations: there.derivations.map(wholeOf)})).toBe(JSON.stringify(await digest(incoming(text))));
		expect(Buffer.concat([...bytes.chunks()]).toString()).toBe(text);
		spool.close();
	});

	test('which tells how much of it is read, more and more, and all of it at the end', async () => {
		const spool = openSpool();
		const lines = Buffer.from(Array.from({length: 900}, (_, index) => `${JSON.stringify({title: `Harbour report number ${index}`, text: 'The boats rose with the tide. '.repeat(20)})}\n`).join(''));
		for (const bytes of [lines, gzipSync(lines)]) {
			const told: string[] = [];
			await digestSafely({...incoming(''), path: 'harbour.jsonl', bytes: spool.add(bytes)}, spool, {progress: text => void told.push(text), signal: never});
			const shares = told.map(text => Number(/^(\d+) % of \d+\.\d MB, articles: \d+$/.exec(text)?.[1]));
			expect(shares.length).toBeGreaterThan(5);
			expect(shares).toEqual(shares.toSorted((a, b) => a - b));
			expect(shares[0]).toBeLessThan(60);
			expect(told.at(-1)).toMatch(/^100 % of .*articles: 900$/);
		}

		spool.close();
	});

	test('what is gzipped reads as what is not, and its document stays as it came', async () => {
		const spool = openSpool();
		const text = pages(60, 'The tide came in as it does, and the boats that were left rose with it.\n\n'.repeat(8));
		const packed = gzipSync(text);
		const [there, here] = await Promise.all([digestSafely({...incoming(''), path: 'pages.txt.gz', bytes: spool.add(packed)}, spool, unwatched), digest({...incoming(text), path: 'pages.txt.gz'})]);
		const told = ({article: {id: _id, document: _document, parent: _parent, ...article}, figures}: (typeof here.derivations)[number]): string => JSON.stringify([article, figures.map(figure => figure.text)]);
		expect(there.document).toMatchObject({bytes: packed.length, id: createHash('sha256').update(packed).digest('hex')});
		expect(there.derivations.map(each => told(wholeOf(each)))).toEqual(here.derivations.map(told));
		spool.close();
	});

	test('which dies of its own memory, of time, or when it is broken off, and nothing else does', async () => {
		const spool = openSpool();
		const {file, start, byteLength} = spool.add(incoming(pages(8000)).bytes);
		const job = {...incoming(''), bytes: {file, start, byteLength}};
		const limits = {megabytes: 512, milliseconds: 60_000};
		await expect(runWorker(job, [], {...limits, megabytes: 12}, never, () => 'more')).rejects.toMatchObject({how: 'memory'});
		await expect(runWorker(job, [], {...limits, milliseconds: 1}, never, () => 'more')).rejects.toMatchObject({how: 'time'});
		await expect(runWorker(job, [], limits, AbortSignal.abort(), () => 'more')).rejects.toMatchObject({how: 'interrupted'});
		spool.close();
	});

	test('whose refusal is the one line that it would be without', async () => {
		const spool = openSpool();
		await expect(digestSafely({...incoming(''), bytes: spool.add(Buffer.from(`a ${'word '.repeat(100_000)}`))}, spool, unwatched)).rejects.toMatchObject({exit: 'unreadable', why: expect.stringContaining('250,000 are the most')});
		spool.close();
	});
});

describe.skipIf(process.platform === 'win32')('control-C in the middle of an import', () => {
	const interrupted = async (words: readonly string[], when: (folder: string) => () => void, by: NodeJS.Signals = 'SIGINT'): Promise<{code: number | null; folder: string; env: NodeJS.ProcessEnv}> => {
		const {folder, env} = emptyPlace();
		writeFileSync(path.join(folder, 'first.txt'), story(1));
		writeFileSync(path.join(folder, 'last.txt'), story(2));
		execFileSync('mkfifo', [path.join(folder, 'pipe.txt')]);
		const child = spawn(process.execPath, [built, 'import', ...words, '--library', 'library'], {cwd: folder, env, stdio: ['pipe', 'ignore', 'ignore']});
		const ended = new Promise<number | null>(resolve => child.once('close', resolve));
		const release = when(folder);
		child.kill(by);
		// The signal has reached it before its input comes to an end.
		await new Promise(resolve => setTimeout(resolve, 300));
		release();
		return {code: await ended, folder, env};
	};

	test.each([['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const)('or %s keeps what was finished, leaves the rest, and ends with %d', async (signal, ends) => {
		// Opening the pipe waits until newsdeck reads it: then the first page is read.
		const {code, folder, env} = await interrupted(['first.txt', 'pipe.txt', 'last.txt'], folder => {
			const pipe = openSync(path.join(folder, 'pipe.txt'), 'w');
			return () => closeSync(pipe);
		}, signal);
		expect(code).toBe(ends);
		expect(objects((await run(['list', '--json', '--library', 'library'], {cwd: folder, env})).out).map(article => article['headline'])).toEqual(['Harbour report number 1']);
	});

	test('ends it at once when it comes a second time, with the library whole', async () => {
		const {folder, env} = emptyPlace();
		writeFileSync(path.join(folder, 'first.txt'), story(1));
		execFileSync('mkfifo', [path.join(folder, 'pipe.txt')]);
		expect((await run(['import', 'first.txt', '--library', 'library'], {cwd: folder, env})).code).toBe(0);
		const child = spawn(process.execPath, [built, 'import', 'pipe.txt', '--library', 'library'], {cwd: folder, env, stdio: ['ignore', 'ignore', 'ignore']});
		const ended = new Promise<NodeJS.Signals | null>(resolve => child.once('close', (_, signal) => resolve(signal)));
		const pipe = openSync(path.join(folder, 'pipe.txt'), 'w');
		child.kill('SIGINT');
		await new Promise(resolve => setTimeout(resolve, 300));
		// It waits for a page that does not come: what was read so far would be kept.
		expect([child.exitCode, child.signalCode]).toEqual([null, null]);
		child.kill('SIGINT');
		expect(await ended).toBe('SIGINT');
		closeSync(pipe);
		expect((await run(['verify', '--library', 'library'], {cwd: folder, env})).out).toContain('articles: 1,');
	});

	test('does not wait for standard input that never ends', async () => {
		const {code} = await interrupted(['pipe.txt', '-'], folder => {
			closeSync(openSync(path.join(folder, 'pipe.txt'), 'w'));
			return () => undefined;
		});
		expect(code).toBe(130);
	});
});
