import fc from 'fast-check';
import {expect, test} from 'vitest';
import {wordSpans, wordsOf} from '../../source/search/words.ts';

test('a text is cut into the same words whether all its signs are common or one of them is rare', () => {
	const signs = 'aZé 09.,\'’-–—“”«»£€¥$%©®°±²½×÷·¿µªº \u00A0';
	fc.assert(fc.property(fc.string({unit: fc.constantFrom(...signs), maxLength: 40}), text => {
		expect(wordsOf(`${text} 語`)).toEqual([...wordsOf(text), '語']);
	}), {numRuns: 2000, seed: 3});
});

test('signs of money are no part of a number', () => {
	expect(wordsOf('£5,000 and €2.5bn, ½ of it in «Norfolk’s» bank')).toEqual(['5000', 'and', '2.5', 'bn', 'of', 'it', 'in', 'norfolk', 'bank']);
});

test('initials are one word with their points or without; what is written together with a word in French and Italian is none of it', () => {
	expect(wordsOf('The U.S. and the U.K.-backed force, e.g. in D.C')).toEqual(['the', 'us', 'and', 'the', 'uk', 'backed', 'force', 'eg', 'in', 'dc']);
	expect(wordsOf('plan B.It is so. Vitamin a. U.S.Army, A.B.cd, 5a.b')).toEqual(['plan', 'b', 'it', 'is', 'so', 'vitamin', 'a', 'us', 'army', 'ab', 'cd', '5', 'ab']);
	expect(wordsOf('L’évêque et l\'hôpital qu’aujourd’hui dell\'acqua')).toEqual(['eveque', 'et', 'hopital', 'aujourd\'hui', 'acqua']);
	expect([...wordSpans('À l’Évêque, dell\'acqua')].map(({start, end}) => [start, end])).toEqual([[0, 1], [4, 10], [17, 22]]);
	expect(wordsOf('O’Brien doesn’t say it’s Ukraine’s')).toEqual(['o\'brien', 'doesn\'t', 'say', 'it', 'ukraine']);
});
