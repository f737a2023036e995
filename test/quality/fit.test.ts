import {expect, test} from 'vitest';
import {type Choice, fitWeights} from './fit-model.ts';

type Sign = 'bias' | 'apart' | 'rare';
const line = (apart: number, rare = 0): Record<Sign, number> => ({bias: 1, apart, rare});
const pages: Array<Choice<Sign>> = [
	...Array.from({length: 20}, () => ({signs: [line(0), line(1), line(0)], right: [false, true, false], weight: 1})),
	...Array.from({length: 20}, () => ({signs: [line(0), line(0)], right: [false, false], weight: 1})),
	{signs: [line(0, 1), line(0)], right: [true, false], weight: 1},
];

test('a sign of what is right gets weight, nothing is likelier than what has none, and one page makes no rule', () => {
	const {bias, apart, rare} = fitWeights(['bias', 'apart', 'rare'], pages, .3);
	expect(bias).toBeLessThan(-1);
	expect(bias + apart).toBeGreaterThan(0);
	expect(rare).toBeLessThan(apart);
	expect(fitWeights(['bias', 'apart', 'rare'], pages, 30).apart).toBeLessThan(apart);
});
