import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import table from '../../data/demo/expected.json' with {type: 'json'};

type Reading = {
	page: string;
	articles: Array<{headline: string | null; standfirst: string | null; kind: string; parent: string | null; startLine: number; endLine: number; outlet: string | null}>;
	removed: number[][];
};
const expected: {pages: Reading[]} = table;

const project = new URL('../../', import.meta.url);
const demo = new URL('data/demo/', project);
const seeds = new URL('../shared/seeds/', project);
const pageNames = readdirSync(new URL('pages/', demo)).toSorted();
const pages = pageNames.map(name => ({name, text: readFileSync(new URL(`pages/${name}`, demo), 'utf8')}));
const DIGEST_NOTE = /^newsdeck demo: a digest in our own words of a page .{1,200}\.$/;

/** Words without case or marks, counted three ways: "isn't" and "5,000" may be one word or two. */
const wordings = (text: string): string[][] => {
	const lower = text.toLowerCase().replaceAll('’', '\'').replaceAll('‘', '\'');
	return [
		lower.match(/[\p{L}\p{N}]+/gu) ?? [],
		lower.match(/[\p{L}\p{N}',.]*[\p{L}\p{N}]/gu) ?? [],
		lower.split(/\s+/).map(word => word.replace(/[^\p{L}\p{N}]/gu, '')).filter(Boolean),
	];
};

const runs = (words: readonly string[], length: number): string[] =>
	words.slice(0, Math.max(0, words.length - length + 1)).map((_, at) => words.slice(at, at + length).join(' '));

const rawLines = (name: string): string[] => (pages.find(page => `pages/${page.name}` === name)?.text ?? '').split('\n');

describe('the pages of the demo', () => {
	test('are between six and seven, of at least five outlets, with 20 to 26 articles', () => {
		// A teaser between two posts is no article.
		const articles = expected.pages.flatMap(page => page.articles).filter(article => article.kind !== 'blurb');
		expect(pageNames.length).toBeGreaterThanOrEqual(6);
		expect(pageNames.length).toBeLessThanOrEqual(7);
		expect(new Set(articles.map(article => article.outlet).filter(outlet => outlet !== null)).size).toBeGreaterThanOrEqual(5);
		expect(articles.length).toBeGreaterThanOrEqual(20);
		expect(articles.length).toBeLessThanOrEqual(26);
	});

	test.each(pages)('$name says in its last line that it is a digest', ({text}) => {
		expect(text.trimEnd().split('\n').at(-1)).toMatch(DIGEST_NOTE);
	});

	test.each(pages)('$name quotes nobody at more than five words', ({text}) => {
		const quoted = [...text.matchAll(/“([^”]*)”|"([^"\n]*)"/g)].map(match => match[1] ?? match[2] ?? '');
		expect(quoted.filter(words => words.split(/\s+/).length > 5)).toEqual([]);
	});

	test.each(pages)('$name holds nothing but printable text', ({text}) => {
		expect(text).not.toMatch(/[^\P{C}\n]/u);
	});
});

// The texts of the seeds belong to their outlets: without them beside the project there is nothing to compare with.
describe.skipIf(!existsSync(seeds))('the pages of the demo, beside the pages they tell of (needs ../shared)', () => {
	const theirs = (existsSync(seeds) ? readdirSync(seeds) : []).map(name => wordings(readFileSync(new URL(name, seeds), 'utf8')));

	test.each(pages)('$name has no nine words in a row from any of them', ({text}) => {
		for (const [way, words] of wordings(text).entries()) {
			const known = new Set(theirs.flatMap(seed => runs(seed[way] ?? [], 9)));
			expect(runs(words, 9).filter(run => known.has(run))).toEqual([]);
		}
	});
});

describe('what a perfect reading of the demo gives', () => {
	test('speaks of every page, once', () => {
		expect(expected.pages.map(page => page.page).toSorted()).toEqual(pageNames.map(name => `pages/${name}`));
	});

	test.each(expected.pages)('$page: headlines and standfirsts stand in the lines of their articles', page => {
		const lines = rawLines(page.page);
		for (const article of page.articles) {
			const own = lines.slice(article.startLine - 1, article.endLine);
			if (article.headline !== null) expect(own.some(line => line.endsWith(article.headline ?? ''))).toBe(true);
			if (article.standfirst !== null) expect(own).toContain(article.standfirst);
		}
	});

	test.each(expected.pages)('$page: every line with words is in one article, or removed', page => {
		const top = page.articles.filter(article => article.parent === null);
		for (const [index, line] of rawLines(page.page).entries()) {
			if (line.trim() === '') continue;
			const holds = (range: {startLine: number; endLine: number}): boolean => range.startLine <= index + 1 && index + 1 <= range.endLine;
			const removed = page.removed.some(([startLine = 0, endLine = 0]) => holds({startLine, endLine}));
			const articles = top.filter(article => holds(article)).length;
			expect({line, told: removed ? articles <= 1 : articles === 1}).toEqual({line, told: true});
		}
	});

	test.each(expected.pages)('$page: posts lie within their live blog and do not overlap', page => {
		const posts = page.articles.filter(article => article.parent !== null);
		for (const [index, post] of posts.entries()) {
			const parent = page.articles.find(article => article.headline === post.parent);
			expect(parent?.kind).toBe('live-blog');
			expect(post.startLine).toBeGreaterThan(posts[index - 1]?.endLine ?? parent?.startLine ?? 0);
			expect(post.endLine).toBeLessThanOrEqual(parent?.endLine ?? 0);
		}
	});
});

describe('the story of the North Korean losses is whole', () => {
	const all = pages.map(page => page.text).join('\n');
	test.each([
		'more than 5,000 casualties', 'over 5,000 casualties', 'as of March 2025', 'highly likely', 'About a third',
		'More than 100 of the North Korean soldiers', 'thousands of North Korean troops were killed or wounded', 'in the last week alone',
		'Around 11,000', 'Some 11,000', 'estimated 11,000', 'declined to say how many', 'Hundreds of North Korean and Russian soldiers',
		'Thousands of North Korean workers', 'at least 200,000 troops', 'tariff of 10%', 'the 25%', 'More than 200,000 people', 'date 2024-12-28',
	])('it tells: %s', words => {
		expect(all).toContain(words);
	});
});
