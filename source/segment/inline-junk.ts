import type {RawLine} from '../model/document.ts';
import table from '../../data/boilerplate.json' with {type: 'json'};
import {matchesOf} from '../text/matches.ts';
import {type Line, lineOf} from './line.ts';
import type {Tables} from './tables.ts';

const JUNK = table.inline.map(({rule, holds, pattern}) => ({rule, holds, pattern: new RegExp(pattern, 'g')}));
const ISO = /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?/;

type Range = {readonly from: number; readonly to: number};

const junkRanges = (text: string): {readonly ranges: Range[]; readonly datePrefix: string | null} => {
	const ranges: Range[] = [];
	let datePrefix: string | null = null;
	for (const {rule, holds, pattern} of JUNK) {
		if (!holds.some(words => text.includes(words))) continue;
		for (const match of matchesOf(pattern, text)) {
			// A match may begin with the space before it; keep that one, the words around need it.
			const lead = /^\s/.test(match[0]) && match.index > 0 ? 1 : 0;
			ranges.push({from: match.index + lead, to: match.index + match[0].length});
			if (rule === 'date prefix') datePrefix = ISO.exec(match[0])?.[0].replace(' ', 'T') ?? null;
		}
	}

	return {ranges: ranges.sort((a, b) => a.from - b.from), datePrefix};
};

/** A raw line without white space around and without the junk that was pasted into it; null where nothing is left. */
export const withoutInlineJunk = (raw: RawLine, tables: Tables): Line | null => {
	const {text} = raw;
	const start = text.length - text.trimStart().length;
	const end = text.trimEnd().length;
	const {ranges, datePrefix} = junkRanges(text);
	if (ranges.length === 0) return start < end ? lineOf([{raw, from: start, to: end}], tables) : null;
	const kept: Range[] = [];
	let from = start;
	for (const range of ranges) {
		if (range.from > from) kept.push({from, to: Math.min(range.from, end)});
		from = Math.max(from, range.to);
	}

	if (from < end) kept.push({from, to: end});
	const last = kept.at(-1);
	if (last !== undefined) kept[kept.length - 1] = {from: last.from, to: last.from + text.slice(last.from, last.to).trimEnd().length};
	return lineOf(kept.filter(range => range.to > range.from).map(range => ({raw, ...range})), tables, datePrefix);
};
