import {diffArrays} from 'diff';
import type {Column} from '../model/comparison.ts';
import type {Quote} from '../model/quote.ts';
import type {QuoteCarrier, QuotePart, SharedQuote} from '../model/views.ts';
import {tokens} from '../text/tokens.ts';
import {sameSource} from './sources.ts';

type Said = {readonly quote: Quote; readonly words: readonly string[]; readonly folded: readonly string[]};

/** Shorter ones are no statement of their own: they are one quote only where they are the same words. */
const FEW = 4;
/** So much of the shorter quote stands in the longer one, in its order. */
const SHARED = 0.8;
/** Nobody says so many words twice by chance: one quote, whoever the papers credit. */
const UNMISTAKABLE = 8;
const PRONOUN = /^(?:he|she|they|it|we|i|who|one)\b/i;

const fold = (word: string): string => tokens(word).join(' ');
/** The words as printed; punctuation that stands alone goes with nobody. */
const said = (quote: Quote): Said => {
	const words = quote.text.split(/\s+/).filter(word => fold(word) !== '');
	return {quote, words, folded: words.map(fold)};
};

const speakerOf = ({speakerName, speaker}: Quote): string | null => speakerName ?? (speaker !== null && !PRONOUN.test(speaker) ? speaker : null);

/** Two people are named for it, and they are not one. */
const apart = (a: Quote, b: Quote): boolean => {
	const [left, right] = [speakerOf(a), speakerOf(b)];
	return left !== null && right !== null && !sameSource(left, right);
};

/** Few words could be longer than the memory of those before: a bag of words says at once that two quotes have nothing in common. */
const overlap = (short: readonly string[], long: ReadonlySet<string>): number => short.filter(word => long.has(word)).length;

const isOne = (a: Said, b: Said): boolean => {
	const [short, long] = a.folded.length <= b.folded.length ? [a, b] : [b, a];
	if (short.folded.length < FEW) return !apart(a.quote, b.quote) && short.folded.join(' ') === long.folded.join(' ') && short.folded.length > 1;
	if (overlap(short.folded, new Set(long.folded)) < SHARED * short.folded.length) return false;
	const shared = diffArrays([...long.folded], [...short.folded]).reduce((sum, part) => part.added || part.removed ? sum : sum + part.value.length, 0);
	return shared >= SHARED * short.folded.length && (shared >= UNMISTAKABLE || !apart(a.quote, b.quote));
};

/** The words of a carrier against the longest: what both have, what this one cut, what only it has. */
const partsOf = (long: Said, carrier: Said): QuotePart[] => {
	let [there, here] = [0, 0];
	return diffArrays([...long.folded], [...carrier.folded]).map(({added, removed, value: {length}}) => {
		const text = (removed ? long.words.slice(there, there + length) : carrier.words.slice(here, here + length)).join(' ');
		if (!added) there += length;
		if (!removed) here += length;
		return {kind: removed ? 'cut' : added ? 'added' : 'same', text};
	});
};

const cutOf = (parts: readonly QuotePart[]): QuoteCarrier['cut'] => {
	if (parts.some(({kind}) => kind === 'added')) return 'other words';
	const [start, end] = [parts[0]?.kind === 'cut', parts.at(-1)?.kind === 'cut'];
	if (parts.slice(1, -1).some(({kind}) => kind === 'cut')) return 'inside';
	return start && end ? 'both ends' : start ? 'start' : end ? 'end' : 'whole';
};

/**
 * Every quotation once, with everybody who carries it and how each cut it. The one who quotes most stands first; the others are set
 * against it word by word (Myers' difference, by the package diff). Quotes that only one article has are there too, those a person rejected are not.
 */
export const sharedQuotes = (columns: readonly Column[]): SharedQuote[] => {
	const all = columns.flatMap(({quotes}) => quotes.filter(({review}) => review !== 'rejected').map(said)).filter(({folded}) => folded.length > 0);
	const groups: Array<[Said, ...Said[]]> = [];
	// Longest first, so that every cut meets the words it was cut from.
	for (const each of all.toSorted((a, b) => b.folded.length - a.folded.length)) {
		const group = groups.find(([longest]) => isOne(longest, each));
		if (group === undefined) groups.push([each]);
		else group.push(each);
	}

	const place = new Map(all.map((each, index) => [each, index]));
	return groups.toSorted(([a], [b]) => (place.get(a) ?? 0) - (place.get(b) ?? 0)).map(([longest, ...others]) => {
		const carrier = (each: Said): QuoteCarrier => {
			const parts = partsOf(longest, each);
			return {article: each.quote.article, quote: each.quote, cut: cutOf(parts), parts};
		};

		const speaker = [longest, ...others].flatMap(({quote}) => speakerOf(quote) ?? [])[0] ?? longest.quote.speaker;
		return {text: longest.quote.text, speaker, carriers: [carrier(longest), ...others.map(carrier)]};
	});
};
