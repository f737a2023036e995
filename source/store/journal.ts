import {isDeepStrictEqual} from 'node:util';
import type {LogEntry} from '../model/override.ts';
import {sha256} from '../text/hash.ts';
import {checksumHolds, isCount, seal} from './envelope.ts';
import {isRecord, parseText} from './json.ts';
import {currentVersion} from './migrations.ts';
import {hashPattern} from './rows.ts';
import {checkLog} from './schema.ts';

/**
 * What people said since library.json was written, in a small file beside it, so that a star does not write a hundred thousand articles anew.
 * Before it stand entries that library.json has already: those that library.json.bak lacks (each entry lies in two files), and the last one
 * that both have, by which it shows whose log it is.
 */
export type Journal = {
	/** SHA-256 of the library.json that it goes on from. */
	readonly library: string;
	/** The generation that it takes the library to. */
	readonly generation: number;
	/** In the order of their sequence, none left out in between. */
	readonly entries: readonly LogEntry[];
};

/** What a journal turned out to be. */
export type OpenedJournal =
	| {readonly kind: 'whole'; readonly journal: Journal}
	| {readonly kind: 'newer'; readonly version: number}
	| {readonly kind: 'damaged'; readonly reason: string};

const format = 'newsdeck/journal';

const checkOf = (entry: string): string => sha256(entry).slice(0, 16);

/** An entry under a check of its own: of a damaged journal, each line is read for itself. */
const lineOf = (entry: LogEntry): string => {
	const text = JSON.stringify(entry);
	return `{"check":"${checkOf(text)}","entry":${text}}\n`;
};

/** The bytes of a journal: what it is, in a line, and then one entry a line. */
export const wrapJournal = ({library, generation, entries}: Journal): Buffer =>
	Buffer.concat([...seal(`{"format":"${format}","version":${currentVersion},"generation":${generation},"library":"${library}",`, () => ['}\n', ...entries.map(lineOf)])]);

const linePattern = /^\{"check":"([0-9a-f]{16})","entry":(.*)\}$/u;

/** The entry of a line; null where it is not what newsdeck wrote. */
const entryOf = (line: string): LogEntry | null => {
	const [, check, text = ''] = linePattern.exec(line) ?? [];
	if (checkOf(text) !== check) return null;
	const parsed = parseText(text);
	const checked = 'wrong' in parsed ? parsed : checkLog(parsed.value);
	return 'value' in checked ? checked.value : null;
};

/** The lines of a file, without their ends. What is no UTF-8 is in none of them: checks are of what was written. */
const linesOf = (bytes: Buffer): readonly string[] => bytes.toString().split('\n');

/** What can still be read of a damaged journal: each line for itself. `library`: null where its first line cannot be read. `last`: the sequence of its last line, readable or not; 0 where no line can be read. */
export const readableIn = (bytes: Buffer): Pick<Journal, 'entries'> & {readonly library: string | null; readonly last: number} => {
	const [head = '', ...lines] = linesOf(bytes);
	const read = lines.filter(line => line !== '').map(entryOf);
	const at = read.findIndex(entry => entry !== null);
	return {
		library: /^\{.*"library":"([0-9a-f]{64})"/u.exec(head)?.[1] ?? null, entries: read.flatMap(entry => entry ?? []),
		last: at < 0 ? 0 : (read[at]?.sequence ?? 0) + read.length - 1 - at,
	};
};

const damaged = (reason: string): OpenedJournal => ({kind: 'damaged', reason});

/** Reads a journal without trusting it, as library.json is read. */
export const unwrapJournal = (bytes: Buffer): OpenedJournal => {
	const [first, ...rest] = linesOf(bytes);
	const parsed = parseText(first ?? '');
	if ('wrong' in parsed) return damaged(parsed.wrong);
	const head = parsed.value;
	if (!isRecord(head) || head['format'] !== format) return damaged('it is not the journal of a newsdeck library');
	const {version, generation, library} = head;
	if (!isCount(version) || !isCount(generation) || typeof library !== 'string' || !hashPattern.test(library)) return damaged('its first line is not what newsdeck writes');
	if (version > currentVersion) return {kind: 'newer', version};
	if (!checksumHolds(bytes)) return damaged('its checksum does not fit: it was changed after newsdeck wrote it');
	const entries: LogEntry[] = [];
	for (const line of rest.slice(0, -1)) {
		const [entry, before] = [entryOf(line), entries.at(-1)];
		if (entry === null) return damaged(`its line ${entries.length + 2} is malformed`);
		if (before !== undefined && entry.sequence !== before.sequence + 1) return damaged(`it has a gap before entry ${entry.sequence}`);
		entries.push(entry);
	}

	return {kind: 'whole', journal: {library, generation, entries}};
};

/**
 * What a journal adds to the log of a library.json with this hash, or why it cannot be its own. One that was left over when all of it had been
 * written into library.json (a newsdeck was killed right then) adds nothing.
 */
export const addedBy = ({library, entries}: Journal, hash: string, log: readonly LogEntry[]): {readonly added: readonly LogEntry[]} | {readonly wrong: string} => {
	const added = entries.filter(({sequence}) => sequence > log.length);
	if (library !== hash) {
		const isIn = added.length === 0 && entries.every(entry => isDeepStrictEqual(entry, log[entry.sequence - 1]));
		return isIn ? {added} : {wrong: 'it goes on from another library.json than the one beside it'};
	}

	return added[0] !== undefined && added[0].sequence !== log.length + 1 ? {wrong: `it has a gap before entry ${added[0].sequence}`} : {added};
};
