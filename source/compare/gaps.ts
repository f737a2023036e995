import {type Article, type ArticleId, outletKey, outletsNamed} from '../model/article.ts';
import type {Answered, Column} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import type {Gap} from '../model/views.ts';
import {sentences} from '../text/sentences.ts';
import {align} from './align.ts';
import {answersOf} from './explain.ts';
import {isShare, isUntold, measureOf, takesPart} from './measures.ts';
import {sharedQuotes} from './shared-quotes.ts';
import {isForm} from './topics.ts';

/** So many characters of a paragraph are enough to know it by. */
const LONGEST = 100;
/** A quote shorter than this is a word in quotation marks, no claim. */
const SHORTEST_QUOTE = 4;
/** Paragraphs are set side by side for so many articles; of more, figures and quotes alone are claims. */
const MOST_COLUMNS = 12;

/** The opening words of a text, up to the end of a clause where one ends in time. */
const excerpt = (text: string): string => {
	const [span] = sentences(text);
	const first = (span === undefined ? text : text.slice(span.start, span.end)).trim().replaceAll(/\s+/g, ' ');
	if (first.length <= LONGEST) return first.replace(/[.]$/, '');
	const cut = first.slice(0, LONGEST);
	const clause = Math.max(cut.lastIndexOf(', '), cut.lastIndexOf('; '), cut.lastIndexOf(' – '), cut.lastIndexOf(' — '));
	return `${cut.slice(0, clause > LONGEST / 2 ? clause : cut.lastIndexOf(' ')).trim()} …`;
};

/** "over 5,000 casualties of North Korean troops, as of March 2025 (UK MoD)"; what says nothing by itself is told by its sentence. */
const figureClaim = (figure: Figure): string => {
	const measure = measureOf(figure);
	if (isUntold(measure)) return excerpt(figure.sentence);
	const subject = figure.subject === null || figure.subject.toLowerCase().includes(measure.toLowerCase()) ? '' : isShare(figure) ? ` of ${figure.subject}` : `: ${figure.subject}`;
	const when = figure.periodText ?? figure.asOfText;
	const of = figure.qualifier === 'vague' && !isForm(measure) ? 'of ' : '';
	return `${figure.text} ${of}${measure}${subject}${figure.scope === null ? '' : `, ${figure.scope}`}${when === null ? '' : `, ${when}`}${figure.source === null ? '' : ` (${figure.source})`}`;
};

type Place = {readonly article: ArticleId; readonly segment: number};
type Claim = {readonly kind: Gap['kind']; readonly claim: string; readonly places: readonly Place[]; readonly figures: readonly string[]; readonly quotes: readonly string[]};

const figureClaims = ({questions, columns}: Pick<Answered, 'questions' | 'columns'>): Claim[] => questions.flatMap(({figures}) => answersOf(figures).flatMap(answer => {
	const [first] = answer.figures;
	if (first === undefined) return [];
	// What carries the statement in other words carries the claim too, and so does what repeats it.
	const statements = new Set(answer.figures.flatMap(({statement}) => statement ?? []));
	const ids = new Set(answer.figures.map(({id}) => id));
	const carrying = columns.flatMap(column => column.figures).filter(figure => ids.has(figure.id) || (figure.statement !== null && statements.has(figure.statement) && takesPart(figure)));
	return [{kind: 'figure' as const, claim: figureClaim(first), places: carrying.map(({article, segment}) => ({article, segment})), figures: carrying.map(({id}) => id), quotes: []}];
}));

const quoteClaims = (columns: readonly Column[]): Claim[] => sharedQuotes(columns).filter(({text}) => text.split(/\s+/).length >= SHORTEST_QUOTE).map(({text, speaker, carriers}) => ({
	kind: 'quote', claim: `“${excerpt(text)}”${speaker === null ? '' : ` (${speaker})`}`, figures: [], quotes: carriers.map(({quote}) => quote.id),
	places: carriers.map(({article, quote}) => ({article, segment: quote.segment})),
}));

/** Paragraphs that hold no claim of another kind: what they tell, in their own opening words. */
const paragraphClaims = (columns: readonly Column[], taken: readonly Place[]): Claim[] => {
	if (columns.length > MOST_COLUMNS) return [];
	const told = new Set(taken.map(({article, segment}) => `${article} ${segment}`));
	return align(columns).flatMap(({cells}) => {
		const places = cells.flatMap((segments, index) => segments.map(segment => ({article: columns[index]?.article.id ?? '', segment})));
		const [first] = places;
		const text = columns.find(({article}) => article.id === first?.article)?.article.segments[first?.segment ?? -1]?.text;
		if (text === undefined || text.trim() === '' || places.some(({article, segment}) => told.has(`${article} ${segment}`))) return [];
		return [{kind: 'paragraph' as const, claim: excerpt(text), places, figures: [], quotes: []}];
	});
};

const outletsOf = (articles: readonly Article[]): Array<string | null> => [...outletsNamed(articles), ...(articles.some(({outlet}) => outlet === null) ? [null] : [])];

/** Who has it and who has not: an outlet that tells it in one of its articles has it. An outlet nobody knows is each time another. */
const gapOf = (claim: Claim, columns: readonly Column[]): Gap => {
	const telling = new Set(claim.places.map(({article}) => article));
	const [carrying, others] = [columns.filter(({article}) => telling.has(article.id)), columns.filter(({article}) => !telling.has(article.id))].map(some => some.map(({article}) => article));
	const carriedBy = outletsOf(carrying ?? []);
	const carriers = new Set((carrying ?? []).flatMap(({outlet}) => outlet === null ? [] : [outletKey(outlet)]));
	const without = (others ?? []).filter(({outlet}) => outlet === null || !carriers.has(outletKey(outlet)));
	return {...claim, carriedBy, missingFrom: outletsOf(without), articles: [...telling], missing: without.map(({id}) => id)};
};

/**
 * Every claim that some articles have and others do not: figures by question and value, quotations, and paragraphs that tell what
 * no other does. It says what is where, not that anything was left out on purpose. Told by most first.
 */
export const gapsOf = (answered: Pick<Answered, 'questions' | 'columns'>): Gap[] => {
	const {columns} = answered;
	const claims = [...figureClaims(answered), ...quoteClaims(columns)];
	return [...claims, ...paragraphClaims(columns, claims.flatMap(({places}) => places))].map(claim => gapOf(claim, columns))
		.filter(({missing}) => missing.length > 0).toSorted((a, b) => b.articles.length - a.articles.length);
};
