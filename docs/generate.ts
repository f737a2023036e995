// Writes the parts of README.md and docs/search.md that the program itself knows: keys, usage, exit codes, the query language. `npm run docs` writes them; a test fails when they are stale.
import {readFileSync, writeFileSync} from 'node:fs';
import {verbs} from '../source/commands/index.ts';
import {readers} from '../source/readers/index.ts';
import {exitMeanings} from './exit-meanings.ts';
import {queryTables} from '../source/search/query-help.ts';
import {keyTable} from '../source/ui/keymap.ts';


const blocks: Readonly<Record<string, string>> = {
	verbs: ['| verb | what it does |', '|---|---|', ...Object.entries(verbs).map(([name, {summary}]) => `| \`${name}\` | ${summary} |`)].join('\n'),
	types: ['| type | what it is |', '|---|---|', ...readers.map(({name, reads}) => `| \`${name}\` | ${reads} |`)].join('\n'),
	keys: keyTable(),
	query: queryTables(),
	exits: ['| exit | means |', '|---|---|', ...exitMeanings.map(([code, meaning]) => `| ${code} | ${meaning} |`)].join('\n'),
};

/** A page with its generated blocks made anew. */
export const refreshed = (readme: string): string => Object.entries(blocks).reduce((text, [name, block]) =>
	text.replace(new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`), (_, open: string, close: string) => `${open}${block}\n${close}`), readme);

const pages = ['../README.md', 'search.md'].map(page => new URL(page, import.meta.url));
if (process.argv[1] === import.meta.filename) for (const page of pages) writeFileSync(page, refreshed(readFileSync(page, 'utf8')));
