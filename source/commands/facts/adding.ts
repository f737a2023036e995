import {extract, type Extraction} from '../../extract/extract.ts';
import {segmentAt, type Article, type Segment} from '../../model/article.ts';
import type {Figure} from '../../model/figure.ts';
import type {Addition, Derivation, Library, PlannedFact} from '../../model/library.ts';
import {textQuoteOf, type Fields, type Place, type TextFields} from '../../model/override.ts';
import {Problem} from '../../model/problem.ts';
import type {Quote} from '../../model/quote.ts';
import {fieldsThatDiffer} from '../../store/fields.ts';
import {correctFigures, correctQuotes} from '../../store/replay-facts.ts';

/** The article with another text in one segment, read anew. Where its words stood in the raw page is left out: nothing is kept of this reading. */
const readWith = (article: Article, {segment}: Place, text: string): Extraction => {
	const changed = (own: Segment): Segment => ({...own, text, pieces: []});
	const {headlineSegment, standfirstSegment, segments} = article;
	return extract({
		...article,
		headlineSegment: segment === -1 && headlineSegment ? changed(headlineSegment) : headlineSegment,
		standfirstSegment: segment === -2 && standfirstSegment ? changed(standfirstSegment) : standfirstSegment,
		segments: segments.map((own, index) => index === segment ? changed(own) : own),
	});
};

/** A plain count: wherever the program passed over a number, it would not have passed over this one. */
const PLAIN = '4,321';
const ofValue = ['low', 'high', 'qualifier', 'boundsBasis', 'unit', 'minor'] as const;
const ofContext = [
	'unit', 'measure', 'measureText', 'components', 'subject', 'scope', 'flow', 'periodText', 'source', 'sourceText', 'sourceChain', 'directness', 'cue', 'stance', 'hedges',
	'basis', 'verification', 'asOf', 'asOfText', 'saidOn', 'saidOnText', 'quoted',
] as const;

const picked = <Name extends keyof Figure>(figure: Figure | undefined, names: readonly Name[]): Partial<Pick<Figure, Name>> => {
	const found: Partial<Pick<Figure, Name>> = {};
	for (const name of names) if (figure) found[name] = figure[name];
	return found;
};

/**
 * What the stages make of words that they read no figure in: the value of the words by themselves; who says it, of what, as of when, from the
 * sentence with a plain count in their place ("scores of boats" read as "4,321 of boats").
 */
const figureIn = (article: Article, place: Place): Partial<Figure> => {
	const text = segmentAt(article, place.segment)?.text ?? '';
	const words = text.slice(place.start, place.end);
	const value = readWith(article, place, words).figures.find(({segment}) => segment === place.segment);
	const counted = (count: string): Figure | undefined => readWith(article, place, text.slice(0, place.start) + count + text.slice(place.end)).figures
		.find(({segment, start, end}) => segment === place.segment && start < place.start + PLAIN.length && place.start < end);
	// "Two score boats": the last word may be what is counted.
	const last = /\s(\S+)$/.exec(words)?.[1];
	const withNoun = last === undefined ? undefined : counted(`${PLAIN} ${last}`);
	const around = withNoun !== undefined && withNoun.measureText === last ? withNoun : counted(PLAIN);
	const context = picked(around, ofContext);
	// Words with their noun in them know better what they count than what follows them.
	const named = value !== undefined && value.measureText !== null ? picked(value, ['unit', 'measure', 'measureText', 'components', 'subject']) : {};
	return {...context, hedges: (context.hedges ?? []).filter(hedge => text.includes(hedge)), ...picked(value, ofValue), ...(value?.unit == null ? picked(around, ['unit']) : {}), ...named};
};

const MARKS = /[“”"‘’«»]/;

/** Who the stages say has spoken, if the words stood in quotation marks. */
const quoteIn = (article: Article, place: Place): Partial<Quote> => {
	const text = segmentAt(article, place.segment)?.text ?? '';
	const before = MARKS.test(text[place.start - 1] ?? '') ? place.start - 1 : place.start;
	const after = MARKS.test(text[place.end] ?? '') ? place.end + 1 : place.end;
	const found = readWith(article, place, `${text.slice(0, before)}“${text.slice(place.start, place.end)}”${text.slice(after)}`).quotes
		.find(({segment, start, end}) => segment === place.segment && start <= before + 1 && before + 1 < end);
	return found === undefined ? {} : {speaker: found.speaker, speakerName: found.speakerName, cue: found.cue};
};

/** The fields that say something else than a fact of which nothing is said. */
const said = (kind: Addition['kind'], read: object, bare: object): Fields => fieldsThatDiffer(kind, bare, {...bare, ...read});

const astray = (): Problem => new Problem({exit: 'usage', what: 'Nothing was added.', why: 'The words do not stand there any more, or are read already.'});
const asText = (fields: Fields): TextFields => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === null ? null : String(value)]));
const at = <Fact extends Place>(facts: readonly Fact[] | null, {segment, start, end}: Place): Fact | undefined => facts?.find(each => each.segment === segment && each.start === start && each.end === end);

/** How a figure or quote would read that a person adds to an article, and the correction that adds it; without fields, those the stages find. */
const factAdded = ({article, figures, quotes}: Derivation, {kind, place, fields}: Omit<Addition, 'article'>): PlannedFact => {
	const on = textQuoteOf(article, place);
	if (kind === 'figure') {
		const read = (given: Fields): Figure | undefined => at(correctFigures(article, figures, {kind, on, review: 'edited', fields: given}), place);
		const all = fields ?? said(kind, figureIn(article, place), read({}) ?? {});
		const fact = read(all);
		if (fact === undefined) throw astray();
		return {kind, fact, correction: {kind, on, review: 'edited', fields: all}};
	}

	const read = (given: TextFields): Quote | undefined => at(correctQuotes(article, quotes, {kind, on, review: 'edited', fields: given}), place);
	const all = asText(fields ?? said(kind, quoteIn(article, place), read({}) ?? {}));
	const fact = read(all);
	if (fact === undefined) throw astray();
	return {kind, fact, correction: {kind, on, review: 'edited', fields: all}};
};

/** The same for an article of a library. */
export const planFact = async (library: Library, {article, ...addition}: Addition): Promise<PlannedFact> => {
	const [derivation] = await library.read([article]);
	if (derivation === undefined) throw astray();
	return factAdded(derivation, addition);
};
