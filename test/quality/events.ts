import type {ArticleId} from '../../source/model/article.ts';
import type {Grouping} from '../../source/model/event.ts';

/** One line of a score: `right` of `of`. F1 scores are given as that share of the articles. */
export type ScoreRow = {readonly name: string; readonly right: number; readonly of: number};

/** The part of the labels that concerns grouping; ids are those of the labels. */
export type EventsGold = {
	readonly events: ReadonlyArray<{readonly id: string; readonly articles: readonly string[]; readonly note?: string}>;
	readonly alone: readonly string[];
	readonly storylines: ReadonlyArray<{readonly id: string; readonly events: readonly string[]; readonly articles: readonly string[]; readonly core?: readonly string[]; readonly weak: boolean}>;
	readonly apart: ReadonlyArray<{readonly articles: readonly string[]}>;
};

export type F1 = {readonly precision: number; readonly recall: number; readonly f1: number};

const f1 = (precision: number, recall: number): F1 => ({precision, recall, f1: precision + recall === 0 ? 0 : 2 * precision * recall / (precision + recall)});

const sizes = (groups: Iterable<string>): Map<string, number> => {
	const counts = new Map<string, number>();
	for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
	return counts;
};

/** BCubed (Bagga and Baldwin 1998): for each article, how pure and how complete its group is, averaged. Maps: article to group. */
export const bcubed = (found: ReadonlyMap<string, string>, gold: ReadonlyMap<string, string>): F1 => {
	const groupOf = (article: string): string => found.get(article) ?? `missing ${article}`;
	const both = sizes([...gold].map(([article, group]) => `${groupOf(article)}\0${group}`));
	const foundSizes = sizes([...gold.keys()].map(groupOf));
	const goldSizes = sizes(gold.values());
	let precision = 0;
	let recall = 0;
	for (const [article, group] of gold) {
		const shared = both.get(`${groupOf(article)}\0${group}`) ?? 0;
		precision += shared / (foundSizes.get(groupOf(article)) ?? 1);
		recall += shared / (goldSizes.get(group) ?? 1);
	}

	return f1(precision / gold.size, recall / gold.size);
};

const together = (groups: ReadonlyMap<string, string>): Set<string> => {
	const articles = [...groups.keys()].sort();
	return new Set(articles.flatMap((left, index) => articles.slice(index + 1).filter(right => groups.get(left) === groups.get(right)).map(right => `${left} ${right}`)));
};

/** F1 over pairs of articles that are in one group. */
export const pairwise = (found: ReadonlyMap<string, string>, gold: ReadonlyMap<string, string>): F1 => {
	const mine = together(new Map([...gold.keys()].map(article => [article, found.get(article) ?? `missing ${article}`])));
	const right = together(gold);
	const shared = [...mine].filter(pair => right.has(pair)).length;
	return f1(mine.size === 0 ? 1 : shared / mine.size, right.size === 0 ? 1 : shared / right.size);
};

/** Where the labels say that one event may also be in another, every mixture of the two readings is right. */
const readings = (gold: EventsGold): Array<ReadonlyMap<string, string>> => {
	const open = gold.events.flatMap(event => {
		const into = /\bin (\w+) is acceptable/.exec(event.note ?? '')?.[1];
		return into === undefined ? [] : [[event.id, into] as const];
	});
	return Array.from({length: 2 ** open.length}, (_, choice) => {
		const merged = new Map(open.filter((_pair, bit) => Math.floor(choice / 2 ** bit) % 2 === 1));
		return new Map([
			...gold.events.flatMap(event => event.articles.map(article => [article, merged.get(event.id) ?? event.id] as const)),
			...gold.alone.map(article => [article, `alone ${article}`] as const),
		]);
	});
};

/** Scores a grouping against the labels. `idMap`: label id to article id; what is not in it was not found and counts against. */
export const scoreEvents = (grouping: Grouping, idMap: ReadonlyMap<string, ArticleId>, gold: EventsGold): ScoreRow[] => {
	const eventOf = new Map(grouping.events.flatMap(event => event.articles.map(article => [article, event.id] as const)));
	const storylinesOf = new Map(grouping.events.flatMap(event => event.articles.map(article => [article, grouping.storylines.filter(storyline => storyline.events.includes(event.id)).map(storyline => storyline.id)] as const)));
	const labelled = [...gold.events.flatMap(event => event.articles), ...gold.alone];
	const found = new Map(labelled.flatMap(label => {
		const event = eventOf.get(idMap.get(label) ?? '');
		return event === undefined ? [] : [[label, event] as const];
	}));
	const all = readings(gold);
	const best = Math.max(...all.map(reading => bcubed(found, reading).f1));
	const bestPairs = Math.max(...all.map(reading => pairwise(found, reading).f1));
	const sameEvent = (labels: readonly string[]): boolean => new Set(labels.map(label => found.get(label) ?? label)).size === 1;
	const sameStoryline = (labels: readonly string[]): boolean => {
		const [first = [], ...others] = labels.map(label => storylinesOf.get(idMap.get(label) ?? '') ?? []);
		return first.some(id => others.every(list => list.includes(id))) || sameEvent(labels);
	};

	const strong = gold.storylines.filter(storyline => !storyline.weak);
	const articlesOf = (storyline: EventsGold['storylines'][number]): string[] => [...gold.events.filter(event => storyline.events.includes(event.id)).flatMap(event => event.articles), ...storyline.articles];
	const cores = strong.map(storyline => storyline.core ?? articlesOf(storyline));
	const pairs = strong.flatMap(storyline => [...together(new Map(articlesOf(storyline).map(article => [article, storyline.id])))].map(pair => pair.split(' ')));
	return [
		{name: 'events, BCubed F1', right: best * labelled.length, of: labelled.length},
		{name: 'events, pair F1', right: bestPairs * labelled.length, of: labelled.length},
		{name: 'kept apart', right: gold.apart.filter(({articles}) => !sameEvent(articles)).length, of: gold.apart.length},
		{name: 'storyline core together', right: cores.filter(sameStoryline).length, of: cores.length},
		{name: 'storyline pairs together', right: pairs.filter(sameStoryline).length, of: pairs.length},
	];
};
