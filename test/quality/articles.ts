import type {Article} from '../../source/model/article.ts';
import type {Segmentation} from '../../source/segment/segment.ts';

/** The parts of the gold that tell how pages are cut. Lines are 1-based, of the raw file; ids "000#1" are the gold's own. */
export type GoldArticle = {
	readonly id: string;
	readonly file: string;
	readonly headline: string | null;
	readonly headlineAlt: ReadonlyArray<string | null>;
	readonly bodyStart: number;
	readonly bodyEnd: number;
	readonly startLine: number;
	readonly endLine: number;
	readonly parent: string | null;
	readonly kind: string;
	readonly first8: string;
	readonly last8: string;
	readonly removed: ReadonlyArray<{readonly startLine: number; readonly endLine: number}>;
	readonly joinOk?: string;
	readonly optional?: boolean;
};
export type Gold = {
	readonly articles: readonly GoldArticle[];
	readonly removed: ReadonlyArray<{readonly file: string; readonly startLine: number; readonly endLine: number}>;
};

/** One measured figure: `value` out of `of` (for F1 and its like, 1). */
export type Score = {readonly name: string; readonly value: number; readonly of: number};

type Match = {readonly gold: GoldArticle; readonly found: Article; readonly joined: boolean};

const bodyRange = ({segments}: Article): string => segments.length === 0 ? '' : `${segments[0]?.startLine}-${segments.at(-1)?.endLine}`;
const textOf = ({segments}: Article): string[] => segments.map(({text}) => text).join(' ').split(/\s+/).filter(Boolean);

/** Found: an article of the same file whose body begins and ends at the gold's lines. A pair that may be one counts as both. */
const matchesOf = (results: ReadonlyMap<string, Segmentation>, gold: Gold): Match[] => {
	const matches: Match[] = [];
	for (const [file, {articles}] of results) {
		const expected = gold.articles.filter(article => article.file === file);
		const byRange = new Map(articles.map(article => [bodyRange(article), article]));
		for (const article of expected) {
			const found = byRange.get(`${article.bodyStart}-${article.bodyEnd}`);
			if (found !== undefined) matches.push({gold: article, found, joined: false});
			const join = expected.find(({id}) => id === article.joinOk);
			const both = join === undefined ? undefined : byRange.get(`${join.bodyStart}-${article.bodyEnd}`);
			if (join !== undefined && both !== undefined) matches.push({gold: join, found: both, joined: true}, {gold: article, found: both, joined: true});
		}
	}

	return matches;
};

const inAny = (line: number, ranges: ReadonlyArray<{readonly startLine: number; readonly endLine: number}>): boolean =>
	ranges.some(({startLine, endLine}) => line >= startLine && line <= endLine);

/** Lines of the gold's bodies that no found article holds in its body. */
const lostLines = (results: ReadonlyMap<string, Segmentation>, gold: Gold): {readonly lost: number; readonly all: number} => {
	let lost = 0;
	let all = 0;
	for (const [file, {articles, removed}] of results) {
		const expected = gold.articles.filter(article => article.file === file && article.optional !== true);
		const held = articles.flatMap(({segments}) => segments);
		for (const article of expected) {
			for (let line = article.bodyStart; line <= article.bodyEnd; line++) {
				if (inAny(line, article.removed)) continue;
				// Blank lines are neither held nor removed: they are told by being in no rule and no segment of anybody.
				const isHeld = inAny(line, held);
				const isLost = !isHeld && inAny(line, removed);
				if (isHeld || isLost) all++;
				if (isLost) lost++;
			}
		}
	}

	return {lost, all};
};

/** Scores the cutting of the pages in `results` (keyed by file name) against the gold. */
export const scoreArticles = (results: ReadonlyMap<string, Segmentation>, gold: Gold): Score[] => {
	const matches = matchesOf(results, gold);
	const expected = gold.articles.filter(({file}) => results.has(file));
	const found = [...results.values()].flatMap(({articles}) => articles);
	const right = new Set(matches.map(match => match.found.id));
	// An optional article that was cut all the same is right; one that was left out is not missed.
	const missed = expected.filter(article => !matches.some(match => match.gold === article) && article.optional !== true);
	const recall = (expected.length - missed.length) / Math.max(1, expected.length);
	const precision = right.size / Math.max(1, found.length);
	const titled = matches.filter(({gold: article, found: {headline}, joined}) => joined || headline === article.headline || article.headlineAlt.includes(headline));
	const removals = gold.removed.filter(({file}) => results.has(file));
	const gone = removals.filter(({file, startLine, endLine}) => {
		const removed = results.get(file)?.removed ?? [];
		return inAny(startLine, removed) && inAny(endLine, removed);
	});
	const single = matches.filter(({joined}) => !joined);
	const {lost, all} = lostLines(results, gold);
	return [
		{name: 'articles found', value: expected.length - missed.length, of: expected.length},
		{name: 'articles precision', value: precision, of: 1},
		{name: 'articles recall', value: recall, of: 1},
		{name: 'articles F1', value: precision + recall === 0 ? 0 : 2 * precision * recall / (precision + recall), of: 1},
		{name: 'kinds right', value: matches.filter(({gold: article, found: {kind}, joined}) => joined || article.kind === kind).length, of: matches.length},
		{name: 'titles exact', value: titled.length, of: matches.length},
		{name: 'boilerplate removed', value: gone.length, of: removals.length},
		{name: 'body lines lost', value: lost, of: all},
		{name: 'first eight words', value: single.filter(({gold: article, found: article2}) => textOf(article2).slice(0, 8).join(' ') === article.first8).length, of: single.length},
		{name: 'last eight words', value: single.filter(({gold: article, found: article2}) => textOf(article2).slice(-8).join(' ') === article.last8).length, of: single.length},
	];
};
