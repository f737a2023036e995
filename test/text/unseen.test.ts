import {expect, test} from 'vitest';
import {unreadNumbers, unseenIn} from '../../source/text/unseen.ts';

test('what was taken out is named and counted', () => {
	expect(unseenIn('Some 5\u200B,000 pass\u200Bwords \u202Eturned\u202C')).toBe('U+200B 2 times, U+202E, U+202C');
	expect(unseenIn('a \u001B[31mred\u001B[0m word')).toBe('U+001B 2 times');
	expect(unseenIn('nothing hidden in 5,000 words')).toBeNull();
});

test('a number that was not read is quoted with the reason', () => {
	expect(unreadNumbers('Some 5\uFFFD,000 people')).toBe('“5\uFFFD,000”: something was hidden in it');
	expect(unreadNumbers('Some 5,000 people')).toBeNull();
});
