import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {isoDay, monthOf} from '../../source/text/dates.ts';
import type {Article} from '../../source/model/article.ts';
import {decodeLines} from '../../source/readers/decode.ts';
import {segment, type Segmentation} from '../../source/segment/segment.ts';
import {ours} from '../../source/segment/tables.ts';
import {type PageLabels, renderPage} from './render-page.ts';

const folder = new URL('../../../shared/datasets/article-extraction/', import.meta.url);
export const hasPages = existsSync(new URL('ground-truth.json', folder));

/** A page nobody tuned to: rendered with all its furniture, the body a person marked, and what the page's labels for machines say. */
export type LabelledPage = {readonly id: string; readonly half: 'developed on' | 'held out'; readonly text: string; readonly body: string; readonly labels: PageLabels};

/** By a hash of the id, so that nobody chose: rules were written while looking at one part only; of the other only the scores were looked at. */
const halfOf = (id: string): LabelledPage['half'] => createHash('sha256').update(id).digest()[0] as number % 2 === 0 ? 'developed on' : 'held out';

export const readPages = (): LabelledPage[] => {
	const truth: Readonly<Record<string, {readonly articleBody: string}>> = JSON.parse(readFileSync(new URL('ground-truth.json', folder), 'utf8'));
	return readdirSync(new URL('html/', folder)).toSorted().map(file => {
		const id = file.replace('.html.gz', '');
		return {id, half: halfOf(id), body: truth[id]?.articleBody ?? '', ...renderPage(gunzipSync(readFileSync(new URL(`html/${file}`, folder))).toString('utf8'))};
	});
};

/** As the pipeline cuts it, without the address or anything else a person could have given. */
export const cutText = (path: string, text: string): Segmentation =>
	segment({kind: 'page', lines: decodeLines(new TextEncoder().encode(text))}, {document: createHash('sha256').update(text).digest('hex'), path, given: {}});

const shingles = (text: string): Map<string, number> => {
	const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
	const counts = new Map<string, number>();
	if (words.length === 0) return counts;
	const size = Math.min(4, words.length);
	for (let at = 0; at + size <= words.length; at++) {
		const shingle = words.slice(at, at + size).join(' ');
		counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
	}

	return counts;
};

export type Overlap = {readonly precision: number; readonly recall: number; readonly f1: number};

/** Overlap of two texts in runs of four words, counted as often as they stand there (as scrapinghub's article-extraction-benchmark does). */
export const overlapOf = (truth: string, found: string): Overlap => {
	const expected = shingles(truth);
	const got = shingles(found);
	const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((total, count) => total + count, 0);
	const shared = [...expected].reduce((total, [shingle, count]) => total + Math.min(count, got.get(shingle) ?? 0), 0);
	const precision = sum(got) === 0 ? 0 : shared / sum(got);
	const recall = sum(expected) === 0 ? 1 : shared / sum(expected);
	return {precision, recall, f1: precision + recall === 0 ? 0 : 2 * precision * recall / (precision + recall)};
};

const bodyOf = ({segments}: Article): string => segments.map(({text}) => text).join('\n');
/** Letters and digits alone, so that quotation marks and spaces do not part what is one. */
export const keyOf = (text: string): string => (text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** "Headline - Outlet" in a page's title is also its headline: any of its parts of three words and more counts, and the whole. */
export const titleKeys = ({titles}: PageLabels): Set<string> => new Set(titles.flatMap(title => [title, ...title.split(/ [|\-–—·«»:] /), title.split(/ [|\-–—·«»] /).slice(0, -1).join(' ')]).map(keyOf).filter(key => key.length >= 8));

const outletKey = (name: string): string => keyOf(name.replace(/^@|^https?:\/\/(?:www\.)?|\/$|^\//g, '').replace(/\.(?:com|org|net|co\.\w\w|de|jp|ru)\b.*$/i, '').replace(/^the /i, '')).replaceAll(' ', '');
/** What a page calls its outlet, by its labels and by the end of its title. */
const labelledOutlets = ({outlets, titles}: PageLabels): string[] => [...outlets, ...titles.flatMap(title => title.split(/ [|\-–—·«»] /).slice(1))];
export const outletKeys = (labels: PageLabels): string[] => labelledOutlets(labels).map(outletKey);
const isSpelling = (name: string, key: string): boolean => key !== '' && (key === outletKey(name) || (key.length > 3 && outletKey(name).startsWith(key)) || (outletKey(name).length > 3 && key.startsWith(outletKey(name))));
/** The outlet that data/outlets.json knows by a name or an address: "VOA" is Voice of America, latimes.com the Los Angeles Times. */
const inTable = (name: string): string | null => ours.outlets.known(name.replace(/^@/, ''), 'field') ?? ours.outlets.ofHost(name.toLowerCase());
/** Whether a name is that of the page's outlet: in its own spelling, or another name of the same outlet. */
export const isOutlet = (name: string, labels: PageLabels): boolean => labelledOutlets(labels).some(label => isSpelling(name, outletKey(label)) || (inTable(label) !== null && inTable(label) === inTable(name)));

const MONTH_NAME = '([A-Za-z]{3,9})\\.?';
const DAY_PATTERNS: ReadonlyArray<readonly [RegExp, (match: readonly string[]) => ReadonlyArray<string | null>]> = [
	[new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH_NAME},? (\\d{4})\\b`, 'g'), ([, day, month, year]) => [isoDay(Number(year), monthOf(month ?? '') ?? 0, Number(day))]],
	[new RegExp(`\\b${MONTH_NAME} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'g'), ([, month, day, year]) => [isoDay(Number(year), monthOf(month ?? '') ?? 0, Number(day))]],
	[/\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g, ([, year, month, day]) => [isoDay(Number(year), Number(month), Number(day))]],
	[/\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b/g, ([, first, second, year]) => [isoDay(Number(year), Number(second), Number(first)), isoDay(Number(year), Number(first), Number(second))]],
];

/** Every day that a text states in full, in whatever spelling. */
const daysIn = (text: string): Set<string> => new Set(DAY_PATTERNS.flatMap(([pattern, read]) => [...text.matchAll(pattern)].flatMap(match => read(match)).flatMap(day => day !== null && /^(?:19|20)\d\d-/.test(day) ? [day] : [])));

const dayBeside = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
/** The days a label may stand for: labels are in any time zone, the page in the outlet's own. */
const labelledDays = (labels: readonly string[]): Set<string> => new Set(labels.flatMap(label => [...daysIn(label)]).flatMap(day => [day, dayBeside(day, -1), dayBeside(day, 1)]));

/** What one page came to. `stated` tells whether its text shows the thing at all; right ones need that. */
export type PageScore = {
	readonly id: string;
	readonly body: Overlap;
	readonly articles: number;
	readonly headline: {readonly stated: boolean; readonly right: boolean; readonly got: string | null};
	readonly outlet: {readonly stated: boolean; readonly right: boolean; readonly invented: boolean; readonly got: string | null};
	readonly date: {readonly stated: boolean; readonly right: boolean; readonly invented: boolean; readonly got: string | null};
};

/** The article whose body is nearest to the marked one stands for the page; what else was found counts in `articles`. */
export const scorePage = (page: LabelledPage, {articles}: Segmentation): PageScore => {
	const best = articles.map(article => ({article, body: overlapOf(page.body, bodyOf(article))})).sort((a, b) => b.body.f1 - a.body.f1)[0];
	const article = best?.article ?? null;
	const lines = page.text.split('\n');
	const marked = keyOf(page.body);
	const outside = lines.filter(line => !marked.includes(keyOf(line)));
	const titles = titleKeys(page.labels);
	const headline = article?.headline ?? null;
	const outlet = article?.outlet ?? null;
	const published = article?.published?.slice(0, 10) ?? null;
	const truth = labelledDays(page.labels.published);
	const known = new Set([...truth, ...labelledDays(page.labels.modified)]);
	const statedDays = daysIn(outside.join('\n'));
	// Labels of some pages hold no date: there a day that the page does not print is made up, any other cannot be judged.
	const isInvented = (day: string): boolean => known.size > 0 ? !known.has(day) : !statedDays.has(day);
	const names = page.labels.outlets.filter(name => !name.startsWith('@') && !name.startsWith('http')).map(keyOf).filter(key => key.length > 2);
	const namesOutlet = outside.some(line => names.some(name => ` ${keyOf(line)} `.includes(` ${name} `)));
	return {
		id: page.id,
		body: best?.body ?? {precision: 0, recall: 0, f1: 0},
		articles: articles.length,
		headline: {stated: lines.some(line => titles.has(keyOf(line))), right: headline !== null && titles.has(keyOf(headline)), got: headline},
		outlet: {stated: namesOutlet, right: outlet !== null && isOutlet(outlet, page.labels), invented: outlet !== null && !isOutlet(outlet, page.labels), got: outlet},
		date: {stated: [...truth].some(day => statedDays.has(day)), right: published !== null && truth.has(published), invented: published !== null && isInvented(published), got: published},
	};
};

type Row = {readonly name: string; readonly right: number; readonly of: number; readonly misses: readonly string[]};
const shown = ({id}: PageScore, what: string): string => `${id.slice(0, 6)} ${what}`;

/** Rows of the table for a set of scored pages; precision and recall are means over pages, F1 is made of the two. */
export const pageRows = (scores: readonly PageScore[], label: string): Row[] => {
	const mean = (value: (score: PageScore) => number): number => scores.reduce((sum, score) => sum + value(score), 0) / Math.max(1, scores.length);
	const precision = mean(({body}) => body.precision);
	const recall = mean(({body}) => body.recall);
	const told = (name: string, of: (score: PageScore) => PageScore['outlet'] | PageScore['headline']): Row => {
		const stated = scores.filter(score => of(score).stated);
		return {name: `${name}, ${label}`, right: stated.filter(score => of(score).right).length, of: stated.length, misses: stated.filter(score => !of(score).right).map(score => shown(score, of(score).got ?? 'null'))};
	};

	const notInvented = (name: string, of: (score: PageScore) => PageScore['outlet']): Row =>
		({name: `${name}, ${label}`, right: scores.filter(score => !of(score).invented).length, of: scores.length, misses: scores.filter(score => of(score).invented).map(score => shown(score, of(score).got ?? 'null'))});
	return [
		{name: `pages: body F1, ${label}`, right: precision + recall === 0 ? 0 : 2 * precision * recall / (precision + recall), of: 1, misses: [`precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`, ...scores.filter(({body}) => body.f1 < .9).sort((a, b) => a.body.f1 - b.body.f1).map(score => shown(score, `P ${score.body.precision.toFixed(2)} R ${score.body.recall.toFixed(2)}, ${score.articles} articles`))]},
		told('pages: headline', ({headline}) => headline),
		told('pages: outlet', ({outlet}) => outlet),
		notInvented('pages: outlet not invented', ({outlet}) => outlet),
		told('pages: date', ({date}) => date),
		notInvented('pages: date not invented', ({date}) => date),
	];
};

/** Every row: the pages the rules were developed on, and those that were held out. */
export const scorePages = (pages: readonly LabelledPage[] = readPages()): Row[] => (['developed on', 'held out'] as const).flatMap(half =>
	pageRows(pages.filter(page => page.half === half).map(page => scorePage(page, cutText(`${page.id}.txt`, page.text))), half));
