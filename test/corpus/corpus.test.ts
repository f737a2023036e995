import {describe, expect, test} from 'vitest';
import {asExpected, corpusPages, differences, readPage} from './corpus.ts';

const pages = corpusPages();

test('there is a corpus', () => expect(pages.length).toBeGreaterThanOrEqual(40));

describe('a page is read as a careful person reads it', () => {
	test.each(pages)('$name: $expected.about', ({name, bytes, expected}) => {
		const found = differences(expected, asExpected(expected.about, bytes, readPage(name, bytes, expected.given)));
		const known = expected.notYet ?? [];
		expect(found.filter(({what}) => !known.includes(what)).map(({shown}) => shown)).toEqual([]);
		// What was mended comes off the list, so that it stays mended.
		expect(known.filter(what => !found.some(difference => difference.what === what)), 'right by now: take them out of notYet').toEqual([]);
	});
});

test('a difference in any field is seen', () => {
	const article = {kind: 'article', headline: 'H', standfirst: null, byline: null, outlet: null, outletBasis: null, published: null, publishedBasis: null, language: 'en', first: 'a', last: 'b', body: '2-3'} as const;
	const page = {about: '', articles: [article], removed: '1'};
	expect(differences(page, page)).toEqual([]);
	expect(differences(page, {...page, articles: [{...article, byline: 'X', body: '2'}], removed: ''}).map(({what}) => what)).toEqual(['1 byline', '1 body', 'removed']);
	expect(differences(page, {...page, articles: []}).map(({what}) => what)).toEqual(['1 missing']);
	expect(differences(page, {...page, articles: [article, {...article, headline: 'I', body: '9'}]}).map(({what}) => what)).toEqual(['too many']);
});
