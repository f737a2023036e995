import {existsSync, readdirSync, readFileSync} from 'node:fs';
import type {Article} from '../../source/model/article.ts';
import type {Given} from '../../source/model/document.ts';
import {decodeLines} from '../../source/readers/decode.ts';
import {segment, type Segmentation} from '../../source/segment/segment.ts';
import {sha256} from '../../source/text/hash.ts';

/**
 * What a careful person says one article of a page is. `body`: raw lines, "3-5, 9" (blank lines between are bridged);
 * `first`, `last`: five words of the body.
 */
export type ExpectedArticle = Pick<Article, 'kind' | 'headline' | 'standfirst' | 'byline' | 'outlet' | 'outletBasis' | 'published' | 'publishedBasis' | 'language'> & {
	readonly first: string;
	readonly last: string;
	readonly body: string;
};

/** `notYet`: what the program still reads otherwise, so that it can only get fewer; a mended one must be taken off the list. */
export type Expected = {
	readonly about: string;
	readonly given?: Given;
	readonly articles: readonly ExpectedArticle[];
	readonly removed: string;
	readonly notYet?: readonly string[];
};

export type CorpusPage = {readonly name: string; readonly bytes: Uint8Array; readonly expected: Expected};

const folder = new URL('./', import.meta.url);

/** Every page of the corpus: a folder each, with page.txt and expected.json. */
export const corpusPages = (): CorpusPage[] => readdirSync(folder, {withFileTypes: true})
	.filter(entry => entry.isDirectory() && existsSync(new URL(`${entry.name}/expected.json`, folder)))
	.map(({name}) => ({
		name,
		bytes: readFileSync(new URL(`${name}/page.txt`, folder)),
		expected: JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')),
	}));

export const readPage = (name: string, bytes: Uint8Array, given: Given = {}): Segmentation =>
	segment({kind: 'page', lines: decodeLines(bytes)}, {document: sha256(bytes), path: `${name}.txt`, given});

type Range = {readonly startLine: number; readonly endLine: number};

/** The lines of ranges as one string; blank lines do not part what belongs together. */
const linesText = (ranges: readonly Range[], filled: ReadonlySet<number>): string => {
	const numbers = [...new Set(ranges.flatMap(({startLine, endLine}) => Array.from({length: endLine - startLine + 1}, (_, index) => startLine + index)))].filter(number => filled.has(number)).sort((a, b) => a - b);
	const joined: Array<[number, number]> = [];
	for (const number of numbers) {
		const last = joined.at(-1);
		let next = (last?.[1] ?? 0) + 1;
		while (next < number && !filled.has(next)) next++;
		if (last !== undefined && next === number) last[1] = number;
		else joined.push([number, number]);
	}

	return joined.map(([from, to]) => from === to ? String(from) : `${from}-${to}`).join(', ');
};

const filledLines = (bytes: Uint8Array): Set<number> =>
	new Set(new TextDecoder().decode(bytes).split(/\r\n|\r|\n/).flatMap((line, index) => line.trim() === '' ? [] : [index + 1]));

/** A reading in the shape of expected.json, for a person to correct or for a comparison. */
export const asExpected = (about: string, bytes: Uint8Array, {articles, removed}: Segmentation, given?: Given): Expected => {
	const filled = filledLines(bytes);
	return {
		about,
		...(given === undefined ? {} : {given}),
		articles: articles.map(({kind, headline, standfirst, byline, outlet, outletBasis, published, publishedBasis, language, segments}) => {
			const words = segments.map(({text}) => text).join(' ').split(/\s+/).filter(Boolean);
			return {kind, headline, standfirst, byline, outlet, outletBasis, published, publishedBasis, language, first: words.slice(0, 5).join(' '), last: words.slice(-5).join(' '), body: linesText(segments, filled)};
		}),
		removed: linesText(removed, filled),
	};
};

const startOf = (lines: string): number => Number.parseInt(lines, 10);
const FIELDS = ['kind', 'headline', 'standfirst', 'byline', 'outlet', 'outletBasis', 'published', 'publishedBasis', 'language', 'first', 'last', 'body'] as const;

/** One difference: `what` names it for `notYet`, `shown` tells both sides. */
export type Difference = {readonly what: string; readonly shown: string};

/**
 * What a reading says otherwise than the person. Articles are the same where they share the headline or the first line
 * of the body; they are numbered as the person has them.
 */
export const differences = (expected: Expected, found: Expected): Difference[] => {
	const left = [...found.articles];
	const list: Difference[] = [];
	for (const [index, article] of expected.articles.entries()) {
		const at = left.findIndex(other => (article.body !== '' && startOf(other.body) === startOf(article.body)) || (article.headline !== null && other.headline === article.headline));
		const other = at < 0 ? undefined : left.splice(at, 1)[0];
		if (other === undefined) {
			list.push({what: `${index + 1} missing`, shown: `article ${index + 1} (${article.headline ?? article.first}) was not found`});
			continue;
		}

		for (const field of FIELDS) if (article[field] !== other[field]) list.push({what: `${index + 1} ${field}`, shown: `article ${index + 1}: ${field} is ${JSON.stringify(article[field])}, read as ${JSON.stringify(other[field])}`});
	}

	if (left.length > 0) list.push({what: 'too many', shown: `no articles: ${left.map(({headline, first}) => headline ?? first).join(' / ')}`});
	if (expected.removed !== found.removed) list.push({what: 'removed', shown: `removed should be ${expected.removed}, were ${found.removed}`});
	return list;
};

/** How many things a person said of a page, each of which can be read otherwise. */
export const statementsOf = ({articles}: Expected): number => articles.length * FIELDS.length + 1;
