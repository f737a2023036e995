/**
 * Values as JSON that is short where they are alike: what all have in common stands once, records of one shape as a column a key. A list of cards is a quarter as
 * long that way, and read in a quarter of the time.
 */
export type Column = {readonly all: unknown} | {readonly each: readonly unknown[]} | {readonly of: Readonly<Record<string, Column>>};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Packs values; those that are no JSON come back as JSON makes them. */
export const packColumn = (values: readonly unknown[]): Column => {
	const [first] = values;
	if (values.length > 1 && values.every(value => value === first || (typeof value === 'object' && JSON.stringify(value) === JSON.stringify(first)))) return {all: first};
	if (!values.every(isRecord)) return {each: values};
	const keys = Object.keys(first ?? {});
	// JSON has no undefined: a key without a value is no key.
	const alike = values.every(value => Object.keys(value).join('\0') === keys.join('\0') && !Object.values(value).includes(undefined));
	if (keys.length === 0 || !alike) return {each: values};
	return {of: Object.fromEntries(keys.map(key => [key, packColumn(values.map(value => value[key]))]))};
};

/** The values again, `size` of them; null where this is no column of as many. What all have in common is one object, not to be changed. */
export const unpackColumn = (column: unknown, size: number): readonly unknown[] | null => {
	if (!isRecord(column)) return null;
	if ('all' in column) return Array.from({length: size}, () => column['all']);
	if (Array.isArray(column['each'])) return column['each'].length === size ? column['each'] : null;
	if (!isRecord(column['of'])) return null;
	const names = Object.keys(column['of']);
	const columns: Array<readonly unknown[]> = [];
	for (const name of names) {
		const values = unpackColumn(column['of'][name], size);
		if (values === null) return null;
		columns.push(values);
	}

	// Copies of one record that has all the keys: to give them one by one to each costs twice as much.
	const blank: Readonly<Record<string, unknown>> = Object.fromEntries(names.map(name => [name, null]));
	return Array.from({length: size}, (_, row) => {
		const record = {...blank};
		for (let at = 0; at < names.length; at++) record[names[at] ?? ''] = columns[at]?.[row];
		return record;
	});
};

/** One of the values, without making the others; undefined where this is no column of as many. */
export const valueAt = (column: unknown, size: number, row: number): unknown => {
	if (!isRecord(column)) return undefined;
	if ('all' in column) return column['all'];
	if (Array.isArray(column['each'])) return column['each'].length === size ? column['each'][row] : undefined;
	if (!isRecord(column['of'])) return undefined;
	const fields = Object.entries(column['of']).map(([name, values]) => [name, valueAt(values, size, row)] as const);
	return fields.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(fields);
};
