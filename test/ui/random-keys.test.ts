import {cp, mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, it, onTestFinished} from 'vitest';
import {parseBackground} from '../../source/cluster/background.ts';
import {mendable} from '../../source/commands/mend/mendable.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {defaultKeymap} from '../../source/ui/keys/bindings.ts';
import {contextOf} from '../../source/ui/keys/context.ts';
import {contextTitles} from '../../source/ui/keys/keymap.ts';
import {createSession} from '../../source/ui/session/session.ts';
import {tools} from '../../source/ui/tools.ts';
import {fakeDesk} from '../helpers/fake-desk.ts';
import {harbour} from '../helpers/harbour.ts';
import {memoryEffects} from '../helpers/memory-library.ts';
import {root} from '../helpers/program.ts';

const starts: ReadonlyArray<readonly [string, readonly string[]]> = [
	['deck', []], ['articles', ['tab']], ['a list', ['g', 'a']], ['reader', ['j', 'enter']], ['raw page', ['j', 'enter', 'r']], ['search', ['/', 'f', 'e']], ['export', ['e']], ['help', ['?']], ['help, searched', ['?', '/']],
	['palette', [':']], ['put right', ['j', 'enter', 'i']], ['copy', ['y']], ['a command', ['|']], ['what a command printed', ['|', 'w', 'c', 'enter']], ['a question', ['m']], ['the review', ['g', 'r']], ['the questions', ['g', 'q']], ['the searches', ['g', '/']], ['the searches, of a search', ['/', 'k', 'i', 'm', 'enter', 'q', 'ctrl+r']], ['outlets', ['g', 'o']], ['an outlet', ['g', 'o', 'enter']], ['starred', ['g', 's']], ['saved comparisons', ['g', 'c']],
	['the Ledger', ['j', 'j', '3', '3']], ['by origin', ['j', 'j', '3', 'O']], ['choosing words', ['j', 'enter', 'a']], ['versions', ['j', 'enter', 'D']], ['a field', ['j', 'enter', 'i', 'enter']],
	['an offered name', ['j', 'j', '1', 'S']], ['another column', ['j', 'j', '1', 'a']], ['a range of marks', ['g', 'a', 'v', 'j']], ...['1', '2', '3', '4', '5', '6', '7'].map(view => [`compare ${view}`, ['j', 'j', view]] as const),
];
/** What needs a library on disk, or a statement told twice: over a copy of the demo. */
const startsOfDemo: ReadonlyArray<readonly [string, readonly string[]]> = [
	['the relay', ['1', 'R']], ['why', ['j', 'j', 'j', 'W']], ['what would change', ['j', 'j', 'j', 'space', 'j', 'space', 'M']], ['the same for all', ['c', '3', 'l', 'f', 'i', 'L']],
];
// Quitting is left out: there is nothing to see after it.
const keys = [...new Set(defaultKeymap.all.flatMap((binding): readonly string[] => binding.keys).flatMap(key => key.split(' ')))].filter(key => !['Q', 'q', 'ctrl+c'].includes(key));
const anyKey = fc.oneof({weight: 8, arbitrary: fc.constantFrom(...keys)}, {weight: 2, arbitrary: fc.constantFrom('x', '港', 'é', 'paste a\nb \u0007c', 'click 10 8', 'click 60 0', 'click 5 23', 'click 100 30')});

/** A screen of such a size over the made-up harbour, or over a copy of the demo that may be written to. */
const sit = async (over: 'harbour' | 'demo', columns = 120, rows = 36) => {
	const effects = memoryEffects();
	const {desk} = fakeDesk();
	if (over === 'harbour') return createSession({library: harbour(), effects, size: {columns, rows}, tools, desk});
	const folder = await mkdtemp(path.join(os.tmpdir(), 'newsdeck-random-'));
	await cp(path.join(root, 'data/demo/library'), path.join(folder, 'demo'), {recursive: true});
	const library = mendable(await openLibrary(path.join(folder, 'demo'), {now: effects.now}), async () => parseBackground(''));
	onTestFinished(async () => {
		await library.close();
		await rm(folder, {recursive: true, force: true});
	});
	return createSession({library, effects, size: {columns, rows}, tools, desk});
};

/** After every key a frame of exactly the screen's rows and cells. */
const fortyKeys = async (over: 'harbour' | 'demo', way: readonly string[], numRuns: number): Promise<void> => {
	await fc.assert(fc.asyncProperty(fc.array(anyKey, {minLength: 40, maxLength: 40}), fc.constantFrom([60, 15], [80, 24], [120, 36]), async (pressed, [columns = 80, rows = 24]) => {
		const session = await sit(over, columns, rows);
		await session.press(way);
		for (const key of pressed) {
			await session.press([key]);
			const frame = session.frame();
			expect(frame).toHaveLength(rows);
			for (const row of frame) expect(stringWidth(row.map(run => run.text).join(''))).toBe(columns);
		}
	}), {numRuns, seed: 20_250_302});
};

describe('forty keys, whatever they are', () => {
	it.each(starts)('from %s: nothing breaks, and every frame is whole', async (_, way) => fortyKeys('harbour', way, 2));
	it.each(startsOfDemo)('from %s: nothing breaks, and every frame is whole', async (_, way) => fortyKeys('demo', way, 1));

	it('begin in every place that has keys', async () => {
		const reached = await Promise.all([...starts.map(start => ['harbour', ...start] as const), ...startsOfDemo.map(start => ['demo', ...start] as const)].map(async ([over, , way]) => {
			const session = await sit(over);
			await session.press(way);
			return contextOf(session.state());
		}));
		expect(Object.keys(contextTitles).filter(context => !reached.some(place => place === context))).toEqual([]);
	});

	it('typed ahead in one burst they leave the same screen as one by one', async () => {
		// A command prints when it prints: keys that come before that go to a screen on which it still runs.
		const ahead = anyKey.filter(key => key !== '|' && key !== '!');
		await fc.assert(fc.asyncProperty(fc.array(ahead, {minLength: 20, maxLength: 20}), async pressed => {
			const [burst, single] = await Promise.all([0, 1].map(async () => sit('harbour')));
			await burst?.press(pressed);
			for (const key of pressed) await single?.press([key]);
			expect(burst?.text()).toBe(single?.text());
		}), {numRuns: 4, seed: 7});
	});
});
