import type {Background} from './background.ts';
import type {Lexicon} from './lexicon.ts';

/** How much each term tells, by its number. */
export type Rarity = (term: number) => number;

/** Chosen by cross-validation over sets of news events (docs/grouping.md). */
const tuning = {
	/** Rarity counts, but not in full: names that are everywhere in the news still tell events apart. */
	power: 0.75,
	/** Weight of a pair of neighbouring words against a word. */
	pair: 0.3,
	/** In how many background texts a pair is taken to stand: pairs are not in the table. */
	pairCount: 5,
	/** Of two events of one kind (a second trial, a second rescue) the numbers differ first. */
	number: 1.2,
	/** How many articles of the library the whole background is worth when the two disagree about how common a term is. */
	worth: 2000,
};

/** In how many articles a term stands, and how many there are. */
export type Frequencies = {readonly documents: number; readonly count: (term: number) => number};

/** Inverse document frequency over the library and the background together (Spärck Jones 1972). */
export const rarityOver = (own: Frequencies, lexicon: Lexicon, background: Background | null): Rarity => {
	const general = background === null || background.documents === 0 ? null : background;
	const share = general === null ? 1 : own.documents / (own.documents + tuning.worth);
	const known = new Float64Array(lexicon.size()).fill(-1);
	return term => {
		const found = known[term] ?? -1;
		if (found >= 0) return found;
		const pair = lexicon.isPair(term);
		const name = pair ? '' : lexicon.nameOf(term);
		const here = (own.count(term) + 0.5) / (own.documents + 1);
		const elsewhere = general === null ? 0 : ((pair ? tuning.pairCount : general.counts.get(name) ?? 0) + 1) / (general.documents + 1);
		const kind = pair ? tuning.pair : /^\p{N}/u.test(name) ? tuning.number : 1;
		const rarity = Math.max(0, -Math.log(share * here + (1 - share) * elsewhere)) ** tuning.power * kind;
		if (term < known.length) known[term] = rarity;
		return rarity;
	};
};

/** How rare some words are together, in nats: the logarithm of how many texts one must read to meet them all, were they independent. */
export const surprise = (rarity: Rarity, words: readonly number[]): number => words.reduce((sum, word) => sum + rarity(word) ** (1 / tuning.power), 0);
