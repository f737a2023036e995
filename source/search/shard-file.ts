import type {Shard} from './shard.ts';

/** Changes whenever what is written below does, or how words are cut: what an older program kept is then made anew. */
export const shardFormat = 2;

type Section = {readonly name: string; readonly at: number; readonly bytes: number};

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
const aligned = (at: number): number => (at + 7) & ~7;

const texts = (shard: Shard): ReadonlyArray<readonly [string, string]> => [
	['ids', shard.ids.join('\n')], ['prints', shard.prints.join('\n')], ['words', shard.vocabulary.text],
	['outlets', shard.outlets.join('\n')], ['measures', shard.measures.join('\n')],
];

const arrays = (shard: Shard): ReadonlyArray<readonly [string, ArrayBufferView]> => [
	['wordStarts', shard.vocabulary.starts], ['wordCounts', shard.vocabulary.counts], ['wordLetters', shard.vocabulary.letters], ['wordFirstLetters', shard.vocabulary.firstLetters],
	['postings', shard.postings], ['postingStarts', shard.postingStarts], ['places', shard.places], ['placeStarts', shard.placeStarts],
	...Object.entries(shard.articles).map(([name, column]) => [`article.${name}`, column] as const),
	...Object.entries(shard.figures).map(([name, column]) => [`figure.${name}`, column] as const),
];

/** A shard as bytes: a line of JSON that says what lies where, then the columns as they are in memory (little endian on every machine Node runs on today). */
export const writeShard = (shard: Shard): Uint8Array => {
	const parts: Array<readonly [string, Uint8Array]> = [
		...texts(shard).map(([name, text]) => [name, encoder.encode(text)] as const),
		...arrays(shard).map(([name, view]) => [name, new Uint8Array(view.buffer, view.byteOffset, view.byteLength)] as const),
	];
	let at = 0;
	const sections = parts.map(([name, bytes]): Section => {
		const section = {name, at, bytes: bytes.length};
		at = aligned(at + bytes.length);
		return section;
	});
	const head = encoder.encode(`${JSON.stringify({format: shardFormat, articles: shard.ids.length, sections})}\n`);
	const from = aligned(head.length);
	const file = new Uint8Array(from + at).fill(32, 0, from);
	file.set(head);
	for (const [index, [, bytes]] of parts.entries()) file.set(bytes, from + (sections[index]?.at ?? 0));
	return file;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const sectionsOf = (head: unknown): Map<string, Section> | null => {
	if (!isRecord(head) || head['format'] !== shardFormat || !Array.isArray(head['sections'])) return null;
	const sections = new Map<string, Section>();
	for (const section of head['sections']) {
		if (!isRecord(section) || typeof section['name'] !== 'string' || typeof section['at'] !== 'number' || typeof section['bytes'] !== 'number') return null;
		sections.set(section['name'], {name: section['name'], at: section['at'], bytes: section['bytes']});
	}

	return sections;
};

const NEWLINE = 10;

/** Which line of a list this is, looked for in the bytes as they are; -1 where it is none of them. */
const lineOf = (list: Uint8Array, line: string): number => {
	if (line === '' || line.includes('\n')) return -1;
	const bytes = Buffer.from(list.buffer, list.byteOffset, list.byteLength);
	const wanted = encoder.encode(line);
	let at = bytes.indexOf(wanted);
	// Part of a longer line is none.
	while (at !== -1 && ((at > 0 && bytes[at - 1] !== NEWLINE) || (at + wanted.length < bytes.length && bytes[at + wanted.length] !== NEWLINE))) at = bytes.indexOf(wanted, at + 1);
	if (at === -1) return -1;
	let before = 0;
	for (let next = bytes.indexOf(NEWLINE); next !== -1 && next < at; next = bytes.indexOf(NEWLINE, next + 1)) before++;
	return before;
};

/** Reads back what `writeShard` wrote; columns stay where they lie in the bytes. Null where it is of another format. Whoever hands the bytes over has seen that they are whole. */
export const readShard = (file: Uint8Array): Shard | null => {
	// Columns of eight bytes must begin at a multiple of eight.
	const bytes = file.byteOffset % 8 === 0 ? file : file.slice();
	const line = bytes.indexOf(10);
	let head: unknown;
	try {
		head = JSON.parse(decoder.decode(bytes.subarray(0, Math.max(0, line))));
	} catch {
		return null;
	}

	const sections = sectionsOf(head);
	if (sections === null) return null;
	const from = aligned(line + 1);
	const raw = (name: string): Uint8Array => {
		const section = sections.get(name);
		return section === undefined ? new Uint8Array() : bytes.subarray(from + section.at, from + section.at + section.bytes);
	};
	const text = (name: string): string => decoder.decode(raw(name));
	const list = (name: string): readonly string[] => (raw(name).length === 0 && name !== 'outlets' && name !== 'measures' ? [] : text(name).split('\n'));
	const u32 = (name: string): Uint32Array => new Uint32Array(bytes.buffer, raw(name).byteOffset, raw(name).length / 4);
	const i32 = (name: string): Int32Array => new Int32Array(bytes.buffer, raw(name).byteOffset, raw(name).length / 4);
	const f64 = (name: string): Float64Array => new Float64Array(bytes.buffer, raw(name).byteOffset, raw(name).length / 8);
	// Most questions need neither ids nor prints of all articles: they are cut when they are first asked for.
	let ids: readonly string[] | null = null;
	let prints: readonly string[] | null = null;
	return {
		get ids() {
			return ids ??= list('ids');
		},
		rowOf: id => lineOf(raw('ids'), id),
		get prints() {
			return prints ??= list('prints');
		},
		vocabulary: {text: text('words'), starts: u32('wordStarts'), counts: u32('wordCounts'), letters: i32('wordLetters'), firstLetters: i32('wordFirstLetters')},
		postings: raw('postings'), postingStarts: u32('postingStarts'), places: raw('places'), placeStarts: u32('placeStarts'),
		outlets: list('outlets'), measures: list('measures'),
		articles: {
			published: f64('article.published'), captured: u32('article.captured'), outlet: u32('article.outlet'),
			kind: raw('article.kind'), marks: raw('article.marks'), figureCount: u32('article.figureCount'),
		},
		figures: {
			article: u32('figure.article'), low: f64('figure.low'), high: f64('figure.high'), measure: u32('figure.measure'),
			open: raw('figure.open'), asOfFrom: u32('figure.asOfFrom'), asOfTo: u32('figure.asOfTo'),
		},
	};
};
