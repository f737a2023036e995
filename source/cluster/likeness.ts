import type {News} from './news.ts';
import type {Background} from './background.ts';
import {growing, letGo} from './growing.ts';
import {lexicon, type Lexicon} from './lexicon.ts';
import {rarityOver, surprise, type Frequencies, type Rarity} from './rarity.ts';
import {rowsOf} from './rows.ts';
import type {Step} from './step.ts';
import {termReader, type Terms} from './terms.ts';
import {MOST_TERMS, weigher} from './weighing.ts';

/** An article as a direction of length 1: feature numbers, ascending, and their weights. Terms that no other article has are left out. */
export type Vector = {readonly terms: Int32Array; readonly weights: Float32Array};

/** Vectors in few large pieces; `add` gives one as it is kept. */
export const vectorsIn = (): {readonly add: (vector: Vector) => Vector; readonly letGo: () => void} => {
	const terms = rowsOf<Int32Array>(size => new Int32Array(size));
	const weights = rowsOf<Float32Array>(size => new Float32Array(size));
	return {
		add(vector) {
			const {length} = vector.terms;
			return {terms: terms.at(terms.add(vector.terms, length), length), weights: weights.at(weights.add(vector.weights, length), length)};
		},
		letGo() {
			terms.letGo();
			weights.letGo();
		},
	};
};

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
	/** Nobody asks for the vectors any more. */
	readonly letGo: () => void;
};

/** What was read of all articles: the terms of each, how often they stand in it, and in its headline. `letGo`: those before an article are not asked for any more. */
type Reading = {readonly lexicon: Lexicon; readonly languages: ReadonlyArray<string | null>; readonly words: Int32Array; readonly at: (article: number) => Terms; readonly letGo: (before: number) => void};

/** Reads articles one after the other; none of them is kept. */
const reader = (): {readonly add: (article: Pick<News, 'headline' | 'standfirst' | 'segments' | 'language'>) => void; readonly finish: () => Reading} => {
	const known = lexicon();
	const read = termReader(known);
	const languages: Array<string | null> = [];
	const [words, starts, lengths] = [growing(size => new Int32Array(size)), growing(size => new Int32Array(size)), growing(size => new Int32Array(size))];
	const terms = rowsOf<Int32Array>(size => new Int32Array(size));
	const weights = rowsOf<Uint16Array>(size => new Uint16Array(size));
	const inHeadline = rowsOf<Uint8Array>(size => new Uint8Array(size));
	return {
		add(article) {
			const found = read(article);
			const {length} = found.terms;
			languages.push(article.language);
			words.push(found.words);
			lengths.push(length);
			// The three stand at the same place: they are of the same lengths.
			starts.push(terms.add(found.terms, length));
			weights.add(found.weights, length);
			inHeadline.add(found.inHeadline, length);
		},
		finish() {
			known.close();
			return {
				lexicon: known, languages, words: words.view(),
				at(article) {
					const [start, length] = [starts.at(article), lengths.at(article)];
					return {terms: terms.at(start, length), weights: weights.at(start, length), inHeadline: inHeadline.at(start, length), words: words.at(article)};
				},
				letGo(before) {
					for (const rows of [terms, weights, inHeadline]) rows.letGo(before < lengths.length() ? starts.at(before) : Infinity);
				},
			};
		},
	};
};

/** In how many of some articles each term stands. */
const countDocuments = ({lexicon: {size}, at}: Reading, articles: Iterable<number>): Int32Array => {
	const counts = new Int32Array(size());
	for (const article of articles) for (const term of at(article).terms) counts[term] = (counts[term] ?? 0) + 1;
	return counts;
};

/** Kept for as long as the space is: nothing but the counts is named in it. */
const frequencies = (documents: number, counts: Int32Array): Frequencies => ({documents, count: term => counts[term] ?? 0});

/** What a question for the rarity of words needs; the reading is not named in it. */
const rarityOfWords = (rarity: Rarity, {stemmed}: Lexicon): Space['rarityOf'] => stems => surprise(rarity, stems.map(stemmed));

/** The table counts English only; another language counts its own articles, where there are enough to tell its small words. */
const FEWEST = 4;
const raritiesFor = (reading: Reading, general: Rarity): ((language: string | null) => Rarity) => {
	const members = new Map<string, number[]>();
	for (const [index, language] of reading.languages.entries()) {
		if (language === null || language.startsWith('en')) continue;
		const list = members.get(language);
		if (list === undefined) members.set(language, [index]);
		else list.push(index);
	}

	const byLanguage = new Map([...members].filter(([, list]) => list.length >= FEWEST)
		.map(([language, list]) => [language, rarityOver(frequencies(list.length, countDocuments(reading, list)), reading.lexicon, null)] as const));
	return language => byLanguage.get(language ?? '') ?? general;
};

/** How terms become features: a term that one article has adds to that article's length and to nothing else, and needs no number. */
type Numbering = {/** By term; -1: none. */ readonly numbers: Int32Array; readonly terms: Int32Array; readonly counts: Int32Array};

const numberingOf = (documents: Int32Array): Numbering => {
	const numbers = new Int32Array(documents.length).fill(-1);
	const terms = growing(size => new Int32Array(size));
	const counts = growing(size => new Int32Array(size));
	for (const [term, count] of documents.entries()) {
		if (count < 2) continue;
		numbers[term] = terms.length();
		terms.push(term);
		counts.push(count);
	}

	return {numbers, terms: terms.view().slice(), counts: counts.view().slice()};
};

/** The articles' vectors, in their order. */
const vectorsOf = (reading: Reading, rarities: (language: string | null) => Rarity, {numbers, terms: shared}: Numbering, step: Step): Pick<Space, 'vectors' | 'letGo'> => {
	// An article's features before they are in order, and the weight of each.
	const own = new Int32Array(MOST_TERMS);
	const ownWeights = new Float32Array(MOST_TERMS);
	const weightOf = new Float32Array(shared.length * 2);
	const kept = vectorsIn();
	const weigh = weigher();
	const vectors = reading.languages.map((language, index): Vector => {
		step(index);
		reading.letGo(index);
		const found = weigh(reading.at(index), rarities(language));
		let count = 0;
		for (let place = 0; place < found.length; place += 1) {
			const number = numbers[found.terms[place] ?? 0] ?? -1;
			if (number < 0) continue;
			const feature = number * 2 + (found.inHeadline[place] ?? 0);
			own[count] = feature;
			weightOf[feature] = found.weights[place] ?? 0;
			count += 1;
		}

		own.subarray(0, count).sort();
		for (let place = 0; place < count; place += 1) ownWeights[place] = weightOf[own[place] ?? 0] ?? 0;
		return kept.add({terms: own.subarray(0, count), weights: ownWeights.subarray(0, count)});
	});
	reading.letGo(vectors.length);
	return {vectors, letGo: kept.letGo};
};

/** Turns articles into vectors, which come one after the other. Their order numbers them and must not depend on the order of import. */
export const spaceMaker = (): {readonly add: (article: News) => void; readonly finish: (background: Background, step: Step) => Space} => {
	const {add, finish} = reader();
	return {add, finish(background, step) {
		const reading = finish();
		const {languages} = reading;
		const counts = countDocuments(reading, languages.keys());
		const general = rarityOver(frequencies(languages.length, counts), reading.lexicon, background);
		const rarities = raritiesFor(reading, general);
		const numbering = numberingOf(counts);
		const vectors = vectorsOf(reading, rarities, numbering, step);
		letGo(numbering.numbers);
		const told = Uint8Array.from(languages, language => rarities(language) === general ? 1 : 0);
		return {...named(reading.lexicon, numbering), ...vectors, words: reading.words, told, rarityOf: rarityOfWords(general, reading.lexicon)};
	}};
};

/** The same of articles that are all there, in two phases. */
export const spaceOf = (articles: readonly News[], background: Background, phase: (phase: number) => Step = () => () => {}): Space => {
	const {add, finish} = spaceMaker();
	const step = phase(0);
	for (const [index, article] of articles.entries()) {
		step(index);
		add(article);
	}

	return finish(background, phase(1));
};

/** What the features of a space are called. */
const named = (known: Lexicon, {terms, counts}: Numbering): Pick<Space, 'nameOf' | 'features' | 'terms'> => ({
	features: terms.length * 2, nameOf: feature => known.nameOf(terms[feature >> 1] ?? 0), terms: {lexicon: known, numbers: terms, counts},
});

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
