import {isGivenName} from '../text/given-names.ts';
import {bylineOf, isBareName, isContact} from './byline.ts';
import {type PageDate, dateOfRow, holdsDate, isAgoRow, isClockRow, isDateRow, OUTLET_AND_TIME} from './dateline.ts';
import {type Line, once} from './line.ts';
import {mayMatch} from './needs.ts';
import type {OutletNames} from './outlet-names.ts';

/** A row that tells of the article instead of telling it. */
export type Meta = {
	readonly rule: 'byline' | 'date row' | 'outlet row' | 'time row';
	readonly byline?: string;
	readonly outlet?: string;
	readonly date?: PageDate;
	readonly ago?: string;
	readonly clock?: boolean;
};

/** The row without the outlet it seems to name. */
export const withoutOutlet = (meta: Meta): Meta => {
	const {outlet: _, ...rest} = meta;
	return rest;
};

/** No row is longer. */
const LONGEST_ROW = 220;
const BULLET = /^[•‣▪●◦·*|-]\s*/;

const inFront = once(line => readMeta(line, true));
// What tells nothing before the body tells nothing in it.
const inBody = once(line => inFront(line) === null ? null : readMeta(line, false));

/** What a row tells by its own words; null for everything else. `front`: it stands before the body. */
export const metaOf = (line: Line, front: boolean): Meta | null => line.text.length > LONGEST_ROW ? null : front ? inFront(line) : inBody(line);

/** Words that names of papers and stations are made of. */
const OUTLET_WORD = /\b(?:News|Times|Post|Herald|Daily|Journal|Guardian|Mail|Telegraph|Tribune|Gazette|Press|Today|Observer|Star|Standard|Chronicle|Mirror|Express|Sun|Echo|Courier|Examiner|Globe|Independent|Review|TV|Radio|Magazine|Online|Media|Network)\b/;

/** Every time and date has a digit or one of these words. */
const mayTellTime = mayMatch(['\\d|ago|just now|yesterday|vor|hace|il y a']);

const outletAndTime = (text: string, known: OutletNames['known']): Meta | null => {
	if (text.length > 120) return null;
	const match = OUTLET_AND_TIME.exec(text);
	const printed = match?.[1]?.trim() ?? '';
	if (match?.[2] === undefined || /^(?:published|updated|posted|time|on|about|over|last)\b/i.test(printed) || /\b(?:by|and|at|in|on)$/i.test(printed)) return null;
	// "Two killed in Lviv, 3 May 2024" is no outlet: more than four words are a sentence.
	if (known(printed) === null && printed.split(' ').length > 4) return null;
	const date = dateOfRow(match[2]);
	if (date === null && !isAgoRow(match[2])) return null;
	// "Nature · 3 May 2024" may be a section; "Nature · 2 hours ago" is how lists of many papers' pieces print it.
	const name = known(printed, date === null ? 'place' : 'line');
	const when = date === null ? {ago: match[2]} : {date};
	if (name === null && isBareName(printed) && date !== null) return {rule: 'byline', byline: printed, ...when};
	// "Release 3 May 2024", "Version 1.9 2 days ago": nobody's name.
	if (name === null && (/[\d’']/.test(printed) || (date !== null && !OUTLET_WORD.test(printed)))) return null;
	return {rule: 'outlet row', outlet: name ?? printed, ...when};
};

const SIGNED = /^((\p{Lu}[\p{L}’'-]*)(?: \p{Lu}[\p{L}’'.-]*){1,3})(?:,| ?[|·•–—-]) ?(.{6,40})$/u;

/** "Jane Doe, 3 May 2024": who wrote it, and when. "New York, 3 May 2024" begins with no given name, and is where. */
const signedAndDated = (text: string): Meta | null => {
	const [, writer = '', given = '', when = ''] = SIGNED.exec(text) ?? [];
	if (!isGivenName(given) || !isBareName(writer) || / (?:Beach|City|County|Falls|Springs|Bay|Island|Valley|Park|Street)$/.test(writer) || !isDateRow(when)) return null;
	const date = dateOfRow(when);
	return date === null ? null : {rule: 'byline', byline: writer, date};
};

const LONGEST_DATE_ROW = 18;

/** A row that is nothing but a time or a date. */
const timeOf = (text: string): Meta | null => {
	if (isClockRow(text)) return {rule: 'time row', clock: true};
	if (isAgoRow(text)) return {rule: 'time row', ago: text};
	if (!isDateRow(text)) return null;
	const date = dateOfRow(text);
	return date === null ? {rule: 'date row'} : {rule: 'date row', date};
};

const readMeta = (line: Line, front: boolean): Meta | null => {
	const text = line.text.replace(BULLET, '');
	const isTimed = mayTellTime(line);
	const time = isTimed ? signedAndDated(text) ?? timeOf(text) : null;
	if (time !== null) return time;
	const byline = bylineOf(text, front);
	if (byline !== null) {
		const date = dateOfRow(text.slice(text.indexOf(byline) + byline.length));
		return {rule: 'byline', byline, ...(date === null ? {} : {date})};
	}

	if (isContact(text)) return {rule: 'byline'};
	const known = text.length < 50 ? line.tables.outlets.known(text, 'line') : null;
	if (known !== null) return {rule: 'outlet row', outlet: known};
	const beside = isTimed ? outletAndTime(text, line.tables.outlets.known) : null;
	if (beside !== null || !isTimed || !front || line.words > LONGEST_DATE_ROW || (line.shape === 'prose' && /[.!?”"]$/.test(text)) || !holdsDate(text)) return beside;
	const date = dateOfRow(text);
	return date === null ? {rule: 'date row'} : {rule: 'date row', date};
};

const LONGEST_NAME_ROW = 6;
/** What else stands beside a time, and names nobody. */
const COUNTER = /^(?:shares?|comments?|views?|likes?|replies|reactions?|photos?|videos?|more|share|print|email|save|listen|watch|tweet|updated|published|posted|\p{L}+ only)$/iu;

/**
 * Meta rows with the help of their neighbours: a short capitalised row beside a time is an outlet (or, before the body,
 * an author) even where nobody has told us of it.
 */
export const metaBeside = (line: Line, metas: ReadonlyArray<Meta | null>): Meta | null => {
	const text = line.text.replace(BULLET, '');
	const short = text.split(' ').length <= LONGEST_NAME_ROW && /^\p{Lu}/u.test(text) && !/[.!?:]$|[|,]|: |\d/.test(text) && !COUNTER.test(text);
	if (!short || !metas.some(meta => meta?.ago !== undefined || meta?.date !== undefined)) return null;
	const outlet = OUTLET_WORD.test(text);
	if (isBareName(text) && !outlet && (metas.some(meta => meta?.date !== undefined) || text.split(' ').length === 2)) return {rule: 'byline', byline: text};
	// "Odile Farrant Salder Echo": who wrote it, and for whom
	const end = line.tables.outlets.known(text) === null ? line.tables.outlets.trailing(text) : null;
	const writer = end === null ? '' : text.slice(0, text.length - end.printed.length).trim();
	if (end !== null && writer.includes(' ') && isBareName(writer)) return {rule: 'byline', byline: writer, outlet: end.outlet};
	return outlet || metas.some(meta => meta?.ago !== undefined) ? {rule: 'outlet row', outlet: line.tables.outlets.known(text) ?? text} : null;
};
