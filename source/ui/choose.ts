import type {ArticleCard} from '../model/article.ts';
import type {State} from './state.ts';
import {viewOf} from './state.ts';
import type {World} from './world.ts';

/** An article that may be set beside the others; `here`: it is told of in the same event. */
export type Choice = {readonly card: ArticleCard; readonly here: boolean};

/** Articles that a query leaves, of the event first, then of the whole library; newest first. */
export const choices = (state: State, query: string, world: World): readonly Choice[] => {
	const view = viewOf(state);
	if (view.kind !== 'compare') return [];
	const taken = new Set(view.ids);
	const {entries, order} = world.data;
	const event = entries.find(entry => view.ids.every(id => entry.articles.some(card => card.id === id)));
	const near = new Set((event?.articles ?? []).map(card => card.id));
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	const fits = (card: ArticleCard): boolean => words.every(word => `${card.headline ?? ''} ${card.outlet ?? ''}`.toLowerCase().includes(word));
	const found = order.filter(card => !taken.has(card.id) && fits(card)).map(card => ({card, here: near.has(card.id)}));
	return [...found.filter(({here}) => here), ...found.filter(({here}) => !here)];
};
