import {execFileSync, spawnSync} from 'node:child_process';
import {copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {now} from '../store/samples.ts';
import {toldBy} from './acknowledged.ts';
import {dice, type Pledge} from './pledge.ts';
import {startScript, startWriter, type Writer} from './run-writer.ts';

const runs = (file: string, ...words: string[]): boolean => spawnSync(file, words, {stdio: 'ignore'}).status === 0;

/** A file system in a file, mounted; null where this computer does not let us have one. */
const mount = (image: string, at: string): (() => void) | null => {
	mkdirSync(at, {recursive: true});
	if (!runs('mount', '-o', 'loop', image, at)) return null;
	return () => void execFileSync('umount', [at]);
};

/**
 * Stops the writer, and takes the disk as it is at that moment: what was not forced out of memory is not in the copy.
 * Returns what the writer had said before.
 */
const cut = async (writer: Writer, delay: number, image: string, copy: string): Promise<readonly string[]> => {
	const began = performance.now();
	while (writer.said().length === 0 && performance.now() - began < 20_000) await sleep(2);
	await sleep(delay);
	writer.child.kill('SIGSTOP');
	await sleep(5);
	const said = writer.said();
	copyFileSync(image, copy);
	writer.child.kill('SIGKILL');
	await writer.ended;
	return said;
};

type Trial = {readonly acknowledged: number; readonly lost: readonly string[]};

const trial = async (kind: 'newsdeck' | 'control', delay: number): Promise<Trial | null> => {
	const place = mkdtempSync(join(tmpdir(), 'newsdeck-power-'));
	const [image, copy, disk, after] = ['image', 'copy', 'disk', 'after'].map(name => join(place, name));
	if (!image || !copy || !disk || !after) return null;
	try {
		if (!runs('truncate', '-s', '24M', image) || !runs('mkfs.ext4', '-q', '-F', image)) return null;
		const release = mount(image, disk);
		if (release === null) return null;
		const folder = kind === 'newsdeck' ? 'library' : '';
		const writer = kind === 'newsdeck' ? startWriter([join(disk, folder), 'p', '1000', '500', '4']) : startScript('careless.mjs', [join(disk, 'data.json')]);
		let said: readonly string[];
		try {
			said = (await cut(writer, delay, image, copy)).filter(line => line.startsWith('saved ')).map(line => line.slice(6));
		} finally {
			release();
		}

		const releaseCopy = mount(copy, after);
		if (releaseCopy === null) return {acknowledged: said.length, lost: ['the disk cannot be mounted any more']};
		try {
			return {acknowledged: said.length, lost: kind === 'newsdeck' ? await missing(join(after, folder), said) : missingIn(join(after, 'data.json'), said)};
		} finally {
			releaseCopy();
		}
	} finally {
		rmSync(place, {recursive: true, force: true});
	}
};

const missing = async (folder: string, said: readonly string[]): Promise<string[]> => {
	try {
		const library = await openLibrary(folder, {now});
		const there = await toldBy(library);
		return said.filter(name => !there.has(name));
	} catch (error) {
		return [String(error)];
	}
};

const missingIn = (file: string, said: readonly string[]): string[] => {
	try {
		const there: unknown = JSON.parse(readFileSync(file, 'utf8'));
		return said.filter(name => !Array.isArray(there) || !there.includes(name));
	} catch (error) {
		return [String(error)];
	}
};

export const power: Pledge = {
	name: 'a power cut',
	short: 1,
	long: 60,
	async keep(times) {
		if (process.getuid?.() !== 0 || process.platform !== 'linux') return {why: 'only root on Linux may mount a disk to be cut off'};
		const roll = dice(60);
		const broken: string[] = [];
		let acknowledged = 0;
		for (let time = 0; time < times; time++) {
			const made = await trial('newsdeck', roll() * 800);
			if (made === null) return {why: 'no disk in a file can be mounted here'};
			acknowledged += made.acknowledged;
			if (made.lost.length > 0) broken.push(`cut ${time + 1}: ${made.lost.length} of ${made.acknowledged} acknowledged are gone: ${made.lost[0]}`);
		}

		// A writer that only renames must lose something, or this trial proves nothing.
		const controls = Math.min(5, times);
		let lost = 0;
		for (let time = 0; time < controls; time++) lost += ((await trial('control', roll() * 150))?.lost.length ?? 0) > 0 ? 1 : 0;
		if (lost === 0) broken.push('a writer that never forces anything to the disk lost nothing: this trial cannot tell');
		return {counts: `${times} cuts, ${acknowledged} acknowledged, ${broken.length} cuts lost some; a careless writer lost some in ${lost} of ${controls}`, broken};
	},
};
