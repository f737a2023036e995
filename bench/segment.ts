// `tsx bench/segment.ts`: how fast text becomes articles, in MB a second of CPU time on one core, and as a ratio to the bare
// minimum (splitting into lines and cleaning them), measured in the same run over the same text. The text is the corpus, again and again.
import {corpusPages} from '../test/corpus/corpus.ts';
import {decodeLines} from '../source/readers/decode.ts';
import {segment} from '../source/segment/segment.ts';

const MEGABYTE = 1_000_000;
const SIZE = 2 * MEGABYTE;
const ROUNDS = 5;

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

/** One file of SIZE: articles without furniture, one after the other. */
const longFile = (): Uint8Array => {
	const one = corpusPages().find(({name}) => name === 'three-from-one-site')?.bytes ?? new Uint8Array();
	return new Uint8Array(Buffer.concat(Array.from({length: Math.ceil(SIZE / 4 / Math.max(1, one.length))}, () => Buffer.from(one))));
};

/** The least CPU milliseconds of the rounds. */
const cpu = (work: () => void): number => {
	let least = Infinity;
	for (let round = 0; round < ROUNDS; round++) {
		const before = process.cpuUsage();
		work();
		const {user, system} = process.cpuUsage(before);
		least = Math.min(least, (user + system) / 1000);
	}

	return least;
};

const kinds: ReadonlyArray<readonly [string, readonly Uint8Array[]]> = [['pages', pages()], ['one long file', [longFile()]]];
for (const [what, documents] of kinds) {
	const bytes = documents.reduce((sum: number, page) => sum + page.length, 0);
	const bare = cpu(() => documents.forEach(page => decodeLines(page)));
	const whole = cpu(() => documents.forEach(page => segment({kind: 'page', lines: decodeLines(page)}, {document: 'bench', path: 'bench.txt', given: {}})));
	process.stdout.write(`${what.padEnd(14)} ${(bytes / MEGABYTE).toFixed(1)} MB  to articles ${(bytes / MEGABYTE / whole * 1000).toFixed(2)} MB/s  lines alone ${(bytes / MEGABYTE / bare * 1000).toFixed(1)} MB/s  ratio ${(whole / bare).toFixed(1)}\n`);
}
