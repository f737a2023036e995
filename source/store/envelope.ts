import {createHash} from 'node:crypto';
import {sha256, sha256OfChunks} from '../text/hash.ts';
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
function* lines(data: LibraryData): Generator<string> {
	let before = '{\n';
	for (const [key, value] of Object.entries(data)) {
		yield `${before}${JSON.stringify(key)}:`;
		before = ',\n';
		if (!Array.isArray(value)) {
			yield JSON.stringify(value);
			continue;
		}

		let start = '[\n';
		for (const each of value) {
			yield `${start}${JSON.stringify(each)}`;
			start = ',\n';
		}
		yield value.length === 0 ? '[]' : ']';
	}
	yield '\n}';
}

/** Characters that become bytes at once. */
const STRETCH = 64 * 1024;

function* encoded(parts: Iterable<string>): Generator<Uint8Array> {
	let held = '';
	for (const part of parts) {
		held += part;
		if (held.length < STRETCH) continue;
		yield Buffer.from(held);
		held = '';
	}
	yield Buffer.from(held);
}

/** The bytes of a file that holds its own checksum, between its head and the rest, which is made anew for the checksum and each time they are gone through: a large one is never all in memory. */
export const seal = (head: string, rest: () => Iterable<string>): Iterable<Uint8Array> => {
	const sealed = function* (checksum: string): Generator<string> {
		yield `${head}${label}${checksum}"`;
		yield* rest();
	};
	const checksum = sha256OfChunks(encoded(sealed(unset)));
	return {[Symbol.iterator]: () => encoded(sealed(checksum))};
};

/** The bytes of library.json. The checksum is that of the whole file with 64 zeros in its own place, so that the generation is under it too. */
export const wrap = (data: LibraryData, generation: number): Iterable<Uint8Array> =>
	seal(`{"format":"${format}","version":${currentVersion},"generation":${generation},`, function* () {
		yield ',\n"data":';
		yield* lines(data);
		yield '}\n';
	});

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
