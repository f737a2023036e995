import type {ArticleCard} from '../model/article.ts';
import type {Figure} from '../model/figure.ts';
import type {Correction} from '../model/override.ts';
import type {Quote} from '../model/quote.ts';
import {closest} from '../text/closest.ts';
import {isIsoDate} from '../text/dates.ts';

type Value = string | number | null;
/** What a field takes: any words or nothing, the fact's own words (never nothing), a number or nothing, an ISO date or nothing, one of a few words, yes or no, or a list written "a; b". */
type Kind = 'words' | 'own words' | 'date' | 'number' | 'flag' | 'list' | readonly Value[];

const components = ['killed', 'wounded', 'missing', 'captured'] as const;

const figureFields: Readonly<Record<string, Kind>> = {
	text: 'own words', low: 'number', high: 'number', qualifier: ['=', '>', '>=', '<', '<=', '~', 'range', 'vague'], boundsBasis: ['stated', 'convention'],
	unit: 'words', measure: 'words', measureText: 'words', components: 'list', subject: 'words', scope: 'words',
	flow: ['total', 'period', null], periodText: 'words', source: 'words', sourceText: 'words', sourceChain: 'list',
	directness: ['direct', 'indirect', 'own'], cue: 'words', stance: ['certain', 'probable', 'possible', 'uncommitted', 'denied'], hedges: 'list',
	basis: 'words', verification: 'words', asOf: 'date', asOfText: 'words', saidOn: 'date', saidOnText: 'words',
	minor: 'flag', refusal: 'flag', quoted: 'flag',
};

const bases = ['stated', 'inherited', 'inferred', 'given', null] as const;
const articleFields: Readonly<Record<string, Kind>> = {
	headline: 'words', standfirst: 'words', byline: 'words', outlet: 'words', outletBasis: bases, outletEvidence: 'words',
	published: 'date', publishedBasis: bases, captured: 'date', language: 'words', url: 'words', tags: 'list',
	kind: ['article', 'live-blog', 'post', 'related', 'blurb'],
};
const quoteFields: Readonly<Record<string, Kind>> = {text: 'own words', speaker: 'words', speakerName: 'words', cue: 'words'};

const takes = (kind: Kind, value: Value): boolean => {
	if (typeof kind === 'object') return kind.includes(value);
	if (kind === 'number') return value === null || (typeof value === 'number' && Number.isFinite(value));
	if (kind === 'flag') return value === 'yes' || value === 'no';
	if (kind === 'own words') return typeof value === 'string' && value.trim() !== '';
	if (kind === 'date') return value === null || (typeof value === 'string' && isIsoDate(value));
	return value === null || typeof value === 'string';
};

/** What a field takes, in words. */
const takenBy = (kind: Kind): string => {
	if (typeof kind === 'object') return `one of ${kind.map(each => each ?? 'nothing').join(', ')}`;
	return {words: 'words', 'own words': 'words of the article', number: 'a number', date: 'a date such as 2025, 2025-03 or 2025-03-31', flag: 'yes or no', list: 'a list such as "about; reportedly"'}[kind];
};

const listOf = (value: Value): readonly string[] => typeof value === 'string' ? value.split(';').map(each => each.trim()).filter(each => each !== '') : [];

const unfit = (table: Readonly<Record<string, Kind>>, fields: Readonly<Record<string, Value>>, thing: string): string | null => {
	for (const [name, value] of Object.entries(fields)) {
		const kind = Object.hasOwn(table, name) ? table[name] : undefined;
		if (kind === undefined) {
			const near = closest(name, Object.keys(table));
			return `${thing} has no field "${name}". ${near === undefined ? `Its fields are ${Object.keys(table).join(' ')}.` : `Did you mean ${near}?`}`;
		}

		if (!takes(kind, value)) return `The field "${name}" of ${thing.toLowerCase()} does not take ${JSON.stringify(value)}, but ${takenBy(kind)}.`;
		if (name === 'components' && listOf(value).some(each => !components.some(known => known === each))) return 'The components are killed, wounded, missing, captured.';
	}
	return null;
};

/** Why a correction's fields make no sense, as a sentence; null where they do. */
export const fieldProblem = (correction: Correction): string | null => {
	if (correction.kind === 'figure') return correction.on.exact === '' ? 'A figure is held by its words, and none are given.' : unfit(figureFields, correction.fields, 'A figure');
	if (correction.kind === 'quote') return correction.on.exact === '' ? 'A quote is held by its words, and none are given.' : unfit(quoteFields, correction.fields, 'A quote');
	return correction.kind === 'article' ? unfit(articleFields, correction.fields, 'An article') : null;
};

const converted = (table: Readonly<Record<string, Kind>>, fields: Readonly<Record<string, Value>>): Readonly<Record<string, unknown>> =>
	Object.fromEntries(Object.entries(fields).flatMap(([name, value]): Array<[string, unknown]> => {
		const kind = Object.hasOwn(table, name) ? table[name] : undefined;
		// A fact's own words move its place with them: replay does both.
		if (kind === undefined || kind === 'own words' || !takes(kind, value)) return [];
		if (kind === 'list') return [[name, name === 'components' && value === null ? null : listOf(value)]];
		return [[name, kind === 'flag' ? value === 'yes' : value]];
	}));

/** Who is said to have told a figure has told it: with a source named, it is no longer the outlet's own unless that is said too. */
const toldBy = (figure: Figure, fields: Readonly<Record<string, Value>>): Partial<Figure> =>
	figure.directness === 'own' && fields['source'] != null && !('directness' in fields) ? {directness: 'indirect'} : {};

/** Of killed and wounded only casualties are made up: what another measure was made up of is no longer said. */
const madeUp = (fields: Readonly<Record<string, Value>>): Partial<Figure> =>
	!('measure' in fields) || 'components' in fields ? {} : {components: fields['measure'] === 'casualties' ? [] : null};

/** A value as a correction takes it down: lists as words, yes and no; undefined for what none can hold. */
const noted = (value: unknown): Value | undefined => {
	if (Array.isArray(value)) return value.length === 0 ? null : value.join('; ');
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	return value === null || typeof value === 'string' || typeof value === 'number' ? value : undefined;
};

/** The fields, but for its own words, that make the one figure or quote say what the other says. */
export const fieldsThatDiffer = (kind: 'figure' | 'quote', from: object, to: object): Readonly<Record<string, Value>> => {
	const [before, after] = [new Map<string, unknown>(Object.entries(from)), new Map<string, unknown>(Object.entries(to))];
	const names = Object.keys(kind === 'figure' ? figureFields : quoteFields).filter(name => name !== 'text' && after.has(name));
	return Object.fromEntries(names.flatMap((name): Array<[string, Value]> => {
		const value = noted(after.get(name));
		return value === undefined || JSON.stringify(before.get(name)) === JSON.stringify(after.get(name)) ? [] : [[name, value]];
	}));
};

/** A figure with a person's fields in it. Fields that do not fit change nothing. */
export const withFigureFields = (figure: Figure, fields: Readonly<Record<string, Value>>): Figure => ({...figure, ...toldBy(figure, fields), ...madeUp(fields), ...converted(figureFields, fields)});

/** A quote with a person's fields in it. Fields that do not fit change nothing. */
export const withQuoteFields = (quote: Quote, fields: Readonly<Record<string, Value>>): Quote => ({...quote, ...converted(quoteFields, fields)});

/** A card with a person's fields in it; what a person gave has the basis "given" unless they say another. */
export const withArticleFields = <Card extends ArticleCard>(card: Card, fields: Readonly<Record<string, string | null>>): Card => {
	const given = (name: string): 'given' | null => fields[name] === null ? null : 'given';
	return {
		...card,
		...('outlet' in fields ? {outletBasis: given('outlet')} : {}),
		...('published' in fields ? {publishedBasis: given('published')} : {}),
		...converted(articleFields, fields),
	};
};
