import type {ArticleRecord, RecordProblem} from '../model/document.ts';
import {statedDate} from './dates.ts';
import {beginningOf, decodeStretches} from './decode.ts';
import {paragraphsOfHtml} from './html/fragment.ts';
import {allRecords, BATCH, type Reader, type Records, type Sample} from './reader.ts';
import {oneLine, paragraphsOf, recordOf, webAddress} from './record.ts';
import {rowsIn, type Row} from './rows.ts';

type Field = 'id' | 'title' | 'text' | 'url' | 'tags' | 'outlet' | 'date' | 'captured' | 'byline' | 'standfirst' | 'language';
/** What people and programs call the columns. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
	id: ['id', 'guid', 'external id', 'doc id', 'document id', 'article id', 'key', 'stories id'],
	title: ['title', 'headline', 'name', 'subject'],
	text: ['text', 'body', 'content', 'contents', 'article', 'full text', 'fulltext', 'story', 'article text', 'body text', 'article body', 'snippet'],
	url: ['url', 'link', 'href', 'uri', 'web url', 'permalink', 'address'],
	tags: ['tags', 'tag', 'keywords', 'categories', 'category', 'labels', 'topics'],
	outlet: ['outlet', 'source', 'publication', 'publisher', 'media', 'media name', 'site', 'newspaper', 'news outlet', 'source name', 'domain'],
	date: ['date', 'published', 'publish date', 'published at', 'publication date', 'pub date', 'pubdate', 'date published', 'publishdate', 'timestamp', 'time'],
	captured: ['captured', 'captured at', 'retrieved', 'accessed', 'crawled', 'crawl date', 'scraped', 'fetched', 'date captured'],
	byline: ['byline', 'author', 'authors', 'by', 'writer'],
	standfirst: ['standfirst', 'summary', 'description', 'subtitle', 'abstract', 'lead', 'deck'],
	language: ['language', 'lang'],
};
const FIELDS = new Map(Object.entries(NAMES).flatMap(([field, names]) => names.map(name => [name, field] as const)));
const isField = (name: string): name is Field => name in NAMES;

const fieldOf = (header: string): Field | null => {
	const name = FIELDS.get(header.replace(/^\uFEFF/, '').trim().toLowerCase().replaceAll(/[\s_.-]+/g, ' ').replace(/^"(.*)"$/, '$1'));
	return name !== undefined && isField(name) ? name : null;
};

/** sfeed(5): timestamp, title, link, content, content-type, id, author, enclosure, category; no header. */
const SFEED: ReadonlyArray<Field | null> = ['date', 'title', 'url', 'text', null, 'id', 'byline', null, 'tags'];
const SFEED_TYPE = 4;
const SFEED_LINE = /^\d{0,12}\t[^\t\n]*\t[^\t\n]*\t[^\t\n]*\t(?:html|plain)?\t/;

type Columns = {readonly fields: ReadonlyArray<Field | null>; readonly sfeed: boolean};

const unescaped = (text: string): string => text.replaceAll(/\\([nt\\])/g, (_, letter: string) => letter === 'n' ? '\n' : letter === 't' ? '\t' : '\\');

/** Seconds since 1970, as sfeed has them. */
const fromUnix = (text: string): string | null => /^\d{1,11}$/.test(text.trim()) ? new Date(Number(text) * 1000).toISOString().replace('.000Z', 'Z') : null;

const tagsOf = (text: string): string[] => [...new Set(text.replaceAll(/[[\]"']/g, '').split(/[,;|]/).flatMap(tag => oneLine(tag) ?? []))];

const readRow = async ({line, endLine, cells}: Row, {fields, sfeed}: Columns, records: ArticleRecord[], problems: RecordProblem[]): Promise<void> => {
	const cell = (field: Field): string => unescapedIf(sfeed, cells[fields.indexOf(field)] ?? '');
	const title = oneLine(cell('title'));
	const text = cell('text');
	if (title === null && text.trim() === '') {
		problems.push({line, what: 'has neither a title nor text'});
		return;
	}

	if (!sfeed && cells.length > fields.length) problems.push({line, what: `has ${cells.length} cells for ${fields.length} columns; the last were left out`});
	for (const field of ['date', 'captured'] as const) {
		const given = cell(field).trim();
		if (given !== '' && (sfeed ? fromUnix(given) : statedDate(given) ?? fromUnix(given)) === null) problems.push({line, what: `${field}: "${given.slice(0, 40)}" is no date newsdeck can read; the article was read without it`});
	}

	const byline = oneLine(cell('byline'));
	const isHtml = sfeed ? cells[SFEED_TYPE] === 'html' : /<(?:p|br|div)\b[^>]*>/i.test(text);
	const paragraphs = isHtml ? await paragraphsOfHtml(text, line, {title, byline}) : paragraphsOf(text, line);
	const when = (given: string): string | null => sfeed ? fromUnix(given) : statedDate(given) ?? fromUnix(given);
	records.push(recordOf({
		line, endLine, id: oneLine(cell('id')), title, byline, paragraphs, outlet: oneLine(cell('outlet')), standfirst: oneLine(cell('standfirst')),
		date: when(cell('date')), captured: when(cell('captured')), url: webAddress(cell('url')), language: oneLine(cell('language')), tags: tagsOf(cell('tags')), fromPage: isHtml,
	}));
};

const unescapedIf = (sfeed: boolean, text: string): string => sfeed ? unescaped(text) : text;

/** So much is looked at to tell what sfeed has written: the first line, with all of an article in it. */
const LONGEST_FIRST = 256 * 1024;

/** The rows of a table as articles. `text`: from its beginning each time it is asked for. */
async function* readTable(text: () => Iterable<string>, delimiter: string): ReturnType<Records> {
	const sfeed = delimiter === '\t' && SFEED_LINE.test(beginningOf(text(), LONGEST_FIRST).replace(/^\uFEFF/, ''));
	const [broken, problems]: [RecordProblem[], RecordProblem[]] = [[], []];
	let fields: ReadonlyArray<Field | null> | null = sfeed ? SFEED : null;
	let records: ArticleRecord[] = [];
	for await (const row of rowsIn(text, {delimiter, quoted: !sfeed}, broken)) {
		if (fields === null) fields = row.cells.map(fieldOf);
		else if (hasArticles(fields)) await readRow(row, {fields, sfeed}, records, problems);
		if (records.length < BATCH) continue;
		yield records;
		records = [];
	}

	yield records;
	return hasArticles(fields ?? []) ? [...broken, ...problems].toSorted((a, b) => a.line - b.line) : [...broken, {line: 1, what: 'its first line names no column "title" or "text"'}];
}

const hasArticles = (fields: ReadonlyArray<Field | null>): boolean => fields.includes('title') || fields.includes('text');

const firstLine = ({head}: Sample): string => head.replace(/^\uFEFF/, '').split(/[\r\n]/).find(line => line.trim() !== '') ?? '';
/** Of the delimiters of the trade, the one that parts the first line into most columns we know. */
const delimiterOf = (line: string): {readonly delimiter: string; readonly known: number} => [',', ';', '\t'].map(delimiter => {
	const fields = line.split(delimiter).map(fieldOf);
	return {delimiter, known: fields.includes('title') || fields.includes('text') ? fields.filter(field => field !== null).length : 0};
}).sort((a, b) => b.known - a.known)[0] ?? {delimiter: ',', known: 0};

const sureOf = (sample: Sample, extension: RegExp, fits: (delimiter: string) => boolean): number => {
	const {delimiter, known} = delimiterOf(firstLine(sample));
	const named = extension.test(sample.path);
	if (known >= 2 && fits(delimiter)) return named ? .98 : .85;
	return named ? .75 : 0;
};

const commas: Records = async function* (content, sent) {
	const head = beginningOf(decodeStretches(content, sent), 4096);
	const {delimiter, known} = delimiterOf(firstLine({path: '', head: head.slice(0, 4096)}));
	return yield* readTable(() => decodeStretches(content, sent), known > 0 ? delimiter : ',');
};

const tabs: Records = (content, sent) => readTable(() => decodeStretches(content, sent), '\t');

/** A table with commas or semicolons, an article a row: `id,title,text,url,tags,outlet,date,captured` in any order, and what else people call them. */
export const csv: Reader = {
	name: 'csv',
	reads: 'a table: an article a row, its first line names the columns',
	sniff: sample => sureOf(sample, /\.csv$/i, delimiter => delimiter !== '\t'),
	read: allRecords(commas),
	records: commas,
};

/** A table with tabs: the same columns, or those of sfeed. */
export const tsv: Reader = {
	name: 'tsv',
	reads: 'the same with tabs, or what sfeed writes',
	sniff: sample => SFEED_LINE.test(`${firstLine(sample)}\n`) ? .9 : sureOf(sample, /\.(?:tsv|tab)$/i, delimiter => delimiter === '\t'),
	read: allRecords(tabs),
	records: tabs,
};
