import {rawColumns, segmentAt, type Article} from '../model/article.ts';
import type {Comparison, Derived, NotComparable} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {shortHash} from '../text/hash.ts';
import {markdownText} from './escape.ts';
import type {Exporter} from './exporter.ts';
import {figuresOf} from './fields.ts';
import {markdownTable, type TableColumn} from './markdown-table.ts';

/** A table with what stands under it: one question, or one measure over all articles. */
type Section = {
	readonly label: string;
	readonly note: string | null;
	readonly figures: readonly Figure[];
	readonly derived: readonly Derived[];
	readonly notComparable: readonly NotComparable[];
};

/** What a person rejected is not told; what newsdeck worked out is told apart from what was said. */
const isTold = (figure: Figure): boolean => figure.review !== 'rejected' && !figure.derived;

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;
const sentenceCase = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const lines = (parts: readonly string[]): string => parts.filter(Boolean).join('\n\n');

const outletName = ({outlet, outletBasis}: Article): string =>
	outlet === null ? 'outlet unknown' : `${markdownText(outlet)}${outletBasis === 'inferred' ? '°' : ''}`;

/** "UK MoD, quoted": whose number it is, through whom, and how directly it is told. */
const sourceWords = ({source, sourceChain, directness, refusal}: Figure): string => {
	if (source === null) return directness === 'own' ? 'the outlet’s voice' : 'no source named';
	const through = sourceChain.length === 0 ? '' : ` through ${sourceChain.map(markdownText).join(', ')}`;
	return `${markdownText(source)}${through}, ${refusal ? 'declined to say' : directness === 'direct' ? 'quoted' : directness === 'own' ? 'the outlet’s voice' : 'reported'}`;
};

/** The times a figure has, in the words of its text: what it holds for, the period it counts, when it was said. */
const holdsFor = ({asOf, asOfText, periodText, saidOn, saidOnText}: Figure): string => [
	asOfText ?? (asOf === null ? null : `as of ${asOf}`),
	periodText,
	saidOnText === null && saidOn === null ? null : `said ${[saidOnText, saidOn === null ? null : `(${saidOn})`].filter(part => part !== null).join(' ')}`,
].filter(part => part !== null).map(markdownText).join('; ');

const valueWords = (figure: Figure): string => (figure.refusal ? 'none given' : markdownText(figure.text));

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

const writeSection = (articles: ReadonlyMap<string, Article>) => ({label, note, figures, derived, notComparable}: Section): string => {
	const rows = figures.filter(isTold).map(figure => {
		const article = articles.get(figure.article);
		return [
			article === undefined ? 'outlet unknown' : outletName(article),
			valueWords(figure),
			sourceWords(figure),
			holdsFor(figure),
			figure.scope === null ? '' : markdownText(figure.scope),
			figure.hedges.map(hedge => `“${markdownText(hedge)}”`).join(', '),
		];
	});
	if (rows.length === 0 && derived.length === 0) return '';
	return lines([
		`## ${markdownText(sentenceCase(label))}`,
		note === null ? '' : `*${markdownText(sentenceCase(note))}*`,
		rows.length === 0 ? '' : markdownTable(COLUMNS, rows),
		...notComparable.map(({left, right, reason}) => `> Not comparable, ${valueWords(left)} and ${valueWords(right)}: ${markdownText(reason)}.`),
		...derived.map(({text, from}) => `Derived: ${markdownText(from)} is ${markdownText(text)}. Nobody said this number.`),
	]);
};

const writeReasons = ({reasons, tensions}: Comparison): string => lines([
	reasons.length === 0 ? '' : `## Why they differ\n\n${reasons.map(({comparable, reason, fact}) => `- ${comparable ? '' : '≠ '}${markdownText(reason)}: ${markdownText(fact)}`).join('\n')}`,
	tensions.length === 0 ? '' : `## Cannot all be true as they are read\n\n${tensions.map(({explanation, innocent}) => [`- ${markdownText(explanation)}`, ...innocent.map(reading => `  - may be: ${markdownText(reading)}`)].join('\n')).join('\n')}`,
]);

const writeHeadlines = ({columns}: Comparison): string => columns.length === 0 ? '' : `## Headlines\n\n${columns.map(({article}) =>
	`- **${outletName(article)}**, ${article.published === null ? 'undated' : markdownText(article.published)}: ${article.headline === null ? 'no headline' : markdownText(article.headline)}`).join('\n')}`;

/** "page.txt, line 12, characters 3–9": in the raw page; a record has a line only. */
const placeWords = (article: Article, fact: {readonly line: number; readonly segment: number; readonly start: number; readonly end: number}): string => {
	const segment = segmentAt(article, fact.segment);
	const columns = segment === undefined ? null : rawColumns(segment, fact.start, fact.end);
	return `${markdownText(article.path)}, line ${fact.line}${columns === null ? '' : `, characters ${columns.from}–${columns.to}`}`;
};

const writeQuotes = ({columns}: Comparison): string => {
	const quotes = columns.flatMap(({article, quotes: own}) => own.map(quote => {
		// "he" says little; the name it stands for goes beside it.
		const named = quote.speakerName === null || quote.speakerName === quote.speaker ? '' : ` (${markdownText(quote.speakerName)})`;
		const speaker = quote.speaker === null ? 'speaker not named' : `${markdownText(quote.speaker)}${named}`;
		return `- “${markdownText(quote.text)}”, ${speaker}. ${outletName(article)}: ${placeWords(article, quote)}`;
	}));
	return quotes.length === 0 ? '' : `## Quotes\n\n${quotes.join('\n')}`;
};

const writePlaces = (comparison: Comparison): string => {
	const told = figuresOf(comparison).filter(({figure}) => isTold(figure));
	if (told.length === 0) return '';
	const figures = told.map(({figure, article}, at) => `${at + 1}. ${valueWords(figure)}: ${placeWords(article, figure)}, sha256 ${markdownText(shortHash(figure.sha256))}`);
	const files = new Map(told.map(({figure, article}) => [figure.sha256, article.path]));
	return lines([
		'## Where each figure stands',
		figures.join('\n'),
		'Lines count from 1, characters from 0, as UTF-16 units of the raw line.',
		'## Files',
		Array.from(files, ([hash, path]) => `- ${markdownText(path)}: sha256 ${markdownText(hash)}`).join('\n'),
	]);
};

const writeOpening = ({title, columns, origins}: Comparison): string => {
	const outlets = new Set(columns.map(({article}) => article.outlet).filter(outlet => outlet !== null)).size;
	const unknown = columns.filter(({article}) => article.outlet === null).length;
	const inferred = columns.some(({article}) => article.outlet !== null && article.outletBasis === 'inferred');
	return lines([
		`# ${markdownText(title)}`,
		`${counted(columns.length, 'article')}, ${counted(outlets, 'outlet')}${unknown === 0 ? '' : ` and ${unknown} unknown`}${origins.high === 0 ? '' : `, ${origins.low < origins.high ? `${origins.low}–` : ''}${counted(origins.high, 'origin')}`}.${inferred ? ' What is marked ° is inferred.' : ''}`,
	]);
};

/** A table a question, then headlines, quotes, and the place of every figure. Ordinary Markdown with GitHub's tables. */
export const markdown: Exporter = {
	name: 'md',
	extension: 'md',
	title: 'Markdown',
	write(comparison) {
		const articles = new Map(comparison.columns.map(({article}) => [article.id, article]));
		return `${lines([
			writeOpening(comparison),
			...sectionsOf(comparison).map(writeSection(articles)),
			writeReasons(comparison),
			writeHeadlines(comparison),
			writeQuotes(comparison),
			writePlaces(comparison),
		])}\n`;
	},
};
