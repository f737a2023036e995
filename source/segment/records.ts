import {type Article, type Basis, type Segment, unmarked} from '../model/article.ts';
import type {ArticleRecord, RecordParagraph, Removal} from '../model/document.ts';
import {shortId} from '../text/hash.ts';
import {languageOf} from '../text/language.ts';
import {type Context, contentHashOf, type Place} from './assemble.ts';
import {boilerplate} from './boilerplate.ts';
import {lineOf} from './line.ts';
import {ours, type Tables} from './tables.ts';

/** Records have no raw line of their own words: the way back leads to the record, or to the line its element begins in. */
const segment = (kind: Segment['kind'], text: string, line: number): Segment => ({kind, text, startLine: line, endLine: line, pieces: []});

/** Furniture that the page did not mark as such: the same rules as for pasted pages tell it. Headings and lists of an article are never among it. */
const partFurniture = ({paragraphs: all, fromPage}: ArticleRecord, tables: Tables, junk: ReadonlySet<string>): {readonly kept: readonly RecordParagraph[]; readonly removed: readonly Removal[]} => {
	const called = all.filter(({text}) => junk.has(text.trim())).map(({line}): Removal => ({startLine: line, endLine: line, rule: 'your junk line'}));
	const paragraphs = called.length === 0 ? all : all.filter(({text}) => !junk.has(text.trim()));
	if (!fromPage) return {kept: paragraphs, removed: called};
	const prose = paragraphs.filter(({kind}) => kind === 'paragraph');
	const lines = prose.map(({text, line}) => lineOf([{raw: {number: line, text, cuts: [], byteStart: 0, byteEnd: 0}, from: 0, to: text.length}], tables)).filter(line => line !== null);
	const rules = new Map(boilerplate(lines).map((verdict, index) => [prose[index], verdict?.rule] as const));
	return {
		kept: paragraphs.filter(paragraph => rules.get(paragraph) === undefined),
		removed: [...called, ...prose.flatMap(paragraph => {
			const rule = rules.get(paragraph);
			return rule === undefined ? [] : [{startLine: paragraph.line, endLine: paragraph.line, rule}];
		})],
	};
};

const outletOf = ({outlet, within}: ArticleRecord, given: string | undefined, {outlets}: Tables, parent: Article | null): {readonly outlet: string | null; readonly outletBasis: Basis | null} => {
	if (given !== undefined) return {outlet: given, outletBasis: 'given'};
	if (outlet !== null) return {outlet: outlets.known(outlet) ?? outlet, outletBasis: 'stated'};
	const taken = parent?.outlet ?? within;
	return taken === null ? {outlet: null, outletBasis: null} : {outlet: outlets.known(taken) ?? taken, outletBasis: 'inherited'};
};

const publishedOf = ({date}: ArticleRecord, given: string | undefined, parent: Article | null): {readonly published: string | null; readonly publishedBasis: Basis | null} => {
	if (given !== undefined) return {published: given, publishedBasis: 'given'};
	if (date !== null) return {published: date, publishedBasis: 'stated'};
	return parent?.published == null ? {published: null, publishedBasis: null} : {published: parent.published, publishedBasis: 'inherited'};
};

/** An article that came cut already keeps its paragraphs as they are. What the importer said wins over the record. `nth`: among the records of its line. */
const articleOf = (record: ArticleRecord, {document, path, given, tables = ours, byHand}: Context, place: Place, nth: number, parent: Article | null): Article => {
	const credited = outletOf(record, given.outlet, tables, parent);
	const junk = new Set((byHand?.junk ?? []).filter(({outlet}) => outlet === null || outlet === credited.outlet).map(({exact}) => exact.trim()));
	const {kept, removed} = partFurniture(record, tables, junk);
	const segments = kept.map(({kind, text, line}) => segment(kind, text, line));
	return {
		id: shortId('a', document, String(record.line), ...(nth === 0 ? [] : [String(nth)])),
		externalId: record.id,
		externalIds: record.id === null ? [] : [record.id],
		document,
		path,
		parent: parent?.id ?? null,
		kind: record.kind,
		headline: record.title,
		standfirst: record.standfirst,
		byline: record.byline,
		...credited,
		outletEvidence: null,
		...publishedOf(record, given.date, parent),
		captured: given.captured ?? record.captured,
		language: languageOf([record.title ?? '', ...segments.map(({text}) => text)].join(' ')) ?? record.language ?? parent?.language ?? null,
		startLine: record.line,
		endLine: record.endLine,
		url: given.url ?? record.url ?? parent?.url ?? null,
		tags: [...new Set([...(given.tags ?? []), ...record.tags])],
		contentHash: contentHashOf(record.title, segments),
		...place,
		segmentCount: segments.length,
		figureCount: 0,
		quoteCount: 0,
		...unmarked,
		headlineSegment: record.title === null ? null : segment('headline', record.title, record.line),
		standfirstSegment: record.standfirst === null ? null : segment('standfirst', record.standfirst, record.line),
		segments,
		removed,
	};
};

/** Cuts records into articles, some at a time: posts know the live blog they belong to, which is among the records they come with. How many stand beside an article is known at the end. */
export type RecordCutter = {readonly cut: (records: readonly ArticleRecord[]) => Article[]; readonly siblings: () => number};

export const recordCutter = (context: Context): RecordCutter => {
	const onLine = new Map<number, number>();
	let position = 0;
	return {
		cut(records) {
			const articles: Article[] = [];
			for (const record of records) {
				const nth = onLine.get(record.line) ?? 0;
				onLine.set(record.line, nth + 1);
				if (record.parent === null) position++;
				articles.push(articleOf(record, context, {position, siblings: 0}, nth, record.parent === null ? null : articles[record.parent] ?? null));
			}

			return articles;
		},
		siblings: () => position,
	};
};

/** The articles of records, in their order. */
export const articlesOfRecords = (records: readonly ArticleRecord[], context: Context): Article[] => {
	const {cut, siblings} = recordCutter(context);
	return cut(records).map(article => ({...article, siblings: siblings()}));
};
