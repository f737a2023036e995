import {sharedFlags, type Command, type FlagSpecs} from './command.ts';

/** A flag as it is typed: "dryRun" is --dry-run. */
export const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

const flagLines = (flags: FlagSpecs): string[] => Object.entries(flags).map(([name, {value, help}]) =>
	`  ${`--${kebab(name)}${value === undefined ? '' : ` ${value}`}`.padEnd(22)} ${help}`);

/** The front page of the help: examples first, then every verb. */
export const overview = (verbs: Readonly<Record<string, {readonly summary: string}>>): string => [
	'newsdeck: who said how many, when, and on whose word',
	'',
	'Examples',
	'  newsdeck                               open your library on the screen (the demo while there is none)',
	'  newsdeck import pages/*.txt            cut saved pages into articles',
	'  newsdeck search casulties              find them, typos and all',
	'  newsdeck compare --event kursk --view figures',
	'  newsdeck export --event kursk --format md --output kursk.md',
	'',
	'Usage',
	'  newsdeck [LIBRARY]',
	'  newsdeck VERB [WORDS] [FLAGS]',
	'',
	'Verbs',
	...Object.entries(verbs).map(([name, {summary}]) => `  ${name.padEnd(10)} ${summary}`),
	'',
	'Flags for every verb',
	...flagLines(sharedFlags),
	'',
	'Flags for the screen',
	'  --keys KEYS            press these keys first ("/casulties\\r")',
	'  --snapshot             print one frame as text and leave',
	'  --size 100x30          the size of that frame',
	'',
	'newsdeck VERB --help tells more. Exit codes: 0 done, 1 nothing matched, 2 usage, 3 input unreadable,',
	'4 library, 5 some inputs failed, 6 output refused, 70 a bug in newsdeck.',
].join('\n');

/** The help of one verb. */
export const verbHelp = (name: string, command: Command): string => [
	`newsdeck ${name}: ${command.summary}`,
	'',
	'Examples',
	...command.examples.map(([line, what]) => `  ${line.padEnd(57)}  ${what}`.trimEnd()),
	'',
	'Usage',
	...command.usage.map(line => `  ${line}`),
	'',
	...(Object.keys(command.flags).length === 0 ? [] : ['Flags', ...flagLines(command.flags), '']),
	...(command.notes === undefined ? [] : [...command.notes, '']),
	'Flags for every verb',
	...flagLines(sharedFlags),
].join('\n');
