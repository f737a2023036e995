import type {News} from './news.ts';
import type {Why} from '../model/event.ts';
import {stem} from '../text/stems.ts';
import {printedTokens} from '../text/tokens.ts';
import {heaviestPlaces} from './heaviest-places.ts';
import type {Space, Vector} from './likeness.ts';
import type {ByNumber} from './shelf.ts';
import {smallWords} from './small-words.ts';
import {sumOf, type Sum} from './sums.ts';

const TERMS = 6;
const smallStems: ReadonlySet<string> = new Set([...smallWords].map(stem));

/** How much of an article is read to find how a term is printed. */
const PARAGRAPHS = 4;
const HEAD = 600;

/** The words of some terms (stems, or pairs of them) as the article prints them. */
const printedForms = (article: News, terms: ReadonlySet<string>): ReadonlyMap<string, string> => {
	const forms = new Map<string, string>();
	// A stem begins like its words: most words need not be stemmed.
	const beginnings = new Set([...terms].flatMap(term => term.split(' ')).map(word => word.charCodeAt(0)));
	for (const text of [...article.segments.slice(0, PARAGRAPHS).map(segment => segment.text), article.headline ?? '']) {
		let before: {readonly word: string; readonly plain: string} | null = null;
		for (const {token, text: printed} of printedTokens(text.slice(0, HEAD))) {
			if (!beginnings.has(token.charCodeAt(0))) {
				before = null;
				continue;
			}

			const word = stem(token);
			const plain = printed.replace(/['’]s?$/iu, '');
			const known = forms.get(word);
			// Small letters where the article ever uses them: a capital at the start of a sentence or in a headline says nothing.
			if (terms.has(word) && (known === undefined || plain === plain.toLowerCase())) forms.set(word, plain);
			const pair: string = before === null ? '' : `${before.word} ${word}`;
			if (before !== null && terms.has(pair) && !forms.has(pair)) forms.set(pair, `${before.plain} ${plain}`);
			before = {word, plain};
		}
	}

	return forms;
};

/** What a vector shares with the others of its group, by how much it adds to their likeness: terms and their weights; the same of several parts is one. `sum`: of the whole group. */
type Shared = {readonly terms: Int32Array; readonly weights: Float64Array};

export const sharedTerms = (vector: Vector, sum: Sum): Shared => {
	const terms = new Int32Array(vector.terms.length);
	const weights = new Float64Array(vector.terms.length);
	let count = 0;
	for (let index = 0, at = 0; index < vector.terms.length; index += 1) {
		const feature = vector.terms[index] ?? 0;
		while (at < sum.terms.length && (sum.terms[at] ?? 0) < feature) at += 1;
		const own = vector.weights[index] ?? 0;
		const weight = sum.terms[at] === feature ? own * ((sum.weights[at] ?? 0) - own) : 0;
		// What is left of a sum after its only part is taken away is not always quite nothing.
		if (weight < 1e-9) continue;
		// Features are in order: the two of one term follow each other.
		if (count > 0 && terms[count - 1] === feature >> 1) weights[count - 1] = (weights[count - 1] ?? 0) + weight;
		else {
			terms[count] = feature >> 1;
			weights[count] = weight;
			count += 1;
		}
	}

	return {terms: terms.subarray(0, count), weights: weights.subarray(0, count)};
};

/** So many of the heaviest are looked at until enough are found that say something. */
const LOOKED_AT = 48;

/** The heaviest terms, stems and pairs of stems; a word that stands in a pair already named is not named again. */
const heaviestTerms = (shared: Shared, nameOf: Space['nameOf']): string[] => {
	const named = new Set<string>();
	const terms: string[] = [];
	const candidates = Array.from(heaviestPlaces(shared.weights, LOOKED_AT), place => ({name: nameOf((shared.terms[place] ?? 0) << 1), weight: shared.weights[place] ?? 0}));
	for (const {name} of candidates.sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))) {
		const words = name.split(' ');
		if (words.some(word => named.has(word)) || words.every(word => smallStems.has(word))) continue;
		for (const word of words) named.add(word);
		terms.push(name);
		if (terms.length === TERMS) break;
	}

	return terms;
};

/** The heaviest terms as an article prints them. */
export const heaviest = (shared: Shared, article: News, nameOf: Space['nameOf']): string[] => {
	const terms = heaviestTerms(shared, nameOf);
	const forms = printedForms(article, new Set(terms));
	return terms.map(term => forms.get(term) ?? term);
};

/** An event while its articles are looked at: the sum of their vectors is needed for more than one answer. */
export type Group = {readonly items: readonly number[]; readonly sum: Sum};

/** For each article of an event: what it shares with the others, and how alike it is to them on average. An article by itself shares nothing. */
export const whyTogether = ({items, sum}: Group, articles: ByNumber, space: Space, likeness: (article: number) => number): Why[] => items.flatMap(index => {
	const article = articles[index];
	const vector = space.vectors[index];
	if (article === undefined || vector === undefined) return [];
	if (items.length < 2) return [{article: article.id, terms: [], likeness: 0}];
	return [{article: article.id, terms: heaviest(sharedTerms(vector, sum), article, space.nameOf), likeness: Math.round(likeness(index) * 1000) / 1000}];
});

/** The articles of an event with the sum of their vectors. */
export const groupOf = (items: readonly number[], {vectors}: Pick<Space, 'vectors'>): Group => ({items, sum: sumOf(items.flatMap(index => vectors[index] ?? []))});
