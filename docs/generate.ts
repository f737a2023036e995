// Writes the parts of the pages that the program itself knows: verbs, keys, types, exit codes, the query language. `npm run docs` writes them; a test fails when they are stale.
import {readFileSync, writeFileSync} from 'node:fs';
import {sharedFlags} from '../source/commands/command.ts';
import {kebab} from '../source/commands/help.ts';
import {verbs} from '../source/commands/index.ts';
import {readers} from '../source/readers/index.ts';
import {queryCard, queryTables} from '../source/search/query-help.ts';
import {exitMeanings} from './exit-meanings.ts';
import {allKeys, everydayKeys} from './key-tables.ts';

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: ReadonlyArray<readonly (string | number)[]>): string => [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n');

const blocks: Readonly<Record<string, string>> = {
	verbs: table(['verb', 'what it does'], Object.entries(verbs).map(([name, {summary}]) => [`\`${name}\``, summary])),
	flags: table(['flag', 'what it does'], Object.entries(sharedFlags).map(([name, {value, help}]) => [`\`--${kebab(name)}${value === undefined ? '' : ` ${value}`}\``, help])),
	types: table(['type', 'what it is'], readers.map(({name, reads}) => [`\`${name}\``, reads])),
	everyday: everydayKeys(),
	keys: allKeys(),
	query: queryTables(),
	search: queryCard(),
	exits: table(['exit', 'means'], exitMeanings),
};

/** A page with its generated blocks made anew. */
export const refreshed = (page: string): string => Object.entries(blocks).reduce((text, [name, block]) =>
	text.replace(new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`), (_, open: string, close: string) => `${open}${block}\n${close}`), page);

/** The pages that have such blocks, and which. */
export const generated: Readonly<Record<string, readonly string[]>> = {
	'README.md': ['everyday', 'search'], 'docs/keys.md': ['keys'], 'docs/commands.md': ['verbs', 'flags', 'exits'], 'docs/inputs.md': ['types'], 'docs/search.md': ['query'],
};

if (process.argv[1] === import.meta.filename) {
	for (const page of Object.keys(generated)) {
		const path = new URL(`../${page}`, import.meta.url);
		writeFileSync(path, refreshed(readFileSync(path, 'utf8')));
	}
}
