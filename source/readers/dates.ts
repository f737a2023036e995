import months from '../../data/months.json' with {type: 'json'};
import {isoDay} from '../text/dates.ts';
import {singleSpaced} from './record.ts';

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** "08:05:00 +0100", "9:05 pm EDT": the time, and its zone where it ends the date or stands before the year ("09:05:00 UTC 2025"). */
const CLOCK = /\b(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?([ap])\.?m\b\.?)?(?: ?([+-]\d{1,2}(?::?\d{2})?|[a-z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?)(?=$| \d{4}$))?/i;
/** What leads from a day to its time: "3 July 2025 at", "3 July 2025 -". */
const JOINT = /(?:,|,? (?:at|um|à|alle|a las)| [-–—])$/i;
/** Whatever stands beyond ASCII may be one: the table of months tells. */
const LETTER = String.raw`[a-z\u00AA-\uFFFF]`;
const WEEKDAY = String.raw`(?:${LETTER}{2,13}(?:\.?, ?|\.? ))?`;
/** "31 Mar 2025", "Thu,3-Jul-25", "3. Juli 2025", "3 de julio de 2025". */
const DAY_FIRST = new RegExp(String.raw`^${WEEKDAY}(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?: |-)(?:of |de |d[’'])?(${LETTER}{3,12})\.?(?:,? |-)(?:de |del )?(\d{4}|\d{2})$`, 'i');
/** "March 31, 2025", "Mon Mar 31 2025". */
const MONTH_FIRST = new RegExp(String.raw`^${WEEKDAY}(${LETTER}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$`, 'i');
/** "2025/3/31", "2025-3-31", "2025年3月31日". */
const YEAR_FIRST = /^(\d{4}) ?[-/.年년] ?(\d{1,2}) ?[-/.月월] ?(\d{1,2}) ?[日일]?$/;
/** "31.03.2025": with dots the day comes first. With strokes ("03/07/2025") nobody knows. */
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** The zones RFC 822 names, and those that agencies print. */
const ZONES: Readonly<Record<string, string>> = {
	z: 'Z', ut: 'Z', utc: 'Z', gmt: 'Z', est: '-05:00', edt: '-04:00', cst: '-06:00', cdt: '-05:00', mst: '-07:00', mdt: '-06:00', pst: '-08:00', pdt: '-07:00',
	bst: '+01:00', cet: '+01:00', cest: '+02:00', eet: '+02:00', eest: '+03:00', msk: '+03:00', jst: '+09:00', kst: '+09:00',
};

const two = (text: string): string => text.padStart(2, '0');

const zoneOf = (text: string | undefined): string => {
	if (text === undefined || text === '') return '';
	const named = ZONES[text.toLowerCase()];
	if (named !== undefined) return named;
	const offset = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(text);
	return offset === null ? '' : `${offset[1]}${two(offset[2] ?? '')}:${offset[3] ?? '00'}`;
};

/** Programs that know no date write the first moment of their clock, or the first year of the calendar. */
const EARLIEST = 1000;
const NO_DATE = /^1970-01-01T00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:00)?$/;

/** `clock`: "08:05", "08:05:00", "08:05:00.25". */
const moment = (day: string | null, clock: string | null, zone: string | undefined): string | null => {
	if (day === null || clock === null) return day;
	if (Number(clock.slice(0, 2)) > 24 || Number(clock.slice(3, 5)) > 59 || Number(clock.slice(6)) > 60) return day;
	const found = `${day}T${clock}${zoneOf(zone)}`;
	return NO_DATE.test(found) ? null : found;
};

const clockOf = (hour: string | undefined, minute: string | undefined, second: string | undefined): string | null =>
	hour === undefined || minute === undefined ? null : `${two(hour)}:${minute}${second === undefined ? '' : `:${second}`}`;

/** The hour of the day of "12 am" (0) and "9 pm" (21); without "am" or "pm" it is one already. */
const hourOf = (hour: string, half: string | undefined): string =>
	half === undefined ? hour : String(Number(hour) % 12 + (half.toLowerCase() === 'p' ? 12 : 0));

const numbers = new Map(months.flatMap((names, index) => names.map(name => [name, index + 1] as const)));
/** The number of a month by its name, or by as much of it as no other begins with; null for other words. */
const monthOf = (word: string): number | null => {
	const name = word.toLowerCase();
	const known = numbers.get(name);
	if (known !== undefined) return known;
	const found = months.flatMap((names, index) => names.some(each => each.startsWith(name)) ? [index + 1] : []);
	return found.length === 1 ? found[0] ?? null : null;
};

const fullYear = (year: string): number => year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year);

/** The ISO day of a date without its time. */
const dayOf = (text: string): string | null => {
	const [, day, month, year] = DAY_FIRST.exec(text) ?? [];
	const [, otherMonth, otherDay, otherYear] = day === undefined ? MONTH_FIRST.exec(text) ?? [] : [];
	const named = monthOf(month ?? otherMonth ?? '');
	if (named !== null) return isoDay(fullYear(year ?? otherYear ?? ''), named, Number(day ?? otherDay));
	const yearFirst = YEAR_FIRST.exec(text);
	if (yearFirst !== null) return isoDay(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
	const dotted = DOTTED.exec(text);
	return dotted === null ? null : isoDay(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
};

/** A date in words, with or without a time. */
const spelled = (given: string): string | null => {
	const text = given.endsWith(')') ? given.replace(/ \(.*\)$/, '') : given;
	const clock = CLOCK.exec(text);
	if (clock === null) return dayOf(text);
	const [all, hour = '', minute, second, half, zone] = clock;
	const [before, behind] = [text.slice(0, clock.index).trimEnd().replace(JOINT, ''), text.slice(clock.index + all.length).trim()];
	return moment(dayOf(before === '' ? behind.replace(/^, /, '') : behind === '' ? before : `${before} ${behind}`), clockOf(hourOf(hour, half), minute, second), zone);
};

/**
 * The ISO form of a stated date: ISO 8601 and its feed dialects (W3C, compact), RFC 822, names of months in many languages. The offset stays as
 * stated, a date without a time stays a date. Null for what is no date, for days that are not in the calendar, and for what programs write that know none.
 */
export const statedDate = (given: string | null | undefined): string | null => {
	const text = singleSpaced((given ?? '').trim());
	if (text.length < 4 || text.length > 60) return null;
	const compact = COMPACT.exec(text);
	if (compact !== null) return moment(isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3])), clockOf(compact[4], compact[5], compact[6]), compact[7]);
	const iso = ISO.exec(text);
	if (iso === null) return spelled(text);
	const [, year = '', month, day, clock = null, zone] = iso;
	if (Number(year) < EARLIEST) return null;
	if (month === undefined) return year;
	if (day === undefined) return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month}` : null;
	return moment(isoDay(Number(year), Number(month), Number(day)), clock, zone);
};
