import {type ArticleCard, type ArticleId, outletKey} from '../model/article.ts';
import type {ComparisonView} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import type {DeckData} from './session/load.ts';
import type {Row} from './paint/row.ts';
import type {ListingState} from './state.ts';
import {symbols} from './paint/theme.ts';
import {searchItems} from './search-listings.ts';
import {questionItems, reviewItems, type Watched} from './watch-listings.ts';
import {count, headlineWords, publishedWords, thousands} from './words/words.ts';

/** A line of a listing: what it is, a few facts, what stands at the right, and the articles behind it. */
export type ListingItem = {
	readonly title: string;
	/** The title as it looks; default plain. */
	readonly runs?: Row;
	readonly known: boolean;
	readonly facts: string;
	readonly right: string;
	readonly articles: readonly ArticleId[];
	/** How they are compared. */
	readonly view?: ComparisonView;
	/** A section begins with this line. */
	readonly head?: {readonly label: string; readonly count: string};
	/** The figure it is about. */
	readonly figure?: Figure;
	readonly watched?: Watched;
};

/** A listing of any length: items are made when they are asked for. `counts`: what the masthead says of it; `sections`: some lines begin one. */
export type Listing = {readonly title: string; readonly counts: readonly string[]; readonly length: number; readonly sections: boolean; at(index: number): ListingItem | undefined};

const signs = (card: ArticleCard): string => [card.starred ? ` ${symbols.starred}` : '', card.reviewed ? ` ${symbols.checked}` : '', card.note === null ? '' : ` ${symbols.noted}`].join('');

const ofArticle = (card: ArticleCard): ListingItem => ({
	title: headlineWords(card).text, known: card.headline !== null,
	facts: `${card.outlet ?? 'outlet unknown'}${card.outletBasis === 'inferred' ? '°' : ''}${signs(card)}${card.tags.length > 0 ? `  ${card.tags.join(' ')}` : ''}`, right: publishedWords(card.published), articles: [card.id],
});

const articles = (cards: readonly ArticleCard[], title: string): Listing => ({
	title, counts: [count(cards.length, 'article')], length: cards.length, sections: false,
	at: index => {
		const card = cards[index];
		return card && ofArticle(card);
	},
});

const figuresIn = (cards: readonly ArticleCard[]): string => {
	const figures = cards.reduce((sum, card) => sum + card.figureCount, 0);
	return figures === 0 ? 'no figures' : count(figures, 'figure');
};

/** Outlets by how many articles they have; pages that name none come last, together. */
const outletsOf = (data: DeckData): readonly ListingItem[] => [...Map.groupBy(data.order, card => card.outlet === null ? null : outletKey(card.outlet)).values()].map(cards => [cards[0]?.outlet ?? null, cards] as const)
	.sort(([a, mine], [b, others]) => Number(a === null) - Number(b === null) || others.length - mine.length || ((a ?? '') < (b ?? '') ? -1 : 1))
	.map(([outlet, cards]) => ({
		title: outlet ?? 'outlet unknown', known: outlet !== null,
		facts: `${count(cards.length, 'article')}  ${figuresIn(cards)}`,
		right: publishedWords(cards.find(card => card.published !== null)?.published ?? null), articles: cards.map(card => card.id),
	}));

/** Saved comparisons by name, each with what it sets side by side. */
const savedOf = (data: DeckData): readonly ListingItem[] => [...data.saved].map(([name, saved]) => ({
	title: name, known: true, facts: saved.notes === '' ? count(saved.articles.length, 'article') : saved.notes, right: saved.view, articles: saved.articles.filter(id => data.cards.has(id)), view: saved.view,
}));

const listOf = (items: readonly ListingItem[], title: string, noun: string): Listing =>
	({title, counts: [count(items.filter(({known}) => known).length, noun)], length: items.length, sections: false, at: index => items[index]});

const reviewOf = (data: DeckData): Listing => {
	const items = reviewItems(data);
	const {queue} = data.found;
	const open = queue?.doubts.filter(({figure}) => figure.review === null).length ?? 0;
	return {
		title: 'Review', length: items.length, sections: true, at: index => items[index],
		counts: queue === null ? [] : [...(queue.unplaced.length === 0 ? [] : [`${thousands(queue.unplaced.length)} without a place`]), `${thousands(open)} to check`, ...(queue.audit === null ? [] : [`audit ${thousands(queue.audit.checked)} of ${thousands(queue.audit.drawn)}`])],
	};
};

const kept = new WeakMap<DeckData, Map<string, Listing>>();

/** What a listing shows; made once for the same data. */
export const listingOf = (data: DeckData, {of}: ListingState): Listing => {
	const known = kept.get(data) ?? new Map<string, Listing>();
	kept.set(data, known);
	const key = JSON.stringify(of);
	const listing = known.get(key) ?? make(data, of);
	known.set(key, listing);
	return listing;
};

const make = (data: DeckData, of: ListingState['of']): Listing => {
	switch (of.kind) {
		case 'articles': return articles(data.order, 'Articles');
		case 'outlets': return listOf(outletsOf(data), 'Outlets', 'outlet');
		case 'starred': return articles(data.order.filter(card => card.starred), 'Starred');
		case 'saved': return listOf(savedOf(data), 'Saved comparisons', 'comparison');
		case 'review': return reviewOf(data);
		case 'searches': return {...listOf(searchItems(data), 'Searches', 'search'), counts: [count(data.searches.size, 'saved', 'saved')], sections: true};
		case 'questions': return listOf(questionItems(data), 'Questions', 'question');
		case 'some': return articles(of.articles.flatMap(id => data.cards.get(id) ?? []), of.title);
	}
};
