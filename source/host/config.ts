import {readFile} from 'node:fs/promises';
import {dirname, isAbsolute, join, resolve} from 'node:path';
import {defaultSettings, type Origin, type SettingName, type Settings, type Settled} from '../model/settings.ts';
import {reasonOf} from './files.ts';
import {configFile, fromHome, tilde} from './paths.ts';

/** A project's own settings, in the working folder. */
export const PROJECT_FILE = '.newsdeck.json';

/** Settings from one place, as far as they are given there. */
type Layer = {readonly origin: (name: SettingName) => Origin; readonly values: Partial<Settings>; readonly problems: readonly string[]};

/** A folder somebody downloaded must not name programs that run here. */
const personal: readonly SettingName[] = ['editor', 'pager'];

const textOf = async (path: string): Promise<string | null> => {
	try {
		return await readFile(path, 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
		throw error;
	}
};

const fromFile = async (from: 'project' | 'user', path: string): Promise<Layer> => {
	const shown = from === 'project' ? PROJECT_FILE : tilde(path);
	const origin = (): Origin => ({from, where: shown});
	try {
		const text = await textOf(path);
		if (text === null) return {origin, values: {}, problems: []};
		// The schema is loaded only for somebody who has a file.
		const {readSettings} = await import('./config-schema.ts');
		const {values, problems} = readSettings(text, from === 'project' ? personal : []);
		// A relative folder is meant from where it is written down.
		const library = values.library == null || isAbsolute(values.library) ? {} : {library: resolve(dirname(path), fromHome(values.library))};
		return {origin, values: {...values, ...library}, problems: problems.map(problem => `${shown}: ${problem}`)};
	} catch (error) {
		return {origin, values: {}, problems: [`${shown} was not read. ${reasonOf(error)}`]};
	}
};

const isSet = (value: string | undefined): value is string => value !== undefined && value !== '';
const switches: Readonly<Record<string, boolean>> = {1: true, true: true, yes: true, on: true, 0: false, false: false, no: false, off: false};

/** Variables that are newsdeck's own, and the one that many programs heed. Whatever VISUAL, EDITOR and PAGER say is what the system has. */
const variables: Readonly<Partial<Record<SettingName, string>>> = {
	theme: 'NEWSDECK_THEME', ascii: 'NEWSDECK_ASCII', screenReader: 'NEWSDECK_SCREEN_READER', mouse: 'NEWSDECK_MOUSE', library: 'NEWSDECK_LIBRARY', editor: 'NEWSDECK_EDITOR', pager: 'NEWSDECK_PAGER', color: 'NO_COLOR',
};
const themes: readonly string[] = ['auto', 'dark', 'light', 'ansi16', 'mono'] satisfies ReadonlyArray<Settings['theme']>;
const isTheme = (text: string): text is Settings['theme'] => themes.includes(text);

const fromEnvironment = (environment: NodeJS.ProcessEnv): Layer => {
	const problems: string[] = [];
	const values: {-readonly [name in SettingName]?: Settings[name]} = {};
	const text = (name: SettingName): string | null => {
		const value = environment[variables[name] ?? ''];
		return isSet(value) ? value : null;
	};

	for (const name of ['ascii', 'screenReader', 'mouse'] as const) {
		const said = text(name)?.toLowerCase();
		if (said === undefined) continue;
		const value = switches[said];
		if (value === undefined) problems.push(`${variables[name]}=${said} is neither 1 nor 0.`);
		else values[name] = value;
	}

	for (const name of ['library', 'editor', 'pager'] as const) {
		const said = text(name);
		if (said !== null) values[name] = said;
	}

	const theme = text('theme');
	if (theme !== null && isTheme(theme)) values.theme = theme;
	else if (theme !== null) problems.push(`NEWSDECK_THEME=${theme} is none of ${themes.join(', ')}.`);
	if (text('color') !== null) values.color = 'never';
	return {origin: name => ({from: 'environment', where: variables[name] ?? ''}), values, problems};
};

/** What was typed; the caller has checked it. */
export type GivenSettings = Partial<Settings>;

/** All settings, each from the nearest place that gives it. What is wrong is told and passed over; the rest counts. */
export const loadSettings = async ({environment, folder, given}: {readonly environment: NodeJS.ProcessEnv; readonly folder: string; readonly given: GivenSettings}): Promise<Settled> => {
	const file = await configFile(environment);
	const layers: Layer[] = [
		{origin: name => ({from: 'flag', where: `--${name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`}), values: given, problems: []},
		fromEnvironment(environment),
		await fromFile('project', join(folder, PROJECT_FILE)),
		...(file === null ? [] : [await fromFile('user', file)]),
	];
	const nearest = (name: SettingName): Layer | undefined => layers.find(({values}) => values[name] !== undefined);
	const names = Object.keys(defaultSettings) as SettingName[];
	const values: Settings = Object.assign({}, defaultSettings, ...names.map(name => ({[name]: nearest(name)?.values[name] ?? defaultSettings[name]})));
	// Keys add up, action by action: a project may want one key of its own.
	const keys = Object.assign({}, ...layers.toReversed().map(layer => layer.values.keys ?? {}));
	const origins = Object.fromEntries(names.map(name => [name, nearest(name)?.origin(name) ?? {from: 'default', where: ''}])) as Record<SettingName, Origin>;
	return {values: {...values, keys}, origins, problems: layers.flatMap(({problems}) => problems)};
};
