import type {Derivation} from '../model/library.ts';
import {placesOf, textQuoteOf, type Correction, type Place, type TextQuote} from '../model/override.ts';
import type {NearWords} from '../model/review.ts';
import {tokens} from '../text/tokens.ts';

/** With less than a third of its words a place is another one. */
const LEAST = 1 / 3;
const MOST = 3;

/** How many words of one list the other has too, each counted as often as both have it. */
const sharedWords = (one: readonly string[], other: readonly string[]): number => {
	const left = new Map<string, number>();
	for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
	return one.reduce((shared, word) => {
		const there = left.get(word) ?? 0;
		left.set(word, there - 1);
		return there > 0 ? shared + 1 : shared;
	}, 0);
};

const wordsOf = ({prefix, exact, suffix}: Omit<TextQuote, 'article'>): string[] => tokens(prefix + exact + suffix);

/** The facts of the same kind, and wherever the very words stand: one that a person added was never read. */
const candidates = ({article, figures, quotes}: Derivation, correction: Extract<Correction, {kind: 'figure' | 'quote'}>): readonly Place[] => {
	const facts: readonly Place[] = correction.kind === 'figure' ? figures.filter(({derived}) => !derived) : quotes;
	const verbatim = placesOf(article, {exact: correction.on.exact, prefix: '', suffix: ''});
	return [...facts, ...verbatim.filter(place => !facts.some(fact => fact.segment === place.segment && fact.start < place.end && place.start < fact.end))];
};

/** Where a correction that found no place may belong in its article as it is now: the places whose surroundings share most words with those it held on to. Pure. */
export const nearestWords = (derivation: Derivation, correction: Extract<Correction, {kind: 'figure' | 'quote'}>): NearWords[] => {
	const wanted = wordsOf(correction.on);
	const near = candidates(derivation, correction).map((place): NearWords => {
		const quote = textQuoteOf(derivation.article, place);
		return {place: {segment: place.segment, start: place.start, end: place.end}, text: quote.exact, shared: sharedWords(wanted, wordsOf(quote)), of: wanted.length};
	});
	return near.filter(({shared, of}) => shared >= of * LEAST).toSorted((a, b) => b.shared - a.shared).slice(0, MOST);
};
