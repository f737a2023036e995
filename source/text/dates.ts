const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAY = 86_400_000;

/** Month number 1 to 12 of a name or its first letters; null for other words. */
export const monthOf = (word: string): number | null => {
	const plain = word.toLowerCase().replace(/\.$/, '');
	const at = plain.length < 3 ? -1 : MONTHS.findIndex(month => month.startsWith(plain) || (plain === 'sept' && month === 'september'));
	return at < 0 ? null : at + 1;
};

const pad = (value: number): string => String(value).padStart(2, '0');
/** The ISO day, or null where the calendar has no such day (month 1 to 12). */
export const isoDay = (year: number, month: number, day: number): string | null => {
	const moment = new Date(Date.UTC(year, month - 1, day));
	return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day ? `${year}-${pad(month)}-${pad(day)}` : null;
};

/** Whether this is an ISO year, month or day of the calendar, or a day with a time behind it. */
export const isIsoDate = (text: string): boolean => {
	const [, year, month = '01', day = '01', time] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text) ?? [];
	if (year === undefined || (time !== undefined && text.length < 16) || Number(month) < 1 || Number(month) > 12) return false;
	return isoDay(Number(year), Number(month), Number(day)) !== null;
};

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** The day of a published date in the outlet's own time, as UTC midnight; null where there is none. */
const dayOf = (published: string | null): number | null => {
	const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(published ?? '');
	return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : null;
};

const monthBack = (today: number, months: number): string => {
	const date = new Date(today);
	const at = date.getUTCFullYear() * 12 + date.getUTCMonth() - months;
	return `${Math.floor(at / 12)}-${pad(at % 12 + 1)}`;
};

/** Words that hold their own date: "March 2025", "5 May 2024", "2025-03-01", "2023". No published date is asked. */
const absolute = (phrase: string): string | null => {
	const full = /(\d{4})-(\d{2})-(\d{2})/.exec(phrase);
	if (full) return full[0];
	const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(\p{Lu}\p{L}+)\.?,?\s(\d{4})\b/u.exec(phrase);
	const monthFirst = /\b(\p{Lu}\p{L}+)\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})\b/u.exec(phrase);
	const [name, day, year] = dayFirst ? [dayFirst[2], dayFirst[1], dayFirst[3]] : monthFirst ? [monthFirst[1], monthFirst[2], monthFirst[3]] : [];
	const month = name === undefined ? null : monthOf(name);
	const stated = month === null || day === undefined ? null : isoDay(Number(year), month, Number(day));
	if (stated !== null) return stated;
	const monthYear = /\b(\p{Lu}\p{L}+)\.?,?\s(\d{4})\b/u.exec(phrase);
	const only = monthYear ? monthOf(monthYear[1] ?? '') : null;
	if (monthYear && only !== null) return `${monthYear[2]}-${pad(only)}`;
	return /\b((?:19|20)\d{2})\b/.exec(phrase)?.[1] ?? null;
};

/** A day and month without a year: the most recent one on or before the day of publication. */
const yearless = (phrase: string, today: number): string | null => {
	const match = /\b(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(\p{Lu}\p{L}+)/u.exec(phrase) ?? /\b(\p{Lu}\p{L}+)\.?\s(\d{1,2})\b/u.exec(phrase);
	if (!match) return null;
	const [first = '', second = ''] = [match[1], match[2]];
	const month = monthOf(/^\d/.test(first) ? second : first);
	const day = Number(/^\d/.test(first) ? first : second);
	if (month === null || day < 1 || day > 31) return null;
	const year = new Date(today).getUTCFullYear();
	const date = Date.UTC(year, month - 1, day);
	return iso(date <= today ? date : Date.UTC(year - 1, month - 1, day));
};

/**
 * The ISO day, month or year that a phrase of an article means. Relative words ("on Friday", "yesterday", "last month") are
 * resolved only from a known date of publication; a weekday is the most recent one on or before it. Null where nothing sure follows.
 */
export const resolveDate = (phrase: string, published: string | null): string | null => {
	const stated = absolute(phrase);
	if (stated !== null) return stated;
	const today = dayOf(published);
	if (today === null) return null;
	const day = yearless(phrase, today);
	if (day !== null) return day;
	const lower = phrase.toLowerCase();
	const weekday = WEEKDAYS.findIndex(name => lower.includes(name));
	if (weekday >= 0) {
		if (/\b(?:last\s\w+day|next|coming)\b/.test(lower)) return null;
		return iso(today - (new Date(today).getUTCDay() - weekday + 7) % 7 * DAY);
	}

	if (/\byesterday\b/.test(lower)) return iso(today - DAY);
	if (/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/.test(lower)) return iso(today);
	if (/\blast month\b/.test(lower)) return monthBack(today, 1);
	if (/\bthis month\b/.test(lower)) return monthBack(today, 0);
	if (/\blast year\b/.test(lower)) return String(new Date(today).getUTCFullYear() - 1);
	if (/\bthis year\b/.test(lower)) return String(new Date(today).getUTCFullYear());
	const name = /\b(?:in|last|since|by)\s(\p{Lu}\p{L}+)\b/u.exec(phrase)?.[1];
	const month = name === undefined ? null : monthOf(name);
	if (month === null) return null;
	const date = new Date(today);
	const year = month - 1 <= date.getUTCMonth() ? date.getUTCFullYear() : date.getUTCFullYear() - 1;
	return `${year}-${pad(month)}`;
};
