import type {EventId} from '../model/event.ts';
import type {Background} from './background.ts';
import type {Clusterable} from './news.ts';
import {lexicon} from './lexicon.ts';
import type {Vector} from './likeness.ts';
import {burdenOf, FLOOR} from './nearness.ts';
import {PARTS, searcher} from './neighbours.ts';
import type {NewsIndex} from './news-index.ts';
import {rarityOver, type Rarity} from './rarity.ts';
import {termReader} from './terms.ts';
import {timeFactor, unknownFactor, whenOf, type When} from './time.ts';
import {weigher} from './weighing.ts';

/** Where a newcomer belongs: the nearest event that is near enough, else null; how alike it is to it on average, 0 to 1. */
export type Joining = {readonly event: EventId | null; readonly likeness: number};

/** Joins newcomers to the events of an index, one after the other. */
export type Joiner = {
	/** The event for an article; asks only, changes nothing. */
	readonly join: (entry: Clusterable) => Joining;
	/** From now on the article is a member of the event, which may be a new one; those that come after it can join it. */
	readonly add: (entry: Clusterable, event: EventId) => void;
};

/** As in a library grouped as a whole: a language of its own counts its own articles. */
const OWN_LANGUAGE = 4;

type Newcomer = {readonly vector: Vector; readonly when: When; readonly burden: number};
type Found = {readonly item: number; readonly event: number; readonly likeness: number};

/** Makes an index ready: a second or two for 100,000 articles, then some milliseconds for each newcomer. */
export const joiner = (index: NewsIndex, background: Background): Joiner => {
	const known = lexicon();
	for (const [term, left] of index.lefts.entries()) {
		if (left < 0) known.stemmed(index.stems[index.rights[term] ?? 0] ?? '');
		else known.pair(left, index.rights[term] ?? 0);
	}

	const read = termReader(known);
	const weigh = weigher();
	const count = (term: number): number => index.counts[term] ?? 0;
	const general = rarityOver({documents: index.documents, count}, known, background);
	const rarities = new Map<string, Rarity>(Object.entries(index.languages).filter(([language, articles]) => language !== '' && !language.startsWith('en') && articles >= OWN_LANGUAGE)
		.map(([language, articles]) => [language, rarityOver({documents: articles, count}, known, null)]));
	const vectors = index.articles.map((_, item): Vector => ({terms: index.features.subarray(index.starts[item], index.starts[item + 1]), weights: index.weights.subarray(index.starts[item], index.starts[item + 1])}));
	const {near} = searcher(vectors, index.counts.length * 2);

	const unknown = unknownFactor(index.times);
	const events = [...index.events];
	const places = new Map(events.map((event, place) => [event, place]));
	const sizes = events.map(() => 0);
	const burdens = events.map(() => 0);
	const enter = (event: number, burden: number): void => {
		sizes[event] = (sizes[event] ?? 0) + 1;
		burdens[event] = (burdens[event] ?? 0) + burden;
	};

	for (const [item, event] of index.eventOf.entries()) enter(event, index.burdens[item] ?? 0);
	const added: Array<Newcomer & {readonly event: number}> = [];

	const found = (entry: Clusterable): {readonly newcomer: Newcomer; readonly near: readonly Found[]} => {
		const terms = read(entry.article);
		const weighed = weigh(terms, rarities.get(entry.article.language ?? '') ?? general);
		const entries = Array.from({length: weighed.length}, (_, place) => [(weighed.terms[place] ?? 0) * 2 + (weighed.inHeadline[place] ?? 0), weighed.weights[place] ?? 0] as const).sort((a, b) => a[0] - b[0]);
		const vectorOf = (some: typeof entries): Vector => ({terms: Int32Array.from(some, ([feature]) => feature), weights: Float32Array.from(some, ([, weight]) => weight)});
		const vector = vectorOf(entries);
		const when = whenOf(entry.article, entry.figures);
		// Words that the index does not know are in no vector of it; newcomers can share them.
		const inIndex = near(vectorOf(entries.filter(([feature]) => feature < index.counts.length * 2)));
		const own = new Map(entries);
		const among: Found[] = [
			...inIndex.map(({item, cosine}) => ({item, event: index.eventOf[item] ?? 0, likeness: cosine * timeFactor(when, index.times[item] ?? when, unknown)})),
			...added.map((other, place) => ({
				item: vectors.length + place, event: other.event,
				likeness: timeFactor(when, other.when, unknown) * other.vector.terms.reduce((sum, feature, at) => sum + (own.get(feature) ?? 0) * (other.vector.weights[at] ?? 0), 0),
			})),
		].filter(({likeness}) => likeness >= FLOOR);
		const burden = burdenOf(among.map(({likeness}) => likeness).sort((a, b) => b - a), terms.words, vectors.length + added.length, !rarities.has(entry.article.language ?? '')) * PARTS;
		return {newcomer: {vector, when, burden}, near: among};
	};

	return {
		join(entry) {
			const {newcomer, near: among} = found(entry);
			const sums = new Map<number, number>();
			for (const {event, likeness} of among) sums.set(event, (sums.get(event) ?? 0) + likeness);
			let best: {event: number; likeness: number; worth: number} | null = null;
			for (const [event, sum] of sums) {
				const likeness = sum / (sizes[event] ?? 1);
				const worth = likeness - (newcomer.burden + (burdens[event] ?? 0) / (sizes[event] ?? 1)) / 2 / PARTS;
				if (worth >= index.threshold && (best === null || worth > best.worth)) best = {event, likeness, worth};
			}

			return best === null ? {event: null, likeness: 0} : {event: events[best.event] ?? null, likeness: Math.round(best.likeness * 1000) / 1000};
		},
		add(entry, event) {
			const {newcomer} = found(entry);
			const place = places.get(event) ?? events.push(event) - 1;
			places.set(event, place);
			enter(place, newcomer.burden);
			added.push({...newcomer, event: place});
		},
	};
};

/** Where one article belongs. Of several, ask one `joiner`: making it ready is most of the work. */
export const join = (index: NewsIndex, entry: Clusterable, background: Background): Joining => joiner(index, background).join(entry);
