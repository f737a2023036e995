import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {defaultKeymap} from '../../source/ui/keys/bindings.ts';
import {createSession} from '../../source/ui/session/session.ts';
import {tools} from '../../source/ui/tools.ts';
import {harbour} from '../helpers/harbour.ts';
import {memoryEffects} from '../helpers/memory-library.ts';

const starts: ReadonlyArray<readonly [string, readonly string[]]> = [
	['deck', []], ['articles', ['tab']], ['a list', ['g', 'a']], ['reader', ['j', 'enter']], ['raw page', ['j', 'enter', 'r']], ['search', ['/', 'f', 'e']], ['export', ['e']], ['help', ['?']], ['help, searched', ['?', '/']],
	['palette', [':']], ['put right', ['j', 'enter', 'i']], ['copy', ['y']], ['a command', ['|']], ['a question', ['m']], ['why', ['j', 'W']], ['the review', ['g', 'r']], ['the questions', ['g', 'q']], ['the relay', ['j', 'j', '1', 'R']], ['outlets', ['g', 'o']], ...['1', '2', '3', '4', '5', '6', '7'].map(view => [`compare ${view}`, ['j', 'j', view]] as const),
];
// Quitting is left out: there is nothing to see after it.
const keys = [...new Set(defaultKeymap.all.flatMap((binding): readonly string[] => binding.keys).flatMap(key => key.split(' ')))].filter(key => !['Q', 'q', 'ctrl+c'].includes(key));
const anyKey = fc.oneof({weight: 8, arbitrary: fc.constantFrom(...keys)}, {weight: 2, arbitrary: fc.constantFrom('x', '港', 'é', 'paste a\nb \u0007c', 'click 10 8', 'click 60 0', 'click 5 23', 'click 100 30')});

describe('forty keys, whatever they are', () => {
	it.each(starts)('from %s: nothing breaks, and every frame is whole', async (_, way) => {
		await fc.assert(fc.asyncProperty(fc.array(anyKey, {minLength: 40, maxLength: 40}), fc.constantFrom([60, 15], [80, 24], [120, 36]), async (pressed, [columns = 80, rows = 24]) => {
			const session = await createSession({library: harbour(), effects: memoryEffects(), size: {columns, rows}, tools});
			await session.press(way);
			for (const key of pressed) {
				await session.press([key]);
				const frame = session.frame();
				expect(frame).toHaveLength(rows);
				for (const row of frame) expect(stringWidth(row.map(run => run.text).join(''))).toBe(columns);
			}
		}), {numRuns: 2, seed: 20_250_302});
	});

	it('typed ahead in one burst they leave the same screen as one by one', async () => {
		await fc.assert(fc.asyncProperty(fc.array(anyKey, {minLength: 20, maxLength: 20}), async pressed => {
			const [burst, single] = await Promise.all([0, 1].map(async () => createSession({library: harbour(), effects: memoryEffects(), size: {columns: 120, rows: 36}, tools})));
			await burst?.press(pressed);
			for (const key of pressed) await single?.press([key]);
			expect(burst?.text()).toBe(single?.text());
		}), {numRuns: 4, seed: 7});
	});
});
