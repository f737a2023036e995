// Writes the parts of README.md that the program itself knows: keys, usage, exit codes. `npm run docs` writes them; a test fails when they are stale.
import {readFileSync, writeFileSync} from 'node:fs';
import {verbs} from '../source/commands/index.ts';
import {readers} from '../source/readers/index.ts';
import {keyTable} from '../source/ui/keymap.ts';
import {exitMeanings} from './exit-meanings.ts';

const blocks: Readonly<Record<string, string>> = {
	verbs: ['| verb | what it does |', '|---|---|', ...Object.entries(verbs).map(([name, {summary}]) => `| \`${name}\` | ${summary} |`)].join('\n'),
	types: ['| type | what it is |', '|---|---|', ...readers.map(({name, reads}) => `| \`${name}\` | ${reads} |`)].join('\n'),
	keys: keyTable(),
	exits: ['| exit | means |', '|---|---|', ...exitMeanings.map(([code, meaning]) => `| ${code} | ${meaning} |`)].join('\n'),
};

/** The README with its generated blocks made anew. */
export const refreshed = (readme: string): string => Object.entries(blocks).reduce((text, [name, block]) =>
	text.replace(new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`), (_, open: string, close: string) => `${open}${block}\n${close}`), readme);

const readme = new URL('../README.md', import.meta.url);
if (process.argv[1] === import.meta.filename) writeFileSync(readme, refreshed(readFileSync(readme, 'utf8')));
