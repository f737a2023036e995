import {type Article, type Basis, type Segment, unmarked} from '../model/article.ts';
import type {ArticleRecord, Given} from '../model/document.ts';
import {shortId} from '../text/hash.ts';
import {languageOf} from '../text/language.ts';
import {type Context, contentHashOf, type Place} from './assemble.ts';
import {addressFinding} from './outlet.ts';
import {partFurniture} from './record-furniture.ts';
import {ours, type Tables} from './tables.ts';

/** Records have no raw line of their own words: the way back leads to the record, or to the line of the saved page's text. */
const segment = (kind: Segment['kind'], text: string, line: number): Segment => ({kind, text, startLine: line, endLine: line, pieces: []});

type Credit = Pick<Article, 'outlet' | 'outletBasis' | 'outletEvidence'>;

const outletOf = ({outlet, within, url}: ArticleRecord, given: Given, {outlets}: Tables, parent: Pick<Article, 'outlet'> | null): Credit => {
	if (given.outlet !== undefined) return {outlet: given.outlet, outletBasis: 'given', outletEvidence: null};
	if (outlet !== null) return {outlet: outlets.known(outlet, 'field') ?? outlet, outletBasis: 'stated', outletEvidence: null};
	const taken = parent?.outlet ?? within;
	if (taken !== null) return {outlet: outlets.known(taken, 'field') ?? taken, outletBasis: 'inherited', outletEvidence: null};
	const found = addressFinding(given.url ?? url, outlets);
	return {outlet: found?.outlet ?? null, outletBasis: found?.basis ?? null, outletEvidence: found?.evidence ?? null};
};

const publishedOf = ({date}: ArticleRecord, given: string | undefined, parent: Article | null): {readonly published: string | null; readonly publishedBasis: Basis | null} => {
	if (given !== undefined) return {published: given, publishedBasis: 'given'};
	if (date !== null) return {published: date, publishedBasis: 'stated'};
	return parent?.published == null ? {published: null, publishedBasis: null} : {published: parent.published, publishedBasis: 'inherited'};
};

/** Who each record would be credited to: a post to whom its live blog is. */
export const creditsOf = (records: readonly ArticleRecord[], {given, tables = ours}: Context): Array<string | null> => {
	const credits: Array<string | null> = [];
	for (const record of records) credits.push(outletOf(record, given, tables, record.parent === null ? null : {outlet: credits[record.parent] ?? null}).outlet);
	return credits;
};

const bodyLine = ({line, paragraphs}: ArticleRecord): number => paragraphs[0]?.line ?? line;

/** An article that came cut already keeps its paragraphs as they are. What the importer said wins over the record. `nth`: among the records of its line. */
const articleOf = (record: ArticleRecord, {document, path, given, tables = ours, byHand}: Context, place: Place, nth: number, parent: Article | null): Article => {
	const credited = outletOf(record, given, tables, parent);
	const junk = new Set((byHand?.junk ?? []).filter(({outlet}) => outlet === null || outlet === credited.outlet).map(({exact}) => exact.trim()));
	const {kept, removed} = partFurniture(record, tables, junk);
	const segments = kept.map(({kind, text, line}) => segment(kind, text, line));
	const unprinted = segments[0]?.startLine ?? record.line;
	return {
		id: shortId('a', document, String(bodyLine(record)), ...(nth === 0 ? [] : [String(nth)])),
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
		headlineSegment: record.title === null ? null : segment('headline', record.title, record.titleLine ?? unprinted),
		standfirstSegment: record.standfirst === null ? null : segment('standfirst', record.standfirst, record.standfirstLine ?? unprinted),
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
				const first = bodyLine(record);
				const nth = onLine.get(first) ?? 0;
				onLine.set(first, nth + 1);
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
