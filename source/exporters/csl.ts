import {citationsOf, type Citation} from './citation.ts';
import {oneLine} from './escape.ts';
import type {ListExporter} from './exporter.ts';

const item = ({key, kind, title, outlet, author, published, captured, url, language, note}: Citation): object => ({
	id: key,
	type: kind === 'post' ? 'post-weblog' : 'article-newspaper',
	...(title !== null && {title: oneLine(title)}),
	...(outlet !== null && {'container-title': oneLine(outlet)}),
	...(author !== null && {author: [{literal: oneLine(author)}]}),
	...(published !== null && {issued: {'date-parts': [published]}}),
	...(captured !== null && {accessed: {'date-parts': [captured]}}),
	...(url !== null && {URL: url}),
	...(language !== null && {language: oneLine(language)}),
	note: oneLine(note),
});

/** CSL-JSON, an item an article: Zotero, pandoc and citeproc read it. A byline is one literal name: who of it is whom is not guessed. */
export const csl: ListExporter = {
	name: 'csl',
	extension: 'csl.json',
	title: 'CSL-JSON, for Zotero and pandoc',
	holds: 'list',
	write: comparison => `${JSON.stringify(citationsOf(comparison).map(item), null, '\t')}\n`,
};
