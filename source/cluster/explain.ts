import type {ArticleId} from '../model/article.ts';
import type {Explanation, NewsEvent} from '../model/event.ts';
import type {Background} from './background.ts';
import {closenessOf} from './closeness.ts';
import type {Clusterable} from './news.ts';
import {spaceOf} from './likeness.ts';
import {nearestOf} from './nearness.ts';
import {inOrder} from './order.ts';
import {phasesOf, type Progress} from './step.ts';
import {whenOf} from './time.ts';
import {groupOf, whyTogether} from './why.ts';

const rounded = (likeness: number): number => Math.round(likeness * 1000) / 1000;

/**
 * Why each article is in its event: what it shares with the others of it, how alike it is to them, and which other event is the
 * next. `articles` are those of the whole library: how rare a word is depends on them all.
 */
export const explain = (input: {readonly articles: readonly Clusterable[]; readonly events: readonly NewsEvent[]; readonly background: Background; readonly step?: Progress}): ReadonlyMap<ArticleId, Explanation> => {
	const entries = inOrder(input.articles);
	const articles = entries.map(entry => entry.article);
	const phase = phasesOf(input.step, 4, articles.length);
	const space = {...spaceOf(articles, input.background, phase), times: entries.map(entry => whenOf(entry.article, entry.figures))};
	const {neighbours} = nearestOf(space, phase(2));
	const numbers = new Map(articles.map((article, index) => [article.id, index]));
	const groups = input.events.map(event => event.articles.flatMap(id => numbers.get(id) ?? []));
	const closeness = closenessOf(groups, neighbours);
	const step = phase(3);
	return new Map(groups.flatMap((group, index) => {
		step(index);
		return whyTogether(groupOf(group, space), articles, space, item => closeness(item).own).map((why): [ArticleId, Explanation] => {
			const {next} = closeness(numbers.get(why.article) ?? 0);
			const event = next === null ? undefined : input.events[next.group];
			return [why.article, {
				...why,
				names: why.terms.filter(term => /^\p{Lu}/u.test(term)),
				figures: why.terms.filter(term => /^\p{N}/u.test(term)),
				next: next === null || event === undefined ? null : {event: event.id, label: event.label, likeness: rounded(next.likeness)},
			}];
		});
	}));
};
