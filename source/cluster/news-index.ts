import type {ArticleId} from '../model/article.ts';
import type {EventId, NewsEvent} from '../model/event.ts';
import type {Background} from './background.ts';
import type {Clusterable} from './news.ts';
import {spaceOf} from './likeness.ts';
import {nearestOf, thresholdFor} from './nearness.ts';
import {inOrder} from './order.ts';
import {phasesOf, type Progress} from './step.ts';
import {whenOf, type When} from './time.ts';

/**
 * What is kept of grouped articles so that one more can join them without reading them again: their vectors, their events and
 * how common each term is. A cache: it can be made from the library at any time, and a damaged or outdated one is no loss.
 */
export type NewsIndex = {
	/** How many articles, by language ("" where it is not known), and in all. */
	readonly documents: number;
	readonly languages: Readonly<Record<string, number>>;
	/** How alike the articles of one event are, at least. */
	readonly threshold: number;
	/** Stems, and for each term its word or (`lefts` not -1) the terms of a pair; in how many articles it stands. */
	readonly stems: readonly string[];
	readonly lefts: Int32Array;
	readonly rights: Int32Array;
	readonly counts: Int32Array;
	/** Vectors: those of article i stand from `starts[i]` up to `starts[i + 1]`. */
	readonly starts: Int32Array;
	readonly features: Int32Array;
	readonly weights: Float32Array;
	readonly articles: readonly ArticleId[];
	readonly times: readonly When[];
	/** What is taken off each article's likenesses, in `PARTS`. */
	readonly burdens: Int32Array;
	/** Each article's event, by its place in `events`. */
	readonly eventOf: Int32Array;
	readonly events: readonly EventId[];
};

/** The index of a library that is grouped. An article that no event names is left out. */
export const indexOf = (input: {readonly articles: readonly Clusterable[]; readonly events: readonly NewsEvent[]; readonly background: Background; readonly step?: Progress}): NewsIndex => {
	const home = new Map(input.events.flatMap((event, index) => event.articles.map(article => [article, index] as const)));
	const entries = inOrder(input.articles).filter(({article}) => home.has(article.id));
	const articles = entries.map(entry => entry.article);
	const phase = phasesOf(input.step, 3, articles.length);
	const space = {...spaceOf(articles, input.background, phase), times: entries.map(entry => whenOf(entry.article, entry.figures))};
	const {burden} = nearestOf(space, phase(2));
	const {lexicon, numbers, counts} = space.terms;
	const place = new Map([...numbers].map((term, index) => [term, index] as const));
	const stems: string[] = [];
	const [lefts, rights] = [new Int32Array(numbers.length).fill(-1), new Int32Array(numbers.length)];
	for (const [index, term] of numbers.entries()) {
		// Both words of a pair that two articles have stand in two articles too.
		const words = lexicon.wordsOf(term);
		if (words === null) rights[index] = stems.push(lexicon.nameOf(term)) - 1;
		else [lefts[index], rights[index]] = [place.get(words[0]) ?? 0, place.get(words[1]) ?? 0];
	}

	const starts = new Int32Array(articles.length + 1);
	for (const [index, vector] of space.vectors.entries()) starts[index + 1] = (starts[index] ?? 0) + vector.terms.length;
	const features = new Int32Array(starts.at(-1) ?? 0);
	const weights = new Float32Array(features.length);
	for (const [index, vector] of space.vectors.entries()) {
		features.set(vector.terms, starts[index]);
		weights.set(vector.weights, starts[index]);
	}

	const languages: Record<string, number> = {};
	for (const {language} of articles) languages[language ?? ''] = (languages[language ?? ''] ?? 0) + 1;
	return {
		documents: articles.length, languages, threshold: thresholdFor(articles.length, input.events.filter(event => event.articles.length === 1).length), stems, lefts, rights, counts, starts, features, weights,
		articles: articles.map(article => article.id), times: space.times, burdens: burden,
		eventOf: Int32Array.from(articles, article => home.get(article.id) ?? 0), events: input.events.map(event => event.id),
	};
};
