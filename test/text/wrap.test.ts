import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {clip, graphemes, width} from '../../source/text/width.ts';
import {wrap, wrapLines} from '../../source/text/wrap.ts';

describe('how wide a text is', () => {
	it('counts cells, not characters', () => {
		expect(width('ferry')).toBe(5);
		expect(width('港の予算')).toBe(8);
		expect(width('👩‍👩‍👧')).toBe(2);
		expect(width('e\u0301')).toBe(1);
		expect(width('“over 5,000”')).toBe(12);
	});

	it('leaves out what acts on a terminal, and keeps the rest', () => {
		expect(graphemes('a\u001B[31mb\u202Ec\u2028d').map(item => item.text).join('')).toBe('a[31mbc d');
	});

	it('is cut with a sign that it was', () => {
		expect(clip('harbour budget', 9)).toBe('harbour…');
		expect(clip('港の予算', 5)).toBe('港の…');
		expect(clip('whole', 5)).toBe('whole');
	});
});

describe('lines', () => {
	it('end at blanks, after hyphens, and inside a word only where it alone is too long', () => {
		expect(wrap('the smoke alarm did not sound', 12)).toEqual(['the smoke', 'alarm did', 'not sound']);
		expect(wrap('an eleven-minute silence', 10)).toEqual(['an eleven-', 'minute', 'silence']);
		expect(wrap('abcdefghijkl', 5)).toEqual(['abcde', 'fghij', 'kl']);
		expect(wrap('港の予算は今年', 6)).toEqual(['港の予', '算は今', '年']);
		expect(wrap('', 10)).toEqual(['']);
	});

	it('are never too wide, and lose nothing but the blanks they were broken at', () => {
		fc.assert(fc.property(fc.string({unit: 'grapheme', maxLength: 200}), fc.integer({min: 12, max: 80}), (text, cells) => {
			const lines = wrapLines(text, cells);
			for (const line of lines) expect(width(text.slice(line.start, line.end))).toBeLessThanOrEqual(cells);
			const kept = lines.map(line => text.slice(line.start, line.end)).join('');
			expect(graphemes(kept).filter(item => item.text !== ' ').map(item => item.text).join('')).toBe(graphemes(text).filter(item => item.text !== ' ').map(item => item.text).join(''));
		}), {numRuns: 200});
	});

	it('agree with what terminals are told about widths', () => {
		for (const line of wrap('港の予算 passes 🚢 narrowly, “by one vote”', 12)) expect(stringWidth(line)).toBeLessThanOrEqual(12);
	});
});
