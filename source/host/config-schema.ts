import * as v from 'valibot';
import {closest} from '../text/closest.ts';
import type {SettingName, Settings} from '../model/settings.ts';

const command = v.pipe(v.string(), v.trim(), v.nonEmpty());
/** What each key of the file takes; `taken` says it in words. */
const schemas = {
	theme: v.picklist(['auto', 'dark', 'light', 'ansi16', 'mono']),
	ascii: v.boolean(),
	screenReader: v.boolean(),
	mouse: v.boolean(),
	keys: v.record(v.string(), v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty())),
	library: command,
	editor: command,
	pager: command,
	color: v.picklist(['auto', 'always', 'never']),
} as const;
const taken: Readonly<Record<SettingName, string>> = {
	theme: '"auto", "dark", "light", "ansi16" or "mono"', ascii: 'true or false', screenReader: 'true or false', mouse: 'true or false',
	keys: 'actions with their keys, as {"compare": ["c"]}', library: 'the path of a folder', editor: 'a command, as "nano"', pager: 'a command, as "less -R"', color: '"auto", "always" or "never"',
};
const names = Object.keys(schemas) as SettingName[];
const isName = (name: string): name is SettingName => Object.hasOwn(schemas, name);

/** A value as it stands in the file, short enough for a line. */
const shown = (value: unknown): string => {
	const text = JSON.stringify(value) ?? '';
	return text.length > 40 ? `${text.slice(0, 37)}...` : text;
};

/** Where a JSON text breaks off, as the file is seen in an editor: "line 3". */
const lineOf = (text: string, message: string): string => {
	const at = /position (\d+)/.exec(message)?.[1];
	return at === undefined ? '' : ` at line ${text.slice(0, Number(at)).split('\n').length}`;
};

/** The settings in a config file, and what could not be used: the key, what it is, what it takes. Keys in `refused` are for the user's own file. */
export const readSettings = (text: string, refused: readonly SettingName[]): {readonly values: Partial<Settings>; readonly problems: readonly string[]} => {
	let parsed: unknown;
	try {
		parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (error) {
		return {values: {}, problems: [`is no JSON${lineOf(text, error instanceof Error ? error.message : '')}; nothing of it is used.`]};
	}

	if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return {values: {}, problems: ['is no object; it takes {"theme": "dark"}.']};
	const values: Array<readonly [string, unknown]> = [];
	const problems: string[] = [];
	for (const [name, value] of Object.entries(parsed)) {
		// "$schema" is for editors.
		if (name === '$schema') continue;
		if (!isName(name)) {
			const near = closest(name, names);
			problems.push(`${shown(name)} is no setting; ${near === undefined ? `there are ${names.join(', ')}` : `did you mean "${near}"`}.`);
		} else if (refused.includes(name)) problems.push(`"${name}" counts only in your own file: a folder must not name programs.`);
		else {
			const result = v.safeParse(schemas[name], value);
			if (result.success) values.push([name, result.output]);
			else problems.push(`"${name}" is ${shown(value)}; it takes ${taken[name]}.`);
		}
	}

	return {values: Object.fromEntries(values), problems};
};
