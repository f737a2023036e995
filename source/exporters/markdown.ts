import type {Article} from '../model/article.ts';
import type {Comparison, Derived, NotComparable} from '../model/comparison.ts';
import {explain} from '../compare/explain.ts';
import type {Figure} from '../model/figure.ts';
import {shortHash} from '../text/hash.ts';
import {markdownText} from './escape.ts';
import {evidenceOf, placeWords, uncheckedWords, type Evidence} from './evidence.ts';
import type {EvidenceLevel, PageExporter} from './exporter.ts';
import {markdownTable, type TableColumn} from './markdown-table.ts';
import {articleWords, checkedWords, hedgeWords, holdsFor, isTold, outletName, publishedWords, reasonWords, sentenceCase, sourceWords, speakerWords, summaryWords, valueWords} from './words.ts';

/** A table with what stands under it: one question, or one measure over all articles. */
type Section = {
	readonly label: string;
	readonly note: string | null;
	readonly figures: readonly Figure[];
	readonly derived: readonly Derived[];
	readonly notComparable: readonly NotComparable[];
};

const lines = (parts: readonly string[]): string => parts.filter(Boolean).join('\n\n');
const outlet = (article: Article): string => markdownText(outletName(article));

const COLUMNS: readonly TableColumn[] = [
	{heading: 'outlet', right: false},
	{heading: 'figure', right: true},
	{heading: 'source', right: false},
	{heading: 'holds for', right: false},
	{heading: 'where', right: false},
	{heading: 'hedges', right: false},
];

/** Every figure in one place only: what the matrix has not (a ledger of many articles) comes under its question. */
const sectionsOf = (comparison: Comparison): Section[] => {
	const rows: Section[] = comparison.matrix.map(({label, note, cells, notComparable}) => ({
		label, note, notComparable, figures: cells.flatMap(cell => cell.figures), derived: cells.flatMap(cell => cell.derived),
	}));
	const shown = new Set(comparison.matrix.flatMap(({cells}) => cells.flatMap(cell => [...cell.figures, ...cell.repeats])).map(({id}) => id));
	const rest: Section[] = comparison.questions
		.filter(({figures}) => figures.some(figure => !shown.has(figure.id)))
		.map(({label, note, figures, derived}) => ({label, note, derived, notComparable: [], figures: figures.filter(figure => !shown.has(figure.id))}));
	return [...rows, ...rest];
};

/** The footnotes of a file: the number of each figure that has one. */
type Notes = ReadonlyMap<string, number>;

const writeSection = (articles: ReadonlyMap<string, Article>, notes: Notes) => ({label, note, figures, derived, notComparable}: Section): string => {
	const rows = figures.filter(isTold).map(figure => {
		const article = articles.get(figure.article);
		const number = notes.get(figure.id);
		return [
			article === undefined ? 'outlet unknown' : outlet(article),
			`${markdownText(valueWords(figure))}${number === undefined ? '' : `[^${number}]`}`,
			markdownText(sourceWords(figure)),
			markdownText(holdsFor(figure)),
			figure.scope === null ? '' : markdownText(figure.scope),
			markdownText(hedgeWords(figure)),
		];
	});
	if (rows.length === 0 && derived.length === 0) return '';
	return lines([
		`## ${markdownText(sentenceCase(label))}`,
		note === null ? '' : `*${markdownText(sentenceCase(note))}*`,
		rows.length === 0 ? '' : markdownTable(COLUMNS, rows),
		...notComparable.map(({left, right, reason}) => `> Not comparable, ${markdownText(valueWords(left))} and ${markdownText(valueWords(right))}: ${markdownText(reason)}.`),
		...derived.map(({text, from}) => `Derived: ${markdownText(from)} is ${markdownText(text)}. Nobody said this number.`),
	]);
};

const writeReasons = (comparison: Comparison): string => {
	const {conclusion, tensions, ...explanation} = explain(comparison);
	const reasons = reasonWords(explanation);
	return lines([
		reasons.length === 0 ? '' : `## Why they differ\n\n${reasons.map(reason => `- ${markdownText(reason)}`).join('\n')}\n\n${markdownText(conclusion)}`,
		tensions.length === 0 ? '' : `## Cannot all be true as they are read\n\n${tensions.map(({explanation: told, innocent}) => [`- ${markdownText(told)}`, ...innocent.map(reading => `  - may be: ${markdownText(reading)}`)].join('\n')).join('\n')}`,
	]);
};

const writeHeadlines = ({columns}: Comparison): string => columns.length === 0 ? '' : `## Headlines\n\n${columns.map(({article}) =>
	`- **${outlet(article)}**, ${markdownText(publishedWords(article))}: ${article.headline === null ? 'no headline' : markdownText(article.headline)}`).join('\n')}`;

const writeQuotes = ({columns}: Comparison, level: EvidenceLevel): string => {
	const quotes = columns.flatMap(({article, quotes: own}) => own.map(quote =>
		`- “${markdownText(quote.text)}”, ${markdownText(speakerWords(quote))}. ${outlet(article)}${level === 'none' ? '' : `: ${markdownText(placeWords(article, quote))}`}`));
	return quotes.length === 0 ? '' : `## Quotes\n\n${quotes.join('\n')}`;
};

/** "over 5,000": the sentence and the article, then the place in the file, its hash, and whether somebody has looked at it. Never one word alone: that would be a link's target. */
const writeNote = (level: EvidenceLevel) => ({number, figure, article}: Evidence): string => {
	const words = level === 'full' && !figure.refusal ? ` “${markdownText(figure.sentence)}”` : '';
	return `[^${number}]: ${markdownText(valueWords(figure))}:${words} ${markdownText(articleWords(article))}; ${markdownText(placeWords(article, figure))}, sha256 ${markdownText(shortHash(figure.sha256))}; ${markdownText(checkedWords(figure))}.`;
};

const writeEvidence = (evidence: readonly Evidence[], level: EvidenceLevel): string => {
	if (evidence.length === 0 || level === 'none') return '';
	const files = new Map(evidence.map(({figure, article}) => [figure.sha256, article.path]));
	return lines([
		'## Where each figure stands',
		`Lines count from 1, characters from 0, as UTF-16 units of the raw line. ${uncheckedWords(evidence)}`,
		...evidence.map(writeNote(level)),
		'## Files',
		Array.from(files, ([hash, path]) => `- ${markdownText(path)}: sha256 ${markdownText(hash)}`).join('\n'),
	]);
};

/** A table a question, each figure with a footnote that says where it stands; then headlines and quotes. Ordinary Markdown with GitHub's tables and footnotes. */
export const markdown: PageExporter = {
	name: 'md',
	extension: 'md',
	title: 'Markdown',
	holds: 'columns',
	write(comparison, {evidence: level = 'full'} = {}) {
		const articles = new Map(comparison.columns.map(({article}) => [article.id, article]));
		const evidence = evidenceOf(comparison);
		const notes: Notes = new Map(level === 'none' ? [] : evidence.map(({figure, number}) => [figure.id, number]));
		return `${lines([
			`# ${markdownText(comparison.title)}`,
			summaryWords(comparison),
			...sectionsOf(comparison).map(writeSection(articles, notes)),
			writeReasons(comparison),
			writeHeadlines(comparison),
			writeQuotes(comparison, level),
			writeEvidence(evidence, level),
		])}\n`;
	},
};
