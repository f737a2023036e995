import {readdirSync, readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {lineQuoteOf, type CutAct} from '../../source/model/override.ts';
import {html} from '../../source/readers/html.ts';
import {segment} from '../../source/segment/segment.ts';
import {corpusPages} from '../corpus/corpus.ts';
import {hasPages} from '../quality/pages.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const acts: readonly CutAct[] = ['split', 'join', 'previous', 'next', 'restore', 'remove'];
type Chosen = {readonly act: CutAct; readonly from: number; readonly length: number};

/** How the lines of a saved page's text are held: by none, by several, or by an article and a removal at once. `chosen`: cuts by hand, by share of the page. */
const unaccounted = async (bytes: Uint8Array, chosen: readonly Chosen[] = []) => {
	const reading = await html.read(bytes);
	if (reading.kind !== 'records') throw new Error('a web page is read into records');
	const lines = reading.lines ?? [];
	const cuts = chosen.flatMap(({act, from, length}) => {
		const [at, through] = [from, from + length].map(number => lineQuoteOf('d', lines, Math.min(number, lines.length)));
		return at && through ? [{kind: 'cut' as const, act, at, through}] : [];
	});
	const {articles, removed} = segment(reading, {document: 'd', path: 'p', given: {}, byHand: {cuts, junk: [], lines: () => []}});
	const owners = new Map<number, Set<string>>();
	const own = (line: number, owner: string): void => void owners.set(line, (owners.get(line) ?? new Set()).add(owner));
	// A headline may be printed in other marks than the page's data has it; one that is not printed stands at the article's first line.
	for (const article of articles) for (const part of [article.headlineSegment, article.standfirstSegment, ...article.segments]) if (part !== null) own(part.startLine, article.id);
	for (const {startLine, endLine} of removed) for (let line = startLine; line <= endLine; line++) own(line, 'removed');
	return lines.filter(({number}) => owners.get(number)?.size !== 1).map(({number, text}) => ({number, text, owners: [...owners.get(number) ?? []]}));
};

/** Parts of pages, well made and not. */
const PARTS = [
	'<nav><a href="/">Home</a> <a href="/news">News</a></nav>', '<h1>Ferry turned back after fire</h1>', '<h2><a href="/2">Council votes to close two libraries</a></h2>', '<p class="byline">By Ann Reed</p>',
	'<time datetime="2031-05-02T10:00:00Z">2 May</time>', '<p>The last ferry of the day turned back on Thursday after a fire in the engine room of the ship.</p>', '<p>Nobody was hurt, <a href="/x">the harbour master</a> said, and the fire was out within twenty minutes.',
	'<aside>Read more: what we know of it</aside>', '<div>Two of the five libraries will close,<br><br>the council decided by nine votes on Thursday night.<div class="ad">Buy a boat</div> Campaigners will go to court.</div>',
	'<ul><li>One point of several</li><li><a href="/3">Ten walks along the quay</a></li></ul>', '<figure><figcaption>The ferry at the quay</figcaption></figure>', '<p>Sign up for our newsletter to get the news every morning.</p>', '<footer>© Quay Daily</footer>',
	'<article class="post"><time datetime="2031-05-02T11:00:00Z">11:00</time><h3>An update</h3><p>What was known at eleven, as it was told on the quay.</p></article>', '<table><tr><td>Killed</td><td>12</td></tr></table>', '</div></article>', '<span hidden>unseen</span>', ' loose words ', '<article>', '<div class="comments">',
];

describe('every line of the text of a saved page is in exactly one article, or removed with its rule', () => {
	test('of any mixture of parts, however it is cut by hand', async () => {
		const cut = fc.record({act: fc.constantFrom(...acts), from: fc.integer({min: 1, max: 20}), length: fc.integer({min: 0, max: 3})});
		await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...PARTS), {maxLength: 25}), fc.array(cut, {maxLength: 4}), async (parts, chosen) => {
			expect(await unaccounted(bytesOf(`<!doctype html><html><head><title>Ferry turned back after fire</title></head><body>${parts.join('')}`), chosen)).toEqual([]);
		}), {numRuns: 300, seed: 11});
	});

	test('of every page of the corpus, as a page of paragraphs', async () => {
		for (const {name, bytes} of corpusPages()) {
			const paragraphs = new TextDecoder().decode(bytes).split('\n').filter(line => line.trim() !== '').map(line => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
			expect(await unaccounted(bytesOf(`<html><body>${paragraphs.join('')}</body></html>`)), name).toEqual([]);
		}
	});

	test.skipIf(!hasPages)('of saved news pages (needs ../shared)', async () => {
		const folder = new URL('../../../shared/datasets/article-extraction/html/', import.meta.url);
		for (const file of readdirSync(folder)) expect(await unaccounted(gunzipSync(readFileSync(new URL(file, folder)))), file).toEqual([]);
	});
});
