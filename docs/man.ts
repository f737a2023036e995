// The man page, made of the same table as the help. `npm run build` writes man/newsdeck.1.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {sharedFlags, type FlagSpecs} from '../source/commands/command.ts';
import {kebab} from '../source/commands/help.ts';
import {verbs} from '../source/commands/index.ts';
import {exitMeanings} from './exit-meanings.ts';

/** Text as it stands in a man page: no line of it is a request, no sign an escape. */
const roff = (text: string): string => text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/, '\\&$&');

const flagLines = (flags: FlagSpecs): string[] => Object.entries(flags).flatMap(([name, {value, help}]) =>
	['.TP', `\\fB\\-\\-${roff(kebab(name))}\\fR${value === undefined ? '' : ` \\fI${roff(value)}\\fR`}`, roff(help)]);

/** The whole page. */
export const manPage = async (version: string): Promise<string> => {
	const loaded = await Promise.all(Object.entries(verbs).map(async ([name, {load}]) => ({name, command: (await load()).command})));
	return [
		`.TH NEWSDECK 1 "" "newsdeck ${version}" "User Commands"`,
		'.SH NAME', 'newsdeck \\- compare news coverage in the terminal: who said how many, when, and on whose word',
		'.SH SYNOPSIS', '\\fBnewsdeck\\fR [\\fILIBRARY\\fR]', '.br', '\\fBnewsdeck\\fR \\fIVERB\\fR [\\fIWORDS\\fR] [\\fIFLAGS\\fR]',
		'.SH DESCRIPTION',
		'newsdeck cuts pages into articles, finds which ones report the same event, and sets them side by side: the text, the figures, who said them, how surely, and as of when. Every figure leads back to the words it came from. It gives no verdict.',
		'Without a verb it opens the screen; where standard output is no terminal it prints the events.',
		'.SH VERBS',
		...loaded.flatMap(({name, command}) => [
			`.SS ${roff(name)}`, roff(`${command.summary.slice(0, 1).toUpperCase()}${command.summary.slice(1)}.`),
			...command.usage.flatMap(line => ['.PP', '.nf', roff(line), '.fi']),
			...flagLines(command.flags),
			...(command.examples.length === 0 ? [] : ['.PP', 'Examples:', ...command.examples.flatMap(([line, what]) => ['.TP', roff(line), roff(what)])]),
		]),
		'.SH "FLAGS FOR EVERY VERB"', ...flagLines(sharedFlags),
		'.SH "EXIT STATUS"', ...exitMeanings.flatMap(([code, meaning]) => ['.TP', String(code), roff(meaning)]),
		'.SH ENVIRONMENT',
		'.TP', 'NEWSDECK_LIBRARY', 'the library to use', '.TP', 'NO_COLOR', 'no colours', '.TP', 'XDG_DATA_HOME, XDG_CACHE_HOME', 'where the library and what can be made again lie',
		'',
	].filter((line, at, all) => line !== '' || at === all.length - 1).join('\n');
};

if (process.argv[1] === import.meta.filename) {
	const {version}: {version: string} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
	mkdirSync(new URL('../man/', import.meta.url), {recursive: true});
	writeFileSync(new URL('../man/newsdeck.1', import.meta.url), await manPage(version));
}
