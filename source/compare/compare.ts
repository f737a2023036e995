import type {Answered, Column, Comparison} from '../model/comparison.ts';
import type {NewsEvent} from '../model/event.ts';
import {Problem} from '../model/problem.ts';
import {align} from './align.ts';
import {matrixOf} from './figures.ts';
import {countOrigins} from './origins.ts';
import {questionsOf} from './questions.ts';
import {carriersOf} from './relay.ts';
import {reasonsOf} from './reasons.ts';
import {statementsOf, withStatements, withStatementsByEvent} from './statements.ts';
import {tensionsOf} from './tensions.ts';
import {publishedDays} from './times.ts';

export {chooseColumns} from './choose.ts';

/** Reasons and tensions set figure against figure: of thousands that takes its time, and a table asks for neither. They are worked out when they are asked for. */
const sideBySide = (columns: readonly Column[], title: string, matched: () => Comparison['rows']): Comparison => {
	const matrix = matrixOf(columns);
	const questions = questionsOf(matrix);
	let reasons: Comparison['reasons'] | null = null;
	let tensions: Comparison['tensions'] | null = null;
	let rows: Comparison['rows'] | null = null;
	return {
		schema: 'newsdeck/comparison@1', title, columns, matrix, questions,
		origins: countOrigins(columns.flatMap(column => column.figures)),
		statements: statementsOf(columns),
		// Paragraphs are matched when somebody looks at them: a preview never does.
		get rows() {
			return rows ??= matched();
		},
		get reasons() {
			return reasons ??= reasonsOf(matrix, questions, {published: publishedDays(columns), carriers: carriersOf(columns)});
		},
		get tensions() {
			return tensions ??= tensionsOf(matrix, columns);
		},
	};
};

/** What the figures of some articles say together, however many articles there are; paragraphs are not looked at. */
export const answers = (articles: readonly Column[]): Answered => sideBySide(withStatements(articles), '', () => []);

/** What a comparison is called that nobody gave a name. */
export const titleOf = (articles: readonly Column[]): string => articles[0]?.article.headline ?? 'Comparison';

/**
 * Sets articles side by side; the first is the base. Nothing is ranked or subtracted: values stand beside each other with what
 * tells them apart, and what logic alone says cannot both be true.
 */
export const compare = (articles: readonly Column[], {title}: {readonly title?: string} = {}): Comparison => sideBySide(withStatements(articles), title ?? titleOf(articles), () => align(articles));

/** How many articles stand side by side, where nobody chose them. */
export const COLUMNS = 4;

/**
 * Of more articles than stand side by side, paragraphs are not set against each other: their figures are. `events`: articles from anywhere, each of
 * whose statements is one of its own event; null where all of them are told of one thing.
 */
export const compareAll = (articles: readonly Column[], title: string, events: ReadonlyArray<Pick<NewsEvent, 'id' | 'articles'>> | null = null): Comparison =>
	sideBySide(events === null ? withStatements(articles) : withStatementsByEvent(articles, events), title, () => articles.length <= COLUMNS ? align(articles) : []);

/** A page tells of every two answers to one question why they differ: of more figures nobody can read it, and it takes minutes. */
const MOST_ON_A_PAGE = 2000;

/** Throws a Problem, exit "usage", where articles have more figures than a page can hold. */
export const checkPage = (articles: readonly Column[]): void => {
	const figures = articles.reduce((sum, column) => sum + column.figures.length, 0);
	if (figures <= MOST_ON_A_PAGE) return;
	throw new Problem({
		exit: 'usage', what: `${articles.length} articles with ${figures} figures are too many for one page.`,
		why: `It sets every figure against the others of its question, ${MOST_ON_A_PAGE} at most.`, remedy: 'Name an event or fewer articles, or take a list: csv, tsv and jsonl hold all of them.',
	});
};
