import {DatabaseSync} from 'node:sqlite';
import {articles, misspelt, randomFrom} from './data.ts';
import {cpuOf, quantile, reading, RUNS, type BenchFigure} from './harness.ts';
import {benchLibrary} from './search-setup.ts';

const ARTICLES = 100_000;

/** Whole queries over 100,000 articles of 500 words: a field for the headline, one for the text, and a slip; beside SQLite's FTS5, which forgives none and is given the words as they were meant. */
export const figure: BenchFigure = {
	name: 'full-text',
	async run() {
		const library = benchLibrary(ARTICLES, 500);
		const database = new DatabaseSync(':memory:');
		database.exec('CREATE VIRTUAL TABLE articles USING fts5(headline, body, detail=full)');
		const insert = database.prepare('INSERT INTO articles(headline, body) VALUES (?, ?)');
		database.exec('BEGIN');
		for (const {card, text} of articles(ARTICLES, 500).entries) insert.run(card.headline, text);
		database.exec('COMMIT');
		const random = randomFrom(29);
		const queries = Array.from({length: 40}, () => {
			const words = library.headlines[Math.floor(random() * ARTICLES)]!.toLowerCase().split(' ').filter(word => word.length > 4);
			const [first = 'street', second = first] = words;
			return {typed: `title:${first} text:${misspelt(second, random)}`, meant: `headline:${first}* body:${second}*`};
		});
		const match = database.prepare('SELECT rowid FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT 200');
		const [ours, theirs]: [number[], number[]] = [[], []];
		for (let run = 0; run < RUNS; run++) {
			ours.push(quantile(queries.map(({typed}) => cpuOf(() => library.ask(typed))), 0.95));
			theirs.push(quantile(queries.map(({meant}) => cpuOf(() => match.all(meant))), 0.95));
		}

		return [
			reading('a query with two fields and a slip, 100,000 articles of 500 words, p95, ms', ours, null, 100, {note: `SQLite FTS5 without the slip: ${quantile(theirs, 0.5).toFixed(1)} ms`}),
		];
	},
};
