import {createPostingWriter} from './build-shard.ts';
import {eachPlace, PARTS, type ArticleColumns, type FigureColumns, type Shard} from './shard.ts';
import {packWords, wordAt, wordCount} from './vocabulary.ts';

/** A shard, and which of its articles are no longer meant: they were changed or taken away. Null: none. */
export type Member = {readonly shard: Shard; readonly dead: Uint8Array | null};

/** Per member the new number of each of its articles; -1 for those that are dropped. */
const renumber = (members: readonly Member[]): {readonly numbers: readonly Int32Array[]; readonly kept: number} => {
	let kept = 0;
	const numbers = members.map(({shard, dead}) => Int32Array.from(shard.ids, (_, article) => (dead?.[article] === 1 ? -1 : kept++)));
	return {numbers, kept};
};

const mergeNames = (lists: ReadonlyArray<readonly string[]>): {readonly names: string[]; readonly renamed: readonly number[][]} => {
	const names = new Map<string, number>();
	const renamed = lists.map(list => list.map(name => {
		const number = names.get(name) ?? names.size;
		names.set(name, number);
		return number;
	}));
	return {names: [...names.keys()], renamed};
};

/** Calls `take` with each word that any of the vocabularies has, in order, and its number in each that has it. */
const eachSharedWord = (members: readonly Member[], take: (word: string, numbers: ReadonlyArray<readonly [member: number, word: number]>) => void): void => {
	const next = members.map(() => 0);
	const current = members.map(({shard}) => (wordCount(shard.vocabulary) > 0 ? wordAt(shard.vocabulary, 0) : null));
	for (;;) {
		let least: string | null = null;
		for (const word of current) if (word !== null && (least === null || word < least)) least = word;
		if (least === null) return;
		const numbers: Array<readonly [number, number]> = [];
		for (const [member, word] of current.entries()) {
			if (word !== least) continue;
			const vocabulary = members[member]?.shard.vocabulary;
			const number = next[member] ?? 0;
			numbers.push([member, number]);
			next[member] = number + 1;
			current[member] = vocabulary !== undefined && number + 1 < wordCount(vocabulary) ? wordAt(vocabulary, number + 1) : null;
		}

		take(least, numbers);
	}
};

const mergeWords = (members: readonly Member[], numbers: readonly Int32Array[]): Pick<Shard, 'vocabulary' | 'postings' | 'postingStarts' | 'places' | 'placeStarts'> => {
	const most = members.reduce((sum, {shard}) => sum + wordCount(shard.vocabulary), 0);
	const writer = createPostingWriter(most);
	const words: string[] = [];
	eachSharedWord(members, (word, places) => {
		let any = false;
		for (const [member, number] of places) {
			const shard = members[member]?.shard;
			if (shard === undefined) continue;
			eachPlace(shard, number, (key, at) => {
				const article = numbers[member]?.[Math.floor(key / PARTS)] ?? -1;
				if (article < 0) return;
				any = true;
				writer.add(article * PARTS + key % PARTS, at.length, index => at[index] ?? 0);
			});
		}

		if (!any) return;
		words.push(word);
		writer.endWord();
	});
	const {counts, postingStarts, placeStarts, ...bytes} = writer.finish();
	return {...bytes, vocabulary: packWords(words, counts.slice(0, words.length)), postingStarts: postingStarts.slice(0, words.length + 1), placeStarts: placeStarts.slice(0, words.length + 1)};
};

/** Rows of all members that are kept, in order. */
const keptRows = <T>(members: readonly Member[], numbers: readonly Int32Array[], rowsOf: (shard: Shard) => ArrayLike<T>): T[] =>
	members.flatMap(({shard}, member) => Array.from(rowsOf(shard)).filter((_, article) => (numbers[member]?.[article] ?? -1) >= 0));

const mergeArticles = (members: readonly Member[], numbers: readonly Int32Array[], outlets: readonly number[][]): ArticleColumns => {
	const rows = (pick: (columns: ArticleColumns) => ArrayLike<number>): number[] => keptRows(members, numbers, shard => pick(shard.articles));
	return {
		published: Float64Array.from(rows(columns => columns.published)),
		captured: Uint32Array.from(rows(columns => columns.captured)),
		outlet: Uint32Array.from(members.flatMap(({shard}, member) =>
			Array.from(shard.articles.outlet, outlet => outlets[member]?.[outlet] ?? 0).filter((_, article) => (numbers[member]?.[article] ?? -1) >= 0))),
		kind: Uint8Array.from(rows(columns => columns.kind)),
		marks: Uint8Array.from(rows(columns => columns.marks)),
		figureCount: Uint32Array.from(rows(columns => columns.figureCount)),
	};
};

const mergeFigures = (members: readonly Member[], numbers: readonly Int32Array[], measures: readonly number[][]): FigureColumns => {
	const rows = members.flatMap(({shard}, member) => Array.from(shard.figures.article, (article, row) => ({member, row, article: numbers[member]?.[article] ?? -1, columns: shard.figures})).filter(({article}) => article >= 0));
	return {
		article: Uint32Array.from(rows, ({article}) => article),
		low: Float64Array.from(rows, ({columns, row}) => columns.low[row] ?? Number.NaN),
		high: Float64Array.from(rows, ({columns, row}) => columns.high[row] ?? Number.NaN),
		measure: Uint32Array.from(rows, ({columns, row, member}) => measures[member]?.[columns.measure[row] ?? 0] ?? 0),
		open: Uint8Array.from(rows, ({columns, row}) => columns.open[row] ?? 0),
		asOfFrom: Uint32Array.from(rows, ({columns, row}) => columns.asOfFrom[row] ?? 0),
		asOfTo: Uint32Array.from(rows, ({columns, row}) => columns.asOfTo[row] ?? 0),
	};
};

/** Several shards as one; what is dead is gone. Linear in their size. */
export const mergeShards = (members: readonly Member[]): Shard => {
	const {numbers} = renumber(members);
	const outlets = mergeNames(members.map(({shard}) => shard.outlets));
	const measures = mergeNames(members.map(({shard}) => shard.measures));
	const ids = keptRows(members, numbers, shard => shard.ids);
	return {
		...mergeWords(members, numbers),
		ids,
		rowOf: id => ids.lastIndexOf(id),
		prints: keptRows(members, numbers, shard => shard.prints),
		articles: mergeArticles(members, numbers, outlets.renamed),
		figures: mergeFigures(members, numbers, measures.renamed),
		outlets: outlets.names,
		measures: measures.names,
	};
};
