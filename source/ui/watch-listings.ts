import {sinceLastLook} from '../compare/tracked.ts';
import type {ArticleCard} from '../model/article.ts';
import type {Figure} from '../model/figure.ts';
import type {AuditItem, AuditSheet, Doubt, Unplaced} from '../model/review.ts';
import type {TrackedRow} from '../model/tracking.ts';
import type {ListingItem} from './listings.ts';
import type {DeckData} from './session/load.ts';
import {plain, type Row} from './paint/row.ts';
import {correctionWords, doubtShort, questionWords, sayReview} from './words/review-words.ts';
import {symbols} from './paint/theme.ts';
import {count, dateWords, figureRuns, thousands} from './words/words.ts';

/** What a line of the review, of the questions or of the searches stands for. */
export type Watched =
	| {readonly kind: 'unplaced'; readonly unplaced: Unplaced}
	| {readonly kind: 'doubt'; readonly doubt: Doubt}
	| {readonly kind: 'audit'; readonly item: AuditItem}
	/** What the answers to the audit come to. */
	| {readonly kind: 'report'; readonly sheet: AuditSheet}
	/** `name` null: one that was only asked. */
	| {readonly kind: 'search'; readonly name: string | null; readonly query: string}
	| {readonly kind: 'question'; readonly followed: TrackedRow};

const outletWords = (card: ArticleCard | undefined): string => card === undefined ? '' : `${card.outlet ?? 'outlet unknown'}${card.outletBasis === 'inferred' ? symbols.inferred : ''}`;

const settled: Readonly<Record<NonNullable<Figure['review']>, string>> = {confirmed: 'confirmed', rejected: 'rejected', edited: 'put right'};

/** A figure as a line: its words, why it is here or what a person said of it, and where it stands. */
const figureItem = (figure: Figure, facts: string, watched: Watched): ListingItem => ({
	title: figure.text, runs: figureRuns(figure), known: true, facts: figure.review === null ? facts : `${symbols.checked} ${settled[figure.review]}`,
	right: `line ${thousands(figure.line)}`, articles: [figure.article], figure, watched,
});

const correctionOf = ({entry}: Unplaced): string => entry.act.kind === 'correct' ? correctionWords(entry.act.correction) : entry.act.kind;

const headed = (items: readonly ListingItem[], label: string, count: string): readonly ListingItem[] =>
	items.map((item, index) => index === 0 ? {...item, head: {label, count}} : item);

/** What waits, in the order in which it matters: corrections without a place, readings to check, the audit. */
export const reviewItems = ({found: {queue}, cards}: DeckData): readonly ListingItem[] => {
	if (queue === null) return [];
	const {unplaced, doubts, audit} = queue;
	const open = doubts.filter(({figure}) => figure.review === null).length;
	return [
		...headed(unplaced.map((each): ListingItem => ({
			title: correctionOf(each), known: true, facts: each.article === null ? 'by '.concat(each.entry.who) : outletWords(cards.get(each.article)), right: dateWords(each.entry.when),
			articles: each.article === null ? [] : [each.article], watched: {kind: 'unplaced', unplaced: each},
		})), 'Corrections without a place', thousands(unplaced.length)),
		...headed(doubts.map(doubt => figureItem(doubt.figure, doubtShort(doubt), {kind: 'doubt', doubt})), 'Figures to check', thousands(open)),
		...headed(audit === null ? [] : [...audit.open.map((item): ListingItem => item.kind === 'figure' ? figureItem(item.figure, 'drawn for the audit', {kind: 'audit', item}) : {
			title: item.text, known: true, facts: 'no figure was read here', right: `line ${thousands(item.line)}`, articles: [item.on.article], watched: {kind: 'audit', item},
		}), {
			title: sayReview.report, known: true, facts: `${thousands(audit.right)} of ${count(audit.checked, 'row')} right`, right: '', articles: [], watched: {kind: 'report', sheet: audit},
		}], 'Audit', audit === null ? '' : `${thousands(audit.checked)} of ${thousands(audit.drawn)}`),
	];
};

/** The last word on a question, as it is printed, with its day; it is not therefore the right one. */
export const lastWord = ({newest}: TrackedRow): Row => newest === null ? [{text: 'no figure answers it', role: 'dim'}]
	: [...figureRuns(newest.figure), {text: `  ${newest.dayBasis === 'published' ? '' : 'undated, came in '}${dateWords(newest.day)}`, role: 'dim'}];

const questionItem = (followed: TrackedRow): ListingItem => ({
	title: followed.name, known: true, facts: followed.state === 'unanswered' ? 'no figure answers it' : followed.state === 'quiet' ? 'nothing since you looked' : followed.summary,
	right: followed.newest === null ? '' : plain(figureRuns(followed.newest.figure)), articles: followed.articles, watched: {kind: 'question', followed},
});

/** The followed questions, those with changes first; until they were looked at, what each asks. */
export const questionItems = ({found: {followed}, tracked}: DeckData): readonly ListingItem[] => {
	const rows = (followed ?? []).filter(({name}) => tracked.has(name));
	const others = [...tracked].filter(([name]) => !rows.some(row => row.name === name));
	return [...rows.map(questionItem), ...others.map(([name, question]): ListingItem => ({title: name, known: true, facts: questionWords(question), right: '', articles: []}))];
};

/** What the deck says of the time since the last visit: corrections that lost their place first, then what is otherwise with the questions; `text` may do without the words before it. Null: nothing. */
export const sinceLast = ({found: {unplaced, followed}}: DeckData): {readonly before: string; readonly text: string; readonly action: 'go-review' | 'go-questions'} | null => {
	if (unplaced !== null && unplaced > 0) return {before: '', text: sayReview.noPlaceNow(count(unplaced, 'correction')), action: 'go-review'};
	const since = sinceLastLook(followed ?? []);
	return since === null || since.changed === 0 ? null : {before: sayReview.sinceLook, text: since.summary, action: 'go-questions'};
};
