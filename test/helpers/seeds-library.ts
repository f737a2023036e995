import {existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {TestProject} from 'vitest/node';
import {root, run} from './program.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** A library of the five seeds, made once by the built program; "" where they are not there. */
		seedsLibrary: string;
	}
}

const seeds = path.join(root, '../shared/seeds');

/** Whether the seeds lie beside the project. */
export const hasSeeds = existsSync(seeds);

/** Imports the seeds once for all tests, and takes the library away after the last. */
const setup = async (project: TestProject): Promise<() => void> => {
	if (!hasSeeds) {
		project.provide('seedsLibrary', '');
		return () => {};
	}

	const folder = mkdtempSync(path.join(os.tmpdir(), 'newsdeck-seeds-'));
	const pages = readdirSync(seeds).filter(name => name.endsWith('.txt')).sort().map(name => path.join(seeds, name));
	const {code, err} = await run(['import', ...pages, '--library', path.join(folder, 'seeds')]);
	if (code !== 0) throw new Error(`The seeds were not imported: ${err}`);
	project.provide('seedsLibrary', path.join(folder, 'seeds'));
	return () => {
		rmSync(folder, {recursive: true, force: true});
	};
};

export default setup;
