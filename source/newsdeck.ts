#!/usr/bin/env node
import {stat} from 'node:fs/promises';
import {readFileSync} from 'node:fs';
import * as nodeModule from 'node:module';
import {sep} from 'node:path';
import {browse, verbs} from './commands/index.ts';
import {sharedFlags, type Command, type Context, type FlagSpecs, type Io} from './commands/command.ts';
import {overview, verbHelp} from './commands/help.ts';
import {compileFolder} from './host/paths.ts';
import {endScreen, leaveScreen} from './host/terminal.ts';
import {exitCodes, Problem} from './model/problem.ts';
import {closest} from './text/closest.ts';
import {cleanForDisplay} from './text/sanitise.ts';

// The data lies beside source/ and beside dist/: the same depth in both.
const data = new URL('../data/', import.meta.url);
const version = (): string => {
	const text: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
	return typeof text === 'object' && text !== null && 'version' in text ? String(text.version) : 'unknown';
};

/** As other programs have them too. */
const shorthands: Readonly<Record<string, string>> = {'-h': '--help', '-V': '--version'};

const camel = (name: string): string => name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const valueFlags = ['library', 'now', 'keys', 'size', 'theme'];

/** Where the verb stands in argv; -1 where there is none. A word after a flag that takes a value is not it. */
const verbIndex = (argv: readonly string[]): number => argv.findIndex((word, i) =>
	!word.startsWith('-') && !valueFlags.some(flag => argv[i - 1] === `--${flag}`));

const parseFlags = async (argv: readonly string[], specs: FlagSpecs) => {
	const {default: meow} = await import('meow');
	const known = {...sharedFlags, ...specs};
	const typed = argv.slice(0, argv.indexOf('--') === -1 ? argv.length : argv.indexOf('--')).filter(word => /^--?[a-z]/i.test(word)).map(word => word.replace(/=.*$/s, ''));
	const given = typed.map(word => camel(word.replace(/^--?(?:no-)?/, '')));
	const cli = meow({
		importMeta: import.meta,
		argv: [...argv],
		autoHelp: false,
		autoVersion: false,
		description: false,
		// Those that were typed: what it makes of each flag that it is told of is a tenth of a millisecond.
		flags: Object.fromEntries(Object.entries(known).filter(([name]) => given.includes(name)).map(([name, spec]) =>
			// Of a flag given twice all values are taken here, and refused below by name.
			[name, spec.value === undefined ? {type: 'boolean' as const} : {type: 'string' as const, isMultiple: true as const}])),
	});
	for (const [at, name] of given.entries()) {
		if (name in known) continue;
		const near = closest(name, Object.keys(known));
		throw new Problem({exit: 'usage', what: `There is no flag ${typed[at] ?? name}.`, why: near === undefined ? '' : `Did you mean --${near}?`, remedy: 'See --help.'});
	}

	const values: Readonly<Record<string, unknown>> = cli.flags;
	for (const name of given) {
		const value = values[name];
		if (Array.isArray(value) && value.length > 1 && known[name]?.many !== true) throw new Problem({exit: 'usage', what: `--${name} was given ${value.length} times.`, why: 'It can have one value.', remedy: 'See --help.'});
		if (Array.isArray(value) && (value.length === 0 || value.includes(''))) throw new Problem({exit: 'usage', what: `--${name} needs a value.`, why: '', remedy: 'See --help.'});
	}

	const text = (name: string): string | undefined => {
		const value = values[name];
		return Array.isArray(value) && value.length > 0 ? String(value[0]) : undefined;
	};

	return {
		words: cli.input,
		flags: {
			has: (name: string) => values[name] === true,
			refused: (name: string) => argv.includes(`--no-${name}`),
			text,
			texts: (name: string) => Array.isArray(values[name]) ? values[name].map(String) : [],
			count(name: string) {
				const value = text(name);
				if (value === undefined) return undefined;
				if (!/^[1-9]\d{0,6}$/.test(value)) throw new Problem({exit: 'usage', what: `--${name} ${value} is not a number from 1 up.`, why: '', remedy: 'See --help.'});
				return Number(value);
			},
		},
	};
};

/** What a terminal would obey, as text that it shows; within JSON the same string. Line ends and tabs stay. */
const inert = (text: string): string => text.replaceAll(/[\0-\x08\v\f\x0E-\x1F\x7F-\x9F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|\r(?!\n)/g, symbol =>
	`\\u${symbol.charCodeAt(0).toString(16).padStart(4, '0')}`);

const started = Date.now();
let lastProgress = 0;

const io: Io = {
	print: line => void process.stdout.write(`${inert(line)}\n`),
	write: text => void process.stdout.write(inert(text)),
	tell: line => void process.stderr.write(`${cleanForDisplay(line)}\n`),
	complain: line => io.tell(line),
	progress(text) {
		const now = Date.now();
		if (process.stderr.isTTY !== true || (text !== '' && now - lastProgress < 250) || now - started < 1000) return;
		lastProgress = now;
		// One row, whatever the width is now: a longer one would run on, and no carriage return takes that back. Blanks clear it on any terminal.
		const room = Math.max(1, (process.stderr.columns || 80) - 1);
		process.stderr.write(`\r${text.slice(0, room).padEnd(room)}${text === '' ? '\r' : ''}`);
	},
	terminal: process.stdout.isTTY === true,
	// A terminal that does not know its size says nothing, or 0.
	columns: process.stdout.columns || 80,
	rows: process.stdout.rows || 24,
};

/** Help is for people: it fits their terminal. */
const printHelp = async (text: string): Promise<number> => {
	io.print(io.terminal ? (await import('./commands/print/fitted.ts')).fitted(text, io.columns) : text);
	return exitCodes.done;
};

/** What was printed, to be read in the pager of the settings: nothing goes to the terminal before it is all there. */
const readInPager = async (text: string, {settings: {values}}: Context): Promise<void> => {
	const {hostDesk, usualPrograms} = await import('./host/desk.ts');
	const usual = usualPrograms(process.env);
	await hostDesk(values.editor ?? usual.editor, values.pager ?? usual.pager).page(text);
};

const contextFor = async (argv: readonly string[], command: Command, libraryWord: string | undefined): Promise<Context> => {
	const {words, flags} = await parseFlags(argv, command.flags);
	if (command.wordless === true && words[0] !== undefined) throw new Problem({exit: 'usage', what: `"${words[0]}" is not understood here.`, why: 'This verb takes flags only.', remedy: 'See --help.'});
	// Wrong usage is told before anything about the library.
	flags.count('limit');
	const {contextOf} = await import('./commands/context.ts');
	return contextOf({verbs, words, flags, libraryWord, io, data});
};

/** Runs a command; with --pager on a terminal what it prints is read there once it is done. */
const run = async (command: Command, context: Context): Promise<number> => {
	if (!context.flags.has('pager') || !context.io.terminal) return command.run(context);
	const printed: string[] = [];
	const code = await command.run({...context, io: {...context.io, print: line => void printed.push(`${inert(line)}\n`), write: text => void printed.push(inert(text))}});
	if (printed.length > 0) await readInPager(printed.join(''), context);
	return code;
};

/** What is loaded from here on is kept compiled, in the XDG cache folder. Where it cannot be kept, nothing is lost. */
const keepCompiled = async (): Promise<void> => {
	const folder = await compileFolder(process.env);
	// Taken by name from the module as a whole: an older Node lacks it, and would fail before it can be told its version.
	if (folder !== null) nodeModule.enableCompileCache(folder);
};

const isLibraryWord = async (word: string): Promise<boolean> =>
	word.includes('/') || word.includes(sep) || stat(word).then(found => found.isDirectory(), () => false);

const main = async (argv: readonly string[]): Promise<number> => {
	const at = verbIndex(argv);
	const word = at === -1 ? undefined : argv[at];
	const verb = word === undefined ? undefined : Object.hasOwn(verbs, word) ? verbs[word] : undefined;
	if (argv.includes('--version')) return io.print(version()), exitCodes.done;
	if (word === 'help' && verb === undefined) {
		// "help list" is "list --help"; a word that is no verb is told so by it.
		const rest = argv.filter((_, i) => i !== at);
		return main(rest.some(other => !other.startsWith('-')) ? [...rest, '--help'] : ['--help']);
	}

	// Asked for help, the front page needs no look at the disk: only an unknown word is told first.
	if (word === undefined && argv.includes('--help')) return printHelp(overview(verbs));
	if (word !== undefined && verb === undefined && !await isLibraryWord(word)) {
		const near = closest(word, Object.keys(verbs));
		throw new Problem({exit: 'usage', what: `There is no verb "${word}", and no folder of that name.`, why: near === undefined ? '' : `Did you mean "${near}"?`, remedy: 'newsdeck --help lists the verbs.'});
	}

	if (verb === undefined && argv.includes('--help')) return printHelp(overview(verbs));
	await keepCompiled();
	const {command} = await (verb ?? browse).load();
	if (verb !== undefined && argv.includes('--help')) return printHelp(verbHelp(word ?? '', command));
	const rest = at === -1 ? argv : argv.filter((_, i) => i !== at);
	const context = await contextFor(rest, command, verb === undefined ? word : undefined);
	return verb === undefined ? command.run(context) : run(command, context);
};

// A reader of the pipe that has seen enough (head, less) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') return endScreen(exitCodes.done);
	io.complain(`newsdeck: standard output was not written to the end. ${error.code === 'ENOSPC' ? 'The disk is full.' : `The system says ${error.code ?? error.message}.`} Make room or write elsewhere.`);
	endScreen(exitCodes.output);
});

// Where nobody can read the complaint any more (a closed window), there is nobody to tell that.
process.stderr.on('error', () => {});

/** The lowest major version of Node whose file functions newsdeck calls; package.json says the same. */
const lowestNode = 22;

/** The last word on an error: one line, and the exit code. */
const tellError = (error: unknown): number => {
	if (error instanceof Problem) {
		io.complain(`newsdeck: ${error.message}`);
		for (const line of error.pointer) io.complain(line);
		return exitCodes[error.exit];
	}

	io.complain(`newsdeck: this is a bug in newsdeck: ${error instanceof Error ? error.message : String(error)}. The library is as it was. NEWSDECK_DEBUG=1 shows where.`);
	if ((process.env['NEWSDECK_DEBUG'] ?? '') !== '' && error instanceof Error) process.stderr.write(`${(error.stack ?? '').split('\n').map(line => cleanForDisplay(line)).join('\n')}\n`);
	return exitCodes.bug;
};

// What nobody caught. The terminal comes first: on the screen's own page the message would be gone with it.
process.on('uncaughtException', error => {
	leaveScreen();
	endScreen(tellError(error));
});

try {
	if (Number.parseInt(process.versions.node, 10) < lowestNode) throw new Problem({exit: 'usage', what: `newsdeck needs Node ${lowestNode} or newer.`, why: `This is Node ${process.versions.node}.`, remedy: 'npm start runs it with the Node that came with the packages.'});
	process.exitCode = await main(process.argv.slice(2).map(word => shorthands[word] ?? word));
} catch (error) {
	process.exitCode = tellError(error);
}
