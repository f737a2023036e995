import {HEADLINE, rawLine, STANDFIRST, segmentAt} from '../model/article.ts';
import type {Article, ArticleCard, ArticleId} from '../model/article.ts';
import type {NewsEvent} from '../model/event.ts';
import type {Figure} from '../model/figure.ts';
import type {Derivation} from '../model/library.ts';
import type {Correction, LogEntry, TextQuote} from '../model/override.ts';
import {withArticleFields, withFigureFields} from './fields.ts';

type FigureCorrection = Extract<Correction, {kind: 'figure'}>;
/** A stretch of an article's text: offsets in the segment, in UTF-16 units. */
type Place = {readonly segment: number; readonly start: number; readonly end: number};

/** All places of the quoted words with exactly these words before and after (W3C TextQuoteSelector). */
const placesOf = (article: Article, {exact, prefix, suffix}: Omit<TextQuote, 'article'>): readonly Place[] => {
	const places: Place[] = [];
	const needle = prefix + exact + suffix;
	if (exact === '') return places;
	for (let segment = STANDFIRST; segment < article.segments.length; segment++) {
		const text = segmentAt(article, segment)?.text ?? '';
		for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
			places.push({segment, start: at + prefix.length, end: at + prefix.length + exact.length});
		}
	}
	return places;
};

/** The figure that stands at a place: the same words, else the only one that shares some of them. */
const figureAt = (figures: readonly Figure[], place: Place): Figure | null => {
	const touching = figures.filter(each => each.segment === place.segment && each.start < place.end && place.start < each.end);
	return touching.find(each => each.start === place.start && each.end === place.end) ?? (touching.length === 1 ? touching[0] ?? null : null);
};

const lineOf = (article: Article, place: Place): number => {
	const segment = segmentAt(article, place.segment);
	return segment === undefined ? article.startLine : rawLine(segment, place.start);
};

/** A figure that only a person saw: nothing is claimed of it but what they say. Its sentence is the whole segment. */
const added = (article: Article, place: Place, {on, fields}: FigureCorrection): Figure => withFigureFields({
	id: `${article.id}:${place.segment}:${place.start}`, article: article.id, externalId: article.externalId,
	document: article.document, sha256: article.document, line: lineOf(article, place), ...place,
	text: on.exact, sentence: segmentAt(article, place.segment)?.text ?? on.exact, low: null, high: null, qualifier: '=', boundsBasis: 'stated',
	unit: null, measure: null, measureText: null, components: null, subject: null, scope: null, flow: null, periodText: null,
	source: null, sourceText: null, sourceChain: [], directness: 'own', cue: null, stance: 'certain', hedges: [], basis: null, verification: null,
	asOf: null, asOfText: null, saidOn: null, saidOnText: null, statement: null,
	quoted: false, derived: false, minor: false, refusal: false, review: 'edited',
}, fields);

/** The figures with one correction on them; null where its words are not there, or more than once, or hold nothing to correct. */
const correctFigures = (article: Article, figures: readonly Figure[], correction: FigureCorrection): readonly Figure[] | null => {
	const places = placesOf(article, correction.on);
	const [place] = places;
	if (place === undefined || places.length > 1) return null;
	const target = figureAt(figures, place);
	if (target !== null) {
		return figures.map(each => each === target ? {...withFigureFields(each, correction.fields), review: correction.review} : each);
	}
	const occupied = figures.some(each => each.segment === place.segment && each.start < place.end && place.start < each.end);
	// Rejected, and no longer read as a figure: the words are there and the person got their way.
	if (correction.review === 'rejected') return occupied ? null : figures;
	return occupied || correction.review === 'confirmed' ? null : [...figures, added(article, place, correction)];
};

/** A card as people corrected it; entries about other things or other articles change nothing. */
export const correctCard = <Card extends ArticleCard>(card: Card, entries: readonly LogEntry[]): Card =>
	entries.reduce((current, {act}) => act.kind === 'correct' && act.correction.kind === 'article' && act.correction.article === card.id
		? withArticleFields(current, act.correction.fields)
		: current, card);

/** The standfirst (-2) is printed after the headline (-1). */
const printed = (segment: number): number => segment === HEADLINE ? STANDFIRST : segment === STANDFIRST ? HEADLINE : segment;

const inTextOrder = (left: Figure, right: Figure): number => printed(left.segment) - printed(right.segment) || left.start - right.start;

/** What the stages read in one article, with the standing corrections on it, oldest first; and those that found no place. */
export const correctDerivation = (derivation: Derivation, entries: readonly LogEntry[]): {readonly derivation: Derivation; readonly unplaced: readonly LogEntry[]} => {
	const unplaced: LogEntry[] = [];
	let {figures} = derivation;
	for (const entry of entries) {
		if (entry.act.kind !== 'correct' || entry.act.correction.kind !== 'figure' || entry.act.correction.on.article !== derivation.article.id) continue;
		const corrected = correctFigures(derivation.article, figures, entry.act.correction);
		if (corrected === null) unplaced.push(entry);
		else figures = corrected;
	}
	const longer = figures.length > derivation.figures.length;
	return {
		derivation: {...derivation, article: correctCard(derivation.article, entries), figures: longer ? [...figures].sort(inTextOrder) : figures},
		unplaced,
	};
};

/** Events under the names people gave them. */
export const correctLabels = (events: readonly NewsEvent[], entries: readonly LogEntry[]): readonly NewsEvent[] => {
	const labels = new Map(entries.flatMap(({act}) => act.kind === 'correct' && act.correction.kind === 'label' ? [[act.correction.event, act.correction.label] as const] : []));
	return labels.size === 0 ? events : events.map(event => ({...event, label: labels.get(event.id) ?? event.label}));
};

/** The articles a correction speaks of. */
export const articlesOf = (correction: Correction): readonly ArticleId[] => {
	switch (correction.kind) {
		case 'figure':
		case 'quote': return [correction.on.article];
		case 'article':
		case 'tag':
		case 'mark':
		case 'note': return [correction.article];
		case 'together':
		case 'apart':
		case 'storyline': return correction.articles;
		case 'comparison': return correction.saved?.articles ?? [];
		default: return [];
	}
};

/** Whether the article or event that a correction is about is not there at all. */
export const isAstray = (correction: Correction, articles: ReadonlySet<ArticleId>, events: ReadonlySet<string>): boolean =>
	correction.kind === 'label' ? !events.has(correction.event) : articlesOf(correction).some(id => !articles.has(id));
