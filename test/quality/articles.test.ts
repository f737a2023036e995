import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {chooseReader} from '../../source/readers/index.ts';
import {segment, type Segmentation} from '../../source/segment/segment.ts';
import {sha256} from '../../source/text/hash.ts';
import {type Gold, scoreArticles} from './articles.ts';

const shared = new URL('../../../shared/', import.meta.url).pathname;
const goldPath = `${shared}gold/seeds.json`;

const cut = async (file: string): Promise<Segmentation> => {
	const bytes = readFileSync(`${shared}seeds/${file}`);
	const reading = await chooseReader(file, bytes).read(bytes);
	if (reading.kind === 'feeds') throw new Error('a list of feeds');
	return segment(reading, {document: sha256(bytes), path: file, given: {}});
};

describe.skipIf(!existsSync(goldPath))('articles against the gold (needs ../shared)', () => {
	// A floor only rises.
	const floors: ReadonlyArray<readonly [string, number]> = [
		['articles F1', 1], ['titles exact', 1], ['kinds right', 1], ['boilerplate removed', 1], ['first eight words', 1], ['last eight words', 1],
	];

	test('every measured share stands at its floor or above', async () => {
		const gold: Gold = JSON.parse(readFileSync(goldPath, 'utf8'));
		const files = [...new Set(gold.articles.map(({file}) => file))];
		const scores = new Map(scoreArticles(new Map(await Promise.all(files.map(async file => [file, await cut(file)] as const))), gold).map(score => [score.name, score]));
		for (const [name, floor] of floors) {
			const score = scores.get(name);
			expect((score?.value ?? 0) / (score?.of ?? 1), name).toBeGreaterThanOrEqual(floor);
		}

		expect(scores.get('body lines lost')?.value).toBe(0);
	});
});

test('an empty result finds nothing and loses nothing', () => {
	expect(scoreArticles(new Map(), {articles: [], removed: []}).map(({value}) => value)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});
