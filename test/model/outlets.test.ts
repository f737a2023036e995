import {expect, test} from 'vitest';
import {countOutlets, outletsNamed} from '../../source/model/article.ts';

const page = (document: string, outlet: string | null) => ({document, outlet});

test('a page that names no outlet may be of one that is named, or of one more', () => {
	expect(countOutlets([page('a', 'Quay Daily'), page('b', 'Mole Post'), page('c', null)])).toEqual({low: 2, high: 3});
});

test('all articles of one nameless page are of one outlet, whichever it is', () => {
	expect(countOutlets([page('a', null), page('a', null)])).toEqual({low: 1, high: 1});
	expect(countOutlets([page('a', null), page('b', null)])).toEqual({low: 1, high: 2});
});

test('no articles are of no outlet', () => {
	expect(countOutlets([])).toEqual({low: 0, high: 0});
});

test('names that differ in case alone are one outlet, kept as it is printed first', () => {
	expect(outletsNamed([page('a', 'The Ebb'), page('b', 'THE EBB'), page('c', null), page('d', 'Mole Post')])).toEqual(['The Ebb', 'Mole Post']);
	expect(countOutlets([page('a', 'The Ebb'), page('b', 'THE EBB')])).toEqual({low: 1, high: 1});
});
