import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {checkHouse} from './helpers/house.ts';

const root = path.join(import.meta.dirname, '..');

test('the house keeps its rules', () => {
	expect(checkHouse(path.join(root, 'source'))).toEqual([]);
});

test('a breach of each rule is found', () => {
	const folder = fs.mkdtempSync(path.join(fs.realpathSync(process.env['TMPDIR'] ?? '/tmp'), 'newsdeck-house-'));
	const put = (file: string, text: string) => {
		fs.mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
		fs.writeFileSync(path.join(folder, file), text);
	};

	put('ui/deck.ts', 'import {open} from "../store/lowdb-library.ts";\nexport const a = open;\n');
	put('segment/Cut_It.ts', 'export const a = 1;\n');
	put('extract/clock.ts', 'export const a = () => Date.now();\n');
	put('extract/comment.ts', '// Date.now() in a comment is no clock\nexport const a = "new Date()";\n');
	put('text/disk.ts', 'import fs from "node:fs";\nexport const a = fs;\n');
	put('search/ink.ts', 'import {Text} from "ink";\nexport const a = Text;\n');
	put('ui/keys.tsx', 'import {useInput} from "ink";\nexport const a = () => useInput(() => {});\n');
	put('cluster/long.ts', 'export const a = 1;\n'.repeat(251));
	put('kitchen/sink.ts', 'export const a = 1;\n');
	put('compare/a.ts', 'import {b} from "./b.ts";\nexport const a = b;\n');
	put('compare/b.ts', 'import {a} from "./a.ts";\nexport const b = a;\n');
	put('compare/c.ts', 'export default 1;\n');
	put('commands/shell.ts', 'import {exec} from "node:child_process";\nexport const a = () => exec("ls");\n');
	put('host/editor.ts', 'import {spawn} from "node:child_process";\nexport const a = () => spawn("vi", [], {shell: true});\n');
	put('commands/web.ts', 'export const a = () => fetch("http://x");\n');
	put('host/network.ts', 'import https from "node:https";\nexport const a = https;\n');
	put('host/formula.ts', 'export const a = (text: string) => eval(text);\n');
	const found = checkHouse(folder);
	fs.rmSync(folder, {recursive: true});
	for (const breach of ['ui must not import store', 'not kebab-case', 'extract/clock.ts: clock', 'text must not touch node:fs', 'ink belongs to ui', 'useInput outside', 'over 250 lines', 'no such room', 'cycle', 'default export', 'commands/shell.ts: must not reach a shell', 'commands/shell.ts: must not reach another program', 'host/editor.ts: must not reach a shell', 'commands/web.ts: must not reach the network', 'host/formula.ts: must not reach code made of text']) {
		expect(found.join('\n')).toContain(breach);
	}

	expect(found.join('\n')).not.toContain('comment.ts');
	expect(found.join('\n')).not.toContain('host/network.ts');
});
