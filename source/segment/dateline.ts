import {isoDay, monthOf} from '../text/dates.ts';

/** A date a page states: ISO day, or date-time where the offset is stated too. */
export type PageDate = {readonly iso: string; readonly updated: boolean};

const MONTH = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY_MONTH_YEAR = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? (\\d{4})\\b`, 'i');
const MONTH_DAY_YEAR = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i');
const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?/;
/** Only where no other reading is possible: the first number is above 12. */
const SLASHED = /\b(1[3-9]|2\d|3[01])[/.](\d{1,2})[/.](\d{4})\b/;
const CLOCK = /\b(\d{1,2})[:.](\d{2})(?::\d{2})?\s?(a\.?m\.?|p\.?m\.?)?\s?(GMT|BST|UTC|EST|EDT|ET|PST|PDT|CET|CEST|EET|EEST|Z)?\b/i;
/** "ET" and its like change in summer: without a rule for it, the time is left out. */
const OFFSETS: Readonly<Record<string, string>> = {GMT: 'Z', UTC: 'Z', Z: 'Z', BST: '+01:00', CET: '+01:00', CEST: '+02:00', EET: '+02:00', EEST: '+03:00', EST: '-05:00', EDT: '-04:00', PST: '-08:00', PDT: '-07:00'};

const LABEL = '(?:(?:first |originally )?(?:published|posted|updated|last updated|last modified|modified|created|date|filed|uploaded|released|article published|issued)(?: (?:on|at))?:? ?|on )?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';
const CLOCK_TEXT = '(?:\\d{1,2}[:.]\\d{2}(?::\\d{2})? ?(?:[ap]\\.?m\\.?)?(?: ?(?:[A-Z]{2,4}|[+-]\\d{2}:?\\d{2}))?)';
const DAY_TEXT = `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})`;
const ONE_DATE = `${LABEL}(?:${CLOCK_TEXT}[,.]? (?:on )?)?${WEEKDAY}${DAY_TEXT}(?:[,·|]? (?:at )?${CLOCK_TEXT})?`;
const DATE_ROW = new RegExp(`^[(\\[]?${ONE_DATE}(?: ?[|·•/,;–—-]? ?${ONE_DATE})?[)\\]]?\\.?$`, 'i');
const AGO = '(?:time)?(?:(?:about |over )?(?:\\d+|an?|one|two|three) ?(?:s|m|h|d|w|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?) ago|just now|yesterday)';
const AGO_ROW = new RegExp(`^(?:(?:published|posted|updated|last updated|time):? )?${AGO}$`, 'i');
const CLOCK_ROW = new RegExp(`^(?:(?:posted|updated) at )?${CLOCK_TEXT}$`, 'i');
const AGO_PARTS = /(\d+|\ban?\b|\bone\b|\btwo\b|\bthree\b) ?(s|m|h|d|w|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?) ago/i;
/** "KYIV, 3 May 2024 (Reuters) -": a dateline with its year. */
const DATELINE = new RegExp(`^[A-Z .,'’-]{2,40}, (${DAY_TEXT}) (?:\\([A-Z][\\w .]{1,20}\\) )?[-–—]`, 'i');

const clockOf = (text: string): string => {
	const match = CLOCK.exec(text);
	const offset = OFFSETS[match?.[4]?.toUpperCase() ?? ''];
	if (match === null || offset === undefined) return '';
	const half = match[3]?.toLowerCase().replaceAll('.', '');
	const hour = Number(match[1]) % (half === undefined ? 24 : 12) + (half === 'pm' ? 12 : 0);
	return `T${String(hour).padStart(2, '0')}:${match[2] ?? '00'}${offset}`;
};

/** The first date with day, month and year in a text; a time joins it only where its offset is stated. */
const dateIn = (text: string): string | null => {
	const iso = ISO.exec(text);
	if (iso !== null) {
		const day = isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
		return day !== null && iso[4] !== undefined && iso[5] !== undefined ? `${day}T${iso[4]}${iso[5]}` : day;
	}

	const european = DAY_MONTH_YEAR.exec(text);
	const american = MONTH_DAY_YEAR.exec(text);
	const slashed = SLASHED.exec(text);
	const day = european !== null ? isoDay(Number(european[3]), monthOf(european[2] ?? '') ?? 0, Number(european[1]))
		: american !== null ? isoDay(Number(american[3]), monthOf(american[1] ?? '') ?? 0, Number(american[2]))
			: slashed !== null ? isoDay(Number(slashed[3]), Number(slashed[2]), Number(slashed[1])) : null;
	return day === null ? null : day + clockOf(text.replace(DAY_MONTH_YEAR, ' ').replace(MONTH_DAY_YEAR, ' ').replace(SLASHED, ' '));
};

/** A line that is nothing but a date, with or without "Published" and a time. */
export const isDateRow = (text: string): boolean => text.length < 120 && DATE_ROW.test(text);
/** "2 hours ago", also glued to a label: "time2 hours ago". */
export const isAgoRow = (text: string): boolean => text.length < 60 && AGO_ROW.test(text);
/** "14:05 GMT": the stamp of a live blog's post. */
export const isClockRow = (text: string): boolean => text.length < 40 && CLOCK_ROW.test(text);

/** The date of a date row; "updated" ones give way to published ones. */
export const dateOfRow = (text: string): PageDate | null => {
	const iso = dateIn(text);
	return iso === null ? null : {iso, updated: /updated|modified/i.test(text) && !/published|posted/i.test(text)};
};

/** The date in the dateline at the head of a paragraph, where its year is stated. */
export const datelineOf = (text: string): string | null => {
	const match = DATELINE.exec(text);
	// The place is printed in capitals; the month is not.
	return match?.[1] === undefined || !/^\p{Lu}{3}/u.test(text) ? null : dateIn(match[1]);
};

const DAYS: Readonly<Record<string, number>> = {d: 1, w: 7};
const COUNTS: Readonly<Record<string, number>> = {a: 1, an: 1, one: 1, two: 2, three: 3};

/** "5 days ago", counted back from the day the page was captured. Hours need the hour: without one they give no date. */
export const resolveAgo = (text: string, captured: string): string | null => {
	const match = AGO_PARTS.exec(text);
	const unit = match?.[2]?.[0]?.toLowerCase() ?? '';
	const month = /^mo/i.test(match?.[2] ?? '');
	const days = month ? undefined : DAYS[unit];
	const from = dateIn(captured);
	if (match === null || days === undefined || from === null) return null;
	const count = COUNTS[match[1]?.toLowerCase() ?? ''] ?? Number(match[1]);
	const moment = new Date(Date.parse(`${from.slice(0, 10)}T00:00:00Z`) - count * days * 86_400_000);
	return moment.toISOString().slice(0, 10);
};

/** An outlet glued to a time: "BBC News5 days ago", "The Herald · 3 May 2024". */
export const OUTLET_AND_TIME = new RegExp(`^(?:[•·-] ?)?([A-Z][\\w.&’' ]{1,38}?) ?[|·•,–—-]? ?(${AGO}|${ONE_DATE})$`, 'i');
