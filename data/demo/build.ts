// Makes data/demo/library from data/demo/pages, the way a user would: by import. `npm run demo` writes it; a test rebuilds it and finds it equal.
import {readdirSync, readFileSync, rmSync} from 'node:fs';
import {parseBackground} from '../../source/cluster/background.ts';
import type {DocumentImport} from '../../source/model/library.ts';
import {digest, group, stageVersions} from '../../source/pipeline.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';

/** The demo's clock stands still, so that the same pages give the same bytes. */
const imported = '2026-01-02T09:00:00.000Z';
const here = import.meta.dirname;

/** Builds the demo library into `folder`, which must be empty or missing. */
export const buildDemo = async (folder: string): Promise<void> => {
	const library = await openLibrary(folder, {create: true, name: 'demo', now: () => new Date(imported)});
	const imports: DocumentImport[] = await Promise.all(readdirSync(`${here}/pages`).toSorted().map(async name => {
		const bytes = readFileSync(`${here}/pages/${name}`);
		const made = await digest({path: `data/demo/pages/${name}`, bytes, type: null, given: {}, imported});
		return {document: made.document, bytes, removed: made.removed, derivations: made.derivations, versions: stageVersions, revises: null};
	}));
	const background = parseBackground(readFileSync(`${here}/../background/news.tsv`, 'utf8'));
	const grouping = group({derivations: imports.flatMap(one => one.derivations), settled: [], storylines: [], corrections: [], background});
	// One commit, so that no backup generation is shipped.
	await library.commit({imports, grouping}, 0);
	await library.close();
};

if (process.argv[1] === import.meta.filename) {
	rmSync(`${here}/library`, {recursive: true, force: true});
	await buildDemo(`${here}/library`);
}
