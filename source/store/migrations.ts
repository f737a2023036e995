import {isRecord} from './json.ts';

/** The layout this program writes. */
export const currentVersion = 3;

/** A step from one version of library.json's `data` to the next. Pure; the file it came from is kept as `library.json.v<from>`. */
export type Migration = {readonly from: number; readonly apply: (data: unknown) => unknown};

const listOf = (value: unknown): readonly unknown[] => Array.isArray(value) ? value : [];
const withKeys = (value: unknown, keys: Readonly<Record<string, unknown>>): unknown => isRecord(value) ? {...keys, ...value} : value;

/** Since 2: places, tombstones, what the importer said, packs of documents, and the cards of earlier readings. */
const toSecond: Migration = {
	from: 1,
	apply: data => isRecord(data) ? {
		...data,
		documents: listOf(data['documents']).map(each => withKeys(each, {given: null, pack: null, unplaced: []})),
		revisions: listOf(data['revisions']).map(each => withKeys(each, {card: null})),
		places: [], tombstones: [],
	} : data,
};

/**
 * Since 3: a journal may lie beside library.json. The log's key is another one, so that a program that knows no journal finds nothing
 * that it could read, rather than all but what was said last.
 */
const toThird: Migration = {
	from: 2,
	apply(data) {
		if (!isRecord(data)) return data;
		const {log, ...others} = data;
		return {...others, entries: log};
	},
};

/** In order, one a version, none left out. */
export const migrations: readonly Migration[] = [toSecond, toThird];

/** `data` of any earlier version in today's layout. */
export const migrate = (data: unknown, version: number): unknown =>
	migrations.filter(step => step.from >= version).reduce((before, step) => step.apply(before), data);
