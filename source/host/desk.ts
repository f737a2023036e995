import {spawn} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Desk} from '../model/desk.ts';
import {Problem} from '../model/problem.ts';
import {reasonOf} from './files.ts';
import {lendTerminal} from './terminal.ts';

/** Bytes that terminals take at once for the clipboard; xterm's own limit is the smallest. */
const MOST_COPIED = 74_994;

const failed = (what: string, why: string, remedy: string): Problem => new Problem({exit: 'output', what, why, remedy});

/** A command with its arguments, as "code --wait" or "'my editor' -n": no shell reads it. */
const wordsOf = (command: string): readonly string[] => [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');

/** Runs a program with the terminal to itself; `input` is what it reads. Rejects with a Problem that names the setting. */
const runHere = async (setting: 'editor' | 'pager', command: string, file: readonly string[], input: string | null): Promise<void> => lendTerminal(async () => {
	const [program = '', ...words] = wordsOf(command);
	await new Promise<void>((resolve, reject) => {
		const remedy = `Name another one: "${setting}" in config.json.`;
		const child = spawn(program, [...words, ...file], {stdio: [input === null ? 'inherit' : 'pipe', 'inherit', 'inherit']});
		child.once('error', error => reject(failed(`${program} could not be started.`, reasonOf(error), remedy)));
		child.once('close', code => {
			if (code === 0 || setting === 'pager') resolve();
			else reject(failed(`${program} ended with ${code ?? 'a signal'}; nothing was changed.`, '', remedy));
		});
		// A pager that was left early does not read to the end.
		child.stdin?.on('error', () => {});
		child.stdin?.end(input ?? '');
	});
});

const edit = async (command: string, text: string): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'newsdeck-'));
	try {
		const file = join(folder, 'note.txt');
		await writeFile(file, text, {mode: 0o600});
		await runHere('editor', command, [file], null);
		return (await readFile(file, 'utf8')).trim();
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};

/** The desk of somebody before a real terminal. */
export const hostDesk = (editor: string, pager: string): Desk => ({
	copy(text) {
		const bytes = Buffer.from(text, 'utf8');
		if (bytes.length > MOST_COPIED) throw failed('It was not copied.', 'Terminals take 75 kB at most.', 'Export it instead.');
		process.stdout.write(`\u001B]52;c;${bytes.toString('base64')}\u0007`);
	},
	edit: async text => edit(editor, text),
	page: async text => runHere('pager', pager, [], text),
	async open(url) {
		const address = URL.canParse(url) ? new URL(url) : null;
		if (address === null || !/^https?:$/.test(address.protocol) || url.startsWith('-')) throw failed('It was not opened.', 'Only http and https addresses are.', '');
		try {
			const {default: open} = await import('open');
			await open(address.href);
		} catch (error) {
			throw failed('The address was not opened.', reasonOf(error), 'y copies it.');
		}
	},
	redraw: async () => lendTerminal(async () => undefined),
});

/** What the system has where a person named nothing. */
export const usualPrograms = (environment: NodeJS.ProcessEnv): {readonly editor: string; readonly pager: string} => {
	const first = (...names: readonly string[]): string | undefined => names.map(name => environment[name]).find(value => value !== undefined && value.trim() !== '');
	const windows = process.platform === 'win32';
	return {editor: first('VISUAL', 'EDITOR') ?? (windows ? 'notepad' : 'vi'), pager: first('PAGER') ?? (windows ? 'more' : 'less')};
};
