import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {isPlain, width} from '../../source/text/width.ts';

const every = Array.from({length: 0x1_0000}, (_, code) => String.fromCharCode(code));
const plain = every.filter(isPlain);

describe('plain characters', () => {
	test('take one cell each, as string-width has it', () => {
		expect(plain.length).toBeGreaterThan(900);
		for (const character of plain) expect([character, stringWidth(character)]).toEqual([character, 1]);
	});

	test('are characters of their own beside any other, and beside an escape', () => {
		const segmenter = new Intl.Segmenter();
		const mixed = plain.flatMap((character, at) => [character, plain[(at * 7 + 3) % plain.length] ?? '', '\u001B']);
		expect([...segmenter.segment(mixed.join(''))].map(({segment}) => segment)).toEqual(mixed);
	});

	test('do not hide what is not plain', () => {
		for (const text of ['é', '界', '👩‍🚒', 'a\u0301', 'a\u200Db', '\u001B[1m', 'a\tb']) expect([text, isPlain(text)]).toEqual([text, text === 'é']);
		expect(width('界é…')).toBe(4);
	});
});
