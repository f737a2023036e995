import type {Article} from '../model/article.ts';
import type {Why} from '../model/event.ts';
import {stem} from '../text/stems.ts';
import {printedTokens} from '../text/tokens.ts';
import type {Space, Vector} from './likeness.ts';
import {smallWords} from './small-words.ts';

const TERMS = 6;
const smallStems: ReadonlySet<string> = new Set([...smallWords].map(stem));

/** How much of an article is read to find how a term is printed. */
const PARAGRAPHS = 4;
const HEAD = 600;

/** The words of some terms (stems, or pairs of them) as the article prints them. */
const printedForms = (article: Article, terms: ReadonlySet<string>): ReadonlyMap<string, string> => {
	const forms = new Map<string, string>();
	for (const text of [...article.segments.slice(0, PARAGRAPHS).map(segment => segment.text), article.headline ?? '']) {
		let before: {readonly word: string; readonly plain: string} | null = null;
		for (const {token, text: printed} of printedTokens(text.slice(0, HEAD))) {
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

/** The sum of some vectors, by feature. */
export const sumOf = (vectors: readonly Vector[]): ReadonlyMap<number, number> => {
	const sums = new Map<number, number>();
	for (const {terms, weights} of vectors) for (const [index, term] of terms.entries()) sums.set(term, (sums.get(term) ?? 0) + (weights[index] ?? 0));
	return sums;
};

/** What a vector shares with the others of its group, by how much it adds to their likeness: by term, the same of several parts is one. `sum`: of the whole group. */
export const sharedTerms = (vector: Vector, sum: ReadonlyMap<number, number>): ReadonlyMap<number, number> => {
	const shared = new Map<number, number>();
	for (const [index, term] of vector.terms.entries()) {
		const own = vector.weights[index] ?? 0;
		const weight = own * ((sum.get(term) ?? 0) - own);
		// What is left of a sum after its only part is taken away is not always quite nothing.
		if (weight < 1e-9) continue;
		shared.set(term >> 1, (shared.get(term >> 1) ?? 0) + weight);
	}

	return shared;
};

/** The heaviest terms, stems and pairs of stems; a word that stands in a pair already named is not named again. */
const heaviestTerms = (shared: ReadonlyMap<number, number>, nameOf: Space['nameOf']): string[] => {
	const named = new Set<string>();
	const terms: string[] = [];
	const name = (term: number): string => nameOf(term << 1);
	for (const [number] of [...shared].sort((a, b) => b[1] - a[1] || (name(a[0]) < name(b[0]) ? -1 : 1))) {
		const term = name(number);
		const words = term.split(' ');
		if (words.some(word => named.has(word)) || words.every(word => smallStems.has(word))) continue;
		for (const word of words) named.add(word);
		terms.push(term);
		if (terms.length === TERMS) break;
	}

	return terms;
};

/** The heaviest terms as an article prints them. */
export const heaviest = (shared: ReadonlyMap<number, number>, article: Article, nameOf: Space['nameOf']): string[] => {
	const terms = heaviestTerms(shared, nameOf);
	const forms = printedForms(article, new Set(terms));
	return terms.map(term => forms.get(term) ?? term);
};

/** For each article of an event: what it shares with the others, and how alike it is to them on average. An article by itself shares nothing. */
export const whyTogether = (group: readonly number[], articles: readonly Article[], space: Space, likeness: (article: number) => number): Why[] => {
	const sum = group.length < 2 ? new Map<number, number>() : sumOf(group.flatMap(index => space.vectors[index] ?? []));
	return group.flatMap(index => {
		const article = articles[index];
		const vector = space.vectors[index];
		if (article === undefined || vector === undefined) return [];
		if (group.length < 2) return [{article: article.id, terms: [], likeness: 0}];
		return [{article: article.id, terms: heaviest(sharedTerms(vector, sum), article, space.nameOf), likeness: Math.round(likeness(index) * 1000) / 1000}];
	});
};
