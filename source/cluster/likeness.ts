import type {Article} from '../model/article.ts';
import type {Background} from './background.ts';
import {partsOf, type Parts, type TermCounts} from './terms.ts';

/** An article as a direction of length 1: term numbers, ascending, and their weights. Terms that no other article has are left out. */
export type Vector = {readonly terms: Int32Array; readonly weights: Float64Array};
/** The articles' vectors, in their order, and what the term numbers mean. */
export type Space = {readonly vectors: readonly Vector[]; readonly names: readonly string[]};

/** Tuned by cross-validation over sets of news events; test/quality/events.ts measures them. */
const tuning = {
	/** Share of each part in the likeness. */
	whole: 0.55, lead: 0.3, headline: 0.15,
	/** Rarity counts, but not in full: names that are everywhere in the news still tell events apart. */
	rarityPower: 0.75,
	/** Weight of a pair of neighbouring words against a word. */
	pair: 0.3,
	/** In how many background texts a pair is taken to stand: pairs are not in the table. */
	pairCount: 20,
	/** How many articles of the library the whole background is worth when the two disagree about how common a term is. */
	worth: 2000,
	/** Heaviest terms kept of a part. */
	kept: 200,
};

type Rarity = (term: string) => number;

const isPair = (term: string): boolean => term.includes(' ');

/** In how many of the articles each term stands. */
const countDocuments = (documents: readonly Parts[]): ReadonlyMap<string, number> => {
	const counts = new Map<string, number>();
	for (const parts of documents) for (const term of parts.whole.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
	return counts;
};

/** Inverse document frequency over the library and the background together (Spärck Jones 1972). */
const rarityOver = (counts: ReadonlyMap<string, number>, documents: number, background: Background | null): Rarity => {
	const general = background === null || background.documents === 0 ? null : background;
	const share = general === null ? 1 : documents / (documents + tuning.worth);
	const known = new Map<string, number>();
	return term => {
		let found = known.get(term);
		if (found === undefined) {
			const own = ((counts.get(term) ?? 0) + 0.5) / (documents + 1);
			const elsewhere = general === null ? 0 : ((isPair(term) ? tuning.pairCount : general.counts.get(term) ?? 0) + 1) / (general.documents + 1);
			found = Math.max(0, -Math.log(share * own + (1 - share) * elsewhere)) ** tuning.rarityPower * (isPair(term) ? tuning.pair : 1);
			known.set(term, found);
		}

		return found;
	};
};

/** The heaviest terms of a part, their squares adding up to `share`. */
const weigh = (counts: TermCounts, rarity: Rarity, share: number): Array<readonly [string, number]> => {
	const weighed: Array<readonly [string, number]> = [];
	for (const [term, count] of counts) {
		const weight = (1 + Math.log(count)) * rarity(term);
		if (weight > 0) weighed.push([term, weight]);
	}

	weighed.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
	const kept = weighed.slice(0, tuning.kept);
	const scale = Math.sqrt(share) / (Math.hypot(...kept.map(([, weight]) => weight)) || 1);
	return kept.map(([term, weight]) => [term, weight * scale]);
};

/** The table counts English only; another language counts its own articles, where there are enough to tell its small words. */
const FEWEST = 4;
const raritiesFor = (articles: readonly Pick<Article, 'language'>[], parts: readonly Parts[], counts: ReadonlyMap<string, number>, background: Background): ((language: string | null) => Rarity) => {
	const general = rarityOver(counts, parts.length, background);
	const byLanguage = new Map<string, Rarity>();
	for (const language of new Set(articles.map(article => article.language))) {
		const own = parts.filter((_, index) => articles[index]?.language === language);
		if (language !== null && !language.startsWith('en') && own.length >= FEWEST) byLanguage.set(language, rarityOver(countDocuments(own), own.length, null));
	}

	return language => byLanguage.get(language ?? '') ?? general;
};

/** Gives terms their numbers, from 0, in the order in which they are asked for. */
const numbering = (): {readonly names: string[]; readonly number: (part: string, term: string) => number} => {
	const parts = new Map<string, Map<string, number>>();
	const names: string[] = [];
	return {names, number(part, term) {
		const numbers = parts.get(part) ?? new Map<string, number>();
		parts.set(part, numbers);
		const found = numbers.get(term) ?? names.length;
		if (found === names.length) names.push(term);
		numbers.set(term, found);
		return found;
	}};
};

/** Turns articles into vectors. The order of `articles` numbers them and must not depend on the order of import. */
export const spaceOf = (articles: readonly Article[], background: Background): Space => {
	const parts = articles.map(partsOf);
	const counts = countDocuments(parts);
	const rarities = raritiesFor(articles, parts, counts, background);
	const {names, number} = numbering();
	const vectors = articles.map((article, index): Vector => {
		const own = parts[index] ?? {whole: new Map(), lead: new Map(), headline: new Map()};
		const rarity = rarities(article.language);
		const weighed = (['whole', 'lead', 'headline'] as const).map(part => ({part, terms: weigh(own[part], rarity, tuning[part])}));
		// An article without a headline is not less like others for it: the other parts take over its share.
		const length = Math.hypot(...weighed.flatMap(({terms}) => terms.map(([, weight]) => weight))) || 1;
		// A term that one article has adds to that article's length and to nothing else: it needs no number.
		const entries = weighed.flatMap(({part, terms}) => terms.filter(([term]) => (counts.get(term) ?? 0) > 1).map(([term, weight]) => [number(part, term), weight / length] as const));
		entries.sort((a, b) => a[0] - b[0]);
		return {terms: Int32Array.from(entries, entry => entry[0]), weights: Float64Array.from(entries, entry => entry[1])};
	});
	return {vectors, names};
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
