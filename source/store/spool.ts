import {randomUUID} from 'node:crypto';
import {closeSync, constants, openSync, readSync, rmSync, writeSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {ArticleCard, ArticleId} from '../model/article.ts';
import type {Bytes} from '../model/document.ts';
import type {KeptDerivation, Stretch, Words} from '../model/library.ts';
import {parseJson} from './json.ts';
import {brokenPart, writingFailed} from './problems.ts';
import {checkBody} from './schema.ts';

/** Bytes that lie in a spool, from `start` of an open file on; another thread can read them there as well (`spooled`). */
export type Spooled = Bytes & {readonly file: number; readonly start: number};

/** What an import has read and not written yet, on the disk: one file without a name, so that nobody finds it and that it is gone with the process, however that ends. */
export type Spool = {
	/** Puts bytes behind what is there. Throws a Problem where the disk is full. */
	readonly add: (bytes: Uint8Array) => Spooled;
	/** Takes in bytes as they come, also where each stretch is written over by the next; into memory where there are fewer than `few` of them. */
	readonly take: (chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, few: number) => Promise<Uint8Array | Spooled>;
	/** Another thread has put bytes behind what was there, up to here. */
	readonly grown: (end: number) => void;
	/** Nothing that was put into it can be read any more. */
	readonly close: () => void;
};

/** Bytes that are read at once. */
const STRETCH = 256 * 1024;
const name = 'what an import has read';

const readInto = (bytes: Uint8Array, file: number, start: number): void => {
	for (let at = 0; at < bytes.length;) {
		const read = readSync(file, bytes, at, bytes.length - at, start + at);
		if (read === 0) throw brokenPart(name, 'it is shorter than it was');
		at += read;
	}
};

/** Some bytes of an open file, a stretch at a time. */
export const spooled = (file: number, start: number, byteLength: number): Spooled => ({file, start, byteLength, * chunks() {
	for (let at = 0; at < byteLength; at += STRETCH) {
		const stretch = Buffer.allocUnsafeSlow(Math.min(STRETCH, byteLength - at));
		readInto(stretch, file, start + at);
		yield stretch;
	}
}});

/** An open file whose name is taken away at once, where the system allows that; else it is at the end (`path`). */
const nameless = (): {readonly file: number; readonly path: string | null} => {
	const path = join(tmpdir(), `newsdeck-${randomUUID()}.tmp`);
	const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0), 0o600);
	try {
		rmSync(path);
		return {file, path: null};
	} catch {
		return {file, path};
	}
};

/** An empty spool, whose file is made once there is something to put into it; or what another thread has, behind what it has put there. Only one may put at a time. */
export const openSpool = (others?: {readonly file: number; readonly end: number}): Spool => {
	let opened: ReturnType<typeof nameless> | null = others === undefined ? null : {file: others.file, path: null};
	let end = others?.end ?? 0;
	const add = (bytes: Uint8Array): Spooled => {
		try {
			opened ??= nameless();
			for (let done = 0; done < bytes.length;) done += writeSync(opened.file, bytes, done, bytes.length - done, end + done);
		} catch (error) {
			throw writingFailed(tmpdir(), error);
		}

		end += bytes.length;
		return spooled(opened.file, end - bytes.length, bytes.length);
	};
	return {
		add,
		async take(chunks, few) {
			const held: Uint8Array[] = [];
			let size = 0;
			let first: Spooled | null = null;
			for await (const chunk of chunks) {
				size += chunk.length;
				if (size < few) {
					held.push(Uint8Array.from(chunk));
					continue;
				}

				first ??= add(Buffer.concat(held.splice(0)));
				add(chunk);
			}

			return first === null ? Buffer.concat(held) : spooled(first.file, first.start, size);
		},
		grown(to) {
			end = to;
		},
		close() {
			if (opened === null) return;
			const {file, path} = opened;
			opened = null;
			closeSync(file);
			if (path !== null) rmSync(path, {force: true});
		},
	};
};

/** Does something with an empty spool, which is closed afterwards, whatever comes of it. */
export const withSpool = async <T>(work: (spool: Spool) => Promise<T>): Promise<T> => {
	const spool = openSpool();
	try {
		return await work(spool);
	} finally {
		spool.close();
	}
};

/** What lies at a place of an open file. */
export const bytesAt = ({file, start, length}: Stretch): Uint8Array => {
	const bytes = Buffer.allocUnsafe(length);
	readInto(bytes, file, start);
	return bytes;
};

/** The words of an article whose line of a pack lies there. */
export const wordsAt = (id: ArticleId, place: Stretch): Words => {
	const parsed = parseJson(bytesAt(place));
	const checked = 'wrong' in parsed ? parsed : checkBody(parsed.value);
	if ('wrong' in checked) throw brokenPart(name, `at article ${id}, ${checked.wrong}`);
	const {article: _article, quotes, ...words} = checked.value;
	return {...words, quotes: quotes.map(quote => ({...quote, review: null}))};
};

/** A derivation whose line of a pack lies in a spool, the line end among its bytes. */
export const keptDerivation = (article: ArticleCard, lies: Stretch): KeptDerivation => ({article, lies, words: () => wordsAt(article.id, lies)});
