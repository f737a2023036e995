import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {plain} from '../../source/ui/paint/row.ts';
import {createSession} from '../../source/ui/session/session.ts';
import {harbour, stories} from '../helpers/harbour.ts';
import {eventOf, memoryEffects, memoryLibrary, type Story} from '../helpers/memory-library.ts';
import {tools} from '../../source/ui/tools.ts';

/** Ways to every view: what somebody would press to come there. */
const ways: ReadonlyArray<readonly [string, readonly string[]]> = [
	['deck', []], ['deck, last', ['G']], ['articles', ['tab', 'j', 'space']], ['reader', ['j', 'j', 'enter', ')', ')']], ['reader without evidence', ['j', 'enter', 'r', ']']],
	['reader of another script', ['G', 'enter', 'G']], ['search', ['/']], ['search, found', ['/', 'f', 'e', 'r', 'r', 'y', 'down']], ['search, not found', ['/', 'x', 'x', 'q', 'z']],
	['help', ['?']], ['help, scrolled', ['j', 'enter', '?', 'G']], ['export', ['j', 'j', 'e', 'j', 'j']], ['export, asked twice', ['e', 'enter']],
	['compare', ['c', 'l', 'n']], ['compare, figures', ['j', 'j', '3', 'j', 'l', 'n', 'b']], ['compare, text', ['j', 'j', '2', 'n', 'n', 'l', 'space', 'w']], ['compare, figure to words', ['j', 'j', '3', 'l', 'enter']], ['compare, help', ['2', '?']], ['message', ['j', 'c']],
];

const openAt = async (columns: number, rows: number, library = harbour()) =>
	createSession({library, effects: memoryEffects(), size: {columns, rows}, tools});

const expectGrid = (session: Awaited<ReturnType<typeof openAt>>, columns: number, rows: number, where: string): void => {
	const frame = session.frame({columns, rows});
	expect(frame.length, `${where}: rows`).toBe(rows);
	for (const [y, row] of frame.entries()) {
		const text = row.map(run => run.text).join('');
		expect(stringWidth(text), `${where}, ${columns}x${rows}, row ${y}: ${text}`).toBe(columns);
	}
};

describe('every view at every size', () => {
	for (const [name, keys] of ways) {
		it(`${name}: as many rows as the terminal, each exactly as wide`, async () => {
			await fc.assert(fc.asyncProperty(fc.integer({min: 60, max: 200}), fc.integer({min: 15, max: 50}), async (columns, rows) => {
				const session = await openAt(columns, rows);
				await session.press(keys);
				expectGrid(session, columns, rows, name);
			}), {numRuns: 12, examples: [[60, 15], [80, 24], [99, 24], [100, 30], [119, 36], [120, 36], [160, 48], [200, 50]]});
		});
	}
});

const words = fc.oneof(
	fc.string({maxLength: 60}), fc.string({unit: 'grapheme', maxLength: 60}), fc.constantFrom('', ' ', '港の予算は今年、昨年より増えた。', '👩‍👩‍👧‍👦 🇯🇵 é ก็', 'a\u202Eb\u001B[31mc\u0007', 'x'.repeat(300), 'הנמל ومرفأ'),
);

const strange = (texts: readonly string[]): Story[] => texts.map((text, index) => ({
	id: `a-${index}`, headline: index % 3 === 2 ? null : text, outlet: index % 2 === 0 ? text : null, published: index % 2 === 0 ? '2025-01' : null,
	paragraphs: [text, `${text} 12 ${text}`], figures: [{text: '12', segment: 1, measure: index % 2 === 0 ? text : null, measureText: text, scope: text, source: text, hedges: [text], periodText: text}],
}));

describe('whatever the pages hold', () => {
	it('rows stay on the grid and nothing throws: no text, other scripts, emoji, escape codes, words without end', async () => {
		await fc.assert(fc.asyncProperty(fc.array(words, {minLength: 1, maxLength: 4}), fc.constantFrom(...ways), fc.constantFrom([60, 15], [80, 24], [120, 36]), async (texts, [name, keys], size) => {
			const [columns = 80, rows = 24] = size;
			const all = strange(texts);
			const session = await openAt(columns, rows, memoryLibrary(all, [eventOf('e', texts[0] ?? '', all.map(story => story.id))]));
			await session.press(keys);
			expectGrid(session, columns, rows, name);
			const shown = session.frame().map(plain).join('');
			expect(shown).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E]/);
		}), {numRuns: 120});
	});

	it('an event of very many articles opens, marks and compares', async () => {
		const many = Array.from({length: 300}, (_, index): Story => ({...(stories[index % 3] ?? {headline: '', paragraphs: []}), id: `m-${index}`, outlet: `Paper ${index % 40}`}));
		const session = await openAt(120, 36, memoryLibrary(many, [eventOf('e', 'Many', many.map(story => story.id))]));
		await session.press(['tab', 'G', 'space', 'g', 'g', 'space', 'c']);
		expect(session.text()).toContain('1 Explain');
		await session.press(['2']);
		expect(session.text()).toContain('base');
	});
});
