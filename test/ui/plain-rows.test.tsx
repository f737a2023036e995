import {Box} from 'ink';
import xterm from '@xterm/headless';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {RowLine} from '../../source/ui/components/row-line.tsx';
import type {Role, Row} from '../../source/ui/paint/row.ts';
import {paint, themes} from '../../source/ui/paint/theme.ts';
import {openScreen} from '../helpers/screen.ts';

type Operation = {readonly type: string; readonly x: number; readonly y: number; readonly text: string; readonly transformers: ReadonlyArray<(text: string) => string>};
type PlainRows = {readonly isPlainRow: (text: string) => boolean; readonly plainRows: (operations: readonly Operation[]) => ReadonlyMap<number, string>};

/** A part of the build, which is no TypeScript. */
const {isPlainRow, plainRows}: PlainRows = await import(new URL('../../.ci/plain-rows.mjs', import.meta.url).href);

const COLUMNS = 60;
const roles: readonly Role[] = ['ink', 'dim', 'rule', 'figure', 'quote', 'focus', 'own', 'warn'];
const written = (y: number, text: string): Operation => ({type: 'write', x: 0, y, text, transformers: []});

/** Every cell of a screen: its sign, its colours, how it is drawn. */
const cells = (terminal: InstanceType<typeof xterm.Terminal>, rows: number): string[] => Array.from({length: rows}, (_, y) => Array.from({length: COLUMNS}, (_, x) => {
	const cell = terminal.buffer.active.getLine(y)?.getCell(x);
	return `${cell?.getChars() || ' '}${cell?.getFgColor()}/${cell?.getBgColor()}/${cell?.isBold()}${cell?.isItalic()}${cell?.isUnderline()}${cell?.isInverse()}`;
}).join(' '));

const run = fc.record({
	text: fc.string({unit: fc.constantFrom(...'abc 12.,–—“”£é│─·'), maxLength: 12}),
	role: fc.constantFrom(...roles), bold: fc.boolean(), italic: fc.boolean(), underline: fc.boolean(), inverse: fc.boolean(), tint: fc.boolean(),
});
const row: fc.Arbitrary<Row> = fc.array(run, {maxLength: 5});

test('rows of plain signs look in the terminal as if Ink had taken them into cells, in every look', async () => {
	await fc.assert(fc.asyncProperty(fc.array(row, {minLength: 2, maxLength: 8}), async rows => {
		const byInk = await openScreen(<Box flexDirection="column" width={COLUMNS} height={rows.length}>{rows.map((each, index) => <RowLine key={index} row={each} theme={themes.dark}/>)}</Box>, {columns: COLUMNS, rows: rows.length});
		const plain = plainRows(rows.map((each, y) => written(y, paint(each, themes.dark))));
		const terminal = new xterm.Terminal({cols: COLUMNS, rows: rows.length, allowProposedApi: true, convertEol: true});
		await new Promise<void>(resolve => {
			terminal.write(rows.map((_, y) => plain.get(y)).join('\n'), resolve);
		});
		const [theirs, ours] = [cells(byInk.terminal, rows.length), cells(terminal, rows.length)];
		byInk.close();
		expect(plain.size).toBe(rows.length);
		expect(ours).toEqual(theirs);
	}), {numRuns: 40, seed: 7});
});

test('what is not plain goes Ink\'s own way: wide signs, signs of no width, other sequences, a colour that is left on', () => {
	for (const text of ['新聞', 'e\u0301', 'soft\u00ADhyphen', '\u001B]8;;http://a.example\u0007link\u001B[0m', '\u001B[2Jgone\u001B[0m', '\u001B[31mred', 'a\tb']) expect([text, isPlainRow(text)]).toEqual([text, false]);
	expect([...plainRows([written(0, 'plain'), written(1, '新聞'), written(2, 'plain too  ')])]).toEqual([[0, 'plain'], [2, 'plain too']]);
});

test('a screen that is not of rows alone goes Ink\'s own way as a whole', () => {
	const rows = [written(0, 'one'), written(1, 'two')];
	for (const other of [{...written(1, 'beside'), x: 10}, written(1, 'over it'), written(2, 'two\nlines'), {...written(2, ''), type: 'clip'}]) expect(plainRows([...rows, other]).size).toBe(0);
});
