import type {Comparison, Derived, MatrixCell, QuestionGroup} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import type {Statement} from '../model/views.ts';
import type {PageExporter} from './exporter.ts';
import {ARTICLE_KEYS, FIGURE_KEYS, figuresOf, pick, QUOTE_KEYS} from './fields.ts';

const SEGMENT_KEYS = ['kind', 'text', 'startLine', 'endLine'] as const;
const DERIVED_KEYS = ['text', 'from', 'low', 'high'] as const;
const QUESTION_KEYS = ['measure', 'subject', 'scope', 'flow', 'unit'] as const;

/** Figures stand in the file once; everything else names them by id. */
const idsOf = (figures: readonly Figure[]): string[] => figures.map(({id}) => id);
const derivedOf = (derived: readonly Derived[]): object[] => derived.map(value => pick(value, DERIVED_KEYS));

const cellOf = (comparison: Comparison) => (cell: MatrixCell, column: number): object => ({
	article: comparison.columns[column]?.article.id ?? null,
	figures: idsOf(cell.figures),
	derived: derivedOf(cell.derived),
	repeats: idsOf(cell.repeats),
});

const questionOf = ({label, note, question, figures, derived}: QuestionGroup): object =>
	({label, note, question: pick(question, QUESTION_KEYS), figures: idsOf(figures), derived: derivedOf(derived)});

const statementOf = ({id, source, carriers, figures}: Statement): object =>
	({id, source, figures, carriers: carriers.map(({article, figure, drifts}) => ({article, figure: figure.id, drifts: drifts.map(({what, from, to}) => ({what, from, to}))}))});

/** The comparison as one plain object: its schema first, the figures in full, groups and reasons by figure id. */
const toPlain = (comparison: Comparison): object => ({
	schema: comparison.schema,
	title: comparison.title,
	origins: {low: comparison.origins.low, high: comparison.origins.high},
	articles: comparison.columns.map(({article}) => ({...pick(article, ARTICLE_KEYS), segments: article.segments.map(segment => pick(segment, SEGMENT_KEYS))})),
	figures: figuresOf(comparison).map(({figure}) => pick(figure, FIGURE_KEYS)),
	quotes: comparison.columns.flatMap(({quotes}) => quotes.map(quote => pick(quote, QUOTE_KEYS))),
	questions: comparison.questions.map(questionOf),
	matrix: comparison.matrix.map(({label, note, cells, notComparable}) => ({
		label,
		note,
		cells: cells.map(cellOf(comparison)),
		notComparable: notComparable.map(({left, right, reason}) => ({left: left.id, right: right.id, reason})),
	})),
	reasons: comparison.reasons.map(({figures, comparable, reason, fact}) => ({figures: idsOf(figures), comparable, reason, fact})),
	tensions: comparison.tensions.map(({figures, rule, explanation, innocent}) => ({figures, rule, explanation, innocent})),
	statements: comparison.statements.map(statementOf),
	paragraphs: comparison.rows.map(({cells, topic, difference, shared}) => ({cells, topic, difference, shared})),
});

/** One JSON object, indented with tabs, `schema` first. */
export const json: PageExporter = {
	name: 'json',
	extension: 'json',
	title: 'JSON',
	holds: 'columns',
	write: comparison => `${JSON.stringify(toPlain(comparison), null, '\t')}\n`,
};
