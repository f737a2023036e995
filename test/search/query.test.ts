import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseQuery, patternQuery} from '../../source/search/parse-query.ts';

const word = (text: string, more = {}) => ({kind: 'words', part: null, words: [text], match: 'fuzzy', open: true, ...more});
const root = (query: string) => parseQuery(query).root;
/** The words that the problem points at. */
const pointed = (query: string) => {
	const {problem} = parseQuery(query);
	return problem === null ? null : query.slice(problem.from, problem.to);
};

describe('a query is read as', () => {
	test('words, a field, a minus and a phrase', () => {
		expect(root('Losses outlet:BBC -opinion "front line"')).toEqual({kind: 'all', of: [
			word('losses'), word('bbc', {part: 'outlet'}), {kind: 'not', of: word('opinion')}, {kind: 'words', part: null, words: ['front', 'line'], match: 'phrase', open: false},
		]});
	});

	test('a phrase where signs join words', () => {
		expect(root('war-torn')).toMatchObject({words: ['war', 'torn'], match: 'phrase'});
	});

	test('an exact word behind an apostrophe, a pattern between slashes', () => {
		expect(root('\'kim')).toMatchObject({words: ['kim'], match: 'exact', open: false});
		expect(root('/over [0-9,]+ (dead|killed)/ kim')).toMatchObject({kind: 'all', of: [{kind: 'pattern', source: 'over [0-9,]+ (dead|killed)'}, word('kim')]});
		expect(root('/a\\/[/]b/')).toEqual({kind: 'pattern', source: 'a\\/[/]b'});
		expect(patternQuery('a b').root).toEqual({kind: 'pattern', source: 'a b'});
	});

	test('alternatives: OR ties its two neighbours alone, parentheses tie more', () => {
		expect(root('kim OR putin -war')).toEqual({kind: 'all', of: [{kind: 'any', of: [word('kim'), word('putin')]}, {kind: 'not', of: word('war')}]});
		expect(root('(kim visit) OR -(putin OR xi)')).toEqual({kind: 'any', of: [{kind: 'all', of: [word('kim'), word('visit')]}, {kind: 'not', of: {kind: 'any', of: [word('putin'), word('xi')]}}]});
		expect(root('kim or putin')).toEqual({kind: 'all', of: ['kim', 'or', 'putin'].map(text => word(text))});
	});

	test('years, months and days', () => {
		expect(root('on:2025-03')).toEqual({kind: 'date', of: 'published', period: {from: 20250300, to: 20250399}});
		expect(root('after:2024')).toMatchObject({period: {from: 20250000}});
		expect(root('before:2025-03-31')).toMatchObject({period: {to: 20250330}});
		expect(root('asof:2025')).toMatchObject({of: 'asof'});
		expect(root('captured:2025-01-02')).toMatchObject({of: 'captured'});
	});

	test('figures, by measure and size', () => {
		expect(root('killed>1,000')).toEqual({kind: 'figure', measure: 'killed', compare: '>', value: 1000});
		expect(root('figure:casualties>=5k')).toEqual({kind: 'figure', measure: 'casualties', compare: '>=', value: 5000});
		expect(root('figure:"tariff rate"<2.5')).toEqual({kind: 'figure', measure: 'tariff rate', compare: '<', value: 2.5});
		expect(root('tariff-rate=1.2bn')).toEqual({kind: 'figure', measure: 'tariff rate', compare: '=', value: 1_200_000_000});
		expect(root('figure:deployed')).toEqual({kind: 'figure', measure: 'deployed', compare: null, value: 0});
	});

	test('an order, which is no condition', () => {
		expect(parseQuery('kim sort:date')).toEqual({root: word('kim'), sort: 'date', problem: null, named: []});
	});

	test('words where a field is not known, unless it is nearly one', () => {
		expect(root('colour:red')).toMatchObject({words: ['colour', 'red']});
		expect(parseQuery('oulet:bbc').problem?.message).toContain('Did you mean outlet:?');
	});

	test('nothing where only signs were typed', () => {
		for (const query of ['', ' ', '-', '- ""', '()', '…']) expect(root(query)).toBeNull();
	});
});

describe('what is wrong is told with its place', () => {
	test.each([
		['kim on:2025-13', '2025-13'], ['kim kind:story more', 'story'], ['is:good x', 'good'], ['killed>many', 'many'], ['kim ) more', ')'],
		['(kim sort:date)', 'date'], ['kim oulet:bbc', 'oulet:'], ['/(a+)+b/ kim', '/(a+)+b/'],
	])('%s', (query, place) => {
		expect(pointed(query)).toBe(place);
		expect(parseQuery(query).problem?.unfinished).toBe(false);
	});

	test.each(['"front li', 'kim (losses', '/over', 'outlet:', 'killed>', 'kim OR', 'on:2025-', 'kind:po'])('%s is only not typed to its end', query => {
		expect(parseQuery(query).problem?.unfinished).toBe(true);
	});

	test('what was understood stands all the same', () => {
		expect(root('kim kind:story')).toEqual(word('kim'));
	});
});

test('an OR without something before it is told, not looked for as a word', () => {
	expect([pointed('OR kim'), parseQuery('OR kim').problem?.unfinished, pointed('(OR kim) x'), pointed('kim OR putin')]).toEqual(['OR', false, 'OR', null]);
	// It may become a word.
	expect(parseQuery('OR').problem?.unfinished).toBe(true);
	expect(pointed('ORLEN')).toBeNull();
});

test('anything can be typed; a problem points into it', () => {
	const pieces = fc.array(fc.constantFrom('kim', '"', '(', ')', '-', 'OR', '/', 'outlet:', 'killed', '>', '5', ' ', '\'', 'sort:date', 'on:2025', ':', '\\', '[', '“', '港'), {maxLength: 30}).map(parts => parts.join(''));
	fc.assert(fc.property(fc.oneof(fc.string({unit: 'binary', maxLength: 80}), pieces), query => {
		const {problem} = parseQuery(query);
		if (problem !== null) expect(problem.from >= 0 && problem.from <= problem.to && problem.to <= query.length).toBe(true);
	}), {numRuns: 1000});
});
