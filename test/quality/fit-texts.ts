import {beginningSigns} from '../../source/segment/beginnings.ts';
import type table from '../../data/page-text.json';
import {decodeLines} from '../../source/readers/decode.ts';
import {withoutClutter} from '../../source/segment/clutter.ts';
import {type Entry, entriesOf} from '../../source/segment/entries.ts';
import {ours} from '../../source/segment/tables.ts';
import type {Choice} from './fit-model.ts';
import {keyOf, titleKeys} from './pages.ts';
import type {PageLabels} from './render-page.ts';

/** A page to learn from: what a browser copies of it, what the HTML reader takes for its body, what it says for machines. `weight`: pages of one site count less. */
export type LearnedPage = {readonly text: string; readonly body: string; readonly labels: PageLabels; readonly weight: number};

export const entriesIn = (text: string): Entry[] => withoutClutter(entriesOf(decodeLines(new TextEncoder().encode(text)), ours));

/** Whether a line is the page's headline by its labels; the name of its site is none. */
export const isHeadline = ({labels}: LearnedPage): ((line: string) => boolean) => {
	const titles = titleKeys(labels);
	const outlets = new Set(labels.outlets.map(keyOf));
	return line => {
		const key = keyOf(line);
		return key.includes(' ') && titles.has(key) && !outlets.has(key);
	};
};

const SHORTEST = 25;
/** Whether a line is a paragraph of the page's body. */
export const isParagraph = ({body}: LearnedPage): ((line: string) => boolean) => {
	const own = keyOf(body);
	return line => {
		const key = keyOf(line);
		return key.length >= SHORTEST && own.includes(key);
	};
};

const filled = (lines: readonly string[]): string[] => lines.filter(line => line.trim() !== '');
const FEW = 5;

/**
 * A page as people paste it: whole; without its blank lines; from its headline to the end of its text; the same with a
 * few lines around; headline and paragraphs alone. Only the first two where its headline is not found.
 */
export const pastings = (page: LearnedPage): {readonly [way in 'whole' | 'flat']: string} & {readonly [way in 'bare' | 'few' | 'only']: string | null} => {
	const lines = filled(page.text.split('\n'));
	const spaced = page.text.split('\n');
	const paragraph = isParagraph(page);
	const first = spaced.findIndex(paragraph);
	const last = spaced.findLastIndex(paragraph);
	const title = spaced.slice(0, first + 1).findLastIndex(isHeadline(page));
	const ways = {whole: page.text, flat: lines.join('\n'), bare: null, few: null, only: null};
	if (first < 0 || title < 0) return ways;
	const places = spaced.flatMap((line, at) => line.trim() === '' ? [] : [at]);
	const above = places.filter(at => at < title).at(-FEW) ?? 0;
	const below = places.filter(at => at > last)[FEW] ?? spaced.length;
	return {
		...ways,
		bare: spaced.slice(title, last + 1).join('\n'),
		few: spaced.slice(above, below).join('\n'),
		only: [spaced[title] ?? '', ...spaced.slice(title + 1).filter(paragraph)].join('\n\n'),
	};
};

type Sign = keyof (typeof table)['beginnings'];
/** A page has many lines that begin nothing; together they count as so many. */
const MOST = 6;

/** One choice for every line that may begin another article: those whose text is among `headlines` do. */
const beginningChoices = (text: string, headlines: (line: string) => boolean, weight: number): Array<Choice<Sign>> => {
	const entries = entriesIn(text);
	const found = beginningSigns(entries);
	return found.map(({index, signs}) => {
		const right = headlines(entries[index]?.line.text ?? '');
		return {signs: [signs], right: [right], weight: right ? weight : weight * Math.min(1, MOST / found.length)};
	});
};

const NEITHER = (): boolean => false;
/** Pages are joined with so many others, so far apart. */
const APART = [1, 4, 7];
const WHOLE = .5;

/** What tells the headline of another article from a heading: pages alone, where no line begins one, and pages joined by twos. */
export const pageBeginnings = (pages: readonly LearnedPage[]): Array<Choice<Sign>> => {
	const pasted = pages.map(page => ({page, ways: pastings(page)}));
	return pasted.flatMap(({page, ways}, at) => [
		...[ways.whole, ways.flat].flatMap(text => beginningChoices(text, NEITHER, page.weight * WHOLE)),
		...[ways.bare, ways.few, ways.only].flatMap(text => text === null ? [] : beginningChoices(text, NEITHER, page.weight)),
		...APART.flatMap(step => {
			const other = pasted[(at + step) % pasted.length];
			if (other === undefined || other.page === page) return [];
			const begins = isHeadline(other.page);
			return (['bare', 'few', 'only'] as const).flatMap(way => ways[way] === null || other.ways[way] === null ? []
				: beginningChoices(`${ways[way]}\n\n${other.ways[way]}`, begins, Math.sqrt(page.weight * other.page.weight)));
		}),
	]);
};

/** Articles of one event by several outlets: what people paste together most often, and what is hardest to tell apart. */
export type Told = {readonly event: string; readonly date: string; readonly title: string; readonly paras: readonly string[]};
const EVENTS = .3;

/** The same of articles of which the text alone is at hand, with their date under the headline or without it, with blank lines and without. */
export const eventBeginnings = (articles: readonly Told[]): Array<Choice<Sign>> => articles.flatMap((article, at) => ['\n\n', '\n'].flatMap(gap => {
	const next = articles[at + 1];
	const textOf = (told: Told): string => [told.title, ...at % 2 === 0 ? [told.date] : [], ...told.paras].join(gap);
	return [
		...beginningChoices(textOf(article), NEITHER, EVENTS),
		...next === undefined || next.event !== article.event ? [] : beginningChoices([article, next].map(textOf).join(gap), line => line === next.title, EVENTS),
	];
}));
