import {createHash} from 'node:crypto';
import {sha256} from '../text/hash.ts';
import type {LibraryData} from './data.ts';
import {isRecord, parseJson} from './json.ts';
import {currentVersion, migrate} from './migrations.ts';
import {checkLibrary, contradiction} from './schema.ts';

/** The first key of library.json. */
export const format = 'newsdeck/library';

/** What a library.json turned out to be; `hash` is the SHA-256 of its bytes. `newer` data are there only where this program can read them all the same. */
export type Opened =
	| {readonly kind: 'whole'; readonly version: number; readonly generation: number; readonly hash: string; readonly data: LibraryData}
	| {readonly kind: 'newer'; readonly version: number; readonly generation: number; readonly data: LibraryData | null}
	| {readonly kind: 'damaged'; readonly reason: string};

const unset = '0'.repeat(64);
const label = '"sha256":"';

/** Whether a value can be a version, a generation or a sequence. */
export const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** One record a line, so that `less`, `grep` and a line diff are of use on it. */
const lines = (data: LibraryData): string => {
	const parts = Object.entries(data).map(([key, value]) => Array.isArray(value)
		? `${JSON.stringify(key)}:[${value.map(each => `\n${JSON.stringify(each)}`).join(',')}]`
		: `${JSON.stringify(key)}:${JSON.stringify(value)}`);
	return `{\n${parts.join(',\n')}\n}`;
};

/** The bytes of a file that holds its own checksum, between its head and the rest. */
export const seal = (head: string, rest: string): Buffer => {
	const [before, after] = [head + label, `"${rest}`];
	return Buffer.from(`${before}${createHash('sha256').update(before).update(unset).update(after).digest('hex')}${after}`);
};

/** The bytes of library.json. The checksum is that of the whole file with 64 zeros in its own place, so that the generation is under it too. */
export const wrap = (data: LibraryData, generation: number): Buffer =>
	seal(`{"format":"${format}","version":${currentVersion},"generation":${generation},`, `,\n"data":${lines(data)}}\n`);

/** Whether a file is what was sealed. */
export const checksumHolds = (bytes: Buffer): boolean => {
	const start = bytes.subarray(0, 200).indexOf(label) + label.length;
	if (start < label.length) return false;
	const stated = bytes.subarray(start, start + 64).toString('latin1');
	return stated === createHash('sha256').update(bytes.subarray(0, start)).update(unset).update(bytes.subarray(start + 64)).digest('hex');
};

const damaged = (reason: string): Opened => ({kind: 'damaged', reason});

/** Reads library.json without trusting it: encoding, JSON, format, version, checksum, types, and that its parts agree. */
export const unwrap = (bytes: Buffer, hash = sha256(bytes)): Opened => {
	const parsed = parseJson(bytes);
	if ('wrong' in parsed) return damaged(parsed.wrong);
	const envelope = parsed.value;
	if (!isRecord(envelope) || envelope['format'] !== format) return damaged('it is not a newsdeck library');
	const {version, generation, data} = envelope;
	if (!isCount(version) || !isCount(generation)) return damaged('its version or its generation is not a number');
	if (version > currentVersion) {
		const readable = checkLibrary(data);
		return {kind: 'newer', version, generation, data: 'value' in readable && contradiction(readable.value) === null ? readable.value : null};
	}
	if (!checksumHolds(bytes)) return damaged('its checksum does not fit: it was changed after newsdeck wrote it');
	const checked = checkLibrary(migrate(data, version));
	if ('wrong' in checked) return damaged(checked.wrong);
	const conflict = contradiction(checked.value);
	return conflict === null ? {kind: 'whole', version, generation, hash, data: checked.value} : damaged(conflict);
};
