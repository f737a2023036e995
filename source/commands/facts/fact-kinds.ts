import {sameSource} from '../../compare/sources.ts';
import type {ArticleCard} from '../../model/article.ts';
import type {Figure, Review} from '../../model/figure.ts';
import type {Derivation} from '../../model/library.ts';
import {Problem} from '../../model/problem.ts';
import type {Correction, Fields, TextFields, TextQuote} from '../../model/override.ts';
import type {Quote} from '../../model/quote.ts';
import {tokens} from '../../text/tokens.ts';
import {fieldsFrom, figureFieldsFrom} from './field-words.ts';
import {figureLine, quoteLines} from '../print/text-lines.ts';

/** What people put right one by one, and all that differs between figures and quotes there. */
export type FactKind<Fact extends Figure | Quote> = {
	readonly noun: 'figure' | 'quote';
	readonly of: (derivation: Derivation) => readonly Fact[];
	readonly line: (fact: Fact, card: ArticleCard) => string;
	/** What is taken down. `words`: fields as they are typed, which hold for the fact as it reads `now`. */
	readonly correction: (on: TextQuote, review: Review, words: readonly string[], now: Fact | null) => Correction;
	/** The same of fields that are understood already. */
	readonly said: (on: TextQuote, review: Review, fields: Fields) => Correction;
	/** Whether another fact is alike, so that what is said of the one may be said of it too: the same words, read alike, on the same source's word. */
	readonly alike: (one: Fact, other: Fact) => boolean;
	/** The examples of the help, and its fields. */
	readonly example: {readonly words: string; readonly fields: string; readonly names: string};
};

const sameWords = (one: string, other: string): boolean => tokens(one).join(' ') === tokens(other).join(' ');
const samePerson = (one: string | null, other: string | null): boolean => one === other || (one !== null && other !== null && sameSource(one, other));
/** Fields of a quote are words; a number that was typed is words too. */
const asText = (fields: Fields): TextFields => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === null ? null : String(value)]));

export const figureKind: FactKind<Figure> = {
	noun: 'figure',
	of: ({figures}) => figures,
	line: figureLine,
	correction(on, review, words, now) {
		const fields = figureFieldsFrom(words, now);
		const told = now !== null || fields['low'] != null || fields['high'] != null || fields['refusal'] === 'yes';
		if (!told) throw new Problem({exit: 'usage', what: 'A figure that is added needs its value.', why: '', remedy: 'Write it as value=">100"; of a refusal to give one, refusal=yes.'});
		return {kind: 'figure', on, review, fields};
	},
	said: (on, review, fields) => ({kind: 'figure', on, review, fields}),
	alike: (one, other) => sameWords(one.text, other.text) && one.measure === other.measure && one.unit === other.unit && samePerson(one.source, other.source),
	example: {words: 'more than 100', fields: 'measure=killed value=">100"', names: 'value (or low high qualifier), unit measure subject scope flow periodText source directness stance hedges asOf saidOn minor refusal, text (where it begins and ends)'},
};

export const quoteKind: FactKind<Quote> = {
	noun: 'quote',
	of: ({quotes}) => quotes,
	line: quoteLines,
	correction: (on, review, words) => ({kind: 'quote', on, review, fields: asText(fieldsFrom(words, 'speaker="Ines Calder"'))}),
	said: (on, review, fields) => ({kind: 'quote', on, review, fields: asText(fields)}),
	alike: (one, other) => sameWords(one.text, other.text) && samePerson(one.speakerName ?? one.speaker, other.speakerName ?? other.speaker),
	example: {words: 'it was smoke', fields: 'speaker="Ines Calder"', names: 'speaker speakerName cue, text (where it begins and ends)'},
};
