import {describe, expect, test} from 'vitest';
import {parseQuery} from '../../source/search/query.ts';

describe('a query is read as', () => {
	test('words, a field, a minus and a phrase', () => {
		expect(parseQuery('Losses outlet:BBC -opinion "front line"').groups.flat()).toEqual([
			{field: 'any', words: ['losses'], phrase: false, open: true, negated: false},
			{field: 'outlet', words: ['bbc'], phrase: false, open: true, negated: false},
			{field: 'any', words: ['opinion'], phrase: false, open: true, negated: true},
			{field: 'any', words: ['front', 'line'], phrase: true, open: false, negated: false},
		]);
	});

	test('a phrase where signs join words', () => {
		expect(parseQuery('war-torn').groups.flat()).toMatchObject([{words: ['war', 'torn'], phrase: true}]);
	});

	test('words where a field is not known', () => {
		expect(parseQuery('colour:red').groups.flat()).toMatchObject([{field: 'any', words: ['colour', 'red']}]);
	});

	test('alternatives where OR stands between two terms', () => {
		const words = (query: string): string[][] => parseQuery(query).groups.map(group => group.map(term => term.words.join(' ')));
		expect(words('kim OR putin -war')).toEqual([['kim', 'putin'], ['war']]);
		expect(words('kim OR')).toEqual([['kim']]);
		expect(words('OR kim or putin')).toEqual([['or'], ['kim'], ['or'], ['putin']]);
	});

	test('nothing where only signs were typed', () => {
		expect(parseQuery('- : "" outlet:').groups.flat()).toMatchObject([{words: ['outlet']}]);
		expect(parseQuery('- ""').groups.flat()).toEqual([]);
	});
});
