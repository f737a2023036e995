import type {ArticleCard} from '../source/model/article.ts';
import type {SearchEntry} from '../source/search/search.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6D2B79F5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
};

const SMALL = 'the of and to in a said for on with that was by from as it at has are after over will more than new says year who been two were its not first but his people they had report against could'.split(' ');
const ONSETS = 'b c d f g h j k l m n p r s t v w br ch cl cr dr fl fr gr pl pr sh sl sp st str th tr'.split(' ');
const VOWELS = 'a e i o u ai ea ee ie oo ou'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'ck', 'st', 'ng', 'rt'];
const OUTLETS = ['Morning Ledger', 'The Harbour Post', 'Northern Wire', 'Daily Beacon', 'Channel Nine News', 'The Quarterly', 'Evening Courier', 'Globe Dispatch', 'Island Times', 'Metro Gazette'];

/** So many words there are; the rarest of them stand in one article or none. */
const WORDS = 420_000;

const makeWords = (random: () => number): string[] => {
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
	const words = new Set(SMALL);
	while (words.size < WORDS) {
		const syllables = words.size < 3000 ? 2 : random() < 0.25 ? 2 : random() < 0.7 ? 3 : 4;
		words.add(Array.from({length: syllables}, () => pick(ONSETS) + pick(VOWELS) + pick(CODAS)).join(''));
	}

	return [...words];
};

/** Word numbers as they come in language: the second is half as common as the first, and so on (Zipf), with a tail. */
const makeDraw = (random: () => number): (() => number) => {
	const sums = new Float64Array(WORDS);
	let sum = 0;
	for (let rank = 0; rank < WORDS; rank++) sums[rank] = sum += 1 / (rank + 2.7) ** 1.03;
	return () => {
		const wanted = random() * sum;
		let low = 0;
		let high = WORDS - 1;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (sums[middle]! < wanted) low = middle + 1;
			else high = middle;
		}

		return low;
	};
};

const cardOf = (number: number, headline: string, outlet: string, published: string): ArticleCard => ({
	id: `art-${number.toString(16).padStart(12, '0')}`, externalId: null, externalIds: [], document: '0'.repeat(64), path: 'bench.jsonl', parent: null, kind: 'article', headline, standfirst: null,
	byline: null, outlet, outletBasis: 'stated', outletEvidence: null, published, publishedBasis: 'stated', captured: null, language: 'en', startLine: number + 1, endLine: number + 1, url: null, tags: [],
	contentHash: number.toString(16).padStart(64, '0'), position: 1, siblings: 1, segmentCount: 1, figureCount: 0, quoteCount: 0, starred: false, reviewed: false, note: null,
});

export type BenchData = {readonly words: readonly string[]; readonly entries: Generator<SearchEntry>};

/** Articles in words of nobody's, the same for the same seed; `textWords`: how long each body is (0: headlines alone). A body keeps to its headline's subject now and then. */
export const articles = (count: number, textWords: number, seed = 7): BenchData => {
	const words = makeWords(randomFrom(1));
	const random = randomFrom(seed);
	const draw = makeDraw(random);
	const entries = function * (): Generator<SearchEntry> {
		for (let number = 0; number < count; number++) {
			const title = Array.from({length: 6 + Math.floor(random() * 7)}, () => words[draw()]!);
			const headline = title.join(' ');
			const body = Array.from({length: textWords}, () => (random() < 0.05 ? title[Math.floor(random() * title.length)]! : words[draw()]!));
			const published = new Date(Date.UTC(2020, 0, 1 + Math.floor(random() * 2000))).toISOString().slice(0, 10);
			yield {card: cardOf(number, headline[0]!.toUpperCase() + headline.slice(1), OUTLETS[Math.floor(random() * OUTLETS.length)]!, published), text: body.join(' ')};
		}
	};

	return {words, entries: entries()};
};

/** One slip of the finger: letters swapped, one left out, one doubled or one wrong; never the first letter. */
export const misspelt = (word: string, random: () => number): string => {
	const at = 1 + Math.floor(random() * (word.length - 2));
	switch (Math.floor(random() * 4)) {
		case 0: return word[at] === word[at + 1] ? misspelt(word, random) : word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
		case 1: return word.slice(0, at) + word.slice(at + 1);
		case 2: return word.slice(0, at) + word[at]! + word.slice(at);
		default: {
			const letter = String.fromCharCode(97 + Math.floor(random() * 26));
			return letter === word[at] ? misspelt(word, random) : word.slice(0, at) + letter + word.slice(at + 1);
		}
	}
};

/** A query, what was meant by it, and the articles whose headlines have every word that was meant. */
export type BenchQuery = {readonly typed: string; readonly meant: readonly string[]; readonly slips: number; readonly relevant: ReadonlySet<number>};

/** Queries whose answers are known: one to three words of some headline, of which at most `most` headlines have them all; every so many with a slip. */
export const queriesOver = (headlines: readonly string[], {count, misspellings, seed = 11, most = 10}: {readonly count: number; readonly misspellings: number; readonly seed?: number; readonly most?: number}): BenchQuery[] => {
	const random = randomFrom(seed);
	const postings = new Map<string, number[]>();
	for (const [number, headline] of headlines.entries()) {
		for (const word of new Set(headline.toLowerCase().split(' '))) {
			const known = postings.get(word);
			if (known === undefined) postings.set(word, [number]);
			else known.push(number);
		}
	}

	const queries: BenchQuery[] = [];
	while (queries.length < count) {
		const title = headlines[Math.floor(random() * headlines.length)]!.toLowerCase().split(' ').filter(word => word.length > 4 && !SMALL.includes(word));
		const size = Math.min(title.length, 1 + queries.length % 3);
		const meant = [...new Set(Array.from({length: size}, () => title[Math.floor(random() * title.length)]!))];
		if (meant.length < size || size === 0) continue;
		const relevant = meant.map(word => new Set(postings.get(word))).reduce((all, each) => all.intersection(each));
		if (relevant.size === 0 || relevant.size > most) continue;
		const slips = queries.length < misspellings ? 1 : 0;
		const at = Math.floor(random() * meant.length);
		queries.push({typed: meant.map((word, index) => (slips > 0 && index === at ? misspelt(word, random) : word)).join(' '), meant, slips, relevant});
	}

	return queries;
};
