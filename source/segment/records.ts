import {type Article, type Segment, unmarked} from '../model/article.ts';
import type {ArticleRecord} from '../model/document.ts';
import {shortId} from '../text/hash.ts';
import {languageOf} from '../text/language.ts';
import {type Context, contentHashOf} from './assemble.ts';
import {knownOutlet} from './outlet.ts';

/** Records have no raw line of their own words: the way back leads to the record. */
const segment = (kind: Segment['kind'], text: string, line: number): Segment => ({kind, text, startLine: line, endLine: line, pieces: []});

/** An article that came cut already keeps its paragraphs as they are. What the importer said wins over the record. */
export const articleOf = (record: ArticleRecord, {document, path, given}: Context, place: {readonly position: number; readonly siblings: number}): Article => {
	const segments = record.paragraphs.map(text => segment('paragraph', text, record.line));
	const outlet = given.outlet ?? (record.outlet === null ? null : knownOutlet(record.outlet) ?? record.outlet);
	const published = given.date ?? record.date;
	return {
		id: shortId('a', document, String(record.line)),
		externalId: record.id,
		externalIds: record.id === null ? [] : [record.id],
		document,
		path,
		parent: null,
		kind: 'article',
		headline: record.title,
		standfirst: null,
		byline: null,
		outlet,
		outletBasis: given.outlet !== undefined ? 'given' : outlet === null ? null : 'stated',
		outletEvidence: null,
		published,
		publishedBasis: given.date !== undefined ? 'given' : published === null ? null : 'stated',
		captured: given.captured ?? record.captured,
		language: languageOf([record.title ?? '', ...record.paragraphs].join(' ')),
		startLine: record.line,
		endLine: record.line,
		url: given.url ?? record.url,
		tags: [...new Set([...(given.tags ?? []), ...record.tags])],
		contentHash: contentHashOf(record.title, segments),
		...place,
		segmentCount: segments.length,
		figureCount: 0,
		quoteCount: 0,
		...unmarked,
		headlineSegment: record.title === null ? null : segment('headline', record.title, record.line),
		standfirstSegment: null,
		segments,
		removed: [],
	};
};
