import {width} from '../text/width.ts';

/** A column of a Markdown table; figures stand to the right, so that their digits line up. */
export type TableColumn = {readonly heading: string; readonly right: boolean};

const filled = (text: string, cells: number, right: boolean): string => {
	const gap = ' '.repeat(Math.max(0, cells - width(text)));
	return right ? gap + text : text + gap;
};

/**
 * A table as GitHub's Markdown has it, its source lined up to be read as it is. Cells must be escaped already. Columns
 * without a word in any row are left out.
 */
export const markdownTable = (columns: readonly TableColumn[], rows: ReadonlyArray<readonly string[]>): string => {
	const kept = columns.map((column, at) => ({...column, at})).filter(({at}) => rows.some(row => (row[at] ?? '') !== ''));
	const sized = kept.map(column => ({...column, cells: Math.max(3, width(column.heading), ...rows.map(row => width(row[column.at] ?? '')))}));
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	return [
		line(sized.map(({heading, cells, right}) => filled(heading, cells, right))),
		`|${sized.map(({cells, right}) => (right ? `${'-'.repeat(cells + 1)}:` : '-'.repeat(cells + 2))).join('|')}|`,
		...rows.map(row => line(sized.map(({at, cells, right}) => filled(row[at] ?? '', cells, right)))),
	].join('\n');
};
