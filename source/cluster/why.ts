import type {Article} from '../model/article.ts';
import type {Why} from '../model/event.ts';
import {stem} from '../text/stems.ts';
import {printedTokens} from '../text/tokens.ts';
import {cosine, type Space, type Vector} from './likeness.ts';
import {smallWords} from './small-words.ts';
import {timeFactor, type When} from './time.ts';

const TERMS = 6;
const smallStems: ReadonlySet<string> = new Set([...smallWords].map(stem));

/** How much of an article is read to find how a term is printed. */
const PARAGRAPHS = 12;
const HEAD = 800;

/** For each stem (and each pair of stems) the words as the article prints them. */
export const printedForms = (article: Article): ReadonlyMap<string, string> => {
	const forms = new Map<string, string>();
	for (const text of [...article.segments.slice(0, PARAGRAPHS).map(segment => segment.text), article.headline ?? '']) {
		const found = printedTokens(text.slice(0, HEAD));
		for (const [index, token] of found.entries()) {
			const word = stem(token.token);
			const plain = token.text.replace(/['’]s?$/iu, '');
			const known = forms.get(word);
			// Small letters where the article ever uses them: a capital at the start of a sentence or in a headline says nothing.
			if (known === undefined || plain === plain.toLowerCase()) forms.set(word, plain);
			const next = found[index + 1];
			if (next !== undefined && !forms.has(`${word} ${stem(next.token)}`)) forms.set(`${word} ${stem(next.token)}`, `${plain} ${next.text.replace(/['’]s?$/iu, '')}`);
		}
	}

	return forms;
};

/** What two vectors share, by how much it adds to their likeness: the same term of several parts is one. */
export const sharedTerms = (left: Vector, others: readonly Vector[], names: readonly string[]): ReadonlyMap<string, number> => {
	const totals = new Map<number, number>();
	for (const other of others) for (const [index, term] of other.terms.entries()) totals.set(term, (totals.get(term) ?? 0) + (other.weights[index] ?? 0));
	const shared = new Map<string, number>();
	for (const [index, term] of left.terms.entries()) {
		const weight = (left.weights[index] ?? 0) * (totals.get(term) ?? 0);
		const name = names[term] ?? '';
		if (weight > 0) shared.set(name, (shared.get(name) ?? 0) + weight);
	}

	return shared;
};

/** The heaviest terms as words; a word that stands in a pair already named is not named again. */
export const heaviest = (shared: ReadonlyMap<string, number>, forms: ReadonlyMap<string, string>): string[] => {
	const named = new Set<string>();
	const terms: string[] = [];
	for (const [term] of [...shared].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
		const words = term.split(' ');
		if (words.some(word => named.has(word)) || words.every(word => smallStems.has(word))) continue;
		for (const word of words) named.add(word);
		terms.push(forms.get(term) ?? term);
		if (terms.length === TERMS) break;
	}

	return terms;
};

/** For each article of an event: what it shares with the others, and how alike it is to them on average. An article by itself shares nothing. */
export const whyTogether = (group: readonly number[], articles: readonly Article[], space: Space & {readonly times: readonly When[]}): Why[] => group.flatMap(index => {
	const article = articles[index];
	const vector = space.vectors[index];
	const when = space.times[index];
	if (article === undefined || vector === undefined || when === undefined) return [];
	const others = group.filter(other => other !== index);
	if (others.length === 0) return [{article: article.id, terms: [], likeness: 0}];
	const vectors = others.flatMap(other => space.vectors[other] ?? []);
	const sum = others.reduce((total, other) => total + cosine(vector, space.vectors[other] ?? vector) * timeFactor(when, space.times[other] ?? when), 0);
	const likeness = Math.round(sum / others.length * 1000) / 1000;
	return [{article: article.id, terms: heaviest(sharedTerms(vector, vectors, space.names), printedForms(article)), likeness}];
});
