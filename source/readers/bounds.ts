import type {ArticleRecord, RawLine, Reading, RecordProblem} from '../model/document.ts';
import {Problem} from '../model/problem.ts';
import {cleanForDisplay} from '../text/sanitise.ts';

/** UTF-16 units of a line or a paragraph. No page has longer ones; a file without line ends has, and is no page. */
export const LONGEST_LINE = 250_000;
/** Longer paragraphs are kept and shown, but no figures or quotes are looked for in them. A long article pasted without its line ends stays below. */
export const LONGEST_READ = 25_000;

/** What holds articles; a list of feeds holds none. */
type Articles = Exclude<Reading, {readonly kind: 'feeds'}>;

const spelled = (count: number): string => count.toLocaleString('en-GB');

/** Whether a record is within all bounds; if not, it is among the problems. */
export const fits = (record: ArticleRecord, problems: RecordProblem[]): boolean => {
	const longest = record.paragraphs.reduce((most, {text}) => Math.max(most, text.length), record.title?.length ?? 0);
	if (longest <= LONGEST_LINE) return true;
	problems.push({line: record.line, what: `holds ${spelled(longest)} characters without a line end; ${spelled(LONGEST_LINE)} are the most that is read`});
	return false;
};

/** What was read, without the records that are past all bounds; those are among the problems. Throws a Problem (exit "unreadable") for a page with such a line. */
export const withinBounds = (reading: Articles, path: string): Articles => {
	if (reading.kind === 'records') {
		const problems = [...reading.problems];
		return {...reading, records: reading.records.filter(record => fits(record, problems)), problems};
	}

	return {...reading, lines: [...shortEnough(reading.lines, path)]};
};

/** The lines of a page as they come. Throws a Problem (exit "unreadable") at one that is past all bounds. */
export function* shortEnough(lines: Iterable<RawLine>, path: string): Generator<RawLine> {
	for (const line of lines) {
		if (line.text.length > LONGEST_LINE) {
			throw new Problem({
				exit: 'unreadable', what: `${path === '-' ? 'standard input' : cleanForDisplay(path)} was not imported.`,
				why: `Its line ${line.number} has ${spelled(line.text.length)} characters; ${spelled(LONGEST_LINE)} are the most that is read.`, remedy: 'Break its lines first.',
			});
		}

		yield line;
	}
}
