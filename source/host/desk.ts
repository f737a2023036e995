import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Desk} from '../model/desk.ts';
import {Problem} from '../model/problem.ts';
import {commandWords} from '../text/command-words.ts';
import {completedPath, reasonOf} from './files.ts';
import {feed, notStarted, runCommand, start} from './run-command.ts';
import {lendTerminal} from './terminal.ts';

/** Bytes that terminals take at once for the clipboard; xterm's own limit is the smallest. */
const MOST_COPIED = 74_994;

const failed = (what: string, why: string, remedy: string): Problem => new Problem({exit: 'output', what, why, remedy});

/** Runs a program with the terminal to itself; `input` is what it reads, null where that is the terminal. Resolves to the code it ended with, null for a signal. */
const runHere = async ([program = '', ...words]: readonly string[], input: Iterable<string> | null, remedy: string): Promise<number | null> => {
	let ended: number | null = null;
	await lendTerminal(async () => {
		ended = await new Promise((resolve, reject) => {
			const child = start(program, words, {stdio: [input === null ? 'inherit' : 'pipe', 'inherit', 'inherit']}, remedy);
			child.once('error', error => reject(notStarted(program, error, remedy)));
			child.once('close', resolve);
			if (input !== null) feed(child, input);
		});
	});
	return ended;
};

/** A setting names a program, with words as in "code --wait" or "'my editor' -n": no shell reads it. */
const another = (setting: 'editor' | 'pager'): string => `Name another one: "${setting}" in config.json.`;

const edit = async (command: string, text: string): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'newsdeck-'));
	try {
		const file = join(folder, 'note.txt');
		await writeFile(file, text, {mode: 0o600});
		const {words} = commandWords(command);
		const code = await runHere([...words, file], null, another('editor'));
		if (code !== 0) throw failed(`${words[0] ?? ''} ended with ${code ?? 'a signal'}; nothing was changed.`, '', another('editor'));
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
	async page(text) {
		await runHere(commandWords(pager).words, [text], another('pager'));
	},
	run: runCommand,
	runHere: async (words, input) => runHere(words, input, ''),
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
	complete: completedPath,
	redraw: async () => lendTerminal(async () => undefined),
});

/** What the system has where a person named nothing. */
export const usualPrograms = (environment: NodeJS.ProcessEnv): {readonly editor: string; readonly pager: string} => {
	const first = (...names: readonly string[]): string | undefined => names.map(name => environment[name]).find(value => value !== undefined && value.trim() !== '');
	const windows = process.platform === 'win32';
	return {editor: first('VISUAL', 'EDITOR') ?? (windows ? 'notepad' : 'vi'), pager: first('PAGER') ?? (windows ? 'more' : 'less')};
};
