import type {ArticleCard, ArticleId} from '../model/article.ts';
import type {News} from './news.ts';
import type {EventId, Grouping, NewsEvent} from '../model/event.ts';
import type {Background} from './background.ts';
import type {Clusterable} from './news.ts';
import {joiner, type Joining} from './joining.ts';
import {eventLabel} from './label.ts';
import {spaceOf} from './likeness.ts';
import type {NewsIndex} from './news-index.ts';
import {inOrder} from './order.ts';
import {casesIn} from './sentence-case.ts';
import {eventIdOf} from './starting.ts';
import {groupOf} from './why.ts';

/** Stands for the event of what is no longer in the library: nothing joins it. */
const GONE = '';

/** An index of how a library was, set against how it is. */
export type Brought = {readonly index: NewsIndex; /** Articles that the index does not know, or knows otherwise. */ readonly unknown: readonly ArticleId[]; /** How many it knows that are no longer so. */ readonly gone: number};

/** Gives each article of an index the event it is in now. `hashes`: what the indexed articles said, by their place. */
export const broughtUpToDate = (index: NewsIndex, hashes: readonly string[], cards: readonly ArticleCard[], events: readonly NewsEvent[]): Brought => {
	const now = new Map(cards.map(card => [card.id, card.contentHash]));
	const home = new Map(events.flatMap((event, place) => event.articles.map(id => [id, place + 1] as const)));
	const same = index.articles.map((id, place) => now.get(id) === hashes[place] && home.has(id));
	const known = new Set(index.articles.filter((_, place) => same[place] === true));
	return {
		index: {...index, events: [GONE, ...events.map(({id}) => id)], eventOf: Int32Array.from(index.articles, (id, place) => same[place] === true ? home.get(id) ?? 0 : 0)},
		unknown: [...home.keys()].filter(id => now.has(id) && !known.has(id)),
		gone: same.filter(is => !is).length,
	};
};

/** The label of an event by its articles alone. */
export const labelAlone = (articles: readonly News[], background: Background): string => {
	const space = spaceOf(articles, background);
	return eventLabel(groupOf([...articles.keys()], space), articles, space, casesIn(articles));
};

/**
 * The grouping with newcomers in it, each in the nearest event that is near enough or in one of its own, without a look at the other articles. For the
 * time being: storylines stay as they are, and `regroup` groups anew. `others`: articles that the index lacks, which are in events already.
 */
export const joinNews = ({brought, others, newcomers, grouping, background}: {
	readonly brought: Brought; readonly others: readonly Clusterable[]; readonly newcomers: readonly Clusterable[]; readonly grouping: Grouping; readonly background: Background;
}): Grouping => {
	const ready = joiner(brought.index, background);
	const home = new Map(grouping.events.flatMap(({id, articles}) => articles.map(article => [article, id] as const)));
	for (const entry of others) ready.add(entry, home.get(entry.article.id) ?? GONE);
	const joined = new Map<EventId, Array<{readonly entry: Clusterable; readonly joining: Joining}>>();
	const taken = new Set(grouping.events.map(({id}) => id));
	for (const entry of inOrder(newcomers)) {
		const joining = ready.join(entry);
		const own = eventIdOf(entry.article.id);
		const event = joining.event !== null && joining.event !== GONE ? joining.event : taken.has(own) ? eventIdOf(`${entry.article.id} anew`) : own;
		ready.add(entry, event);
		joined.set(event, [...joined.get(event) ?? [], {entry, joining}]);
	}

	const whyOf = (news: ReadonlyArray<{readonly entry: Clusterable; readonly joining: Joining}>) => news.map(({entry, joining}) => ({article: entry.article.id, terms: [], likeness: joining.likeness}));
	const grown = grouping.events.map((event): NewsEvent => {
		const news = joined.get(event.id);
		return news === undefined ? event : {...event, articles: [...event.articles, ...news.map(({entry}) => entry.article.id)], why: [...event.why, ...whyOf(news)]};
	});
	const founded = [...joined].filter(([id]) => !taken.has(id)).map(([id, news]): NewsEvent => {
		const articles = news.map(({entry}) => entry.article);
		return {id, label: labelAlone(articles, background), storylines: [], articles: articles.map(article => article.id), why: whyOf(news)};
	});
	return {events: [...grown, ...founded], storylines: grouping.storylines};
};
