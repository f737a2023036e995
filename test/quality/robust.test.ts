import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {type Gold, scoreArticles} from './articles.ts';
import {cutText} from './pages.ts';
import {hasSeeds} from './seeds.ts';

const shared = new URL('../../../shared/', import.meta.url);
/** How far the score may fall under that of the pages as they came. */
const MAY_FALL = .03;

/** The labelled lines after every line was moved by `to`. */
const moved = (gold: Gold, file: (name: string) => string, to: (line: number, name: string) => number): Gold => ({
	articles: gold.articles.map(article => ({
		...article, file: file(article.file),
		startLine: to(article.startLine, article.file), endLine: to(article.endLine, article.file), bodyStart: to(article.bodyStart, article.file), bodyEnd: to(article.bodyEnd, article.file),
		removed: article.removed.map(range => ({startLine: to(range.startLine, article.file), endLine: to(range.endLine, article.file)})),
	})),
	removed: gold.removed.map(range => ({file: file(range.file), startLine: to(range.startLine, range.file), endLine: to(range.endLine, range.file)})),
});

describe.skipIf(!hasSeeds)('the seeds in other shapes score within .03 of the seeds (needs ../shared)', () => {
	const gold: Gold = hasSeeds ? JSON.parse(readFileSync(new URL('gold/seeds.json', shared), 'utf8')) : {articles: [], removed: []};
	const names = hasSeeds ? readdirSync(new URL('seeds/', shared)).toSorted() : [];
	const texts = new Map(names.map(name => [name, readFileSync(new URL(`seeds/${name}`, shared), 'utf8').replace(/\n*$/, '')]));
	const f1 = (pages: ReadonlyMap<string, string>, labels: Gold): number =>
		scoreArticles(new Map([...pages].map(([name, text]) => [name, cutText(name, text)])), labels).find(({name}) => name === 'articles F1')?.value ?? 0;
	const asTheyCame = f1(texts, gold);
	const linesBefore = (name: string): number => names.slice(0, names.indexOf(name)).reduce((sum, other) => sum + (texts.get(other) ?? '').split('\n').length + 1, 0);
	const filledUpTo = (name: string): readonly number[] => {
		let filled = 0;
		return (texts.get(name) ?? '').split('\n').map(line => line.trim() === '' ? filled : ++filled);
	};

	test('blank lines doubled', () => {
		const doubled = new Map([...texts].map(([name, text]) => [name, text.replaceAll('\n', '\n\n')]));
		expect(f1(doubled, moved(gold, name => name, line => line * 2 - 1))).toBeGreaterThanOrEqual(asTheyCame - MAY_FALL);
	});

	test('blank lines gone', () => {
		const without = new Map([...texts].map(([name, text]) => [name, text.split('\n').filter(line => line.trim() !== '').join('\n')]));
		expect(f1(without, moved(gold, name => name, (line, name) => filledUpTo(name)[line - 1] ?? line))).toBeGreaterThanOrEqual(asTheyCame - MAY_FALL);
	});

	test('all five in one file', () => {
		const one = new Map([['all.txt', names.map(name => texts.get(name) ?? '').join('\n\n')]]);
		expect(f1(one, moved(gold, () => 'all.txt', (line, name) => line + linesBefore(name)))).toBeGreaterThanOrEqual(asTheyCame - MAY_FALL);
	});
});
