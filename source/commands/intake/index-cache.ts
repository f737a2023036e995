import {mkdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {deserialize, serialize} from 'node:v8';
import {crc32} from 'node:zlib';
import {clusterVersion} from '../../cluster/cluster.ts';
import type {NewsIndex} from '../../cluster/news-index.ts';
import {cacheFolder} from '../../host/paths.ts';
import {replace} from '../../store/durable.ts';
import {sha256} from '../../text/hash.ts';

/** An index and what each of its articles said when it was made (content hashes, by place). */
export type KeptIndex = {readonly index: NewsIndex; readonly hashes: readonly string[]};

/** Rises whenever an index is laid out otherwise. */
const LAYOUT = 1;
const CHECK_BYTES = 4;

/** Where the index of a library lies, beside the other caches: it may be deleted at any time. Null where no caches are kept. */
const placeOf = async (library: string): Promise<string | null> => {
	const folder = await cacheFolder(process.env);
	return folder === null ? null : path.join(folder, `${sha256(path.resolve(library)).slice(0, 16)}.news`);
};

/** The index that was kept of a library; null where there is none, where it is damaged or of another version. */
export const readIndex = async (library: string): Promise<KeptIndex | null> => {
	const place = await placeOf(library);
	const bytes = place === null ? null : await readFile(place).catch(() => null);
	if (bytes === null || bytes.length < CHECK_BYTES || crc32(bytes.subarray(CHECK_BYTES)) !== bytes.readUInt32LE(0)) return null;
	const kept: KeptIndex & {readonly layout: number; readonly version: number} = deserialize(bytes.subarray(CHECK_BYTES));
	return kept.layout === LAYOUT && kept.version === clusterVersion ? kept : null;
};

/** Keeps an index for the next time. What cannot be written costs time later, and nothing else. */
export const keepIndex = async (library: string, kept: KeptIndex): Promise<void> => {
	const place = await placeOf(library);
	if (place === null) return;
	const bytes = serialize({...kept, layout: LAYOUT, version: clusterVersion});
	const check = Buffer.alloc(CHECK_BYTES);
	check.writeUInt32LE(crc32(bytes));
	await mkdir(path.dirname(place), {recursive: true, mode: 0o700}).then(async () => replace(place, [check, bytes])).catch(() => undefined);
};
