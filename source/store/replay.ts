import {unmarked} from '../model/article.ts';
import type {ArticleCard, ArticleId} from '../model/article.ts';
import type {Grouping, NewsEvent, Storyline} from '../model/event.ts';
import type {Figure} from '../model/figure.ts';
import type {Derivation} from '../model/library.ts';
import {articlesOf, type Correction, type LogEntry, type SavedComparison, type TrackedQuestion} from '../model/override.ts';
import {shortId} from '../text/hash.ts';
import type {StoredCard} from './data.ts';
import {withArticleFields, withFigureFields} from './fields.ts';
import {correctFigures, correctQuotes} from './replay-facts.ts';

/** Whether a correction is about the card of one article: its values, tags and marks. */
const correctOnce = <Card extends ArticleCard>(card: Card, correction: Correction): Card => {
	if (correction.kind === 'alias') return card.outlet === correction.alias ? {...card, outlet: correction.name} : card;
	if (!('article' in correction) || correction.article !== card.id) return card;
	switch (correction.kind) {
		case 'article': return withArticleFields(card, correction.fields);
		case 'tag': {
			const others = card.tags.filter(tag => tag !== correction.tag);
			return {...card, tags: correction.on ? [...others, correction.tag] : others};
		}
		case 'mark': return {...card, [correction.mark]: correction.on};
		case 'note': return {...card, note: correction.text === '' ? null : correction.text};
		default: return card;
	}
};

/** What entries of the log correct. */
export const correctionsOf = (entries: readonly LogEntry[]): readonly Correction[] => entries.flatMap(({act}) => act.kind === 'correct' ? [act.correction] : []);

/** Where the stages read no figure, each that a person spoke of is one that they added: lists know it, without a look at the words. */
const figuresAdded = ({id, figureCount}: StoredCard, corrections: readonly Correction[]): number => figureCount > 0 ? figureCount
	: new Set(corrections.flatMap(each => each.kind === 'figure' && each.review === 'edited' && each.on.article === id ? [JSON.stringify(each.on)] : [])).size;

const isMarked = <Card extends StoredCard>(card: Card): card is Card & ArticleCard => 'starred' in card;
/** With the marks it has, or with none. Written out: a hundred thousand copies are made at once, and a second record spread over the first costs twice as much. */
const withMarks = <Card extends StoredCard>(card: Card): Card & ArticleCard =>
	isMarked(card) ? card : {...card, starred: unmarked.starred, reviewed: unmarked.reviewed, note: unmarked.note};

/** A card as people corrected and marked it (on top of the marks it has, if any); entries about other things or other articles change nothing. */
export const correctCard = <Card extends StoredCard>(card: Card, entries: readonly LogEntry[]): Card & ArticleCard => {
	const marked = withMarks(card);
	if (entries.length === 0) return marked;
	const corrections = correctionsOf(entries);
	return corrections.reduce<Card & ArticleCard>(correctOnce, {...marked, figureCount: figuresAdded(card, corrections)});
};

const isNamed = (name: string | null, alias: string): boolean => name?.toLowerCase() === alias.toLowerCase();

/** A figure whose printed word is to be read as a measure; one that a person has said something of stays as they left it. */
const measuredAs = (figure: Figure, {word, measure}: Extract<Correction, {kind: 'measure'}>): Figure =>
	figure.review === null && isNamed(figure.measureText, word) ? withFigureFields(figure, {measure}) : figure;

/** What the stages read in one article, with the standing corrections on it, oldest first; and those that found no place. */
export const correctDerivation = (derivation: Derivation, entries: readonly LogEntry[]): {readonly derivation: Derivation; readonly unplaced: readonly LogEntry[]} => {
	const unplaced: LogEntry[] = [];
	let {figures, quotes} = derivation;
	const card = correctCard(derivation.article, entries);
	for (const entry of entries) {
		const correction = entry.act.kind === 'correct' ? entry.act.correction : null;
		if (correction?.kind === 'alias') {
			figures = figures.map(each => isNamed(each.source, correction.alias) ? {...each, source: correction.name} : each);
			quotes = quotes.map(each => isNamed(each.speakerName ?? each.speaker, correction.alias) ? {...each, speakerName: correction.name} : each);
			continue;
		}

		if (correction?.kind === 'measure') {
			if (correction.outlet === null || correction.outlet === card.outlet) figures = figures.map(each => measuredAs(each, correction));
			continue;
		}

		if ((correction?.kind !== 'figure' && correction?.kind !== 'quote') || correction.on.article !== derivation.article.id) continue;
		if (correction.kind === 'figure') {
			const corrected = correctFigures(derivation.article, figures, correction);
			if (corrected === null) unplaced.push(entry);
			else figures = corrected;
		} else {
			const corrected = correctQuotes(derivation.article, quotes, correction);
			if (corrected === null) unplaced.push(entry);
			else quotes = corrected;
		}
	}
	return {derivation: {article: card, figures, quotes}, unplaced};
};

/** Events under the names people gave them. */
export const correctLabels = (events: readonly NewsEvent[], entries: readonly LogEntry[]): readonly NewsEvent[] => {
	const labels = new Map(correctionsOf(entries).flatMap(each => each.kind === 'label' ? [[each.event, each.label] as const] : []));
	return labels.size === 0 ? events : events.map(event => ({...event, label: labels.get(event.id) ?? event.label}));
};

/** The storylines that people made, each of the events that hold its articles; the last one of a label counts. */
const storylinesByHand = (events: readonly NewsEvent[], entries: readonly LogEntry[]): readonly Storyline[] => {
	const made = named(correctionsOf(entries).flatMap(each => each.kind === 'storyline' ? [[each.label, each.articles.length === 0 ? null : new Set(each.articles)] as const] : []));
	return [...made].map(([label, articles]): Storyline => ({
		id: shortId('s', 'by hand', label), label, byHand: true, why: ['by hand'],
		events: events.filter(event => event.articles.some(id => articles.has(id))).map(({id}) => id),
	})).filter(line => line.events.length > 0);
};

/** Events and storylines with the storylines that people made, which come first. */
export const withStorylines = ({events, storylines}: Grouping, entries: readonly LogEntry[]): Grouping => {
	const made = storylinesByHand(events, entries);
	if (made.length === 0) return {events, storylines};
	return {
		events: events.map(event => {
			const own = made.filter(line => line.events.includes(event.id)).map(({id}) => id);
			return own.length === 0 ? event : {...event, storylines: [...own, ...event.storylines]};
		}),
		storylines: [...made, ...storylines],
	};
};

/** The last value that was saved under each name; null takes it away. */
const named = <T>(found: ReadonlyArray<readonly [name: string, value: T | null]>): ReadonlyMap<string, T> => {
	const kept = new Map<string, T>();
	for (const [name, value] of found) {
		if (value === null) kept.delete(name);
		else kept.set(name, value);
	}
	return kept;
};

/** The comparisons that stand saved, by name. */
export const savedComparisons = (entries: readonly LogEntry[]): ReadonlyMap<string, SavedComparison> =>
	named(correctionsOf(entries).flatMap(each => each.kind === 'comparison' ? [[each.name, each.saved] as const] : []));

/** The questions that are followed, by name. */
export const trackedQuestions = (entries: readonly LogEntry[]): ReadonlyMap<string, TrackedQuestion> =>
	named(correctionsOf(entries).flatMap(each => each.kind === 'question' ? [[each.name, each.tracked] as const] : []));

/** The searches that are saved, by name: their queries. */
export const savedSearches = (entries: readonly LogEntry[]): ReadonlyMap<string, string> =>
	named(correctionsOf(entries).flatMap(each => each.kind === 'search' ? [[each.name, each.query] as const] : []));

/** The articles that people took out, by what stands in the log; posts of a live blog go with it, by `parent`. */
export const deletedIds = (entries: readonly LogEntry[], articles: ReadonlyArray<Pick<StoredCard, 'id' | 'parent'>>): ReadonlySet<ArticleId> => {
	const gone = new Set<ArticleId>();
	for (const each of correctionsOf(entries)) {
		if (each.kind !== 'delete') continue;
		if (each.on) gone.add(each.article);
		else gone.delete(each.article);
	}
	if (gone.size === 0) return gone;
	for (const {id, parent} of articles) {
		if (parent !== null && gone.has(parent)) gone.add(id);
	}
	return gone;
};

/** Whether the article or event that a correction is about is not there at all. */
export const isAstray = (correction: Correction, articles: ReadonlySet<ArticleId>, events: ReadonlySet<string>): boolean =>
	correction.kind === 'label' ? !events.has(correction.event) : articlesOf(correction).some(id => !articles.has(id));
