import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {doubtfulNumbers} from '../../source/text/doubtful.ts';
import {clean} from '../../source/text/sanitise.ts';

const found = (raw: string): string[] => {
	const {text} = clean(raw);
	return doubtfulNumbers(text).map(({start, end}) => text.slice(start, end));
};

describe('a number that cannot be read for certain is named', () => {
	test.each([
		['a zero-width space before the comma', 'Some 5\u200B,000 people', '5\uFFFD,000'], ['backspaces', 'Some 100\b\b\b999 people', '100\uFFFD999'],
		['an override', 'Some \u202E000,5\u202C people', '\uFFFD000,5\uFFFD'], ['marks on a digit', 'Some 1\u0301000 people', '1\u0301000'],
		['digits of two scripts', 'Some 5\u0660\u0660 people', '5\u0660\u0660'], ['the letter O', 'Some 5,OOO people.', '5,OOO'], ['the letter l', 'Some l00 people', 'l00'], ['a Cyrillic o', 'Some 5,0\u043E0 people', '5,0\u043E0'],
	])('%s', (_, raw, number) => expect(found(raw)).toEqual([number]));
});

test.each(['more than 5,000 people', '5l of water', 'E. coli O157 and CO2', '£1.2m, or 12.5%', 'caf\u00E9 society in 1920', 'cafe\u0301 10', 'the 10,000 o\u2019clock', 'World 10'])('nothing is wrong with "%s"', raw => {
	expect(found(raw)).toEqual([]);
});

test('plain digits are never doubtful, whatever stands around them', () => {
	fc.assert(fc.property(fc.integer({min: 0}), fc.constantFrom(' people', '.', ', they said', '%', ' km'), (number, after) => {
		expect(found(`It was ${number.toLocaleString('en-GB')}${after}`)).toEqual([]);
	}));
});
