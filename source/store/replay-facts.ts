import {HEADLINE, rawLine, STANDFIRST, segmentAt} from '../model/article.ts';
import type {Article} from '../model/article.ts';
import type {Figure, Review} from '../model/figure.ts';
import {placeOfWords, placesOf} from '../model/override.ts';
import type {Correction, Place, TextQuote} from '../model/override.ts';
import type {Quote} from '../model/quote.ts';
import {sentences} from '../text/sentences.ts';
import {withFigureFields, withQuoteFields} from './fields.ts';

type FigureCorrection = Extract<Correction, {kind: 'figure'}>;
type QuoteCorrection = Extract<Correction, {kind: 'quote'}>;

const touch = (left: Place, right: Place): boolean => left.segment === right.segment && left.start < right.end && right.start < left.end;

/** The fact that stands at a place: the same words, else the only one that shares some of them. */
const factAt = <Fact extends Place>(facts: readonly Fact[], place: Place): Fact | null => {
	const touching = facts.filter(each => touch(each, place));
	return touching.find(each => each.start === place.start && each.end === place.end) ?? (touching.length === 1 ? touching[0] ?? null : null);
};

const lineOf = (article: Article, place: Place): number => {
	const segment = segmentAt(article, place.segment);
	return segment === undefined ? article.startLine : rawLine(segment, place.start);
};

/** The sentence around a place, or around all of it where it goes over several. */
const sentenceAt = (article: Article, {segment, start, end}: Place): string => {
	const text = segmentAt(article, segment)?.text ?? '';
	const around = sentences(text).filter(each => each.start < end && start < each.end);
	return text.slice(around[0]?.start ?? 0, around.at(-1)?.end ?? text.length);
};

/** A figure that only a person saw: nothing is claimed of it but what they say. */
const addedFigure = (article: Article, place: Place, {on, fields}: FigureCorrection): Figure => withFigureFields({
	id: `${article.id}:${place.segment}:${place.start}`, article: article.id, externalId: article.externalId,
	document: article.document, sha256: article.document, line: lineOf(article, place), ...place,
	text: on.exact, sentence: sentenceAt(article, place), low: null, high: null, qualifier: '=', boundsBasis: 'stated',
	unit: null, measure: null, measureText: null, components: null, subject: null, scope: null, flow: null, periodText: null,
	source: null, sourceText: null, sourceChain: [], directness: 'own', cue: null, stance: 'certain', hedges: [], basis: null, verification: null,
	asOf: null, asOfText: null, saidOn: null, saidOnText: null, statement: null,
	quoted: false, derived: false, minor: false, refusal: false, review: 'edited',
}, fields);

/** Words that only a person saw as a quote. */
const addedQuote = (article: Article, place: Place, {on, fields}: QuoteCorrection): Quote => withQuoteFields({
	id: `${article.id}:q:${place.segment}:${place.start}`, article: article.id, externalId: article.externalId, line: lineOf(article, place), ...place,
	text: on.exact, speaker: null, speakerName: null, cue: null, review: 'edited',
}, fields);

/** The standfirst (-2) is printed after the headline (-1). */
const printed = (segment: number): number => segment === HEADLINE ? STANDFIRST : segment === STANDFIRST ? HEADLINE : segment;
const inTextOrder = (left: Place, right: Place): number => printed(left.segment) - printed(right.segment) || left.start - right.start;

type Correcting<Fact> = {readonly on: TextQuote; readonly review: Review; readonly fields: Readonly<Record<string, string | number | null>>; readonly change: (fact: Fact) => Fact; readonly add: (place: Place) => Fact};

/** The fact with the words a person gave it, at their place; null where they do not stand there, or belong to another fact. */
const reworded = <Fact extends Place & {readonly text: string}>(article: Article, facts: readonly Fact[], fact: Fact, words: string | number | null | undefined): Fact | null => {
	if (typeof words !== 'string' || words === fact.text) return fact;
	const place = placeOfWords(article, fact, words);
	if (place === null || facts.some(each => each !== fact && touch(each, place))) return null;
	const sentence = 'sentence' in fact ? {sentence: sentenceAt(article, place)} : {};
	return {...fact, ...place, ...sentence, text: words, line: lineOf(article, place)};
};

/** The facts with one correction on them; null where its words are not there, or more than once, or hold nothing to correct. */
const correct = <Fact extends Place & {readonly text: string}>(article: Article, facts: readonly Fact[], {on, review, fields, change, add}: Correcting<Fact>): readonly Fact[] | null => {
	const [place, ...others] = placesOf(article, on);
	if (place === undefined || others.length > 0) return null;
	const target = factAt(facts, place);
	if (target !== null) {
		const fact = reworded(article, facts, target, fields['text']);
		return fact && facts.map(each => each === target ? change(fact) : each);
	}
	const occupied = facts.some(each => touch(each, place));
	// Rejected, and no longer read as a fact: the words are there and the person got their way.
	if (review === 'rejected') return occupied ? null : facts;
	return occupied || review === 'confirmed' ? null : [...facts, add(place)].sort(inTextOrder);
};

/** The figures with one correction on them; null where it finds no place. A rejected figure stays, marked so. */
export const correctFigures = (article: Article, figures: readonly Figure[], correction: FigureCorrection): readonly Figure[] | null => correct(article, figures, {
	...correction,
	change: figure => ({...withFigureFields(figure, correction.fields), review: correction.review}),
	add: place => addedFigure(article, place, correction),
});

/** The quotes with one correction on them; null where it finds no place. A rejected quote stays, marked so. */
export const correctQuotes = (article: Article, quotes: readonly Quote[], correction: QuoteCorrection): readonly Quote[] | null => correct(article, quotes, {
	...correction,
	change: quote => ({...withQuoteFields(quote, correction.fields), review: correction.review}),
	add: place => addedQuote(article, place, correction),
});
