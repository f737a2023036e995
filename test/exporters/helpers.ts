import {type Article, unmarked} from '../../source/model/article.ts';
import type {Comparison} from '../../source/model/comparison.ts';
import type {Figure} from '../../source/model/figure.ts';
import type {Quote} from '../../source/model/quote.ts';

const HASH = `7e1f${'0'.repeat(56)}1ecc`;

export const article = (parts: Partial<Article> & {id: string}): Article => ({
	externalId: null, externalIds: [], document: HASH, path: 'pages/tag.txt', parent: null, kind: 'article', headline: 'Losses in the north', standfirst: null,
	byline: null, outlet: 'Morning Post', outletBasis: 'stated', outletEvidence: null, published: null, publishedBasis: null, captured: null, language: 'en',
	startLine: 1, endLine: 3, url: null, tags: ['war'], contentHash: parts.id, position: 1, siblings: 1, segmentCount: 1, figureCount: 1, quoteCount: 0, ...unmarked,
	headlineSegment: null, standfirstSegment: null, removed: [],
	segments: [{kind: 'paragraph', text: 'The ministry counts over 5,000 losses.', startLine: 3, endLine: 3, pieces: [{at: 0, line: 3, column: 4, length: 38}]}],
	...parts,
});

export const figure = (parts: Partial<Figure> & {id: string; article: string}): Figure => ({
	externalId: null, document: HASH, sha256: HASH, line: 3, segment: 0, start: 20, end: 30, text: 'over 5,000', sentence: 'The ministry counts over 5,000 losses.',
	low: 5000, high: null, qualifier: '>', boundsBasis: 'stated', unit: 'people', measure: 'casualties', measureText: 'losses', components: null,
	subject: 'troops', scope: null, flow: 'total', periodText: null, source: 'the ministry', sourceText: 'The ministry', sourceChain: [], directness: 'direct',
	cue: 'counts', stance: 'certain', hedges: ['over'], basis: null, verification: null, asOf: '2025-03', asOfText: 'as of March 2025', saidOn: null,
	saidOnText: null, statement: null, quoted: false, derived: false, minor: false, refusal: false, review: null,
	...parts,
});

const quote: Quote = {id: 'q1', article: 'a2', externalId: null, line: 3, segment: 0, start: 4, end: 12, text: 'very heavy', speaker: 'He', speakerName: 'Ann Example', cue: 'said', review: null};

const total = figure({id: 'f1', article: 'a1'});
const week = figure({id: 'f2', article: 'a2', text: 'thousands', low: 1000, high: 9999, qualifier: 'vague', boundsBasis: 'convention', flow: 'period', periodText: 'in one week', asOf: null, asOfText: null, source: 'a spokesperson', directness: 'indirect', hedges: [], saidOn: '2024-12-27', saidOnText: 'on Friday', sourceChain: ['an agency']});
const refusal = figure({id: 'f3', article: 'a3', text: 'declined', low: null, high: null, refusal: true, source: 'an official', hedges: [], asOf: null, asOfText: null});
const share = figure({id: 'f4', article: 'a1', text: 'a third', start: 31, end: 37, low: 0.333, high: 0.333, qualifier: '~', unit: 'share', measure: 'killed', components: ['killed'], source: null, directness: 'own'});
const rejected = figure({id: 'f5', article: 'a1', text: '12', start: 33, end: 35, review: 'rejected'});

/** Three articles, five figures, a quote: what the exporters are tried on. */
export const comparison: Comparison = {
	schema: 'newsdeck/comparison@1', origins: {low: 2, high: 3},
	title: 'Losses of the northern troops',
	columns: [
		{article: article({id: 'a1', outletBasis: 'inferred'}), figures: [share, total, rejected], quotes: []},
		{article: article({id: 'a2', outlet: 'Evening News', published: '2024-12-28', publishedBasis: 'stated', path: 'pages/live.txt'}), figures: [week], quotes: [quote]},
		{article: article({id: 'a3', outlet: null, outletBasis: null, headline: null, segments: []}), figures: [refusal], quotes: []},
	],
	rows: [{cells: [[0], [0], []], topic: 'losses', difference: true, shared: [0]}],
	matrix: [
		{
			label: 'casualties', note: 'of northern troops',
			cells: [{figures: [total], derived: [], repeats: []}, {figures: [week], derived: [], repeats: []}, {figures: [refusal], derived: [], repeats: []}],
			notComparable: [{left: total, right: week, leftColumn: 0, rightColumn: 1, reason: 'a total to date, and one week'}],
		},
		{
			label: 'killed', note: null,
			cells: [{figures: [share], derived: [{text: 'at least roughly 1,700', from: 'a third of over 5,000', low: 1700, high: null}], repeats: []}, {figures: [], derived: [], repeats: []}, {figures: [], derived: [], repeats: []}],
			notComparable: [],
		},
	],
	questions: [{label: 'casualties, a total', note: null, question: {measure: 'casualties', subject: 'troops', scope: null, flow: 'total', unit: 'people'}, figures: [total], derived: []}],
	reasons: [{figures: [total, week], comparable: false, reason: 'a week, and a total', fact: 'the week can lie within the total'}],
	statements: [{id: 's-f1', source: 'the ministry', figures: ['f1', 'f2'], carriers: [{article: 'a1', figure: total, drifts: []}, {article: 'a2', figure: week, drifts: [{what: 'verb', from: 'counts', to: 'claims'}]}]}],
	tensions: [{figures: ['f1', 'f4'], rule: 'killed within casualties', explanation: 'more killed than casualties', innocent: ['two different days']}],
};

/** The same value with every text in it replaced; numbers, flags and shapes stay. */
export const withTexts = <T>(value: T, text: (path: string, was: string) => string, path = ''): T => {
	const replaced = (inner: unknown, at: string): unknown => {
		if (typeof inner === 'string') return at === '.schema' ? inner : text(at, inner);
		if (Array.isArray(inner)) return inner.map((item, index) => replaced(item, `${at}.${index}`));
		if (typeof inner === 'object' && inner !== null) return Object.fromEntries(Object.entries(inner).map(([key, item]) => [key, replaced(item, `${at}.${key}`)]));
		return inner;
	};
	return replaced(value, path) as T;
};

/** Frozen through and through: an exporter that writes into its input throws. */
export const frozen = <T>(value: T): T => {
	if (typeof value === 'object' && value !== null) {
		for (const item of Object.values(value)) frozen(item);
		Object.freeze(value);
	}

	return value;
};
