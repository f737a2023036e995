import {stem} from '../text/stems.ts';
import type {Shard} from './shard.ts';
import {exactly, nearWords, withPrefix, wordAt, type Near, type Vocabulary, type WordRange} from './vocabulary.ts';

/** Words of one shard that answer for a typed word, and how well: 1 is the word itself. */
export type Weighted = WordRange & {readonly closeness: number};

/** What a typed word may stand for: ranges for each shard, how many articles have any of it, and what it was read as. */
export type Expansion = {
	readonly ranges: ReadonlyArray<readonly Weighted[]>;
	readonly count: number;
	/** Other forms of the word that count too: "casualty" for "casualties". */
	readonly forms: readonly string[];
	/** Empty where the word, or its beginning, is there as typed. */
	readonly readAs: readonly string[];
};

/** A word that only begins like the typed one, one of the same stem, and one that was only likely meant. */
const PREFIX_CLOSENESS = 0.6;
const FORM_CLOSENESS = 0.7;
const NEAR_CLOSENESS = 0.5;
/** So many words may have been meant by a misspelt one. */
const MOST_NEAR = 3;
/** A beginning that so few articles have, and so many times fewer than a word near it, is taken for a slip as well: "tarrifs" in one hurried headline. */
const HARDLY_ANY = 20;
const LIKELIER = 20;
/** Stems are compared for so many neighbours in the alphabet at most. */
const MOST_FORMS = 400;

const countIn = ({counts}: Vocabulary, {from, to}: WordRange): number => {
	let sum = 0;
	for (let at = from; at < to; at++) sum += counts[at] ?? 0;
	return sum;
};

const countAll = (shards: readonly Shard[], ranges: ReadonlyArray<readonly WordRange[]>): number =>
	shards.reduce((sum, {vocabulary}, at) => sum + (ranges[at] ?? []).reduce((part, range) => part + countIn(vocabulary, range), 0), 0);

/** Words with the same stem that do not begin with the typed word itself: "casualty" for "casualties". */
const formsOf = (shards: readonly Shard[], typed: string): string[] => {
	if (typed.length < 5 || !/^[a-z']+$/.test(typed)) return [];
	const root = stem(typed);
	const begins = typed.slice(0, Math.max(3, Math.min(root.length, typed.length) - 1));
	const forms = new Set<string>();
	for (const {vocabulary} of shards) {
		const {from, to} = withPrefix(vocabulary, begins);
		for (let at = from; at < Math.min(to, from + MOST_FORMS); at++) {
			const word = wordAt(vocabulary, at);
			if (!word.startsWith(typed) && stem(word) === root) forms.add(word);
		}
	}

	return [...forms];
};

/** The words most likely meant over all shards: fewest slips, then the one more articles have, then the alphabet. */
const likeliest = (shards: readonly Shard[], typed: string): Near[] => {
	const found = new Map<string, Near>();
	for (const {vocabulary} of shards) {
		for (const near of nearWords(vocabulary, typed)) found.set(near.word, {...near, count: near.count + (found.get(near.word)?.count ?? 0)});
	}

	const ordered = [...found.values()].sort((a, b) => a.slips - b.slips || b.count - a.count || (a.word < b.word ? -1 : 1));
	const best = ordered[0];
	return best === undefined ? [] : ordered.filter(({slips, count}) => slips === best.slips && count * LIKELIER >= best.count).slice(0, MOST_NEAR);
};

/** A word as it is, and nothing else. */
export const expandExactly = (shards: readonly Shard[], word: string): Expansion => {
	const ranges = shards.map(({vocabulary}) => [{...exactly(vocabulary, word), closeness: 1}]);
	return {ranges, count: countAll(shards, ranges), forms: [], readAs: []};
};

/** A word that is being typed: itself, what begins with it, other forms of it; what it was likely meant to be where it is not there, or hardly. */
export const expandFuzzily = (shards: readonly Shard[], typed: string): Expansion => {
	const isWord = shards.map(({vocabulary}) => exactly(vocabulary, typed)).some(({from, to}) => from < to);
	const begun = shards.map(({vocabulary}) => withPrefix(vocabulary, typed));
	const there = countAll(shards, begun.map(range => [range]));
	const near = isWord || there > HARDLY_ANY ? [] : likeliest(shards, typed).filter(({word, count}) => !word.startsWith(typed) && count > there * LIKELIER);
	const forms = near.length > 0 ? [] : formsOf(shards, typed);
	const others = [...forms.map(word => ({word, closeness: FORM_CLOSENESS})), ...near.map(({word}) => ({word, closeness: NEAR_CLOSENESS}))];
	const ranges = shards.map(({vocabulary}) => {
		const itself = exactly(vocabulary, typed);
		const beginning = withPrefix(vocabulary, typed);
		return [
			{...itself, closeness: 1}, {from: itself.to, to: beginning.to, closeness: PREFIX_CLOSENESS},
			...others.map(({word, closeness}) => ({...exactly(vocabulary, word), closeness})),
		].filter(({from, to}) => from < to);
	});
	return {ranges, count: countAll(shards, ranges), forms, readAs: near.map(({word}) => word)};
};

/** A word as it is or as the beginning of a longer one: the last of a phrase that is being typed. */
export const expandBeginning = (shards: readonly Shard[], typed: string): Expansion => {
	const ranges = shards.map(({vocabulary}) => [{...withPrefix(vocabulary, typed), closeness: 1}]);
	return {ranges, count: countAll(shards, ranges), forms: [], readAs: []};
};
