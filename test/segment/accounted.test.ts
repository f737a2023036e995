import {existsSync, readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Segment} from '../../source/model/article.ts';
import {decodeLines} from '../../source/readers/decode.ts';
import {segment, type Segmentation} from '../../source/segment/segment.ts';
import {corpusPages} from '../corpus/corpus.ts';
import {hasPages, readPages} from '../quality/pages.ts';

const shared = new URL('../../../shared/', import.meta.url);
const cut = (bytes: Uint8Array): Segmentation => segment({kind: 'page', lines: decodeLines(bytes)}, {document: 'd', path: 'p', given: {}});
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The raw lines of all words and all removals, each as often as it stands in one. */
const held = ({articles, removed}: Segmentation): number[] => {
	const segments = articles.flatMap((article): Array<Segment | null> => [article.headlineSegment, article.standfirstSegment, ...article.segments]).filter(part => part !== null);
	return [...segments, ...removed].flatMap(({startLine, endLine}) => Array.from({length: endLine - startLine + 1}, (_, index) => startLine + index));
};

/** Lines that are in no article and no removal, or in more than one. Blank lines belong to nobody. */
const unaccounted = (bytes: Uint8Array): number[] => {
	const filled = decodeLines(bytes).filter(({text}) => text.trim() !== '').map(({number}) => number);
	const counts = new Map<number, number>();
	for (const number of held(cut(bytes))) counts.set(number, (counts.get(number) ?? 0) + 1);
	return filled.filter(number => counts.get(number) !== 1);
};

describe('every line of a document is in exactly one article, or removed with its rule', () => {
	test('of every page of the corpus, doubled or without blank lines too', () => {
		for (const {name, bytes} of corpusPages()) {
			const text = new TextDecoder().decode(bytes);
			for (const page of [text, text.replaceAll('\n', '\n\n'), text.replaceAll(/\n{2,}/g, '\n'), text + text]) expect(unaccounted(bytesOf(page)), name).toEqual([]);
		}
	});

	test('of any mixture of lines of the corpus', () => {
		const lines = corpusPages().flatMap(({bytes}) => new TextDecoder().decode(bytes).split('\n'));
		fc.assert(fc.property(fc.array(fc.constantFrom(...lines), {maxLength: 60}), page => {
			expect(unaccounted(bytesOf(page.join('\n')))).toEqual([]);
		}), {numRuns: 150});
	});

	test.skipIf(!existsSync(new URL('hostile/strings.json', shared)))('of strings made to break programs (needs ../shared)', () => {
		const strings: unknown = JSON.parse(readFileSync(new URL('hostile/strings.json', shared), 'utf8'));
		const text = Array.isArray(strings) ? strings.filter(entry => typeof entry === 'string').join('\n') : '';
		expect(text.length).toBeGreaterThan(1000);
		expect(unaccounted(bytesOf(text))).toEqual([]);
	});

	test.skipIf(!hasPages)('of saved news pages and the five seeds (needs ../shared)', () => {
		for (const file of readdirSync(new URL('seeds/', shared))) expect(unaccounted(readFileSync(new URL(`seeds/${file}`, shared))), file).toEqual([]);
		for (const {id, text} of readPages()) expect(unaccounted(bytesOf(text)), id).toEqual([]);
	});
});
