import type {Comparison} from '../model/comparison.ts';
import {sha256} from '../text/hash.ts';
import type {EvidenceLevel} from './exporter.ts';
import {htmlPage} from './html.ts';
import {json} from './json.ts';

/** The files of a bundle by their names, which are ours: letters, digits, hyphens, dots, one folder deep at most. */
export type Bundle = ReadonlyMap<string, string | Uint8Array>;

const LONGEST_NAME = 60;

/** "pages/Tag page.txt" becomes "raw/02-Tag-page.txt": whatever a path holds, the file lies within the bundle. */
const rawName = (path: string, number: number): string => {
	const name = (path.split(/[/\\]/).at(-1) ?? '').replace(/[^\w.-]+/g, '-').replace(/^[.-]+/, '').slice(-LONGEST_NAME);
	return `raw/${String(number).padStart(2, '0')}-${name === '' ? 'page' : name}`;
};

/**
 * What an editor gets to check a comparison with: the page with numbered evidence and boxes to tick, the comparison as JSON, the raw files as
 * they came in, and a list of hashes that `sha256sum -c SHA256SUMS` reads. `raws`: the bytes of each document, by its SHA-256.
 */
export const bundleOf = (comparison: Comparison, raws: ReadonlyMap<string, Uint8Array>, level: EvidenceLevel = 'full'): Bundle => {
	const paths = new Map(comparison.columns.map(({article}) => [article.document, article.path]));
	const files = new Map(Array.from(paths, ([document, path], index) => [document, rawName(path, index + 1)] as const).filter(([document]) => raws.has(document)));
	const bundle = new Map<string, string | Uint8Array>([
		['index.html', htmlPage(comparison, level, {files})],
		['comparison.json', json.write(comparison)],
		...Array.from(files, ([document, name]): [string, Uint8Array] => [name, raws.get(document) ?? new Uint8Array()]),
	]);
	const sums = Array.from(bundle, ([name, content]) => `${sha256(content)}  ${name}\n`);
	return bundle.set('SHA256SUMS', sums.join(''));
};
