import type {ArticleCard} from '../model/article.ts';
import {createVocabulary, type Vocabulary} from './vocabulary.ts';
import {fold, wordSpans, wordsOf} from './words.ts';

/** What is searched of one article: its card, and its body as one text ("" where only headlines are at hand). */
export type SearchEntry = {readonly card: ArticleCard; readonly text: string};

/** Where in an article a word stands. The numbers are part of a posting. */
export const HEADLINE_FIELD = 0;
export const OUTLET_FIELD = 1;
export const TEXT_FIELD = 2;
const FIELDS = 4;

/** Articles of one outlet. `words`: of its name, and the name run together ("dailymail"); "unknown" where none is known. */
export type OutletEntry = {readonly words: readonly string[]; readonly joined: string; readonly entries: readonly number[]};

/** The inverted index of a library. */
export type SearchIndex = {
	readonly entries: readonly SearchEntry[];
	readonly vocabulary: Vocabulary;
	/** Per word number: each article and field that has the word, as entry x 4 + field, ascending. */
	readonly postings: ReadonlyArray<readonly number[]>;
	readonly outlets: readonly OutletEntry[];
};

/** The article of a posting, as its place among the entries. */
export const entryOf = (posting: number): number => Math.floor(posting / FIELDS);
/** The field of a posting. */
export const fieldOf = (posting: number): number => posting % FIELDS;

const add = (found: Map<string, number[]>, text: string, posting: number): void => {
	for (const {word} of wordSpans(text)) {
		const known = found.get(word);
		if (known === undefined) found.set(word, [posting]);
		// Fields come in order, so that a word said twice in a field is the last posting.
		else if (known.at(-1) !== posting) known.push(posting);
	}
};

const countEntries = (postings: readonly number[]): number => {
	let count = 0;
	let last = -1;
	for (const posting of postings) {
		const entry = entryOf(posting);
		if (entry !== last) count++;
		last = entry;
	}

	return count;
};

const indexOutlets = (entries: readonly SearchEntry[]): OutletEntry[] => {
	const byName = new Map<string, number[]>();
	for (const [at, {card}] of entries.entries()) {
		const name = card.outlet ?? 'unknown';
		const known = byName.get(name);
		if (known === undefined) byName.set(name, [at]);
		else known.push(at);
	}

	return Array.from(byName, ([name, at]) => ({words: wordsOf(name), joined: wordsOf(fold(name)).join(''), entries: at}));
};

/** Reads all entries once. Linear in the text; the entries are kept, not copied. */
export const buildIndex = (entries: readonly SearchEntry[]): SearchIndex => {
	const found = new Map<string, number[]>();
	for (const [at, {card, text}] of entries.entries()) {
		add(found, card.headline ?? '', at * FIELDS + HEADLINE_FIELD);
		add(found, card.outlet ?? '', at * FIELDS + OUTLET_FIELD);
		add(found, card.standfirst ?? '', at * FIELDS + TEXT_FIELD);
		add(found, text, at * FIELDS + TEXT_FIELD);
	}

	const counted = new Map(Array.from(found, ([word, postings]) => [word, countEntries(postings)]));
	const vocabulary = createVocabulary(counted);
	return {entries, vocabulary, postings: vocabulary.words.map(word => found.get(word) ?? []), outlets: indexOutlets(entries)};
};
