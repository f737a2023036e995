import {describe, expect, it} from 'vitest';
import {createSession} from '../../source/ui/session/session.ts';
import {announced, spokenFrame, SPOKEN_SIZE, type Spoken} from '../../source/ui/paint/spoken.ts';
import {tools} from '../../source/ui/tools.ts';
import {harbour} from '../helpers/harbour.ts';
import {memoryEffects} from '../helpers/memory-library.ts';

const listen = async () => {
	const session = await createSession({library: harbour(), effects: memoryEffects(), size: SPOKEN_SIZE, tools, spoken: true});
	let before: readonly Spoken[] = [];
	return async (...keys: readonly string[]): Promise<readonly string[]> => {
		await session.press(keys);
		const now = spokenFrame(session.frame(), false);
		const said = announced(before, now);
		before = now;
		return said;
	};
};

describe('the screen for those who hear it', () => {
	it('says the selected item first, and draws nothing', async () => {
		const hear = await listen();
		for (const keys of [[], ['j', 'j'], ['enter'], ['q'], ['3'], ['q'], ['/', 'f', 'e', 'r'], ['esc', 'esc'], [':'], ['esc'], ['?']]) {
			const said = await hear(...keys);
			expect(said.join('\n')).not.toMatch(/[─═│┬╤┴┼╪┤╒╕└┘▌█░]/);
			expect(said.filter(line => line.trim() === '')).toEqual([]);
		}
	});

	it('says after a key what has changed, the newly selected first, and not the rest again', async () => {
		const hear = await listen();
		const all = await hear();
		expect(all[0]).toMatch(/^selected: /);
		const next = await hear('j');
		expect(next[0]).toMatch(/^selected: /);
		expect(next[0]).not.toBe(all[0]);
		expect(next.length).toBeLessThan(all.length);
		expect(await hear('k', 'j')).toEqual([]);
	});

	it('says what an overlay holds, and nothing of the page behind it', async () => {
		const hear = await listen();
		await hear();
		const said = await hear(':');
		expect(said[0]).toMatch(/^selected: /);
		expect(said.join('\n')).toContain('Command');
		expect(said.join('\n')).not.toContain('figures, ');
	});

	it('says the keys one by one, and titles as far as a line goes', async () => {
		const hear = await listen();
		await hear();
		expect(await hear('?')).toContain('enter, open');
		const listed = await hear('?', 'g', 'a');
		expect(listed.filter(line => line.startsWith('selected: '))).toEqual([expect.stringMatching(/^selected: [^…]{30,}, \d+ \w+ \d{4}$/)]);
	});

	it('says why a key did nothing', async () => {
		const hear = await listen();
		await hear();
		expect((await hear('b')).join('\n')).toContain('in a comparison only: press c first');
	});
});
