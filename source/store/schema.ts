import * as v from 'valibot';
import type {Segment} from '../model/article.ts';
import {comparisonViews} from '../model/comparison.ts';
import type {NewsEvent, Storyline, Why} from '../model/event.ts';
import type {Figure} from '../model/figure.ts';
import type {Correction, LogEntry} from '../model/override.ts';
import type {Body, BodyRef, LibraryData, StoredCard, StoredDocument, StoredPlace, StoredQuote} from './data.ts';
import {bodyRefMisfit, cardMisfit, figureMisfit, hashPattern, isBodyRef, isCard, isFigure, isPlace, isQuote, isSegment, isWhy} from './rows.ts';

// Objects are loose: a key that a later version of newsdeck added is kept, not refused.
const text = v.string();
const textOrNull = v.nullable(text);
const texts = v.array(text);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const whole = v.pipe(v.number(), v.safeInteger());
/** JSON has no infinity: it would be written as null, and not open again. */
const finite = v.pipe(v.number(), v.finite());
const hash = v.pipe(text, v.regex(hashPattern));
const id = v.pipe(text, v.minLength(1));

const removal = v.looseObject({startLine: whole, endLine: whole, rule: text});

const givenBy = v.looseObject({
	outlet: v.exactOptional(text), url: v.exactOptional(text), date: v.exactOptional(text), captured: v.exactOptional(text), tags: v.exactOptional(texts),
});
const documentEntry: v.GenericSchema<unknown, StoredDocument> = v.looseObject({
	document: v.looseObject({id: hash, path: text, bytes: count, type: text, imported: text}),
	removed: v.array(removal),
	versions: v.looseObject({segment: finite, extract: finite, cluster: finite}),
	revises: v.nullable(hash),
	given: v.nullable(givenBy),
	pack: v.nullable(v.looseObject({name: hash, offset: count})),
	unplaced: v.optional(v.array(count), []),
});

const card = v.custom<StoredCard>(isCard, issue => `not an article: ${cardMisfit(issue.input)} is wrong`);
const bodyRef = v.custom<BodyRef>(isBodyRef, issue => `not the place of a body: ${bodyRefMisfit(issue.input)} is wrong`);

const place = v.custom<StoredPlace>(isPlace, 'not a place of an article');

const event: v.GenericSchema<unknown, NewsEvent> = v.looseObject({
	id, label: text, storylines: texts, articles: texts,
	why: v.array(v.custom<Why>(isWhy)),
});
const storyline: v.GenericSchema<unknown, Storyline> = v.looseObject({id, label: text, events: texts, why: texts});

const quoted = v.looseObject({article: id, exact: text, prefix: text, suffix: text});
const review = v.picklist(['confirmed', 'rejected', 'edited']);
const line = v.looseObject({document: hash, line: count, exact: text, before: text, after: text});
const saved = v.looseObject({articles: v.array(id), view: v.picklist(comparisonViews), notes: text});
const tracked = v.looseObject({measure: id, subject: textOrNull, scope: textOrNull, flow: v.nullable(v.picklist(['total', 'period']))});
const drawn = v.looseObject({seed: count, event: textOrNull, figures: v.array(quoted), passages: v.array(quoted), of: v.looseObject({figures: count, passages: count})});

const eventName = v.looseObject({event: id, label: text});

const correction: v.GenericSchema<unknown, Correction> = v.variant('kind', [
	v.looseObject({kind: v.literal('figure'), on: quoted, review, fields: v.record(text, v.union([text, finite, v.null()]))}),
	v.looseObject({kind: v.literal('quote'), on: quoted, review, fields: v.record(text, textOrNull)}),
	v.looseObject({kind: v.literal('article'), article: id, fields: v.record(text, textOrNull)}),
	v.looseObject({kind: v.literal('tag'), article: id, tag: id, on: v.boolean()}),
	v.looseObject({kind: v.literal('mark'), article: id, mark: v.picklist(['starred', 'reviewed']), on: v.boolean()}),
	v.looseObject({kind: v.literal('note'), article: id, text}),
	v.looseObject({kind: v.literal('delete'), article: id, on: v.boolean()}),
	v.looseObject({kind: v.literal('cut'), act: v.picklist(['split', 'join', 'previous', 'next', 'restore', 'remove']), at: line, through: line}),
	v.looseObject({kind: v.literal('junk'), outlet: textOrNull, exact: id}),
	v.looseObject({kind: v.literal('alias'), name: id, alias: id}),
	v.looseObject({kind: v.literal('measure'), word: id, measure: id, outlet: textOrNull}),
	v.looseObject({kind: v.picklist(['together', 'apart']), articles: v.strictTuple([id, id]), was: v.exactOptional(v.strictTuple([eventName, eventName]))}),
	v.looseObject({kind: v.literal('label'), event: id, label: text}),
	v.looseObject({kind: v.literal('storyline'), label: id, articles: v.array(id)}),
	v.looseObject({kind: v.literal('comparison'), name: id, saved: v.nullable(saved)}),
	v.looseObject({kind: v.literal('question'), name: id, tracked: v.nullable(tracked)}),
	v.looseObject({kind: v.literal('search'), name: id, query: v.nullable(id)}),
	v.looseObject({kind: v.literal('look'), name: id, figures: v.array(v.looseObject({id, article: text})), gone: texts}),
	v.looseObject({kind: v.literal('audit'), drawn}),
	v.looseObject({kind: v.literal('passage'), on: quoted, holds: count}),
]);
const logEntry: v.GenericSchema<unknown, LogEntry> = v.looseObject({
	sequence: count, who: text, when: text, why: textOrNull, begun: v.exactOptional(count),
	act: v.variant('kind', [
		v.looseObject({kind: v.literal('correct'), correction}),
		v.looseObject({kind: v.picklist(['undo', 'redo']), sequence: count}),
	]),
});

const library: v.GenericSchema<unknown, LibraryData> = v.looseObject({
	name: text,
	documents: v.array(documentEntry),
	articles: v.array(card),
	bodies: v.array(bodyRef),
	places: v.array(place),
	revisions: v.array(v.intersect([bodyRef, v.looseObject({document: hash, card: v.nullable(card)})])),
	tombstones: v.array(v.looseObject({card, body: bodyRef})),
	events: v.array(event),
	storylines: v.array(storyline),
	entries: v.array(logEntry),
});

const segment = v.custom<Segment>(isSegment, 'not a segment');
const figure = v.custom<Figure>(isFigure, issue => `not a figure: ${figureMisfit(issue.input)} is wrong`);
const quote = v.custom<StoredQuote>(isQuote, 'not a quote');

const body: v.GenericSchema<unknown, Body> = v.looseObject({
	article: id, headlineSegment: v.nullable(segment), standfirstSegment: v.nullable(segment),
	segments: v.array(segment), removed: v.array(removal), figures: v.array(figure), quotes: v.array(quote),
});

/** A value that was checked, or the first thing that is wrong with it ("articles.3.headline: ..."). */
export type Checked<T> = {readonly value: T} | {readonly wrong: string};

const check = <T>(schema: v.GenericSchema<unknown, T>, value: unknown): Checked<T> => {
	const result = v.safeParse(schema, value, {abortEarly: true});
	if (result.success) return {value: result.output};
	const [issue] = result.issues;
	return {wrong: `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`};
};

/** `data` of library.json, by its types only; `contradiction` looks at what the parts say of each other. */
export const checkLibrary = (value: unknown): Checked<LibraryData> => check(library, value);

/** A line of a pack. */
export const checkBody = (value: unknown): Checked<Body> => check(body, value);

/** A document's entry, by itself. */
export const checkDocument = (value: unknown): Checked<StoredDocument> => check(documentEntry, value);

/** A correction that somebody wants to log. */
export const checkLog = (value: unknown): Checked<LogEntry> => check(logEntry, value);

const firstTwice = (ids: readonly string[]): string | undefined => {
	const seen = new Set<string>();
	return ids.find(each => seen.size === seen.add(each).size);
};

/** The first place where the parts of a library contradict each other; null where there is none. */
export const contradiction = (data: LibraryData): string | null => {
	const documents = new Set(data.documents.map(each => each.document.id));
	const articles = new Set(data.articles.map(each => each.id));
	const bodies = new Set(data.bodies.map(each => each.article));
	const twice = firstTwice(data.articles.map(each => each.id)) ?? firstTwice(data.bodies.map(each => each.article)) ?? firstTwice(data.events.map(each => each.id));
	if (twice !== undefined) return `the id ${twice} stands twice`;
	const homeless = data.articles.find(each => !documents.has(each.document));
	if (homeless) return `the document of article ${homeless.id} is not listed`;
	const wordless = data.articles.find(each => !bodies.has(each.id));
	if (wordless) return `article ${wordless.id} has no place in the bodies`;
	const astray = data.tombstones.find(each => articles.has(each.card.id)) ?? null;
	if (astray) return `article ${astray.card.id} is there and gone at once`;
	const placeless = data.places.find(each => !articles.has(each.article) || !documents.has(each.document));
	if (placeless) return `a place names article ${placeless.article} or its document, which is not there`;
	const stranger = data.events.flatMap(each => each.articles).find(each => !articles.has(each));
	if (stranger !== undefined) return `an event holds article ${stranger}, which is not there`;
	const gap = data.entries.findIndex((entry, index) => entry.sequence !== index + 1);
	if (gap >= 0) return `the log has a gap before its entry ${gap + 1}`;
	return null;
};
