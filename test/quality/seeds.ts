import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {parseBackground} from '../../source/cluster/background.ts';
import {rawPlace, segmentAt, type Article} from '../../source/model/article.ts';
import type {Grouping} from '../../source/model/event.ts';
import {digest, group, type Digest} from '../../source/pipeline.ts';
import {scoreArticles} from './articles.ts';
import {scoreEvents} from './events.ts';
import {scoreFigures} from './figures.ts';
import {scoreQuotes, type ReadQuote} from './quotes.ts';

const shared = new URL('../../../shared/', import.meta.url);
/** The labelled pages are not part of the project; where they are not beside it, nothing is scored. */
export const hasSeeds = existsSync(new URL('gold/seeds.json', shared));

type Range = {readonly id: string; readonly file: string; readonly startLine: number; readonly endLine: number; readonly bodyStart: number; readonly bodyEnd: number};
/** One row of the table: right of so many, 0 to 1 where it is a share. */
export type Row = {readonly name: string; readonly right: number; readonly of: number; readonly misses: readonly string[]};

/** The whole way over the labelled pages, as an import goes it. */
export const readSeeds = async (): Promise<{readonly digests: ReadonlyMap<string, Digest>; readonly grouping: Grouping}> => {
	const folder = new URL('seeds/', shared);
	const digests = new Map(await Promise.all(readdirSync(folder).toSorted().map(async file =>
		[file, await digest({path: file, bytes: readFileSync(new URL(file, folder)), type: null, given: {}, imported: '2026-01-01T00:00:00Z'})] as const)));
	const background = parseBackground(readFileSync(new URL('../../data/background/news.tsv', import.meta.url), 'utf8'));
	const derivations = [...digests.values()].flatMap(made => made.derivations);
	return {digests, grouping: group({derivations, settled: [], storylines: [], corrections: [], background})};
};

/** The labelled article a line belongs to: the innermost range, since posts lie inside their live blog. */
const labelAt = (ranges: readonly Range[], file: string, line: number): string | null =>
	ranges.filter(range => range.file === file && range.startLine <= line && line <= range.endLine)
		.toSorted((a, b) => (a.endLine - a.startLine) - (b.endLine - b.startLine))[0]?.id ?? null;

const bodyLine = (article: Article): number => article.segments[0]?.startLine ?? article.startLine;

/** Every row of the table, from articles to events. */
export const scoreSeeds = async (): Promise<Row[]> => {
	const gold = JSON.parse(readFileSync(new URL('gold/seeds.json', shared), 'utf8'));
	const ranges: readonly Range[] = gold.articles;
	const {digests, grouping} = await readSeeds();
	const all = [...digests].flatMap(([file, {derivations}]) => derivations.map(derivation => ({file, ...derivation})));
	const figures = new Map<string, Array<{figure: (typeof all)[number]['figures'][number]; column: number}>>();
	const quotes: ReadQuote[] = [];
	for (const {file, article, figures: found, quotes: said} of all) {
		for (const fact of [...found, ...said]) {
			const segment = segmentAt(article, fact.segment);
			const label = labelAt(ranges, file, fact.line) ?? file;
			const column = segment === undefined ? 0 : rawPlace(segment, fact.start)?.column ?? 0;
			if ('low' in fact) figures.set(label, [...figures.get(label) ?? [], {figure: fact, column}]);
			else quotes.push({article: label, line: fact.line, column, text: fact.text, speaker: fact.speaker, speakerName: fact.speakerName, cue: fact.cue});
		}
	}

	const ids = new Map(ranges.flatMap(range => {
		const match = all.find(({file, article}) => file === range.file && article.startLine <= range.bodyStart && bodyLine(article) === range.bodyStart)
			?? all.find(({file, article}) => file === range.file && article.kind === 'post' && article.startLine <= range.bodyStart && range.bodyEnd <= article.endLine);
		return match === undefined ? [] : [[range.id, match.article.id] as const];
	}));
	const segmentations = new Map([...digests].map(([file, {derivations, removed, unplaced}]) => [file, {articles: derivations.map(({article}) => article), removed, unplaced}]));
	const plain = (rows: ReadonlyArray<{readonly name: string; readonly right: number; readonly of: number; readonly misses?: readonly string[]}>): Row[] => rows.map(row => ({misses: [], ...row}));
	const quoteScore = scoreQuotes(quotes, gold.quotes, gold.quoteTraps);
	return [
		...plain(scoreArticles(segmentations, gold).map(({name, value, of}) => ({name, right: name === 'body lines lost' ? of - value : value, of}))).map(row => row.name === 'body lines lost' ? {...row, name: 'body lines kept'} : row),
		...plain(scoreFigures(figures, gold)),
		...plain(quoteScore.rows.map(row => ({...row, name: row.name.startsWith('quote') ? row.name : `quotes, ${row.name}`}))),
		...plain(scoreEvents(grouping, ids, gold)),
	];
};
