import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {clean, cleanForDisplay, rawOffset} from '../../source/text/sanitise.ts';

const ESC = '\u001B';

describe('what the cleaner takes out', () => {
	const cases: ReadonlyArray<readonly [string, string, string]> = [
		['colours', `${ESC}[31mred${ESC}[0m alert`, 'red alert'],
		['a link of any scheme, but not its words', `${ESC}]8;;http://x\u0007here${ESC}]8;;\u0007`, 'here'],
		['a device string', `a${ESC}Pq#0${ESC}\\b`, 'ab'],
		['8-bit control sequences', 'a\u009B2Jb', 'ab'],
		['direction marks', '\u202Eabc\u202C', 'abc'],
		['tag characters', 'x\u{E0041}\u{E0042}y', 'xy'],
		['zero-width characters', 'pass\u200Bword\uFEFF', 'password'],
		['a reset', `calm${ESC}c.`, 'calm.'],
		['half a character', 'a\uD800b', 'a\uFFFDb'],
	];
	test.each(cases)('%s', (_, raw, text) => expect(clean(raw).text).toBe(text));

	test('line ends and tabs become spaces', () => expect(clean('a\tb\u2028c\u0085d').text).toBe('a b c d'));
	test('a fifth mark on one cell goes', () => expect(clean(`e${'\u0301'.repeat(9)}x`).text).toBe(`e${'\u0301'.repeat(4)}x`));
});

describe('what stays', () => {
	test('text after an unfinished sequence', () => {
		expect(clean(`before ${ESC}]0;after and on`).text).toBe('before ]0;after and on');
		expect(clean(`before ${ESC}[`).text).toBe('before [');
		expect(clean(`${ESC}Troops moved`).text).toBe('Troops moved');
	});
	test('joiners inside emoji and in scripts that spell with them', () => {
		expect(clean('👩‍🚒 می‌خواهم').text).toBe('👩‍🚒 می‌خواهم');
		expect(clean('a\u200Db').text).toBe('ab');
	});
	test('spaces that do not break', () => expect(clean('5\u00A0000').text).toBe('5\u00A0000'));
	test('a plain line, untouched', () => expect(clean('Nothing to see.')).toEqual({text: 'Nothing to see.', cuts: []}));
});

describe('no figure is forged', () => {
	test.each([['backspaces', '100\b\b\b999'], ['a hidden character', '1\u200B000'], ['a colour', `1${ESC}[31m5`], ['a return', '100\r999'], ['before a comma', '5\u200B,000']])('%s between digits leave a mark', (_, raw) => {
		expect(clean(raw).text).not.toMatch(/^[\d,]+$/);
	});
});

test('every offset leads back to its character', () => {
	const part = fc.constantFrom('a', '5', ' ', '\b', '\u200B', '\u202E', `${ESC}[1m`, `${ESC}]x`, '\u0007', 'é', '👍', '\u0301');
	fc.assert(fc.property(fc.array(part).map(parts => parts.join('')), raw => {
		const {text, cuts} = clean(raw);
		for (let at = 0; at < text.length; at++) {
			if (text[at] !== '\uFFFD') expect(raw[rawOffset(cuts, at)]).toBe(text[at]);
		}
	}));
});

test('cleaning twice changes nothing more', () => {
	fc.assert(fc.property(fc.string({unit: 'binary'}), raw => {
		const once = cleanForDisplay(raw);
		expect(cleanForDisplay(once)).toBe(once);
	}));
});

test('a text of ordinary characters is read at one look, and as all others are', () => {
	// Beside a character that must go, every character is looked at by itself.
	const other = Array.from({length: 0x1_00_00}, (_, unit) => String.fromCharCode(unit)).filter(unit => clean(`a${unit}a`).text !== clean(`\u200Ba${unit}a`).text);
	expect(other).toEqual([]);
});
