import {isoDay, monthOf} from '../text/dates.ts';
import {singleSpaced} from './record.ts';

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** "Thu, 31 Mar 2025 08:05:00 +0100": the weekday, the time and the zone may be missing; "31 March 2025", two-digit years. */
const RFC822 = /^(?:\p{L}{2,12}\.?,?\s+)?(\d{1,2})(?:\s+|-)(\p{L}{3,9})\.?(?:,?\s+|-)(\d{4}|\d{2})(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([+-]\d{2}:?\d{2}|\p{L}{1,5}(?:[+-]\d{1,2}:?\d{2})?)?)?(?:\s+\(.*\))?$/u;
/** "March 31, 2025", "Mar 31 2025 8:05 AM", asctime's "Mon Mar 31 08:05:00 2025" without its weekday. */
const MONTH_FIRST = /^(?:\p{L}{2,12}\.?,?\s+)?(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s+(?:[A-Z]{3,4}))?)?,?\s+(\d{4})$/u;

/** The zones RFC 822 names, and those that agencies print. */
const ZONES: Readonly<Record<string, string>> = {
	z: 'Z', ut: 'Z', utc: 'Z', gmt: 'Z', est: '-05:00', edt: '-04:00', cst: '-06:00', cdt: '-05:00', mst: '-07:00', mdt: '-06:00', pst: '-08:00', pdt: '-07:00',
	bst: '+01:00', cet: '+01:00', cest: '+02:00', eet: '+02:00', eest: '+03:00', msk: '+03:00', jst: '+09:00', kst: '+09:00',
};

const zoneOf = (text: string | undefined): string => {
	if (text === undefined || text === '') return '';
	const named = ZONES[text.toLowerCase()];
	if (named !== undefined) return named;
	const offset = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
	return offset === null ? '' : `${offset[1]}${offset[2]}:${offset[3] ?? '00'}`;
};

const two = (text: string): string => text.padStart(2, '0');

/** `clock`: "08:05", "08:05:00", "08:05:00.25". */
const moment = (day: string | null, clock: string | null, zone: string | undefined): string | null => {
	if (day === null || clock === null) return day;
	return Number(clock.slice(0, 2)) > 24 || Number(clock.slice(3, 5)) > 59 || Number(clock.slice(6)) > 60 ? day : `${day}T${clock}${zoneOf(zone)}`;
};

const clockOf = (hour: string | undefined, minute: string | undefined, second: string | undefined): string | null =>
	hour === undefined || minute === undefined ? null : `${two(hour)}:${minute}${second === undefined ? '' : `:${second}`}`;

const fullYear = (year: string): number => year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year);

const rfc822 = (text: string): string | null => {
	const match = RFC822.exec(text);
	const month = match === null ? null : monthOf(match[2] ?? '');
	if (match === null || month === null) return null;
	return moment(isoDay(fullYear(match[3] ?? ''), month, Number(match[1])), clockOf(match[4], match[5], match[6]), match[7]);
};

const monthFirst = (text: string): string | null => {
	const match = MONTH_FIRST.exec(text);
	const month = match === null ? null : monthOf(match[1] ?? '');
	return match === null || month === null ? null : moment(isoDay(Number(match[6]), month, Number(match[2])), clockOf(match[3], match[4], match[5]), undefined);
};

/**
 * The ISO form of a stated date: ISO 8601 and its feed dialects (W3C, compact), RFC 822, month names. The offset stays as
 * stated, a date without a time stays a date. Null for what is no date, and for days that are not in the calendar.
 */
export const statedDate = (given: string | null | undefined): string | null => {
	const text = singleSpaced((given ?? '').trim());
	if (text.length < 4 || text.length > 60) return null;
	const compact = COMPACT.exec(text);
	if (compact !== null) return moment(isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3])), clockOf(compact[4], compact[5], compact[6]), compact[7]);
	const iso = ISO.exec(text);
	if (iso === null) return rfc822(text) ?? monthFirst(text);
	const [, year = '', month, day, clock = null, zone] = iso;
	if (month === undefined) return year;
	if (day === undefined) return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month}` : null;
	return moment(isoDay(Number(year), Number(month), Number(day)), clock, zone);
};
