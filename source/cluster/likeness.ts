import type {News} from './news.ts';
import type {Background} from './background.ts';
import {growing} from './growing.ts';
import {lexicon, type Lexicon} from './lexicon.ts';
import {rarityOver, surprise, type Rarity} from './rarity.ts';
import type {Step} from './step.ts';
import {termReader, type Terms} from './terms.ts';
import {MOST_TERMS, weigher} from './weighing.ts';

/** An article as a direction of length 1: feature numbers, ascending, and their weights. Terms that no other article has are left out. */
export type Vector = {readonly terms: Int32Array; readonly weights: Float32Array};

/** The articles' vectors, in their order, and what the feature numbers mean. */
export type Space = {
	readonly vectors: readonly Vector[];
	readonly nameOf: (feature: number) => string;
	/** How many features there are: one of a term in the text, one of the same term in headlines. */
	readonly features: number;
	/** How many words were read of each article. */
	readonly words: Int32Array;
	/** 1 for each article whose language the background table knows, else 0. */
	readonly told: Uint8Array;
	/** How rare some words (stems) are together, in nats. */
	readonly rarityOf: (stems: readonly string[]) => number;
	/** The terms that two articles or more have: feature f is term `f >> 1` of them. */
	readonly terms: {readonly lexicon: Lexicon; readonly numbers: Int32Array; readonly counts: Int32Array};
};

/** What was read of all articles, one after the other: the terms of article i stand from `starts[i]` up to `starts[i + 1]`. */
type Reading = {readonly lexicon: Lexicon; readonly starts: Int32Array; readonly words: Int32Array; readonly terms: Int32Array; readonly weights: Uint16Array; readonly inHeadline: Uint8Array};

const readAll = (articles: readonly News[], step: Step): Reading => {
	const known = lexicon();
	const read = termReader(known);
	const starts = new Int32Array(articles.length + 1);
	const words = new Int32Array(articles.length);
	const terms = growing(size => new Int32Array(size));
	const weights = growing(size => new Uint16Array(size));
	const inHeadline = growing(size => new Uint8Array(size));
	for (const [index, article] of articles.entries()) {
		step(index);
		const found = read(article);
		words[index] = found.words;
		for (let place = 0; place < found.terms.length; place += 1) {
			terms.push(found.terms[place] ?? 0);
			weights.push(found.weights[place] ?? 0);
			inHeadline.push(found.inHeadline[place] ?? 0);
		}

		starts[index + 1] = terms.length();
	}

	return {lexicon: known, starts, words, terms: terms.view(), weights: weights.view(), inHeadline: inHeadline.view()};
};

const termsAt = ({starts, words, terms, weights, inHeadline}: Reading, article: number): Terms => {
	const [from, to] = [starts[article] ?? 0, starts[article + 1] ?? 0];
	return {terms: terms.subarray(from, to), weights: weights.subarray(from, to), inHeadline: inHeadline.subarray(from, to), words: words[article] ?? 0};
};

/** In how many of some articles each term stands. */
const countDocuments = ({lexicon: {size}, starts, terms}: Reading, articles: Iterable<number>): Int32Array => {
	const counts = new Int32Array(size());
	for (const article of articles) {
		for (let place = starts[article] ?? 0; place < (starts[article + 1] ?? 0); place += 1) {
			const term = terms[place] ?? 0;
			counts[term] = (counts[term] ?? 0) + 1;
		}
	}

	return counts;
};

/** The table counts English only; another language counts its own articles, where there are enough to tell its small words. */
const FEWEST = 4;
const raritiesFor = (articles: readonly Pick<News, 'language'>[], reading: Reading, counts: Int32Array, background: Background): ((language: string | null) => Rarity) => {
	const general = rarityOver({documents: articles.length, count: term => counts[term] ?? 0}, reading.lexicon, background);
	const members = new Map<string, number[]>();
	for (const [index, {language}] of articles.entries()) {
		if (language === null || language.startsWith('en')) continue;
		const list = members.get(language);
		if (list === undefined) members.set(language, [index]);
		else list.push(index);
	}

	const byLanguage = new Map([...members].filter(([, list]) => list.length >= FEWEST).map(([language, list]) => {
		const own = countDocuments(reading, list);
		return [language, rarityOver({documents: list.length, count: term => own[term] ?? 0}, reading.lexicon, null)] as const;
	}));
	return language => byLanguage.get(language ?? '') ?? general;
};

/** Turns articles into vectors, in two phases. The order of `articles` numbers them and must not depend on the order of import. */
export const spaceOf = (articles: readonly News[], background: Background, phase: (phase: number) => Step = () => () => {}): Space => {
	const reading = readAll(articles, phase(0));
	const step = phase(1);
	const counts = countDocuments(reading, articles.keys());
	const rarities = raritiesFor(articles, reading, counts, background);
	// A term that one article has adds to that article's length and to nothing else: it needs no number.
	const numbers = new Int32Array(counts.length).fill(-1);
	const shared = growing(size => new Int32Array(size));
	const sharedCounts = growing(size => new Int32Array(size));
	for (const [term, count] of counts.entries()) {
		if (count < 2) continue;
		numbers[term] = shared.length();
		shared.push(term);
		sharedCounts.push(count);
	}

	const starts = [0];
	// An article's features before they are in order, and the weight of each.
	const own = new Int32Array(MOST_TERMS);
	const weightOf = new Float32Array(shared.length() * 2);
	const terms = growing(size => new Int32Array(size));
	const weights = growing(size => new Float32Array(size));
	const weigh = weigher();
	for (const [index, {language}] of articles.entries()) {
		step(index);
		const found = weigh(termsAt(reading, index), rarities(language));
		let count = 0;
		for (let place = 0; place < found.length; place += 1) {
			const number = numbers[found.terms[place] ?? 0] ?? -1;
			if (number < 0) continue;
			const feature = number * 2 + (found.inHeadline[place] ?? 0);
			own[count] = feature;
			weightOf[feature] = found.weights[place] ?? 0;
			count += 1;
		}

		for (const feature of own.subarray(0, count).sort()) {
			terms.push(feature);
			weights.push(weightOf[feature] ?? 0);
		}

		starts.push(terms.length());
	}

	const [allTerms, allWeights] = [terms.view(), weights.view()];
	const vectors = articles.map((_, index): Vector => ({terms: allTerms.subarray(starts[index], starts[index + 1]), weights: allWeights.subarray(starts[index], starts[index + 1])}));
	// Only what is kept may be named in what is returned: the whole reading would stay in memory with it.
	const {lexicon: known, words} = reading;
	const termOf = shared.view().slice();
	const general = rarities(null);
	return {vectors, features: termOf.length * 2, words, told: Uint8Array.from(articles, ({language}) => rarities(language) === general ? 1 : 0), rarityOf: stems => surprise(general, stems.map(known.stemmed)), nameOf: feature => known.nameOf(termOf[feature >> 1] ?? 0), terms: {lexicon: known, numbers: termOf, counts: sharedCounts.view().slice()}};
};

/** Cosine of two vectors of different articles, 0 to 1. */
export const cosine = (left: Vector, right: Vector): number => {
	let sum = 0;
	for (let i = 0, j = 0; i < left.terms.length && j < right.terms.length;) {
		const a = left.terms[i] ?? 0;
		const b = right.terms[j] ?? 0;
		if (a === b) sum += (left.weights[i] ?? 0) * (right.weights[j] ?? 0);
		if (a <= b) i += 1;
		if (b <= a) j += 1;
	}

	return sum;
};
