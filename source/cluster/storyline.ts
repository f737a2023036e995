import type {EventId, Storyline} from '../model/event.ts';
import {shortId} from '../text/hash.ts';
import type {Clusterable} from './cluster.ts';
import type {Space, Vector} from './likeness.ts';
import {forEachRow} from './neighbours.ts';
import {partition} from './partition.ts';
import {common, keysOf, questionKey, valueKey} from './questions.ts';
import {storylineLabel} from './storyline-label.ts';
import {printedForms, heaviest, sharedTerms} from './why.ts';

/** An event as far as it is known before its storylines: `group` holds article numbers. */
export type Draft = {readonly id: EventId; readonly label: string; readonly group: readonly number[]};

/** Events of one storyline are on average at least so alike; time does not count, for a story goes on for months. */
const THRESHOLD = 0.15;
/** What figures add to the likeness of two events: of one measure and subject, or of one measure and value. */
const SAME_QUESTION = 0.15;
const SAME_VALUE = 0.05;
/** An event belongs to a second storyline where it is this much alike to all of its events on average. */
const ALSO = 0.2;

type Node = {readonly vector: Vector; readonly questions: ReadonlySet<string>; readonly values: ReadonlySet<string>};

/** The mean of some vectors: its product with another mean is the average likeness over all pairs of articles. */
const meanOf = (vectors: readonly Vector[]): Vector => {
	const sums = new Map<number, number>();
	for (const {terms, weights} of vectors) for (const [index, term] of terms.entries()) sums.set(term, (sums.get(term) ?? 0) + (weights[index] ?? 0) / vectors.length);
	const entries = [...sums].sort((a, b) => a[0] - b[0]);
	return {terms: Int32Array.from(entries, entry => entry[0]), weights: Float64Array.from(entries, entry => entry[1])};
};

const nodeOf = (draft: Draft, entries: readonly Clusterable[], space: Space): Node => {
	const figures = draft.group.flatMap(index => entries[index]?.figures ?? []);
	return {vector: meanOf(draft.group.flatMap(index => space.vectors[index] ?? [])), questions: keysOf(figures, questionKey), values: keysOf(figures, valueKey)};
};

/** Pairs of numbers whose sets have a key in common, as `left * count + right` with the smaller number left. */
const sharing = (sets: ReadonlyArray<ReadonlySet<string>>): ReadonlySet<number> => {
	const carriers = new Map<string, number[]>();
	for (const [index, keys] of sets.entries()) for (const key of keys) carriers.set(key, [...carriers.get(key) ?? [], index]);
	const pairs = new Set<number>();
	// What very many events count (dollars for aid) tells nothing of any two of them.
	for (const list of carriers.values()) if (list.length <= 100) for (const [at, right] of list.entries()) for (const left of list.slice(0, at)) pairs.add(left * sets.length + right);
	return pairs;
};

/** What the likeness of two events is worth: more where their figures answer one question. */
const worthBetween = (nodes: readonly Node[]): ((left: number, right: number, likeness: number) => number) => {
	const questions = sharing(nodes.map(node => node.questions));
	const values = sharing(nodes.map(node => node.values));
	return (left, right, likeness) => {
		const pair = Math.min(left, right) * nodes.length + Math.max(left, right);
		return likeness + (questions.has(pair) ? SAME_QUESTION : values.has(pair) ? SAME_VALUE : 0);
	};
};

/** Adds to each group the events of other groups that are alike to all of it: a summit can belong to a war and to a trade dispute. */
const withGuests = (groups: ReadonlyArray<readonly number[]>, nodes: readonly Node[]): number[][] => {
	const members = groups.flat();
	const vectors = members.flatMap(member => nodes[member]?.vector ?? []);
	const found = groups.map(group => [...group]);
	const means = groups.map(group => meanOf(group.flatMap(member => nodes[member]?.vector ?? [])));
	forEachRow([...vectors, ...means], (item, row) => {
		const group = item < members.length ? undefined : found[item - members.length];
		if (group === undefined) return;
		const own = new Set(group);
		for (const [index, member] of members.entries()) if (!own.has(member) && (row[index] ?? 0) >= ALSO) group.push(member);
	});
	return found.map(group => group.sort((a, b) => a - b));
};

const readable = (key: string): string => key.split('|')[0] ?? key;

/** Why the events hang together: the measures they both count, then the words they share. */
const whyOf = (group: readonly number[], nodes: readonly Node[], drafts: readonly Draft[], entries: readonly Clusterable[], space: Space): string[] => {
	const members = group.flatMap(index => nodes[index] ?? []);
	const measures = new Set(members.flatMap((left, index) => members.slice(index + 1).flatMap(right => common(left.questions, right.questions).map(readable))));
	const [first, ...others] = members;
	const article = entries[drafts[group[0] ?? 0]?.group[0] ?? 0]?.article;
	if (first === undefined || article === undefined) return [];
	const terms = heaviest(sharedTerms(first.vector, others.map(node => node.vector), space.names), printedForms(article));
	return [...[...measures].sort().map(measure => `figures: ${measure}`), ...terms];
};

/** Whose losses at least half of the events count, each as the stems of a subject: "korean north". */
const lossesIn = (nodes: readonly Node[]): ReadonlySet<string> => {
	const counted = nodes.flatMap(node => [...node.questions].filter(key => key.startsWith('losses|')));
	return new Set(counted.length * 2 >= nodes.length ? counted.map(key => key.slice('losses|'.length)) : []);
};

/** How much each term weighs in the storyline as a whole. */
const weightsOf = (nodes: readonly Node[], space: Space): ReadonlyMap<string, number> => {
	const mean = meanOf(nodes.map(node => node.vector));
	const weights = new Map<string, number>();
	for (const [index, term] of mean.terms.entries()) weights.set(space.names[term] ?? '', (weights.get(space.names[term] ?? '') ?? 0) + (mean.weights[index] ?? 0));
	return weights;
};

/** The stored storyline that a found one goes on as: the one that shares most events with it, and more than half of its own. */
const earlierOf = (events: readonly EventId[], stored: readonly Storyline[], taken: ReadonlySet<string>): Storyline | undefined => stored
	.filter(storyline => !taken.has(storyline.id))
	.map(storyline => ({storyline, shared: storyline.events.filter(id => events.includes(id)).length}))
	.filter(({storyline, shared}) => shared * 2 > storyline.events.length)
	.sort((a, b) => b.shared - a.shared || (a.storyline.id < b.storyline.id ? -1 : 1))[0]?.storyline;

/**
 * Storylines over events: average link at a looser threshold than events, without regard to time; figures of the same measure
 * and subject pull events together. A storyline has at least two events; an event can be in several, or in none.
 */
export const storylinesOf = (drafts: readonly Draft[], entries: readonly Clusterable[], space: Space, stored: readonly Storyline[]): Storyline[] => {
	const nodes = drafts.map(draft => nodeOf(draft, entries, space));
	const groups = partition({vectors: nodes.map(node => node.vector), groups: drafts.map((_, index) => [index]), worth: worthBetween(nodes), floor: THRESHOLD - SAME_QUESTION, threshold: THRESHOLD});
	const taken = new Set<string>();
	return withGuests(groups.filter(group => group.length > 1), nodes).map((group): Storyline => {
		const members = group.flatMap(index => drafts[index] ?? []);
		const events = members.map(member => member.id);
		const earlier = earlierOf(events, stored, taken);
		const id = earlier?.id ?? shortId('s', ...events.toSorted().slice(0, 1));
		taken.add(id);
		const articles = members.map(member => member.group.flatMap(index => entries[index]?.article ?? []));
		return {id, label: earlier?.label ?? storylineLabel(articles, members.map(member => member.label), weightsOf(group.flatMap(index => nodes[index] ?? []), space), lossesIn(group.flatMap(index => nodes[index] ?? []))), events, why: whyOf(group, nodes, drafts, entries, space)};
	});
};
