import {existsSync, readFileSync} from 'node:fs';
import {segmentAt} from '../../source/model/article.ts';
import {digest} from '../../source/pipeline.ts';
import {sha256} from '../../source/text/hash.ts';
import {hedgesInCommon, near, overlaps, row, sourceIsRight, sum, type Row} from './figures.ts';
import {speakerRight} from './quotes.ts';

const dataset = new URL('../../../shared/datasets/basil.jsonl', import.meta.url);
const folder = new URL('basil/', import.meta.url);
/** The articles of BASIL (Fan et al. 2019) are not part of the project; the labels are, and hold none of their sentences. */
export const hasBasil = existsSync(dataset);

type Text = {readonly id: string; readonly title: string; readonly paras: readonly string[]};
type OneOrMore<T> = T | readonly T[];
/** As the label files write it; basil/README.md explains the fields. `para` counts from 0, the headline is -1. */
type Phrase = {readonly para: number; readonly text: string; readonly nth?: number};
type LabelledFigure = Phrase & {
	readonly low: number | null; readonly high: number | null; readonly qualifier: string; readonly qualifierAlt?: readonly string[]; readonly unit: OneOrMore<string | null>; readonly measure: OneOrMore<string | null>;
	readonly source: string | null; readonly sourceAlt?: readonly string[]; readonly sourceNullOk?: boolean; readonly hedges: readonly string[]; readonly optional?: boolean;
};
type Extent = {readonly para: number; readonly start: number; readonly end: number; readonly hash: string};
type LabelledQuote = Extent & {readonly speaker: string | null; readonly speakerAlt?: readonly string[]; readonly speakerName: string | null; readonly speakerNameAlt?: readonly string[]};
export type Labels = {
	readonly id: string; readonly figures: readonly LabelledFigure[]; readonly traps: readonly Phrase[];
	readonly quotes: readonly LabelledQuote[]; readonly quoteTraps: ReadonlyArray<Extent & {readonly soft: boolean}>;
};

type Place = {readonly article: string; readonly para: number; readonly start: number; readonly end: number; readonly optional: boolean};
type FigureAt = Place & {
	readonly text: string; readonly low: number | null; readonly high: number | null; readonly qualifiers: readonly string[]; readonly units: ReadonlyArray<string | null>; readonly measures: ReadonlyArray<string | null>;
	readonly source: string | null; readonly sourceAlt: readonly string[]; readonly sourceNullOk: boolean; readonly hedges: readonly string[];
};
type QuoteAt = Place & {readonly speaker: string | null; readonly speakerAlt: readonly string[]; readonly names: ReadonlyArray<string | null>};
/** What one reader found in some articles: the labels, or the program. */
type Reading = {readonly figures: readonly FigureAt[]; readonly quotes: readonly QuoteAt[]; readonly traps: readonly Place[]};

export const readTexts = (): ReadonlyMap<string, Text> =>
	new Map(readFileSync(dataset, 'utf8').trim().split('\n').map(line => JSON.parse(line)).map((text: Text) => [text.id, text]));

/** Null where the file is not there. */
export const readLabels = (name: 'work' | 'held-out' | 'second'): readonly Labels[] | null => {
	const file = new URL(`${name}.json`, folder);
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
};

const paragraphOf = (text: Text, para: number): string => para === -1 ? text.title : text.paras[para] ?? '';
const listOf = <T>(value: OneOrMore<T>): readonly T[] => Array.isArray(value) ? value : [value as T];

/** The place of the nth standing alone of a phrase. Throws where it does not stand there. */
const placeOf = (text: Text, {para, text: words, nth = 1}: Phrase, optional: boolean): Place & {text: string} => {
	const escaped = words.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
	const alone = new RegExp(`${/^[\p{L}\d]/u.test(words) ? String.raw`(?<![\p{L}\d])` : ''}${escaped}${/[\p{L}\d]$/u.test(words) ? String.raw`(?![\p{L}\d])` : ''}`, 'gu');
	const start = [...paragraphOf(text, para).matchAll(alone)][nth - 1]?.index;
	if (start === undefined) throw new Error(`${text.id}, paragraph ${para}: "${words}" does not stand there ${nth} times.`);
	return {article: text.id, para, start, end: start + words.length, text: words, optional};
};

const extentOf = (text: Text, {para, start, end, hash}: Extent, optional: boolean): Place => {
	if (!sha256(paragraphOf(text, para).slice(start, end)).startsWith(hash)) throw new Error(`${text.id}, paragraph ${para}: other words from ${start} to ${end} than were labelled.`);
	return {article: text.id, para, start, end, optional};
};

/** Labels with their places. Throws where a label's words do not stand in its paragraph. */
export const labelledReading = (labels: readonly Labels[], texts: ReadonlyMap<string, Text>): Reading & {readonly softQuotes: readonly Place[]} => {
	const all = labels.map(label => {
		const text = texts.get(label.id);
		if (text === undefined) throw new Error(`${label.id} is not in BASIL.`);
		const extents = label.quoteTraps.map(trap => extentOf(text, trap, trap.soft));
		return {
			figures: label.figures.map(figure => ({
				...placeOf(text, figure, figure.optional ?? false), low: figure.low, high: figure.high, qualifiers: [figure.qualifier, ...figure.qualifierAlt ?? []], units: listOf(figure.unit), measures: listOf(figure.measure),
				source: figure.source, sourceAlt: figure.sourceAlt ?? [], sourceNullOk: figure.sourceNullOk ?? false, hedges: figure.hedges,
			})),
			quotes: label.quotes.map(quote => ({...extentOf(text, quote, false), speaker: quote.speaker, speakerAlt: quote.speakerAlt ?? [], names: [quote.speakerName, ...quote.speakerNameAlt ?? []]})),
			traps: label.traps.map(trap => placeOf(text, trap, false)),
			softQuotes: extents.filter(({optional}) => optional),
		};
	});
	return {figures: all.flatMap(one => one.figures), quotes: all.flatMap(one => one.quotes), traps: all.flatMap(one => one.traps), softQuotes: all.flatMap(one => one.softQuotes)};
};

/** The program's reading of some articles, as an import of JSON Lines gives it. Throws where an article is not one article of the same paragraphs. */
export const programReading = async (texts: readonly Text[]): Promise<Reading> => {
	const bytes = new TextEncoder().encode(texts.map(({id, title, paras}) => JSON.stringify({id, title, paras})).join('\n'));
	const byId = new Map(texts.map(text => [text.id, text]));
	const {derivations} = await digest({path: 'basil.jsonl', bytes, type: null, given: {}, imported: '2026-01-01T00:00:00Z'});
	const all = derivations.map(({article, figures, quotes}) => {
		const text = byId.get(article.externalId ?? '');
		if (text === undefined) throw new Error(`An article came out that did not go in: ${article.headline}`);
		// A paragraph that repeats the headline is cut out as boilerplate, so segments are found by their words.
		const place = (fact: {readonly segment: number; readonly start: number; readonly end: number}): Place => {
			const words = segmentAt(article, fact.segment)?.text ?? '';
			const para = fact.segment === -1 ? -1 : text.paras.findIndex((candidate, index) => index >= fact.segment && candidate.includes(words));
			const shift = paragraphOf(text, para).indexOf(words);
			if (shift === -1) throw new Error(`${text.id}: segment ${fact.segment} is no paragraph of it.`);
			return {article: text.id, para, start: fact.start + shift, end: fact.end + shift, optional: false};
		};
		return {
			figures: figures.filter(figure => !figure.refusal).map(figure => ({
				...place(figure), text: figure.text, low: figure.low, high: figure.high, qualifiers: [figure.qualifier], units: [figure.unit], measures: [figure.measure], source: figure.source, sourceAlt: [], sourceNullOk: false, hedges: figure.hedges,
			})),
			quotes: quotes.map(quote => ({...place(quote), speaker: quote.speaker, speakerAlt: [], names: [quote.speakerName]})),
		};
	});
	return {figures: all.flatMap(one => one.figures), quotes: all.flatMap(one => one.quotes), traps: []};
};

const together = (one: Place, other: Place): boolean => one.article === other.article && one.para === other.para && overlaps(one.start, one.end, other.start, other.end);
/** Four fifths of the longer of the two. */
const mostlyTogether = (one: Place, other: Place): boolean =>
	together(one, other) && Math.min(one.end, other.end) - Math.max(one.start, other.start) >= 0.8 * Math.max(one.end - one.start, other.end - other.start);

type Pair<T> = {readonly label: T; readonly read: T};
/** One to one, in the order of the labels. What either side calls optional counts neither way. */
const match = <T extends Place>(labels: readonly T[], reads: readonly T[], same: (one: Place, other: Place) => boolean, neither: readonly Place[] = []): {readonly pairs: ReadonlyArray<Pair<T>>; readonly missed: readonly T[]; readonly extra: readonly T[]} => {
	const used = new Set<T>();
	const found = labels.flatMap(label => {
		const read = reads.find(candidate => !used.has(candidate) && same(label, candidate));
		if (read !== undefined) used.add(read);
		return read === undefined ? [] : [{label, read}];
	});
	return {
		pairs: found.filter(({label, read}) => !label.optional && !read.optional),
		missed: labels.filter(label => !label.optional && !neither.some(place => together(place, label)) && !found.some(pair => pair.label === label)),
		extra: reads.filter(read => !read.optional && !used.has(read) && !neither.some(place => together(place, read))),
	};
};

const shares = <T>(one: readonly T[], other: readonly T[]): boolean => one.some(item => other.includes(item));
const speakerIs = (label: QuoteAt, read: QuoteAt): boolean =>
	label.names.some(speakerName => read.names.some(name => speakerRight({speaker: label.speaker, speakerAlt: label.speakerAlt, speakerName}, {speaker: read.speaker, speakerName: name})));

const at = ({article, para}: Place): string => `${article.slice(6, 14)}${article.slice(-2)}:${para}`;
const valuesAgree = ({label, read}: Pair<FigureAt>): boolean => near(read.low, label.low) && near(read.high, label.high) && shares(read.qualifiers, label.qualifiers);

const figureRows = (labels: readonly FigureAt[], reads: readonly FigureAt[]): {readonly rows: readonly Row[]; readonly extra: readonly FigureAt[]} => {
	const {pairs, missed, extra} = match(labels, reads, together);
	const field = (name: string, right: (pair: Pair<FigureAt>) => boolean, told: (figure: FigureAt) => unknown): Row =>
		row(name, pairs, right, pair => `${at(pair.label)} ${pair.label.text}: ${JSON.stringify(told(pair.read))} for ${JSON.stringify(told(pair.label))}`);
	const hedges = pairs.map(({label, read}) => ({label, read, ...hedgesInCommon(read.hedges, label.hedges)}));
	const tell = (figure: FigureAt): string => `${at(figure)} ${figure.text}`;
	return {
		extra,
		rows: [
			{name: 'figures precision', right: pairs.length, of: pairs.length + extra.length, misses: extra.map(tell)},
			{name: 'figures recall', right: pairs.length, of: pairs.length + missed.length, misses: missed.map(tell)},
			{name: 'figures F1', right: 2 * pairs.length, of: 2 * pairs.length + extra.length + missed.length, misses: []},
			field('values', valuesAgree, ({low, high, qualifiers}) => [low, high, ...qualifiers]),
			field('unit', ({label, read}) => shares(read.units, label.units), ({units}) => units),
			field('measure', ({label, read}) => shares(read.measures, label.measures), ({measures}) => measures),
			field('source', ({label, read}) => sourceIsRight(label, read.source) || sourceIsRight(read, label.source), ({source}) => source),
			{name: 'hedges (F1, counted twice)', right: sum(hedges.map(({right}) => right)), of: sum(hedges.map(({of}) => of)), misses: hedges.filter(({right, of}) => right < of).map(({label, read}) => `${at(label)} ${label.text}: ${JSON.stringify(read.hedges)} for ${JSON.stringify(label.hedges)}`)},
		],
	};
};

const quoteRows = (labels: readonly QuoteAt[], reads: readonly QuoteAt[], soft: readonly Place[], speaker: (label: QuoteAt, read: QuoteAt) => boolean): Row[] => {
	const {pairs, missed, extra} = match(labels, reads, mostlyTogether, soft);
	const tell = (quote: QuoteAt): string => `${at(quote)} ${quote.start} to ${quote.end}, ${quote.speaker}`;
	return [
		{name: 'quotes precision', right: pairs.length, of: pairs.length + extra.length, misses: extra.map(tell)},
		{name: 'quotes recall', right: pairs.length, of: pairs.length + missed.length, misses: missed.map(tell)},
		{name: 'quotes F1', right: 2 * pairs.length, of: 2 * pairs.length + extra.length + missed.length, misses: []},
		row('quotes, speaker', pairs, ({label, read}) => speaker(label, read), ({label, read}) => `${tell(label)}: ${JSON.stringify([read.speaker, ...read.names])} for ${JSON.stringify(label.names)}`),
	];
};

const named = (part: string, rows: readonly Row[]): Row[] => rows.map(line => ({...line, name: `${part}, ${line.name}`}));

/** The program against the labels. The articles held out are counted and never told, so that nothing is fitted to them. */
export const scoreBasil = async (): Promise<Row[]> => {
	const texts = readTexts();
	const rowsOf = async (part: 'work' | 'held-out'): Promise<Row[]> => {
		const labels = readLabels(part) ?? [];
		const gold = labelledReading(labels, texts);
		const read = await programReading(labels.flatMap(({id}) => texts.get(id) ?? []));
		const {rows, extra} = figureRows(gold.figures, read.figures);
		const avoided = row('traps avoided', gold.traps, trap => !extra.some(figure => together(figure, trap)), at);
		const all = named(`BASIL ${part}`, [...rows, avoided, ...quoteRows(gold.quotes, read.quotes, gold.softQuotes, speakerIs)]);
		return part === 'work' ? all : all.map(line => ({...line, misses: []}));
	};

	return [...await rowsOf('work'), ...await rowsOf('held-out')];
};

/** Two label files against each other, on the articles both hold. Which comes first makes no difference but for precision and recall, which are left out. */
export const agreement = (first: readonly Labels[], second: readonly Labels[], texts: ReadonlyMap<string, Text>): Row[] => {
	const ids = new Set(second.map(({id}) => id));
	const one = labelledReading(first.filter(({id}) => ids.has(id)), texts);
	const other = labelledReading(second, texts);
	// A label may list several defensible measures; how often the readers' first words are the same tells how much that list forgives.
	const firstChoice = (figures: readonly FigureAt[]): FigureAt[] => figures.map(figure => ({...figure, measures: figure.measures.slice(0, 1)}));
	const rows = [
		...figureRows(one.figures, other.figures).rows,
		...figureRows(firstChoice(one.figures), firstChoice(other.figures)).rows.filter(({name}) => name === 'measure').map(line => ({...line, name: 'measure, first choice'})),
		...quoteRows(one.quotes, other.quotes, [...one.softQuotes, ...other.softQuotes], (label, read) => speakerIs(label, read) || speakerIs(read, label)),
	];
	return named('agreement', rows.filter(({name}) => !/precision|recall/.test(name)));
};

/** The agreement of the two label files; empty where there is no second reading. */
export const scoreAgreement = (): Row[] => {
	const second = readLabels('second');
	return second === null ? [] : agreement([...readLabels('work') ?? [], ...readLabels('held-out') ?? []], second, readTexts());
};
