import fc from 'fast-check';
import {expect, test} from 'vitest';
import {wordsOf} from '../../source/search/words.ts';

test('a text is cut into the same words whether all its signs are common or one of them is rare', () => {
	const signs = 'aZé 09.,\'’-–—“”«»£€¥$%©®°±²½×÷·¿µªº \u00A0';
	fc.assert(fc.property(fc.string({unit: fc.constantFrom(...signs), maxLength: 40}), text => {
		expect(wordsOf(`${text} 語`)).toEqual([...wordsOf(text), '語']);
	}), {numRuns: 2000, seed: 3});
});

test('signs of money are no part of a number', () => {
	expect(wordsOf('£5,000 and €2.5bn, ½ of it in «Norfolk’s» bank')).toEqual(['5000', 'and', '2.5', 'bn', 'of', 'it', 'in', 'norfolk', 'bank']);
});
