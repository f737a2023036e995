import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {emptyPlace, objects, root, run, type Run} from '../helpers/program.ts';

const place = emptyPlace();
const on = async (...words: string[]): Promise<Run> => run([...words, '--library', path.join(root, 'data/demo/library')], {env: place.env});

describe('events --why', () => {
	test('as text: what an article shares with its event, how alike it is, and which event would be next', async () => {
		const {code, out} = await on('events', 'tesla', '--why');
		expect(code).toBe(0);
		expect(out).toMatch(/\n {4}0\.\d\d alike: .*Tesla.*; next: .+ \(0\.\d\d\)\n/);
		expect((await on('events', 'starmer', '--why')).out).toMatch(/\n {4}by itself; /);
	});

	test('when an event was told, and which outlets of the library did not tell it; of one event alone without being asked', async () => {
		expect((await on('events', 'tesla', '--why')).out).toMatch(/^e-\w+ .*\n {2}told: .+\n {2}(?:not in: \w|in every outlet)/m);
		expect((await on('events', 'tesla', '--limit', '1')).out).toMatch(/^[es]-\w+ .*\n {2}told: .+\n {2}(?:not in: \w|in every outlet)/m);
		expect((await on('events')).out).not.toContain('told: ');
		for (const line of objects((await on('events', '--why', '--json')).out)) expect(line).toMatchObject({coverage: line['from'] === null ? null : {from: line['from'], counts: expect.any(Array)}, missing: expect.any(Array)});
	});

	test('as JSON: terms, names, figures, likeness and the next event of every article', async () => {
		const lines = objects((await on('events', '--why', '--json')).out).filter(line => line['kind'] === 'event');
		for (const line of lines) {
			expect(line).toMatchObject({why: (line['articles'] as string[]).map(article => ({article, terms: expect.any(Array), names: expect.any(Array), figures: expect.any(Array), likeness: expect.any(Number)}))});
		}
	});

	test('every event says which articles are copies and how many texts are independent', async () => {
		for (const line of objects((await on('events', '--json')).out)) {
			const {low, high} = line['origins'] as {low: number; high: number};
			expect(low).toBeGreaterThan(0);
			expect(high).toBeGreaterThanOrEqual(low);
			expect(high).toBeLessThanOrEqual((line['articles'] as string[]).length);
			expect(line).toHaveProperty('copies');
		}
	});
});
