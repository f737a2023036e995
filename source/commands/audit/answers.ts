import {textQuoteOf, type Correction} from '../../model/override.ts';
import {Problem} from '../../model/problem.ts';
import type {AuditRow} from './rows.ts';
import {figureKind} from '../facts/fact-kinds.ts';
import {figureLine} from '../print/text-lines.ts';

export const rowId = (row: AuditRow): string => row.kind === 'passage' ? row.id : row.now?.id ?? '';

/** An answer as a person wrote it down; `line` (1-based) is where. */
export type Answer = {readonly line: number; readonly id: string; readonly answer: string};

const answerOf = (row: AuditRow): string => {
	if (row.kind === 'passage') return row.holds === null ? ' ' : String(row.holds);
	const review = row.now?.review ?? null;
	return review === null ? ' ' : review === 'confirmed' ? 'y' : review === 'rejected' ? 'n' : 'edited';
};

/** A row of the worksheet: brackets for the answer, the id, and what is asked. */
export const rowLines = (row: AuditRow): string[] => {
	if (row.kind === 'passage') return [`[${answerOf(row)}] ${row.id}  ${row.article.path}, line ${row.line}`, `      ${row.text}`];
	return row.now === null ? [] : [`[${answerOf(row)}] ${row.now.id}  ${figureLine(row.now, row.article)}`, `      “${row.now.sentence}”`];
};

export const rowJson = (row: AuditRow): Record<string, unknown> => row.kind === 'passage'
	? {kind: 'passage', id: row.id, answer: row.holds, article: row.article.id, path: row.article.path, line: row.line, text: row.text}
	: {kind: 'figure', answer: row.now?.review ?? null, ...row.now};

/** The answers of a worksheet: lines that begin with brackets, or JSON Lines with `id` and `answer`. Other lines, and rows without an answer, say nothing. */
export const answersIn = (text: string): Answer[] => text.split('\n').flatMap((line, index): Answer[] => {
	const [, bracket, id] = /^\s*\[([^\]]*)\]\s+(\S+)/.exec(line) ?? [];
	if (bracket !== undefined && id !== undefined) return bracket.trim() === '' ? [] : [{line: index + 1, id, answer: bracket.trim()}];
	if (!line.startsWith('{')) return [];
	try {
		const value: unknown = JSON.parse(line);
		if (typeof value !== 'object' || value === null || !('id' in value) || !('answer' in value) || value.answer === null || value.answer === '') return [];
		return [{line: index + 1, id: String(value.id), answer: String(value.answer)}];
	} catch {
		return [{line: index + 1, id: '', answer: ''}];
	}
});

/** `measure="tariff rate" low=100` as words; quotes hold blanks together. */
const wordsIn = (answer: string): string[] => Array.from(answer.matchAll(/[\w-]+=(?:"[^"]*"|\S*)/g), ([word]) => word.replace(/"/g, ''));

const RIGHT = /^(?:y|yes|right|ok|confirmed)$/i;
const WRONG = /^(?:n|no|wrong|rejected)$/i;

/** What an answer takes down; null where it stands already. Throws a Problem, exit "usage", for one that is not understood. */
export const correctionFrom = ({answer, id}: Answer, row: AuditRow | undefined): Correction | null => {
	const refuse = (why: string): Problem => new Problem({exit: 'usage', what: `The answer "${answer}" to ${id || 'this row'} was not taken down.`, why});
	if (row === undefined) throw refuse('It is no row of the audit that was drawn last.');
	if (row.kind === 'passage') {
		if (!/^\d{1,4}$/.test(answer)) throw refuse('A passage takes the number of figures it holds: 0, 1 and so on.');
		return Number(answer) === row.holds ? null : {kind: 'passage', on: row.on, holds: Number(answer)};
	}

	const {now} = row;
	if (now === null) throw refuse('Its text is gone since.');
	const on = textQuoteOf(row.article, now);
	if (RIGHT.test(answer)) return now.review === 'confirmed' ? null : figureKind.correction(on, 'confirmed', [], now);
	if (WRONG.test(answer)) return now.review === 'rejected' ? null : figureKind.correction(on, 'rejected', [], now);
	if (answer === 'edited') return null;
	const words = wordsIn(answer);
	if (words.length === 0) throw refuse('A figure takes y, n, or fields with their values: measure=killed low=100.');
	return figureKind.correction(on, 'edited', words, now);
};
