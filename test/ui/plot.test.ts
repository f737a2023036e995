import {expect, test} from 'vitest';
import {magnitudeWords} from '../../source/ui/views/plot.ts';

// The label of a line has eight cells: "1,000,000,000s" lost its first digits there.
test.each([[-2, 'under 1'], [0, '1s'], [2, '100s'], [4, '10,000s'], [5, '100,000s'], [6, 'millions'], [7, '10m'], [8, '100m'], [9, 'billions'], [11, '100bn'], [12, 'trillions'], [14, '100tn'], [17, '10^17']])('a line of 10 to the power of %i is called %s', (magnitude, words) => {
	expect(magnitudeWords(magnitude)).toBe(words);
	expect(words.length).toBeLessThanOrEqual(9);
});
