import {crc32} from 'node:zlib';
import * as v from 'valibot';
import type {ArticleId} from '../model/article.ts';
import {BrokenCache, openCacheFile, writeCacheFile, type CacheFile, type Extent} from './cache-file.ts';
import {countUpTo, type Listed, type Listing} from './paging.ts';
import {isRecord} from './json.ts';
import {isBodyRef, isCard} from './rows.ts';
import type {GroupedEvent, Rest, Row, Source, WholeSource} from './source.ts';
import {packTable, valuesAt, valuesOf} from './table.ts';

/** Lines to a block: a first page is one block, and one article costs no more than reading this many. */
const BLOCK = 128;
/** Blocks kept in memory at once, by list; all of them once so many were read that it is read here and there rather than page by page. */
const KEPT = 24;
/** Blocks read at once. */
const AT_ONCE = 40;

const number = v.number();
const extent = v.tuple([number, number, number]);
const listIndex = v.object({size: number, blocks: v.array(v.tuple([number, number, number, v.nullable(number), v.string()]))});
const headerShape = v.object({
	hash: v.string(), generation: number,
	counts: v.object({name: v.string(), documents: number, articles: number, events: number, storylines: number, figures: number, outlets: number}),
	packs: v.array(v.tuple([v.string(), number])),
	articles: listIndex, events: listIndex, index: extent,
	rest: v.object({documents: extent, storylines: extent, places: extent, revisions: extent, tombstones: extent, log: extent, deleted: extent}),
});
type Header = v.InferOutput<typeof headerShape>;
type ListIndex = Header['articles'];

/** A list that also gives single lines, ascending: of a block no other line is read then. */
type PickedListing<T> = Listing<T> & {pick(lines: readonly number[]): Promise<readonly T[]>};

/** Reads lines of a list in blocks; the newest blocks are kept. */
const cachedListing = <T>(file: CacheFile, {size, blocks}: ListIndex, isValue: (value: unknown) => value is T): PickedListing<T> => {
	const kept = new Map<number, ReadonlyArray<Listed<T>>>();
	let reads = 0;
	const isListed = (value: unknown): value is Listed<T> => {
		const {place, value: own} = isRecord(value) ? value : {};
		return isRecord(place) && (place['instant'] === null || typeof place['instant'] === 'number') && typeof place['id'] === 'string' && isValue(own);
	};
	const checked = (values: readonly unknown[] | null): ReadonlyArray<Listed<T>> => {
		if (!values?.every(isListed)) throw new BrokenCache('A block is not what it should be.');
		return values;
	};
	/** The bytes of some blocks, from one opening of the file. */
	const read = async (numbers: readonly number[]): Promise<ReadonlyMap<number, Buffer>> => {
		const extents = numbers.flatMap((number): Extent[] => {
			const block = blocks[number];
			return block === undefined ? [] : [[block[0], block[1], block[2]]];
		});
		const stretches = extents.length === 0 ? [] : await file.bytes(extents);
		return new Map(stretches.map((bytes, at) => [numbers[at] ?? -1, bytes]));
	};
	const keep = (number: number, listed: ReadonlyArray<Listed<T>>): void => {
		kept.set(number, listed);
		const oldest = kept.keys().next();
		reads++;
		if (kept.size > KEPT && reads < blocks.length * 1.5 && !oldest.done) kept.delete(oldest.value);
	};
	/** Blocks `first` to `last`, both included: those that are not kept are read from one opening of the file. */
	const blocksOf = async (first: number, last: number): Promise<ReadonlyArray<Listed<T>>> => {
		const wanted = Array.from({length: Math.max(0, Math.min(last, blocks.length - 1) - first + 1)}, (_, at) => first + at);
		const found = new Map(wanted.map(number => [number, kept.get(number)]));
		for (const [number, bytes] of await read(wanted.filter(each => found.get(each) === undefined))) {
			const listed = checked(valuesOf(bytes, Math.min(BLOCK, size - number * BLOCK)));
			found.set(number, listed);
			keep(number, listed);
		}
		return wanted.flatMap(number => found.get(number) ?? []);
	};
	const slice: Listing<T>['slice'] = async (from, to) => {
		const items: Array<Listed<T>> = [];
		const end = Math.min(to, size);
		// So many blocks at a time that their text is a few megabytes.
		for (let number = Math.floor(from / BLOCK); number * BLOCK < end; number += AT_ONCE) {
			const start = number * BLOCK;
			for (const item of (await blocksOf(number, Math.min(number + AT_ONCE, Math.ceil(end / BLOCK)) - 1)).slice(Math.max(0, from - start), end - start)) items.push(item);
		}
		return items;
	};
	return {
		size, slice,
		pick: async lines => {
			const rows = new Map<number, number[]>();
			for (const line of lines) rows.set(Math.floor(line / BLOCK), [...rows.get(Math.floor(line / BLOCK)) ?? [], line % BLOCK]);
			// Another reading may push a kept block out meanwhile.
			const ready = new Map([...rows.keys()].map(number => [number, kept.get(number)]));
			const missing = await read([...ready].flatMap(([number, listed]) => listed === undefined ? [number] : []));
			return [...rows].flatMap(([number, wanted]) => {
				const bytes = missing.get(number);
				const listed = bytes === undefined ? wanted.flatMap(row => ready.get(number)?.[row] ?? []) : checked(valuesAt(bytes, wanted));
				return listed.map(({value}) => value);
			});
		},
		after: async place => {
			const number = Math.max(0, countUpTo(blocks.length, index => blocks[index] && {instant: blocks[index][3], id: blocks[index][4]}, place) - 1);
			const items = await blocksOf(number, number);
			return number * BLOCK + countUpTo(items.length, index => items[index]?.place, place);
		},
	};
};

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && 'card' in value && 'ref' in value && isCard(value.card) && isBodyRef(value.ref);
const isGrouped = (value: unknown): value is GroupedEvent =>
	typeof value === 'object' && value !== null && 'event' in value && typeof value.event === 'object' && 'index' in value && typeof value.index === 'number';

const numbers = (bytes: Buffer): Uint32Array => new Uint32Array(new Uint8Array(bytes).buffer);

/** Lines whose id has this check, in a table of the checks in order and then the line of each. */
const linesWith = (table: Uint32Array, wanted: number): readonly number[] => {
	const count = table.length / 2;
	let low = 0;
	for (let high = count; low < high;) {
		const middle = (low + high) >>> 1;
		if ((table[middle] ?? 0) < wanted) low = middle + 1;
		else high = middle;
	}
	const lines: number[] = [];
	for (; low < count && table[low] === wanted; low++) lines.push(table[count + low] ?? 0);
	return lines;
};

/** Finds articles by their ids; each block is read once. An id of another with the same check is told apart by its line. */
const rowFinder = (file: CacheFile, at: Extent, articles: PickedListing<Row>) => {
	let loading: Promise<Uint32Array> | null = null;
	return async (ids: ReadonlySet<ArticleId>): Promise<Map<ArticleId, Row>> => {
		loading ??= file.bytes([at]).then(([bytes = Buffer.alloc(0)]) => numbers(bytes));
		const table = await loading;
		const lines = [...ids].flatMap(id => linesWith(table, crc32(id))).sort((left, right) => left - right);
		return new Map((await articles.pick(lines)).filter(({card}) => ids.has(card.id)).map(row => [row.card.id, row]));
	};
};

/** A library from its cache, as far as it is asked for; `hash` is that of the library.json it was made from. Null where there is no such cache. */
export const openCache = async (path: string): Promise<{readonly hash: string; readonly generation: number; readonly source: Source} | null> => {
	const file = await openCacheFile(path);
	if (file === null) return null;
	const checked = v.safeParse(headerShape, file.header);
	if (!checked.success) return null;
	const header = checked.output;
	const articles = cachedListing(file, header.articles, isRow);
	const find = rowFinder(file, header.index, articles);
	const kept = new Map<string, unknown>();
	// The checksum of the cache says that this is what newsdeck wrote; its types were checked when library.json was read.
	const rest = async <Key extends keyof Rest>(key: Key): Promise<Rest[Key]> => {
		if (!kept.has(key)) kept.set(key, await file.json(header.rest[key]));
		return kept.get(key) as Rest[Key];
	};
	const source: Source = {
		counts: header.counts, packs: new Map(header.packs), articles, events: cachedListing(file, header.events, isGrouped), rest,
		find: async ids => {
			const wanted = new Set(ids);
			const found = await find(wanted);
			if (found.size === wanted.size) return found;
			for (const row of await rest('deleted')) if (wanted.has(row.card.id)) found.set(row.card.id, row);
			return found;
		},
	};
	return {hash: header.hash, generation: header.generation, source};
};

type Put = (bytes: Uint8Array) => Promise<Extent>;

const putJson = async (put: Put, value: unknown): Promise<[number, number, number]> => {
	const [offset, length, check] = await put(Buffer.from(JSON.stringify(value)));
	return [offset, length, check];
};

const putList = async <T>(put: Put, items: ReadonlyArray<Listed<T>>): Promise<ListIndex> => {
	const blocks: ListIndex['blocks'] = [];
	for (let start = 0; start < items.length; start += BLOCK) {
		const block = items.slice(start, start + BLOCK);
		const [offset, length, check] = await put(Buffer.from(packTable(block)));
		const place = block[0]?.place;
		blocks.push([offset, length, check, place?.instant ?? null, place?.id ?? '']);
	}
	return {size: items.length, blocks};
};

/** Writes the cache of one generation. */
export const writeCache = async (path: string, {counts, packs, items}: WholeSource, {hash, generation}: {readonly hash: string; readonly generation: number}): Promise<void> =>
	writeCacheFile(path, async put => {
		const lines = items.articles.items.map(({place}, line) => ({check: crc32(place.id), line})).sort((left, right) => left.check - right.check);
		const index = Uint32Array.from([...lines.map(each => each.check), ...lines.map(each => each.line)]);
		const {rest} = items;
		const header: Header = {
			hash, generation, counts, packs: [...packs],
			articles: await putList(put, items.articles.items), events: await putList(put, items.events.items),
			index: [...await put(new Uint8Array(index.buffer))] as [number, number, number],
			rest: {
				documents: await putJson(put, rest.documents), storylines: await putJson(put, rest.storylines), places: await putJson(put, rest.places),
				revisions: await putJson(put, rest.revisions), tombstones: await putJson(put, rest.tombstones), log: await putJson(put, rest.log), deleted: await putJson(put, rest.deleted),
			},
		};
		return header;
	});
