import {crc32} from 'node:zlib';
import type {KeptFiles} from '../model/effects.ts';
import type {SearchIndex} from './search-index.ts';
import {readShard, shardFormat, writeShard} from './shard-file.ts';
import type {Shard} from './shard.ts';

const LIST = 'index.json';
type Listed = {readonly name: string; readonly sum: string; readonly dead: readonly number[]};
type List = {readonly format: number; readonly key: string; readonly shards: readonly Listed[]};

/** A check of what was written: its length and its CRC-32. It finds damage, not malice: whoever can write here can write anything, and all there is to lose is a cache. */
const sumOf = (bytes: Uint8Array): string => `${bytes.length.toString(16)}-${crc32(bytes).toString(16)}`;

/** Under which name and sum a shard was written or read: it never changes, and is written once. */
const written = new WeakMap<Shard, Listed>();

const isListed = (value: unknown): value is Listed => typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
	&& 'sum' in value && typeof value.sum === 'string' && 'dead' in value && Array.isArray(value.dead) && value.dead.every(row => Number.isInteger(row));

const listOf = (bytes: Uint8Array): List | null => {
	try {
		const list: unknown = JSON.parse(new TextDecoder().decode(bytes));
		if (typeof list !== 'object' || list === null || !('format' in list) || list.format !== shardFormat || !('key' in list) || typeof list.key !== 'string') return null;
		return 'shards' in list && Array.isArray(list.shards) && list.shards.every(isListed) ? {format: shardFormat, key: list.key, shards: list.shards} : null;
	} catch {
		return null;
	}
};

/** The index as it was kept, with the key of what it was made from; null where there is none, or where it is damaged or of another format. */
export const loadIndex = async (cache: KeptFiles): Promise<{readonly key: string; readonly index: SearchIndex} | null> => {
	const bytes = await cache.read(LIST).catch(() => null);
	const list = bytes === null ? null : listOf(bytes);
	if (list === null) return null;
	const members: Array<SearchIndex['members'][number]> = [];
	for (const listed of list.shards) {
		const file = await cache.read(listed.name).catch(() => null);
		const shard = file === null || sumOf(file) !== listed.sum ? null : readShard(file);
		if (shard === null) return null;
		written.set(shard, listed);
		const dead = listed.dead.length === 0 ? null : new Uint8Array(shard.articles.kind.length);
		for (const row of listed.dead) if (dead !== null) dead[row] = 1;
		members.push({shard, dead});
	}

	return {key: list.key, index: {members}};
};

/** Keeps the index: shards that are there already are not written again; the list last, so that it never names what is not there. */
export const saveIndex = async (cache: KeptFiles, key: string, {members}: SearchIndex): Promise<void> => {
	const shards: Listed[] = [];
	for (const {shard, dead} of members) {
		let known = written.get(shard);
		if (known === undefined) {
			const bytes = writeShard(shard);
			const sum = sumOf(bytes);
			known = {name: `shard-${sum}`, sum, dead: []};
			await cache.write(known.name, bytes);
			written.set(shard, known);
		}

		shards.push({...known, dead: dead === null ? [] : [...dead.keys()].filter(row => dead[row] === 1)});
	}

	const list: List = {format: shardFormat, key, shards};
	await cache.write(LIST, new TextEncoder().encode(JSON.stringify(list)));
	await cache.keepOnly([LIST, ...shards.map(({name}) => name)]);
};
