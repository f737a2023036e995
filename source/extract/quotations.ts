import {matchesOf} from '../text/matches.ts';

/** What stands inside one pair of quotation marks: UTF-16 offsets without the marks. */
export type QuotationSpan = {
	readonly start: number;
	readonly end: number;
	/** False where the paragraph ends before the closing mark: the next one may go on. */
	readonly closed: boolean;
	/** 0 for a quotation, 1 for one inside it, and so on. */
	readonly depth: number;
};

type Family = 'double' | 'single';
type Open = {readonly family: Family; readonly start: number; readonly slot: number};
type Role = {readonly family: Family; readonly opens: boolean; readonly closes: boolean; readonly weak: boolean};

const MARKS = /["'“”„‟‘’‚‛«»]/g;
const LETTER = /[\p{L}\p{N}]/u;
/** Clipped words whose apostrophe looks like an opening mark: 'em, '90s. */
const CLIPPED = /^(?:em|til|till|tis|twas|cause|bout|cos|round|n|ere|neath|\d0s)(?![\p{L}\p{N}])/iu;
const OPENS_AFTER = /[\s([{—–\-/“‘"'«:…]/;

const isLetter = (character: string): boolean => character !== '' && LETTER.test(character);

/** What a mark can be, by its shape and its neighbours; null for an apostrophe or an inch sign. */
const roleOf = (text: string, at: number): Role | null => {
	const mark = text.charAt(at);
	const before = text.charAt(at - 1);
	const after = text.charAt(at + 1);
	const spaceBefore = before === '' || OPENS_AFTER.test(before);
	const spaceAfter = after === '' || /[\s\])}.,;:!?—–…\-/”’"'»]/.test(after);
	if (mark === '«' || mark === '„' || mark === '‟') return {family: 'double', opens: true, closes: false, weak: false};
	if (mark === '»') return {family: 'double', opens: false, closes: true, weak: false};
	if (mark === '“' || mark === '”') {
		// A mark bent the wrong way, as in “Enough,“ she said.
		const wrongWay = mark === '“' ? !spaceBefore && /[.,!?\p{L}]/u.test(before) && (after === '' || /\s/.test(after)) : (before === '' || /\s/.test(before)) && isLetter(after);
		const opens = (mark === '“') !== wrongWay;
		return {family: 'double', opens, closes: !opens, weak: false};
	}

	if (mark === '"') {
		if (/\d/.test(before) && spaceAfter) return {family: 'double', opens: false, closes: true, weak: true};
		if (spaceBefore === spaceAfter) return {family: 'double', opens: true, closes: true, weak: true};
		return {family: 'double', opens: spaceBefore, closes: spaceAfter, weak: false};
	}

	if (isLetter(before) && isLetter(after)) return null;
	// "Putin 's spies": a torn possessive.
	if (/\s/.test(before) && /^s\b/.test(text.slice(at + 1, at + 3))) return null;
	const opening = spaceBefore && !/[\s,.;:!?)]/.test(after) && after !== '' && mark !== '’';
	if (opening && !(before === '' || /[\s([—–“"«:-]/.test(before))) return {family: 'single', opens: false, closes: spaceAfter, weak: false};
	if (opening) return CLIPPED.test(text.slice(at + 1, at + 8)) ? null : {family: 'single', opens: true, closes: false, weak: false};
	// "James Bond '": some sites put a space before the closing mark.
	if (mark !== '‘') {
		const possessive = /[szSZ]/.test(before) && /^\s[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3));
		return {family: 'single', opens: false, closes: spaceAfter || (/[.,!?]/.test(before) && isLetter(after)), weak: possessive};
	}

	return null;
};

type Mark = {readonly at: number; readonly role: Role};

const marksOf = (text: string): Mark[] => {
	const marks: Mark[] = [];
	for (const match of matchesOf(MARKS, text)) {
		const role = roleOf(text, match.index);
		if (role !== null && (role.opens || role.closes)) marks.push({at: match.index, role});
	}

	return marks;
};

/** The dogs' tails: a plural's apostrophe, if a surer closing mark follows before anything opens. */
const isPossessive = (marks: readonly Mark[], index: number, insideDouble: boolean): boolean => {
	const next = marks[index + 1];
	if (marks[index]?.role.family !== 'single' || marks[index]?.role.weak !== true || next === undefined) return false;
	return !next.role.opens && !next.role.weak && (next.role.family === 'single' || !insideDouble);
};

/** "She once called it a "gold standard," and fled," he said: the same marks within, if both are closed before any other opens. */
const nests = (marks: readonly Mark[], index: number): boolean => {
	const {family, closes} = marks[index]?.role ?? {family: 'single', closes: true};
	const [first, second] = [marks[index + 1], marks[index + 2]];
	return family === 'double' && !closes && first !== undefined && second !== undefined && [first, second].every(({role}) => role.family === family && role.closes && !role.opens && !role.weak);
};

const lastOf = (stack: readonly Open[], family: Family): number => {
	for (let index = stack.length - 1; index >= 0; index--) if (stack[index]?.family === family) return index;
	return -1;
};

/** An opening mark that is never closed counts where a quotation can begin; a stray single one elsewhere is an apostrophe. */
const canStayOpen = (text: string, open: Open): boolean => open.family === 'double' || /(?:^|[.:?!,]\s*)$/.test(text.slice(Math.max(0, open.start - 4), open.start - 1));

/**
 * All stretches inside quotation marks, in order of their start, nested ones included. Knows curly and straight, double
 * and single marks, tells apostrophes from closing marks, takes a second opening mark of the same family for a slip
 * (the first one counts), and a straight double mark for the close of a single one where papers mix them. Linear.
 */
export const quotationSpans = (text: string): QuotationSpan[] => {
	const marks = marksOf(text);
	const stack: Open[] = [];
	const found: Array<QuotationSpan | null> = [];
	const close = (index: number, at: number) => {
		const open = stack[index];
		if (open === undefined) return;
		stack.length = index;
		if (at > open.start) found[open.slot] = {start: open.start, end: at, closed: true, depth: index};
	};

	for (const [index, {at, role}] of marks.entries()) {
		const same = lastOf(stack, role.family);
		if (role.closes && same >= 0 && !isPossessive(marks, index, lastOf(stack, 'double') >= 0) && (!role.opens || at > (stack[same]?.start ?? at))) {
			close(same, at);
		} else if (role.closes && !role.opens && role.family === 'double' && stack.length > 0 && /[.,!?]/.test(text.charAt(at - 1))) {
			close(stack.length - 1, at);
		} else if (role.opens && (same < 0 || nests(marks, index))) {
			stack.push({family: role.family, start: at + 1, slot: found.length});
			found.push(null);
		}
	}

	const end = text.trimEnd().length;
	for (const [depth, open] of stack.entries()) if (canStayOpen(text, open) && end > open.start) found[open.slot] = {start: open.start, end, closed: false, depth};
	return found.filter(span => span !== null);
};

/** The text with its quotations blanked out, so that offsets stay; those within others go with them. */
export const withoutQuotations = (text: string, spans: readonly QuotationSpan[]): string => {
	let out = '';
	let last = 0;
	for (const span of spans) {
		if (span.depth > 0 || span.start < last) continue;
		out += text.slice(last, span.start) + ' '.repeat(span.end - span.start);
		last = span.end;
	}

	return out + text.slice(last);
};
