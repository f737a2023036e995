import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {asciiRow} from '../../source/ui/paint/ascii.ts';
import {plain, type Role, type Row} from '../../source/ui/paint/row.ts';
import {createSession} from '../../source/ui/session/session.ts';
import {chooseTheme, paint, themes} from '../../source/ui/paint/theme.ts';
import {tools} from '../../source/ui/tools.ts';
import {harbour} from '../helpers/harbour.ts';
import {memoryEffects} from '../helpers/memory-library.ts';

const inAscii = (text: string): string => plain(asciiRow([{text}]));
const cells = (row: Row): string => row.map(run => run.text).join('');

describe('signs in ASCII', () => {
	it.each([
		['▌ thousands  │  none', '> thousands  |  none'],
		['└────────── ≠ not comparable ───────────┘', '+---------- != not comparable ----------+'],
		['    — no figure     │', '    -- no figure    |'],
		['Outlet°  “likely”  the outlet’s voice', 'Outlet*  "likely"  the outlet\'s voice'],
		['Tariffs on British impor…  │', 'Tariffs on British imp...  |'],
		['       £1bn  officials', '    GBP 1bn  officials'],
		['═══╤═══ ─┼─ █ 2  ░ 1  ·  √ ≡', '===+=== -+- # 2  . 1  .  v ='],
		['café 港湾 👩‍👧', 'cafe ???? ??'],
	])('%s', (drawn, wanted) => {
		expect(inAscii(drawn)).toBe(wanted.trimEnd());
		expect(cells(asciiRow([{text: drawn}]))).toHaveLength(stringWidth(drawn));
	});

	it('takes the short form where nothing gives way: the columns stay', () => {
		expect(inAscii('a—b│c≠d')).toBe('a-b|c#d');
	});
});

const ways: ReadonlyArray<readonly string[]> = [[], ['G'], ['j', 'j', 'enter'], ['j', 'j', '3'], ['j', 'j', '2', 'n'], ['j', 'j', '1'], ['?'], [':'], ['/', 'f', 'e', 'r', 'r', 'y'], ['e'], ['g', 'o'], ['j', 'enter', 'y']];

describe('every view in ASCII', () => {
	it.each(ways)('%s %s %s: nothing but ASCII, every rule where it was', async (...keys) => {
		for (const [columns, rows] of [[60, 15], [80, 24], [120, 36]] as const) {
			const open = async (ascii: boolean) => createSession({library: harbour(), effects: memoryEffects(), size: {columns, rows}, tools, ascii});
			const [drawn, ascii] = await Promise.all([open(false), open(true)]);
			await Promise.all([drawn.press(keys), ascii.press(keys)]);
			for (const [y, row] of ascii.frame().entries()) {
				const text = cells(row);
				expect(text, `row ${y} at ${columns}x${rows}`).toMatch(/^[\x20-\x7E]*$/);
				expect(text).toHaveLength(columns);
				const rules = [...cells(drawn.frame()[y] ?? [])].flatMap((sign, x) => sign === '│' && stringWidth(cells(drawn.frame()[y] ?? []).slice(0, x)) === x ? [x] : []);
				expect(rules.filter(x => text[x] !== '|'), `row ${y}: ${text}`).toEqual([]);
			}
		}
	});
});

describe('nothing by colour alone', () => {
	it('mono has weight, slant, underline and faint, and no colour at all', async () => {
		for (const keys of ways) {
			const session = await createSession({library: harbour(), effects: memoryEffects(), size: {columns: 120, rows: 36}, tools});
			await session.press(keys);
			for (const row of session.frame()) {
				const painted = paint(row, themes.mono);
				const codes = [...painted.matchAll(/\u001B\[([\d;]*)m/g)].flatMap(([, list = '']) => list.split(';'));
				expect(codes.filter(code => !['0', '1', '2', '3', '4', '7'].includes(code))).toEqual([]);
			}
		}
	});

	it('what newsdeck says itself, what cannot be compared and where the keys go are signs or type in every theme', async () => {
		const session = await createSession({library: harbour(), effects: memoryEffects(), size: {columns: 120, rows: 36}, tools});
		await session.press(['j', 'j', '3']);
		const runs = session.frame().flat();
		const of = (role: Role) => runs.filter(run => run.role === role && run.text.trim() !== '');
		expect(of('warn').length + of('own').length + of('focus').length).toBeGreaterThan(2);
		expect(of('warn').filter(run => !/[≠!]/.test(run.text))).toEqual([]);
		expect(of('focus').filter(run => !/[▌═]/.test(run.text) && !run.bold && !run.underline)).toEqual([]);
		expect(of('own').filter(run => !run.italic && !/[°—]/.test(run.text))).toEqual([]);
	});
});

describe('the theme for a terminal', () => {
	it.each([
		[{noColor: true, trueColor: true}, undefined, 'mono'], [{noColor: true}, 'dark', 'mono'], [{trueColor: true}, undefined, 'dark'], [{trueColor: true, ground: 15}, undefined, 'light'],
		[{trueColor: false}, undefined, 'ansi16'], [{trueColor: false}, 'light', 'light'],
	] as const)('%j, asked for %s: %s', (terminal, chosen, name) => {
		expect(chooseTheme(terminal, chosen).name).toBe(name);
	});
});
