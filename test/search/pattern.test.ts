import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {Problem} from '../../source/model/problem.ts';
import {safePattern} from '../../source/search/pattern.ts';

const why = (source: string): string => {
	try {
		safePattern(source);
		return 'accepted';
	} catch (problem) {
		return problem instanceof Problem && problem.exit === 'usage' ? problem.why : 'not a problem';
	}
};

describe('patterns that are searched for', () => {
	test.each([
		['korea.*killed', 'Korea said 100 were killed'],
		['(?:killed|wounded) in', 'two killed in a week'],
		['\\d{1,3},\\d{3}', 'over 5,000'],
		['colou?r', 'color'],
		['[a-z+*]+!', 'no!'],
		['\\p{Lu}\\w+', 'Kursk'],
		['a+?b', 'aab'],
	])('%s', (source, text) => {
		expect(safePattern(source).test(text)).toBe(true);
	});

	test('reach 120 characters with one star, 24 with several, never the whole text', () => {
		expect(safePattern('a.*b').test(`a${'-'.repeat(120)}b`)).toBe(true);
		expect(safePattern('a.*b').test(`a${'-'.repeat(121)}b`)).toBe(false);
		expect(safePattern('a.*b.*c').test(`a${'-'.repeat(24)}b${'-'.repeat(24)}c`)).toBe(true);
		expect(safePattern('a.*b.*c').test(`a${'-'.repeat(25)}bc`)).toBe(false);
	});
});

describe('patterns that are refused, and why', () => {
	test.each([
		['a repeat of a repeat', '(a+)+$', /repeat of a group/],
		['one further in', '((ab)*c)*', /repeat of a group/],
		['a repeat of alternatives', '(a|aa)+$', /repeat of a group/],
		['too many repeats', '.*a.*b.*c.*', /too many places/],
		['many small ones', 'a?'.repeat(20), /too many places/],
		['a reference back', '(a)\\1', /References back/],
		['more than 100 characters', 'a'.repeat(101), /101 characters/],
		['what is no pattern', '(open', /not a regular expression/],
	])('%s', (_, source, reason) => {
		expect(why(source)).toMatch(reason);
	});

	test('whatever is typed is accepted or refused with a Problem', () => {
		fc.assert(fc.property(fc.string({maxLength: 60}), source => {
			expect(why(source)).not.toBe('not a problem');
		}), {numRuns: 500});
	});
});
