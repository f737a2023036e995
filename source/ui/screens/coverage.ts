import type {Comparison} from '../../model/comparison.ts';
import type {Canvas} from '../paint/canvas.ts';
import {kicker} from '../paint/layout.ts';
import type {Entry} from '../session/load.ts';
import {symbols} from '../paint/theme.ts';
import {count, dateWords, thousands} from '../words/words.ts';
import type {Pane} from './pane.ts';

/** Rows the strip takes, its head included. */
export const COVERAGE_ROWS = 3;
const FIRST = 18;
const STEP = 10;

/** Months since year 0; null where a date names no month. */
const monthOf = (iso: string): number | null => {
	const parts = /^(\d{4})-(\d{2})/.exec(iso);
	return parts ? Number(parts[1]) * 12 + Number(parts[2]) - 1 : null;
};

const monthName = (month: number): string => dateWords(`${String(Math.floor(month / 12)).padStart(4, '0')}-${String(month % 12 + 1).padStart(2, '0')}`);

/** An undated article cannot be older than the latest time its own figures hold for. */
const notBefore = (comparison: Comparison, id: string): number | null => {
	const column = comparison.columns.find(item => item.article.id === id);
	const months = column?.figures.flatMap(figure => figure.asOf === null ? [] : monthOf(figure.asOf) ?? []) ?? [];
	return months.length > 0 ? Math.max(...months) : null;
};

const tally = (months: ReadonlyArray<number | null>): Map<number, number> => {
	const found = new Map<number, number>();
	for (const month of months) if (month !== null) found.set(month, (found.get(month) ?? 0) + 1);
	return found;
};

/** Names of months, the year said only where it begins or changes. */
const label = (month: number, before: number | null): string =>
	before !== null && Math.floor(month / 12) === Math.floor(before / 12) ? monthName(month).slice(0, 3) : monthName(month);

/**
 * When an entry was reported: a mark a month, undated articles counted at the left, and where their text
 * tells it, the month before which they cannot have been written. Draws nothing where no month is known.
 */
export const coverage = (canvas: Canvas, entry: Entry, comparison: Comparison, {x, y, right}: Pane): boolean => {
	const dated = tally(entry.articles.map(card => card.published === null ? null : monthOf(card.published)));
	const bound = tally(entry.articles.filter(card => card.published === null).map(card => notBefore(comparison, card.id)));
	const known = [...dated.keys(), ...bound.keys()];
	if (known.length === 0) return false;
	const from = Math.min(...known);
	const columns = Math.floor((right - x - FIRST) / STEP);
	// Months that do not fit one by one are taken together, in equal steps.
	const step = Math.max(1, Math.ceil((Math.max(...known) - from + 1) / Math.max(1, columns)));
	const sum = (of: ReadonlyMap<number, number>, start: number): number => [...of].reduce((total, [month, n]) => month >= start && month < start + step ? total + n : total, 0);
	kicker(canvas, x, y, 'Coverage', right, [
		{text: symbols.stated}, {text: ' dated', role: 'dim'}, ...(bound.size > 0 ? [{text: `   ${symbols.inferredPlot}`}, {text: ' not before, by its text', role: 'dim' as const}] : []),
	]);
	canvas.text(x, y + 1, entry.undated > 0 ? count(entry.undated, 'article') : '');
	canvas.text(x, y + 2, entry.undated > 0 ? 'undated' : '', 'dim');
	for (let index = 0; index < columns; index++) {
		const month = from + index * step;
		const at = x + FIRST + index * STEP;
		const stated = sum(dated, month);
		const inferred = sum(bound, month);
		const end = stated > 0 ? canvas.text(at, y + 1, [{text: symbols.stated}, {text: ` ${thousands(stated)}`, role: 'dim'}]) : at;
		if (inferred > 0) canvas.text(end > at ? end + 1 : at, y + 1, [{text: symbols.inferredPlot}, {text: ` ${thousands(inferred)}`, role: 'dim'}]);
		if (stated + inferred === 0) canvas.text(at, y + 1, symbols.dot, 'rule');
		canvas.text(at, y + 2, label(month, index === 0 ? null : month - step), {role: 'dim', width: STEP - 1});
	}

	return true;
};
