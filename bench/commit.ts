import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {cacheFolder} from '../source/host/paths.ts';
import {alternate, reading, type BenchFigure} from './harness.ts';
import {bareEnvironment, makeLibrary} from './screen-setup.ts';

const [MANY, FEW] = [100_000, 1000];
/** Stars in each run; the first pays for what a process loads once. */
const STARS = 10;

type Star = {readonly cpu: number; readonly silence: number};
const isStar = (value: unknown): value is Star => typeof value === 'object' && value !== null && 'cpu' in value && 'silence' in value;

/** What a star costs until it is acknowledged, in a library opened by its cache, in a process of its own: CPU, and how long the program answers nothing else. */
export const figure: BenchFigure = {
	name: 'commit',
	async run() {
		const home = mkdtempSync(path.join(tmpdir(), 'newsdeck-bench-'));
		try {
			const cache = await cacheFolder(bareEnvironment(home)) ?? '';
			const libraries = new Map([[MANY, await makeLibrary(home, MANY)], [FEW, await makeLibrary(home, FEW)]]);
			const star = (articles: number): number[] => {
				const told: unknown = JSON.parse(execFileSync(process.execPath, [path.join(import.meta.dirname, 'committing.mjs'), path.join(import.meta.dirname, '../dist/index.js'), libraries.get(articles) ?? '', cache, String(STARS)], {encoding: 'utf8'}));
				const [first, ...rest] = Array.isArray(told) ? told.filter(isStar) : [];
				const mean = (of: (star: Star) => number): number => rest.reduce((sum, each) => sum + of(each), 0) / rest.length;
				return [first?.cpu ?? Number.NaN, mean(each => each.cpu), Math.max(...rest.map(each => each.silence))];
			};
			const {ours, peer} = await alternate(() => star(MANY), () => star(FEW));
			const name = `with ${FEW.toLocaleString('en')}`;
			return [
				reading('a star at 100,000 articles', ours[1] ?? [], {name, runs: peer[1] ?? []}, 1.5),
				reading('a star at 100,000 articles, ms', ours[1] ?? [], null, 30),
				reading('the first star after opening 100,000 articles, ms', ours[0] ?? [], null, 30),
				reading('the longest silence while one is written, ms', ours[2] ?? [], null, null),
			];
		} finally {
			rmSync(home, {recursive: true, force: true});
		}
	},
};
