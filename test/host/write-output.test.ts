import {chmod, mkdtemp, readFile, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {writeOutput} from '../../source/host/files.ts';
import {Problem} from '../../source/model/problem.ts';

const place = async (): Promise<string> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'newsdeck-output-'));
	onTestFinished(async () => rm(folder, {recursive: true}));
	return folder;
};

test('a file is written of parts that come one after the other', async () => {
	const file = path.join(await place(), 'rows.csv');
	await writeOutput(file, (async function * () {
		yield 'a\n';
		yield 'b\n';
	})(), {force: false});
	expect(await readFile(file, 'utf8')).toBe('a\nb\n');
});

test('where a part fails nothing is written', async () => {
	const file = path.join(await place(), 'rows.csv');
	await expect(writeOutput(file, (async function * () {
		yield 'a\n';
		throw new Problem({exit: 'library', what: 'The library is damaged.', why: ''});
	})(), {force: false})).rejects.toMatchObject({exit: 'library', what: 'The library is damaged.'});
	await expect(readFile(file)).rejects.toThrow('ENOENT');
});

test('a folder that is not there is what is told', async () => {
	await expect(writeOutput(path.join(await place(), 'none', 'rows.csv'), 'a', {force: false})).rejects.toThrow('rows.csv was not written. There is no such folder.');
});

test.skipIf(process.platform === 'win32')('a file that is replaced stays readable for whoever could read it; a new one is its owner\'s alone', async () => {
	const file = path.join(await place(), 'page.html');
	await writeOutput(file, 'old', {force: false});
	expect((await stat(file)).mode & 0o777).toBe(0o600);
	await chmod(file, 0o644);
	await writeOutput(file, 'new', {force: true});
	expect((await stat(file)).mode & 0o777).toBe(0o644);
	expect(await readFile(file, 'utf8')).toBe('new');
});
