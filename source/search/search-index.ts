import type {ArticleId} from '../model/article.ts';
import {everyArticle, type Over, type ReadAs} from './answer.ts';
import {buildShard, type SearchEntry} from './build-shard.ts';
import {evaluate} from './evaluate.ts';
import type {Sort} from './fields.ts';
import type {Wanted} from './matches.ts';
import {mergeShards, type Member} from './merge-shards.ts';
import {wantedConditions, type Query} from './query.ts';
import {rank, type Titles} from './rank.ts';
import {columnsOf, type Members, type Scored} from './score.ts';
import type {Shard} from './shard.ts';

/** What a query is asked with. */
export type Asked = {
	readonly limit: number;
	/** Words as they are typed: no beginnings, no typos. */
	readonly exact: boolean;
	/** Only among these. */
	readonly within: ReadonlySet<ArticleId> | null;
	readonly titles: Titles;
	/** Ids of the articles that a pattern matches; null where it has not been tried. */
	readonly matched: (source: string) => ReadonlySet<ArticleId> | null;
	/** Ids of the articles in events and storylines of these words, or of this id. */
	readonly inEvent: (words: readonly string[], typed: string) => ReadonlySet<ArticleId>;
};

/** What a query found. `total` counts what lies beyond the limit too; `notes` say what was asked for in vain. */
export type Found = {
	readonly hits: ReadonlyArray<{readonly article: ArticleId; readonly score: number}>;
	readonly total: number;
	readonly readAs: readonly ReadAs[];
	readonly notes: readonly string[];
	/** The words the query looked for, as they stand in texts. */
	readonly wanted: readonly Wanted[];
};

/** The index of a library: shards, and which of their articles are dead. Never changed in place. */
export type SearchIndex = {readonly members: readonly Member[]};

export const emptyIndex: SearchIndex = {members: []};
/** So many characters are read into one shard at most: it bounds the memory that reading takes. */
const MOST_AT_ONCE = 16_000_000;
/** A shard is merged with the one before it while that is not so many times larger: few shards, and each article is copied a few times at most. */
const LIKE_SIZE = 4;

const articlesOf = ({shard}: Member): number => shard.articles.kind.length;
const rowsOf = ({members}: SearchIndex): Members => {
	const bases: number[] = [];
	let size = 0;
	for (const member of members) {
		bases.push(size);
		size += articlesOf(member);
	}

	return {members, bases, size, columns: columnsOf(size)};
};

/** How many articles can be found. */
export const indexed = (index: SearchIndex): number => index.members.reduce((sum, member) => sum + articlesOf(member) - (member.dead?.reduce((dead, bit) => dead + bit, 0) ?? 0), 0);

/** What each article was indexed from, by id. */
export const printsOf = ({members}: SearchIndex): Map<ArticleId, string> => {
	const prints = new Map<ArticleId, string>();
	for (const {shard, dead} of members) for (const [row, id] of shard.ids.entries()) if (dead?.[row] !== 1) prints.set(id, shard.prints[row] ?? '');
	return prints;
};

/** Without these articles. A shard that none of them is in stays the same object. */
export const withoutArticles = ({members}: SearchIndex, ids: ReadonlySet<ArticleId>): SearchIndex => ids.size === 0 ? {members} : {members: members.map(member => {
	const {shard} = member;
	const rows = ids.size <= 16 ? [...ids].map(shard.rowOf).filter(row => row >= 0) : [...shard.ids.keys()].filter(row => ids.has(shard.ids[row] ?? ''));
	if (rows.length === 0) return member;
	const dead = member.dead?.slice() ?? new Uint8Array(articlesOf(member));
	for (const row of rows) dead[row] = 1;
	return {shard, dead};
})};

const withShard = (index: SearchIndex, shard: Shard): SearchIndex => {
	const members = [...index.members, {shard, dead: null}];
	while (members.length > 1 && articlesOf(members.at(-2)!) < LIKE_SIZE * articlesOf(members.at(-1)!)) members.push({shard: mergeShards(members.splice(-2)), dead: null});
	return {members};
};

/** With these articles, in the place of earlier versions of them. Costs what they hold, and now and then a merge. */
export const withArticles = (index: SearchIndex, entries: readonly SearchEntry[]): SearchIndex => {
	let grown = withoutArticles(index, new Set(entries.map(({card}) => card.id)));
	let waiting: SearchEntry[] = [];
	let characters = 0;
	for (const [at, entry] of entries.entries()) {
		waiting.push(entry);
		characters += entry.text.length + (entry.card.headline?.length ?? 0);
		if (characters < MOST_AT_ONCE && at < entries.length - 1) continue;
		grown = withShard(grown, buildShard(waiting));
		[waiting, characters] = [[], 0];
	}

	return grown;
};

const overOf = (members: Members, {exact, matched, inEvent}: Asked): Over => {
	const numbered = (ids: ReadonlySet<ArticleId>) => {
		const numbers = new Uint8Array(members.size);
		for (const [at, {shard}] of members.members.entries()) for (const [row, id] of shard.ids.entries()) if (ids.has(id)) numbers[(members.bases[at] ?? 0) + row] = 1;
		return (article: number): boolean => numbers[article] === 1;
	};

	return {
		members, exact,
		matched: source => {
			const ids = matched(source);
			return ids === null ? null : numbered(ids);
		},
		inEvent: (words, typed) => numbered(inEvent(words, typed)),
	};
};

/** The words looked for in headlines, as one line: what Fuse compares headlines with. */
const wantedLine = ({root}: Query, readAs: readonly ReadAs[]): string => wantedConditions(root)
	.flatMap(condition => (condition.kind === 'words' && (condition.part === null || condition.part === 'headline') ? condition.words : []))
	.map(word => readAs.find(({typed}) => typed === word)?.word ?? word).join(' ');

/** Answers a query. One without a condition finds nothing. */
export const ask = (index: SearchIndex, query: Query, asked: Asked): Found => {
	const members = rowsOf(index);
	const over = overOf(members, asked);
	if (query.root === null) return {hits: [], total: 0, readAs: [], notes: [], wanted: []};
	const {answer, wanted, readAs, notes} = evaluate(over, query.root);
	const inside = asked.within === null ? null : overOf(members, {...asked, matched: () => asked.within}).matched('');
	const scored: Scored = answer.kind === 'scored' ? answer.scored : {articles: Uint32Array.from(everyArticle(over).filter(answer.test)), scores: new Float32Array(members.size).fill(1)};
	const candidates: Scored = inside === null ? scored : {...scored, articles: scored.articles.filter(inside)};
	const sort: Sort = query.sort ?? 'relevance';
	const total = candidates.articles.length;
	const ranked = rank(members, candidates, {limit: asked.limit, sort, wanted: wantedLine(query, readAs), titles: asked.titles});
	members.columns.giveBack();
	return {hits: ranked.map(({id, score}) => ({article: id, score})), total, readAs, notes, wanted};
};
