import type {RawLine} from '../model/document.ts';
import {boilerplate} from './boilerplate.ts';
import type {Verdict} from './furniture.ts';
import {withoutInlineJunk} from './inline-junk.ts';
import {type Line, lineOf} from './line.ts';
import type {Tables} from './tables.ts';

/** A line and what the boilerplate rules say of it; null: it stays. */
export type Entry = {readonly line: Line; readonly verdict: Verdict | null};

const whole = (raw: RawLine, tables: Tables): Line | null => lineOf([{raw, from: 0, to: raw.text.length}], tables);

/** Hard-wrapped text (old e-mail, terminals) is wrapped between these widths. */
const WRAP_SHORTEST = 50;
const WRAP_LONGEST = 100;

const breaksOff = (line: Line): boolean => line.text.length >= WRAP_SHORTEST && line.text.length <= WRAP_LONGEST;
const goesOn = (line: Line): boolean => /^[\p{Ll}\d(]/u.test(line.text);
const adjacent = (before: Line, after: Line): boolean => after.number === before.lastNumber + 1;

/** Lines that break off in the middle of a sentence again and again: the page is wrapped at a column. */
const isHardWrapped = (lines: readonly Line[]): boolean => {
	let broken = 0;
	let pairs = 0;
	for (const [index, line] of lines.entries()) {
		const next = lines[index + 1];
		if (next === undefined || !adjacent(line, next)) continue;
		pairs++;
		if (breaksOff(line) && goesOn(next) && !/[.!?]["”’)]*$/.test(line.text)) broken++;
	}

	const widths = lines.filter(line => line.text.length > WRAP_LONGEST + 20).length;
	return broken >= 3 && broken >= pairs * .3 && widths <= lines.length * .05;
};

/** Paragraphs of a hard-wrapped page: lines follow each other until a blank one, or until a line stops short of the margin with a closed sentence. */
const unwrap = (lines: readonly Line[], tables: Tables): Line[] => {
	const out: Line[] = [];
	let open: Line[] = [];
	const close = (): void => {
		const joined = lineOf(open.flatMap(line => line.stretches), tables, open[0]?.datePrefix ?? null);
		if (joined !== null) out.push(joined);
		open = [];
	};

	for (const line of lines) {
		const last = open.at(-1);
		const joins = last !== undefined && adjacent(last, line) && breaksOff(last) && line.shape !== 'list';
		if (last !== undefined && !joins) close();
		open.push(line);
	}

	close();
	return out;
};

/** The lines of a page that are not blank, judged by the boilerplate rules. Blank lines tell nothing: pages double them or lose them. */
export const entriesOf = (raw: readonly RawLine[], tables: Tables): Entry[] => {
	const filled = raw.filter(line => line.text.trim() !== '');
	const kept = filled.map(line => withoutInlineJunk(line, tables));
	const present = kept.filter(line => line !== null);
	const lines = isHardWrapped(present) ? unwrap(present, tables) : present;
	const verdicts = boilerplate(lines);
	const entries: Entry[] = lines.map((line, index) => ({line, verdict: verdicts[index] ?? null}));
	const junk = filled.filter((_, index) => kept[index] === null).map(line => whole(line, tables)).filter(line => line !== null)
		.map((line): Entry => ({line, verdict: {rule: 'inline junk', role: 'drop'}}));
	return junk.length === 0 ? entries : [...entries, ...junk].sort((a, b) => a.line.number - b.line.number);
};
