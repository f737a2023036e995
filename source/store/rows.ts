import type {Piece, Segment} from '../model/article.ts';
import type {Why} from '../model/event.ts';
import type {Figure} from '../model/figure.ts';
import type {BodyRef, StoredCard, StoredPlace, StoredQuote} from './data.ts';
import {isRecord} from './json.ts';

/**
 * Checks for the records that a library has by the ten thousand, called by the valibot schema: valibot copies what it checks, and took
 * three quarters of the time to open 10,000 articles.
 */
type Test = (value: unknown) => boolean;
/** Every key of the type, none forgotten: the compiler sees to it. */
type Shape<T> = Readonly<Record<keyof T, Test>>;

const text: Test = value => typeof value === 'string';
const textOrNull: Test = value => value === null || typeof value === 'string';
const texts: Test = value => Array.isArray(value) && value.every(text);
const id: Test = value => typeof value === 'string' && value !== '';
const idOrNull: Test = value => value === null || id(value);
const whole: Test = value => Number.isSafeInteger(value);
const count: Test = value => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const numberOrNull: Test = value => value === null || Number.isFinite(value);
const flag: Test = value => typeof value === 'boolean';
const matching = (pattern: RegExp): Test => value => typeof value === 'string' && pattern.test(value);
const oneOf = (...known: readonly unknown[]): Test => value => known.includes(value);

/** Hashes become file names: nothing but 64 hex digits may reach the disk. */
export const hashPattern = /^[0-9a-f]{64}$/u;
const hash = matching(hashPattern);
const basis = oneOf('stated', 'inherited', 'inferred', 'given', null);

const cardShape: Shape<StoredCard> = {
	id, externalId: textOrNull, externalIds: texts, document: hash, path: text, parent: idOrNull, kind: oneOf('article', 'live-blog', 'post', 'related', 'blurb'),
	headline: textOrNull, standfirst: textOrNull, byline: textOrNull, outlet: textOrNull, outletBasis: basis, outletEvidence: textOrNull,
	published: textOrNull, publishedBasis: basis, captured: textOrNull, language: textOrNull, startLine: whole, endLine: whole, url: textOrNull, tags: texts,
	contentHash: text, position: whole, siblings: whole, segmentCount: count, figureCount: count, quoteCount: count,
};
const refShape: Shape<BodyRef> = {article: id, pack: hash, offset: count, length: count, check: matching(/^[0-9a-f]{16}$/u)};
const placeShape: Shape<StoredPlace> = {article: id, document: hash, path: text, startLine: whole, endLine: whole, externalId: textOrNull, url: textOrNull, contentHash: text};
const whyShape: Shape<Why> = {article: id, terms: texts, likeness: value => Number.isFinite(value)};

const fits = (shape: Readonly<Record<string, Test>>): Test => {
	const tests = Object.entries(shape);
	return value => isRecord(value) && tests.every(([key, test]) => test(value[key]));
};
const manyOf = (test: Test): Test => value => Array.isArray(value) && value.every(test);

const pieceShape: Shape<Piece> = {at: count, line: whole, column: count, length: count};
const segmentShape: Shape<Segment> = {
	kind: oneOf('headline', 'standfirst', 'heading', 'paragraph', 'quote', 'list', 'caption'), text, startLine: whole, endLine: whole, pieces: manyOf(fits(pieceShape)),
};
const component = oneOf('killed', 'wounded', 'missing', 'captured');
const figureShape: Shape<Figure> = {
	id, article: id, externalId: textOrNull, document: hash, sha256: hash, line: whole, segment: whole, start: count, end: count, text, sentence: text,
	low: numberOrNull, high: numberOrNull, qualifier: oneOf('=', '>', '>=', '<', '<=', '~', 'range', 'vague'), boundsBasis: oneOf('stated', 'convention'),
	unit: textOrNull, measure: textOrNull, measureText: textOrNull, components: value => value === null || manyOf(component)(value),
	subject: textOrNull, scope: textOrNull, flow: oneOf('total', 'period', null), periodText: textOrNull,
	source: textOrNull, sourceText: textOrNull, sourceChain: texts, directness: oneOf('direct', 'indirect', 'own'), cue: textOrNull,
	stance: oneOf('certain', 'probable', 'possible', 'uncommitted', 'denied'), hedges: texts, basis: textOrNull, verification: textOrNull,
	asOf: textOrNull, asOfText: textOrNull, saidOn: textOrNull, saidOnText: textOrNull, statement: textOrNull,
	quoted: flag, derived: flag, minor: flag, refusal: flag, review: oneOf('confirmed', 'rejected', 'edited', null),
};
const quoteShape: Shape<StoredQuote> = {
	id, article: id, externalId: textOrNull, line: whole, segment: whole, start: count, end: count, text, speaker: textOrNull, speakerName: textOrNull, cue: textOrNull,
};

const firstMisfit = (shape: Readonly<Record<string, Test>>, value: unknown): string =>
	isRecord(value) ? Object.entries(shape).find(([key, test]) => !test(value[key]))?.[0] ?? 'the record' : 'the record';

/** Whether a value is an article's card. */
export const isCard = fits(cardShape);
/** Whether a value says where a body lies. */
export const isBodyRef = fits(refShape);
/** Whether a value is another place of an article. */
export const isPlace = fits(placeShape);
/** Whether a value says why an article is in an event. */
export const isWhy = fits(whyShape);
/** The key that makes a value no card. */
export const cardMisfit = (value: unknown): string => firstMisfit(cardShape, value);
/** The key that makes a value no body reference. */
export const bodyRefMisfit = (value: unknown): string => firstMisfit(refShape, value);
/** Whether a value is a segment. */
export const isSegment = fits(segmentShape);
/** Whether a value is a figure. */
export const isFigure = fits(figureShape);
/** Whether a value is a quote. */
export const isQuote = fits(quoteShape);
/** The key that makes a value no figure. */
export const figureMisfit = (value: unknown): string => firstMisfit(figureShape, value);
