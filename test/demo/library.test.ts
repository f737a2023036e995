import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {buildDemo} from '../../data/demo/build.ts';
import {digest} from '../../source/pipeline.ts';

const demo = path.join(import.meta.dirname, '../../data/demo');
type Expected = {readonly pages: ReadonlyArray<{readonly page: string; readonly articles: ReadonlyArray<{readonly headline: string | null; readonly kind: string; readonly startLine: number; readonly endLine: number; readonly outlet: string | null; readonly published: string | null}>}>};

const filesIn = (folder: string): string[] => readdirSync(folder, {recursive: true, withFileTypes: true})
	.filter(entry => entry.isFile()).map(entry => path.relative(folder, path.join(entry.parentPath, entry.name))).toSorted();

test('the demo library is what its pages give: built again, it is the same byte for byte', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'newsdeck-demo-'));
	await buildDemo(path.join(folder, 'library'));
	const [shipped, fresh] = [path.join(demo, 'library'), path.join(folder, 'library')];
	expect(filesIn(fresh)).toEqual(filesIn(shipped));
	for (const file of filesIn(shipped)) expect(readFileSync(path.join(fresh, file)).equals(readFileSync(path.join(shipped, file))), file).toBe(true);
	rmSync(folder, {recursive: true});
});

test('each page is cut into the articles that a person sees on it', async () => {
	const {pages}: Expected = JSON.parse(readFileSync(path.join(demo, 'expected.json'), 'utf8'));
	for (const {page, articles} of pages) {
		const made = await digest({path: page, bytes: readFileSync(path.join(demo, page)), type: null, given: {}, imported: '2026-01-02T09:00:00.000Z'});
		expect(made.derivations.map(({article: {headline, kind, startLine, endLine, outlet, published}}) => ({headline, kind, startLine, endLine, outlet, published})), page)
			.toEqual(articles.map(({headline, kind, startLine, endLine, outlet, published}) => ({headline, kind, startLine, endLine, outlet, published})));
	}
});
