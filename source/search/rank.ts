import Fuse from 'fuse.js';
import {entryOf, fieldOf, HEADLINE_FIELD, OUTLET_FIELD, type SearchEntry, type SearchIndex} from './search-index.ts';
import type {WordRange} from './vocabulary.ts';

/** The headline says what an article is about; a word of the body may be there by chance. */
const HEADLINE_WEIGHT = 10;
const OUTLET_WEIGHT = 4;
const TEXT_WEIGHT = 2;
/** A word that only begins like the typed one, and a word that was only likely meant. */
const PREFIX_WEIGHT = 0.6;
/** Fuse looks at the best by words alone: over a whole library it takes a second a keystroke. */
const FUSE_ROOM = 200;
const FUSE_WEIGHT = 3;

const weightOf = (field: number): number => (field === HEADLINE_FIELD ? HEADLINE_WEIGHT : field === OUTLET_FIELD ? OUTLET_WEIGHT : TEXT_WEIGHT);

/** Per entry: how well it has one of the words, 0 where it has none. Rare words weigh more (inverse document frequency). */
export const scoreWords = (index: SearchIndex, range: WordRange, exact: string | null): Float32Array => {
	const scores = new Float32Array(index.entries.length);
	for (let at = range.from; at < range.to; at++) {
		const rarity = Math.log(1 + index.entries.length / Math.max(1, index.vocabulary.counts[at] ?? 1));
		const closeness = exact === null || index.vocabulary.words[at] === exact ? 1 : PREFIX_WEIGHT;
		for (const posting of index.postings[at] ?? []) {
			const entry = entryOf(posting);
			const score = weightOf(fieldOf(posting)) * closeness * rarity;
			if (score > (scores[entry] ?? 0)) scores[entry] = score;
		}
	}

	return scores;
};

/** An entry that passed, with what its words are worth. */
export type Candidate = {readonly entry: number; readonly score: number};

const newestFirst = (a: SearchEntry, b: SearchEntry): number => {
	const left = a.card.published ?? '';
	const right = b.card.published ?? '';
	if (left !== right) return left < right ? 1 : -1;
	return a.card.id < b.card.id ? -1 : a.card.id > b.card.id ? 1 : 0;
};

const bestFirst = (entries: readonly SearchEntry[]) => (a: Candidate, b: Candidate): number => {
	if (a.score !== b.score) return b.score - a.score;
	const left = entries[a.entry];
	const right = entries[b.entry];
	return left === undefined || right === undefined ? 0 : newestFirst(left, right);
};

/** Best first; what is worth the same newest first, undated last, then by id: the same query gives the same order. */
export const rank = (entries: readonly SearchEntry[], candidates: readonly Candidate[], wanted: string): Candidate[] => {
	const order = bestFirst(entries);
	const sorted = candidates.toSorted(order);
	if (wanted === '') return sorted;
	const best = sorted.slice(0, FUSE_ROOM);
	const fuse = new Fuse(best.map(({entry}) => ({headline: entries[entry]?.card.headline ?? '', outlet: entries[entry]?.card.outlet ?? ''})), {
		keys: [{name: 'headline', weight: 3}, {name: 'outlet', weight: 1}],
		includeScore: true,
		ignoreLocation: true,
		ignoreDiacritics: true,
	});
	// Fuse counts 0 as perfect and 1 as nothing alike.
	const likeness = new Map(fuse.search(wanted).map(({refIndex, score}) => [refIndex, 1 - (score ?? 1)]));
	const lifted = best.map((candidate, at) => ({...candidate, score: candidate.score + FUSE_WEIGHT * (likeness.get(at) ?? 0)}));
	return [...lifted.toSorted(order), ...sorted.slice(FUSE_ROOM)];
};
