import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {array, boolean, check, minLength, type GenericSchema, object, optional, picklist, pipe, regex, safeParse, string, toLowerCase, trim} from 'valibot';
import {type OwnTables, ROLES} from '../model/own-tables.ts';
import {Problem} from '../model/problem.ts';
import {reasonOf} from './files.ts';
import {configFolder, tilde} from './paths.ts';

const filled = pipe(string(), trim(), minLength(1, 'must not be empty'));
const domain = pipe(filled, toLowerCase(), regex(/^(?:[\p{L}\d-]+\.)+\p{L}{2,}$/u, 'must be a domain, as example.com'));
const outlets = array(object({name: filled, aliases: optional(array(filled), []), inPlace: optional(array(filled), []), subject: optional(boolean(), false), domains: optional(array(domain), [])}));

const compiles = (pattern: string): boolean => {
	try {
		return new RegExp(pattern, 'i').source !== '';
	} catch {
		return false;
	}
};

// All patterns are tried as one: a number or a name of a group would mean another one there.
const pattern = pipe(filled,
	check(compiles, 'is no regular expression'),
	check(text => !/\\[1-9]|\\k<|\(\?<[^=!]/.test(text), 'must not name a group or refer back to one'),
	check(text => !compiles(text) || !new RegExp(`^(?:${text})$`, 'i').test(''), 'must not match an empty line'));
const boilerplate = object({lines: array(object({rule: filled, role: picklist(ROLES, `must be one of ${ROLES.join(', ')}`), patterns: array(pattern)}))});

/** What a file of the folder holds, checked; `none` where there is no such file. */
const readTable = async <T>(folder: string, name: string, schema: GenericSchema<unknown, T>, none: T): Promise<T> => {
	const path = join(folder, name);
	const wrong = (why: string): Problem => new Problem({exit: 'usage', what: `${tilde(path)} cannot be used.`, why, remedy: 'Put it right, or move it away; docs/adding-an-outlet.md shows its shape.'});
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return none;
		throw wrong(reasonOf(error));
	}

	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		throw wrong('It is not JSON.');
	}

	const result = safeParse(schema, value);
	if (result.success) return result.output;
	const [issue] = result.issues;
	const where = issue.path?.map(({key}) => typeof key === 'number' ? String(key + 1) : String(key)).join(' ');
	throw wrong(where === undefined ? `${issue.message}.` : `${where}: ${issue.message}.`);
};

/** A run reads them once, so that all its pages are read alike. */
const read = new Map<string, Promise<OwnTables | null>>();

const readBoth = async (folder: string): Promise<OwnTables | null> => {
	const known = await readTable(folder, 'outlets.json', outlets, []);
	const {lines} = await readTable(folder, 'boilerplate.json', boilerplate, {lines: []});
	return known.length === 0 && lines.length === 0 ? null : {outlets: known, lines};
};

/**
 * The user's own outlets.json and boilerplate.json in the config folder; null where there is neither. Throws a Problem,
 * exit "usage", where one cannot be read or does not have the shape.
 */
export const ownTables = async (environment: NodeJS.ProcessEnv): Promise<OwnTables | null> => {
	const folder = await configFolder(environment);
	if (folder === null) return null;
	const known = read.get(folder) ?? readBoth(folder);
	read.set(folder, known);
	return known;
};
