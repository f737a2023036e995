import {readFileSync} from 'node:fs';
import {mkdir, readdir, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {KeptFiles} from '../model/effects.ts';

const PLAIN = /^[a-z\d][a-z\d.-]*$/;

/** Files of newsdeck's own in one folder, which is made when something is first written. Where there is no folder nothing is kept. */
export const keptFiles = (folder: () => Promise<string | null>): KeptFiles => {
	const at = async (name: string): Promise<string | null> => {
		const place = await folder();
		return place === null || !PLAIN.test(name) ? null : join(place, name);
	};

	return {
		async read(name) {
			const path = await at(name);
			if (path === null) return null;
			try {
				// At once: read piece by piece a large one costs half as much again, and nobody waits for it meanwhile.
				return readFileSync(path);
			} catch {
				return null;
			}
		},
		async write(name, bytes) {
			const [place, path] = [await folder(), await at(name)];
			if (place === null || path === null) return;
			await mkdir(place, {recursive: true, mode: 0o700});
			// A name nobody can have laid a link at; the rename takes the place of whatever has the real one.
			const temporary = `${path}.${process.pid}.${crypto.randomUUID()}.tmp`;
			try {
				await writeFile(temporary, bytes, {flag: 'wx', mode: 0o600});
				await rename(temporary, path);
			} finally {
				await rm(temporary, {force: true});
			}
		},
		async keepOnly(names) {
			const place = await folder();
			const there = place === null ? [] : await readdir(place).catch(() => []);
			// Another process may be writing: what is not finished is left alone.
			await Promise.all(there.filter(name => !names.includes(name) && PLAIN.test(name) && !name.endsWith('.tmp')).map(async name => rm(join(place ?? '', name), {force: true})));
		},
	};
};
