import type {Column} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import type {Time} from '../model/views.ts';
import {resolveDate} from '../text/dates.ts';

/** The first and the last day an ISO year, month or day can mean; every month ends on a 31st here, since only the order counts. */
export const earliest = (date: string): string => `${date.slice(0, 10)}${'-01-01'.slice(date.length < 7 ? 0 : 3)}`.slice(0, 10);
export const latest = (date: string): string => `${date.slice(0, 10)}${'-12-31'.slice(date.length < 7 ? 0 : 3)}`.slice(0, 10);
/** A day of March may be before or after what holds "to March": only what is surely earlier counts. */
export const before = (from: string, to: string): boolean => latest(from) < earliest(to);
/** Whether one date is the other, or lies within it: "2025-03-07" and "2025-03". */
export const sameTime = (a: string, b: string): boolean => earliest(a) <= latest(b) && earliest(b) <= latest(a);

/** The day each article came out, by its id; null where that is not known. */
export type Published = ReadonlyMap<string, string | null>;
export const publishedDays = (columns: readonly Column[]): Published =>
	new Map(columns.map(({article}) => [article.id, article.published?.slice(0, 10) ?? null]));

/** The day a figure holds for: its own, else the day it was said, else the day its article came out. */
export const holdsFor = (figure: Figure, published: Published): string | null => figure.asOf ?? figure.saidOn ?? published.get(figure.article) ?? null;

/** Where a figure stands on a time line and by which of its dates; null where it has none. */
export const timeOf = (figure: Figure, published: Published): Time | null => {
	const day = published.get(figure.article) ?? null;
	const period = figure.periodText === null ? null : resolveDate(figure.periodText, day);
	const known = ([['as of', figure.asOf], ['period', period], ['said', figure.saidOn], ['published', day]] as const)
		.flatMap(([basis, at]) => at === null ? [] : [{at, from: earliest(at), to: latest(at), basis}]);
	return known[0] ?? null;
};

/** Oldest first; of two that begin together the one that ends first. */
export const byTime = (a: Time, b: Time): number => a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : a.to > b.to ? 1 : 0;

const DAY = 86_400_000;
/** Days from one ISO day to another; NaN where either is no whole day. */
export const daysBetween = (from: string, to: string): number => (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
