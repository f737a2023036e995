import {corpusPages} from '../test/corpus/corpus.ts';
import {decodeLines} from '../source/readers/decode.ts';
import {segment} from '../source/segment/segment.ts';
import {alternate, cpuOf, median, reading, type BenchFigure} from './harness.ts';

const SIZE = 1_000_000;

/** Pages as they come, each a document of its own, until their bytes make up SIZE. */
const pages = (): Uint8Array[] => {
	const corpus = corpusPages().map(({bytes}) => bytes);
	const out: Uint8Array[] = [];
	for (let bytes = 0, at = 0; bytes < SIZE; at++) {
		const page = corpus[at % corpus.length];
		if (page === undefined) break;
		out.push(page);
		bytes += page.length;
	}

	return out;
};

/** One file of SIZE / 4: articles without furniture, one after the other. */
const longFile = (): Uint8Array => {
	const one = corpusPages().find(({name}) => name === 'three-from-one-site')?.bytes ?? new Uint8Array();
	return new Uint8Array(Buffer.concat(Array.from({length: Math.ceil(SIZE / 4 / Math.max(1, one.length))}, () => Buffer.from(one))));
};

const words = new Intl.Segmenter('en', {granularity: 'word'});
/** How many words ICU finds in a page: one pass over the same text, by code that is none of ours. */
const wordsIn = (page: Uint8Array): number => {
	let found = 0;
	for (const {isWordLike} of words.segment(new TextDecoder().decode(page))) if (isWordLike === true) found++;
	return found;
};

/** How fast text becomes articles, beside finding the words of the same text. */
export const figure: BenchFigure = {
	name: 'segment',
	async run() {
		const kinds: ReadonlyArray<readonly [string, readonly Uint8Array[]]> = [['pages', pages()], ['one long file', [longFile()]]];
		const {ours, peer} = await alternate(
			() => kinds.map(([, documents]) => cpuOf(() => documents.forEach(page => segment({kind: 'page', lines: decodeLines(page)}, {document: 'bench', path: 'bench.txt', given: {}})))),
			() => kinds.map(([, documents]) => cpuOf(() => documents.forEach(page => wordsIn(page)))),
		);
		return kinds.map(([what, documents], at) => {
			const megabytes = documents.reduce((sum: number, page) => sum + page.length, 0) / 1e6;
			const runs = ours[at] ?? [];
			return reading(`text to articles, ${what}`, runs, {name: 'its words, by Intl.Segmenter', runs: peer[at] ?? []}, null, {note: `${(megabytes / median(runs) * 1000).toFixed(2)} MB/s`});
		});
	},
};
