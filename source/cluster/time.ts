import type {Counted, News} from './news.ts';

/**
 * What is known of when an article was written, in days since 1970: the day, or only a day it cannot be older than, or neither.
 * `page`: the document it was cut from; null for records, which somebody has put together into one collection already.
 */
export type When = {readonly day: number | null; readonly notBefore: number | null; readonly page: string | null};

/** Days since 1970 of an ISO date, month or year (its first day) or date-time as stated, whatever its offset; null where there is none. */
export const dayOf = (stated: string | null): number | null => {
	const match = stated === null ? null : /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(stated);
	if (match === null) return null;
	const time = Date.parse(`${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}T00:00:00Z`);
	return Number.isNaN(time) ? null : Math.floor(time / 86_400_000);
};

/** An undated article that tells losses "as of" a month was written in that month at the earliest. */
export const whenOf = (article: Pick<News, 'published' | 'document' | 'segments'>, figures: ReadonlyArray<Pick<Counted, 'asOf'>>): When => {
	const holds = figures.flatMap(figure => dayOf(figure.asOf) ?? []);
	return {day: dayOf(article.published), notBefore: holds.length === 0 ? null : Math.max(...holds), page: article.segments.some(segment => segment.pieces.length > 0) ? article.document : null};
};

/** Days that lie between the two at least; null where nothing tells. */
const gap = (left: When, right: When): number | null => {
	if (left.day !== null && right.day !== null) return Math.abs(left.day - right.day);
	const bounds = [[left.day, right.notBefore], [right.day, left.notBefore]].flatMap(([day, bound]) => day == null || bound == null ? [] : bound - day);
	const most = Math.max(...bounds, 0);
	return most > 0 ? most : null;
};

/**
 * What an unknown gap between pages that came separately costs at most: half of what a month would, for the same days and other
 * weeks are equally likely. Where nobody has a date nothing is known of any pair, and the words alone decide.
 */
const UNKNOWN = 0.15;
export const unknownFactor = (times: readonly When[]): number => 1 - UNKNOWN * Math.min(1, 2 * times.filter(when => when.day !== null).length / Math.max(1, times.length));

/** One page seldom tells one event twice: its articles are different pieces, its posts different news, however alike they sound. */
const ONE_PAGE = 0.95;

const slope = (days: number): number => days <= 30 ? 1 - 0.3 * Math.max(0, days - 2) / 28 : Math.max(0.05, 0.7 - 0.65 * (days - 30) / 90);

/**
 * How much of a likeness counts, by the time between two articles. Two days cost nothing, a month three tenths (hard windows did
 * worse than this slope), four months nearly all: the same words half a year later are the same story and another event.
 */
export const timeFactor = (left: When, right: When, unknown: number): number => {
	const days = gap(left, right);
	if (left.page !== null && left.page === right.page) return ONE_PAGE * (days === null ? 1 : slope(days));
	return days === null ? (left.page === right.page ? 1 : unknown) : slope(days);
};

/** The factor between two articles by number. */
export const timeBetween = (times: readonly When[]): ((left: number, right: number) => number) => {
	const unknown = unknownFactor(times);
	return (left, right) => {
		const a = times[left];
		const b = times[right];
		return a === undefined || b === undefined ? 1 : timeFactor(a, b, unknown);
	};
};
