import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import boilerplate from '../../data/boilerplate.json' with {type: 'json'};
import pageText from '../../data/page-text.json' with {type: 'json'};
import {Needles} from '../../source/text/needles.ts';
import {folded} from '../../source/text/pattern-parts.ts';
import {longestOf, mayHold, needlesOf, startsOf} from '../../source/text/pattern-signs.ts';
import {corpusPages} from '../corpus/corpus.ts';

/** What is told of a pattern must be true of every text it matches. */
const isTrue = (source: string, text: string): boolean => {
	const begins = new RegExp(`^(?:${source})`, 'i').test(text);
	const holds = new RegExp(source, 'i').test(text);
	const short = new RegExp(`^(?:${source})$`, 'i').test(text) ? text.length <= longestOf(source, 'i') : true;
	const starts = startsOf(source);
	const [first, second] = [folded(text.charAt(0)), folded(text.charAt(1))];
	const canBegin = starts === null || starts.has(first) || (second === '' ? [...starts].some(start => start.startsWith(first)) : starts.has(first + second));
	return (!begins || canBegin) && (!holds || mayHold([source])(text)) && short;
};

describe('what a pattern needs', () => {
	test('is one of a few words in whatever it matches, or the stretch they share', () => {
		expect(needlesOf('.{0,200}\\ball rights reserved\\b.{0,160}')).toEqual(['all rights reserved']);
		expect(needlesOf('(?:log|sign) ?(?:in|out)')).toEqual(['login', 'logout', 'log in', 'log out', 'signin', 'signout', 'sign in', 'sign out']);
		expect(needlesOf('\\byour (?:support|gift) (?:helps?|keeps?)\\b')).toEqual(['your ']);
		expect(needlesOf('\\w+|ferry')).toBeNull();
	});
	test('are the two characters it can begin with, or the one', () => {
		expect([...startsOf('(?:the )?ferry|(?!x)[1.]+b|a?b*(?:cd|e)|É') ?? []].sort()).toEqual(['.', '..', '.1', '.b', '1.', '11', '1b', 'ab', 'ac', 'ae', 'bb', 'bc', 'be', 'cd', 'e', 'fe', 'th', 'É'].filter(start => start !== '.'));
		for (const any of ['.{2}x', '[^a]b', '(?:a)?', '\\p{L}x', '\\sx', 'a*']) expect(startsOf(any), any).toBeNull();
	});
	test('is how long it can be', () => {
		expect(longestOf('(?:log|sign) ?(?:in|out)\\b', 'i')).toBe(8);
		expect(longestOf('boats{0,3}|[^a]', 'iu')).toBe(14);
		expect(longestOf('ferry.*', 'i')).toBe(Infinity);
	});
	test('is looked for in one pass, of several at once', () => {
		const needles = new Needles([['ferry'], ['© ', '‘quoted’'], ['x', 'k'], ['é']]);
		expect(['The FERRY', '© 2024, ferry', 'of “boats”', 'Fax: ‘quoted’', 'ca\u212A', 'École', ''].map(text => needles.setsIn(text))).toEqual([[0], [0, 1], [], [1, 2], [2], [3], []]);
	});
	test('is true of every line of the corpus and every pattern of the tables', () => {
		const sources = [...boilerplate.lines.flatMap(({patterns}) => patterns), ...boilerplate.pleas.map(({pattern}) => pattern), ...boilerplate.pleaHeadings, ...Object.values(pageText.closers).flat()];
		const lines = [...new Set(corpusPages().flatMap(({bytes}) => new TextDecoder().decode(bytes).split(/\r\n|\r|\n/)))];
		const untrue = sources.flatMap(source => lines.filter(line => !isTrue(source, line)).map(line => `${source} in ${line}`));
		expect(untrue).toEqual([]);
	});
	test('is true of any pattern, whatever stands beside what', () => {
		const part = fc.constantFrom('©', '’', 'a', 'b', 'ab', 'É', 'ſ', 'K', '.', '\\d', '\\w', '\\b', '[ab]', '[^a]', '[a-c]', '[-b]', '[\\d.]', ' ', '(?:a|bc)', '(?:ab|)', '(?=a)', '(?<=b)', '(a)', '\\.', '\\s', '(?:a\\x62|c)', '(a)\\1', '[\\w-]', '[\\s]', '\\u0061');
		const repeat = fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{0,2}', '{1,}', '*?');
		const row = fc.array(fc.tuple(part, repeat).map(([one, times]) => (/^(?:\\b|\(\?[=<])/.test(one) ? one : one + times)), {minLength: 1, maxLength: 5}).map(parts => parts.join(''));
		const pattern = fc.array(row, {minLength: 1, maxLength: 3}).map(rows => rows.join('|'));
		fc.assert(fc.property(pattern, fc.array(fc.constantFrom('©', '’', 'a', 'A', 'b', 'B', 'c', ' ', '.', '1', 'é', 'É', 'ſ', '\u212A', 'k'), {maxLength: 8}), (source, letters) => isTrue(source, letters.join(''))), {numRuns: 4000, seed: 7});
	});
});
