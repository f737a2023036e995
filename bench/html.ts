import {readdirSync, readFileSync} from 'node:fs';
import {parseHTML} from 'linkedom';
import {decode} from '../source/readers/decode.ts';
import {html} from '../source/readers/html.ts';
import {unpack} from '../source/readers/unpack.ts';
import {alternate, cpuNow, cpuOf, reading, type BenchFigure} from './harness.ts';

const folder = new URL('../../shared/datasets/article-extraction/html/', import.meta.url);

/** What reading saved pages costs, beside linkedom alone parsing the same pages. Needs ../shared. */
export const figure: BenchFigure = {
	name: 'html',
	needs: folder,
	async run() {
		const pages = readdirSync(folder).map(name => unpack(name, readFileSync(new URL(name, folder))));
		const read = async (): Promise<number[]> => {
			const before = cpuNow();
			for (const page of pages) await html.read(page);
			return [cpuNow() - before];
		};
		await read();
		const {ours, peer} = await alternate(read, () => [cpuOf(() => pages.forEach(page => parseHTML(decode(page))))]);
		return [reading(`${pages.length} saved pages to articles' texts`, ours[0] ?? [], {name: 'linkedom alone', runs: peer[0] ?? []}, 2.5)];
	},
};
