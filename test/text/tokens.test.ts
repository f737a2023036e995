import {expect, test} from 'vitest';
import {containment, shingles} from '../../source/text/shingles.ts';
import {stems} from '../../source/text/stems.ts';
import {printedTokens, tokens} from '../../source/text/tokens.ts';

test('words come in lower case, without possessive endings', () => {
	expect(tokens('The Mayor’s dogs\' don\'t bark')).toEqual(['the', 'mayor', 'dogs', 'don\'t', 'bark']);
});

test('numbers stay whole: thousands lose their commas, decimals keep their point', () => {
	expect(tokens('5,000 of 1.5 in 2031, 3,50')).toEqual(['5000', 'of', '1.5', 'in', '2031', '3,50']);
});

test('initials lose their points, and the US is not us', () => {
	expect(tokens('The U.K. told the US: leave us, U.S. says')).toEqual(['the', 'uk', 'told', 'the', 'usa', 'leave', 'us', 'usa', 'says']);
});

test('scripts without spaces come as pairs of characters', () => {
	expect(tokens('橋が崩落')).toEqual(['橋が', 'が崩', '崩落']);
});

test('each token knows where it is printed', () => {
	const text = 'In Tarnow, 5,000 dogs';
	for (const token of printedTokens(text)) expect(text.slice(token.start, token.start + token.text.length)).toBe(token.text);
});

test('forms of a word have one stem; other alphabets stay as they are', () => {
	expect(stems('suffered suffering suffers')).toEqual(['suffer', 'suffer', 'suffer']);
	expect(stems('мосты 42')).toEqual(['мосты', '42']);
});

test('a copy that was cut is contained in the whole', () => {
	const whole = shingles('a b c d e f g h i j'.split(' '));
	expect(containment(shingles('a b c d e f'.split(' ')), whole)).toBe(1);
	expect(containment(shingles('a b c'.split(' ')), whole)).toBe(0);
	expect(containment(shingles('x b c d e y'.split(' ')), whole)).toBe(0);
});
