import {defaultOrigins, defaultSettings} from '../../source/model/settings.ts';
import {mkdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {parseBackground} from '../../source/cluster/background.ts';
import type {Context} from '../../source/commands/command.ts';
import {sharedFlags} from '../../source/commands/command.ts';
import {verbs} from '../../source/commands/index.ts';
import {mendable} from '../../source/commands/mend/mendable.ts';
import {hostEffects} from '../../source/host/effects.ts';
import {exitCodes, Problem} from '../../source/model/problem.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {root, type Run} from './program.ts';

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
const news = parseBackground(readFileSync(path.join(root, 'data/background/news.tsv'), 'utf8'));

/** Runs one verb in this process, on a library in `folder`: what a long series of commands takes, without starting the program each time. Paths are absolute. */
export const inProcess = (folder: string, now: () => string) => async (...argv: readonly string[]): Promise<Run> => {
	mkdirSync(path.dirname(folder), {recursive: true});
	const [out, err]: [string[], string[]] = [[], []];
	const done = (code: number): Run => ({code, out: out.map(line => `${line}\n`).join(''), err: err.map(line => `${line}\n`).join('')});
	const [verb = '', ...rest] = argv;
	const entry = verbs[verb];
	if (entry === undefined) throw new Error(`no verb ${verb}`);
	const {command} = await entry.load();
	const specs = {...sharedFlags, ...command.flags};
	const {values, positionals} = parseArgs({args: [...rest], allowPositionals: true, options: Object.fromEntries(Object.entries(specs).map(([name, {value}]) => [kebab(name), {type: value === undefined ? 'boolean' as const : 'string' as const}]))});
	const given = (name: string): string | boolean | undefined => {
		const value = values[kebab(name)];
		return Array.isArray(value) ? undefined : value;
	};
	const text = (name: string): string | undefined => {
		const value = given(name);
		return typeof value === 'string' ? value : undefined;
	};
	const effects = {...hostEffects(new Date(now()), folder), user: 'tester'};
	const background = async () => news;
	const context: Context = {
		words: positionals,
		flags: {has: name => given(name) === true, refused: () => false, text, texts: name => [text(name)].flatMap(value => value ?? []), count: name => text(name) === undefined ? undefined : Number(text(name))},
		io: {print: line => void out.push(line), write: text => void out.push(text.replace(/\n$/, '')), tell: line => void err.push(line), complain: line => void err.push(line), progress() {}, terminal: false, columns: 80, rows: 24},
		verbs, effects, folder, folderGiven: true, demoFolder: '', background, settings: {values: defaultSettings, origins: defaultOrigins, problems: []},
		openLibrary: async how => mendable(await openLibrary(folder, {readOnly: how === 'read', create: how === 'create', now: effects.now}), background),
		openDemo: async () => Promise.reject(new Error('no demo here')),
	};
	try {
		return done(await command.run(context));
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		err.push(`newsdeck: ${error.message}`, ...error.pointer);
		return done(exitCodes[error.exit]);
	}
};
