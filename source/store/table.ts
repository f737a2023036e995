import {isRecord, parseJson} from './json.ts';

/** How a value is made: of what all have in common, of what stands at a place of its own row, or of such parts, a key each. */
type Shape = {readonly all: unknown} | {readonly at: number} | {readonly of: Readonly<Record<string, Shape>>};
type Row = readonly unknown[];
type Maker = (row: Row) => unknown;

const NEW_LINE = 10;

/**
 * Values as JSON that is short where they are alike, and of which one line can be read without the rest: an array whose first line says how a value is made and
 * holds what all have in common; then a line a value, with what is its own. A list of cards is a quarter as long that way. Values that are no JSON come back as JSON makes them.
 */
export const packTable = (values: readonly unknown[]): string => {
	const columns: Row[] = [];
	const shapeOf = (some: Row): Shape => {
		const [first] = some;
		if (some.length > 1 && some.every(value => value === first || (typeof value === 'object' && JSON.stringify(value) === JSON.stringify(first)))) return {all: first};
		const keys = isRecord(first) ? Object.keys(first) : [];
		const records = some.flatMap(value => isRecord(value) ? [value] : []);
		// JSON has no undefined: a key without a value is no key.
		const alike = records.length === some.length && records.every(record => Object.keys(record).join('\0') === keys.join('\0') && !Object.values(record).includes(undefined));
		if (keys.length > 0 && alike) return {of: Object.fromEntries(keys.map(key => [key, shapeOf(records.map(record => record[key]))]))};
		columns.push(some);
		return {at: columns.length - 1};
	};
	const shape = shapeOf(values);
	return `[${[shape, ...values.map((_, row) => columns.map(column => column[row]))].map(line => JSON.stringify(line)).join(',\n')}]`;
};

/** What makes a value of its row; null where this is no shape. What all have in common is one object, not to be changed. */
const makerOf = (shape: unknown): Maker | null => {
	if (!isRecord(shape)) return null;
	if ('all' in shape) return () => shape['all'];
	const {at, of: parts} = shape;
	if (typeof at === 'number') return row => row[at];
	if (!isRecord(parts)) return null;
	// Copies of one record that has all the keys: to give them one by one to each costs twice as much.
	const blank: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, isRecord(part) ? part['all'] ?? null : null]));
	const own: Array<readonly [string, Maker]> = [];
	for (const [key, part] of Object.entries(parts)) {
		const maker = makerOf(part);
		if (maker === null) return null;
		if (isRecord(part) && !('all' in part)) own.push([key, maker]);
	}

	return row => {
		const record = {...blank};
		for (const [key, maker] of own) record[key] = maker(row);
		return record;
	};
};

const placesIn = (shape: unknown): number => !isRecord(shape) ? 0 : typeof shape['at'] === 'number' ? 1 : isRecord(shape['of']) ? Object.values(shape['of']).reduce((sum: number, part) => sum + placesIn(part), 0) : 0;

const made = (shape: unknown, rows: readonly unknown[]): readonly unknown[] | null => {
	const maker = makerOf(shape);
	const places = placesIn(shape);
	if (maker === null || !rows.every((row): row is Row => Array.isArray(row) && row.length === places)) return null;
	return rows.map(maker);
};

const valueOf = (bytes: Uint8Array): unknown => {
	const parsed = parseJson(bytes);
	return 'value' in parsed ? parsed.value : null;
};

/** All the values again, `size` of them; null where this is no table of as many. */
export const valuesOf = (bytes: Buffer, size: number): readonly unknown[] | null => {
	const lines = valueOf(bytes);
	return Array.isArray(lines) && lines.length === size + 1 ? made(lines[0], lines.slice(1)) : null;
};

/** The values of some rows, ascending, without reading the others; null where this is no table that has them. */
export const valuesAt = (bytes: Buffer, rows: readonly number[]): readonly unknown[] | null => {
	const lines: unknown[] = [];
	let [line, start] = [0, 1];
	for (const wanted of [0, ...rows.map(row => row + 1)]) {
		for (; line < wanted; line++) {
			start = bytes.indexOf(NEW_LINE, start) + 1;
			if (start === 0) return null;
		}

		const end = bytes.indexOf(NEW_LINE, start);
		// A comma ends a line, a bracket the last one.
		lines.push(valueOf(bytes.subarray(start, (end < 0 ? bytes.length : end) - 1)));
	}

	return made(lines[0], lines.slice(1));
};
