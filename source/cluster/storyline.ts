import type {EventId, Storyline} from '../model/event.ts';
import {shortId} from '../text/hash.ts';
import type {Counted} from './news.ts';
import {heaviestPlaces} from './heaviest-places.ts';
import type {Space, Vector} from './likeness.ts';
import {keysOf, questionKey, subjectOf, valueKey} from './questions.ts';
import type {Step} from './step.ts';
import type {Shelf} from './shelf.ts';
import {EVENTS, storylineLabel} from './storyline-label.ts';
import {storylineGroups, type Node} from './storyline-links.ts';
import {sumOf, type Sum} from './sums.ts';
import {heaviest, sharedTerms} from './why.ts';

/** An event as far as it is known before its storylines: `group` holds article numbers, `mean` is that of their vectors. */
export type Draft = {readonly id: EventId; readonly label: string; readonly group: readonly number[]; readonly mean: Vector};

/** What an article's figures ask and answer (questions.ts), each once. */
export type Asked = {readonly questions: readonly string[]; readonly values: readonly string[]};
export const askedIn = (figures: readonly Counted[]): Asked => ({questions: [...keysOf(figures, questionKey)], values: [...keysOf(figures, valueKey)]});

/** Features kept of a mean: of many articles it would have thousands, nearly all of them next to nothing. */
const KEPT = 150;

/**
 * A figure's question tells in full where no more than one text in a thousand has the words of its subject together: "North Korean"
 * troops are a story, "Russian" ones could be any.
 */
const SPECIFIC = Math.log(1000);

/** The mean of so many vectors that add up to this: its product with another mean is the average likeness over all pairs of articles. */
export const meanOf = ({terms, weights}: Sum, count: number): Vector => {
	const places = heaviestPlaces(weights, KEPT);
	return {terms: places.map(place => terms[place] ?? 0), weights: Float32Array.from(places, place => (weights[place] ?? 0) / count)};
};

/** What the articles of an event ask or answer, each once; of one article, what is kept of it already. */
const together = (lists: ReadonlyArray<readonly string[]>): readonly string[] => lists.length === 1 ? lists[0] ?? [] : [...new Set(lists.flat())];

const nodeOf = ({group, mean}: Draft, articles: readonly Asked[]): Node => {
	const asked = group.flatMap(index => articles[index] ?? []);
	return {vector: mean, questions: together(asked.map(each => each.questions)), values: together(asked.map(each => each.values))};
};

const readable = (key: string): string => key.split('|')[0] ?? key;

/** Why the events hang together: the measures they both count, then the words they share. */
const whyOf = (group: readonly number[], sum: Sum, nodes: readonly Node[], drafts: readonly Draft[], {at}: Shelf, space: Space): string[] => {
	const members = group.flatMap(index => nodes[index] ?? []);
	const counts = new Map<string, number>();
	for (const key of members.flatMap(member => member.questions)) counts.set(key, (counts.get(key) ?? 0) + 1);
	const measures = new Set([...counts].filter(([, count]) => count > 1).map(([key]) => readable(key)));
	const [first] = members;
	const article = at(drafts[group[0] ?? 0]?.group[0] ?? 0);
	if (first === undefined || article === undefined) return [];
	const terms = heaviest(sharedTerms(first.vector, sum), article, space.nameOf);
	return [...[...measures].sort().map(measure => `figures: ${measure}`), ...terms];
};

/** Whose losses at least half of the events count, each as the stems of a subject: "korean north". */
const lossesIn = (nodes: readonly Node[]): ReadonlySet<string> => {
	const counted = nodes.flatMap(node => node.questions.filter(key => key.startsWith('losses|')));
	return new Set(counted.length * 2 >= nodes.length ? counted.map(key => key.slice('losses|'.length)) : []);
};

/** How much each term weighs in the storyline as a whole. */
const weightsOf = (sum: Sum, events: number, space: Space): ReadonlyMap<string, number> => {
	const mean = meanOf(sum, events);
	const weights = new Map<string, number>();
	for (const [index, term] of mean.terms.entries()) weights.set(space.nameOf(term), (weights.get(space.nameOf(term)) ?? 0) + (mean.weights[index] ?? 0));
	return weights;
};

/** The stored storyline that a found one goes on as: the one that shares most events with it, and more than half of its own. */
const earlierOf = (events: readonly EventId[], storedOf: ReadonlyMap<EventId, readonly Storyline[]>, taken: ReadonlySet<string>): Storyline | undefined => {
	const shared = new Map<Storyline, number>();
	for (const storyline of events.flatMap(id => storedOf.get(id) ?? [])) shared.set(storyline, (shared.get(storyline) ?? 0) + 1);
	return [...shared].filter(([storyline, count]) => !taken.has(storyline.id) && count * 2 > storyline.events.length)
		.sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1))[0]?.[0];
};

/**
 * Storylines over events: average link at a looser threshold than events, without regard to time; figures of the same measure
 * and subject pull events together. A storyline has at least two events; an event can be in several, or in none.
 */
export const storylinesOf = (drafts: readonly Draft[], asked: readonly Asked[], articles: Shelf, space: Space, stored: readonly Storyline[], step: Step): Storyline[] => {
	const nodes = drafts.map((draft, index) => {
		step(index);
		return nodeOf(draft, asked);
	});
	const groups = storylineGroups(nodes, space.features, question => Math.min(1, space.rarityOf(subjectOf(question)) / SPECIFIC), step);
	const storedOf = new Map<EventId, Storyline[]>();
	for (const storyline of stored) for (const event of storyline.events) storedOf.set(event, [...storedOf.get(event) ?? [], storyline]);
	const taken = new Set<string>();
	return groups.map((group, index): Storyline => {
		step(index);
		const members = group.flatMap(index => drafts[index] ?? []);
		const inside = group.flatMap(index => nodes[index] ?? []);
		const events = members.map(member => member.id);
		const earlier = earlierOf(events, storedOf, taken);
		const id = earlier?.id ?? shortId('s', ...events.toSorted().slice(0, 1));
		taken.add(id);
		const sum = sumOf(inside.map(node => node.vector));
		const read = members.slice(0, EVENTS).map(member => member.group.flatMap(index => articles.at(index) ?? []));
		const label = earlier?.label ?? storylineLabel(read, members.map(member => member.label), weightsOf(sum, inside.length, space), lossesIn(inside), members.map(member => member.group.length));
		return {id, label, events, why: whyOf(group, sum, nodes, drafts, articles, space)};
	});
};
