import {explain} from '../compare/explain.ts';
import {gapsOf} from '../compare/gaps.ts';
import {ledgerOf} from '../compare/timeline.ts';
import type {Comparison} from '../model/comparison.ts';
import {shortHash} from '../text/hash.ts';
import {wrap} from '../text/wrap.ts';
import {oneLine} from './escape.ts';
import {evidenceOf, placeWords, uncheckedWords, type Evidence} from './evidence.ts';
import type {EvidenceLevel, PageExporter} from './exporter.ts';
import {articleWords, checkedWords, hedgeWords, holdsFor, isTold, outletName, publishedWords, reasonWords, sentenceCase, sourceWords, speakerWords, summaryWords, valueWords} from './words.ts';

const WIDTH = 80;

/** A paragraph of plain text, its further lines set in. */
const flowing = (text: string, first = '', further = first): string => wrap(oneLine(text), WIDTH - further.length).map((line, at) => `${at === 0 ? first : further}${line}`.trimEnd()).join('\n');
const item = (text: string): string => flowing(text, '- ', '  ');
const under = (heading: string, items: readonly string[]): string => items.length === 0 ? '' : [`${heading}\n${'-'.repeat(heading.length)}`, ...items].join('\n');

const ledger = (comparison: Comparison, notes: ReadonlyMap<string, number>): string => {
	const outlets = new Map(comparison.columns.map(({article}) => [article.id, outletName(article)]));
	return under('Figures', ledgerOf(comparison).flatMap(({label, note, rows}) => {
		const told = rows.filter(({figure}) => isTold(figure));
		return told.length === 0 ? [] : ['', flowing(sentenceCase(note === null ? label : `${label} (${note})`)), ...told.map(({figure}) => item([
			`${valueWords(figure)}${notes.has(figure.id) ? ` [${notes.get(figure.id) ?? ''}]` : ''}`, sourceWords(figure), holdsFor(figure), hedgeWords(figure), outlets.get(figure.article) ?? 'outlet unknown',
		].filter(Boolean).join('; ')))];
	}));
};

const reasons = (comparison: Comparison): string => {
	const {conclusion, tensions, ...explanation} = explain(comparison);
	if (explanation.questions.length === 0) return '';
	return under('Why they differ', [
		...reasonWords(explanation).map(item),
		flowing(conclusion),
		...tensions.map(({explanation, innocent}) => item(`! ${explanation}${innocent.length === 0 ? '' : ` May be: ${innocent.join('; ')}.`}`)),
	]);
};

/** A figure's words, the article, then its place on a line of its own, which is not broken: it is to be searched for. */
const noteOf = (level: EvidenceLevel) => ({number, figure, article}: Evidence): string => [
	flowing(`${level === 'full' && !figure.refusal ? `“${figure.sentence}”` : valueWords(figure)} ${articleWords(article)}; ${checkedWords(figure)}`, `[${number}] `, '    '),
	`    ${oneLine(`${placeWords(article, figure)}, sha256 ${shortHash(figure.sha256)}`)}`,
].join('\n');

/** Plain text of eighty columns, for a mail or a terminal. Evidence by number at the end. */
export const plainText: PageExporter = {
	name: 'txt',
	extension: 'txt',
	title: 'plain text',
	holds: 'columns',
	write(comparison, {evidence: level = 'full'} = {}) {
		const evidence = level === 'none' ? [] : evidenceOf(comparison);
		const gaps = comparison.columns.length < 2 ? [] : gapsOf(comparison);
		return `${[
			`${flowing(comparison.title)}\n${flowing(summaryWords(comparison))}`,
			under('Articles', comparison.columns.map(({article}) => item(`${outletName(article)}, ${publishedWords(article)}: ${article.headline ?? 'no headline'}`))),
			ledger(comparison, new Map(evidence.map(({figure, number}) => [figure.id, number]))),
			reasons(comparison),
			under('Gaps', gaps.map(({kind, claim, carriedBy, missingFrom}) => item(`${kind}: ${claim}. In ${carriedBy.map(name => name ?? 'outlet unknown').join(', ')}; not in ${missingFrom.map(name => name ?? 'outlet unknown').join(', ')}`))),
			under('Quotes', comparison.columns.flatMap(({article, quotes}) => quotes.map(quote => item(`“${quote.text}” ${speakerWords(quote)}. ${outletName(article)}`)))),
			under('Evidence', evidence.length === 0 ? [] : [`Lines count from 1, characters from 0. ${uncheckedWords(evidence)}`, '', ...evidence.map(noteOf(level))]),
			under('Files', Array.from(new Map(evidence.map(({figure, article}) => [figure.sha256, article.path])), ([hash, path]) => oneLine(`${hash}  ${path}`))),
		].map(part => part.trimEnd()).filter(Boolean).join('\n\n')}\n`;
	},
};
