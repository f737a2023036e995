import {type ArticleCard, outletKey, outletsNamed} from '../model/article.ts';

type Card = Pick<ArticleCard, 'outlet' | 'published'>;

/** How many articles were published day by day. `step`: days to a count, 1 where they fit; `undated`: articles without a full date. */
export type ToldByDay = {readonly from: string; readonly to: string; readonly step: number; readonly counts: readonly number[]; readonly undated: number};

const DAY = 86_400_000;
/** The outlet's own day, whatever its offset; a date of a month or a year alone names none. */
const dayOf = (published: string | null): number | null => published === null || !/^\d{4}-\d{2}-\d{2}/.test(published) ? null : Date.parse(`${published.slice(0, 10)}T00:00:00Z`) / DAY;
const isoDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** So many counts fit a line. */
const MOST = 42;

/** Coverage over time, from the first day to the last; null where no article has a full date. */
export const toldByDay = (cards: readonly Card[], most = MOST): ToldByDay | null => {
	const days = cards.flatMap(({published}) => dayOf(published) ?? []).sort((a, b) => a - b);
	const [first, last] = [days[0], days.at(-1)];
	if (first === undefined || last === undefined) return null;
	const step = Math.ceil((last - first + 1) / most);
	const counts = Array.from({length: Math.ceil((last - first + 1) / step)}, () => 0);
	for (const day of days) counts[Math.floor((day - first) / step)] = (counts[Math.floor((day - first) / step)] ?? 0) + 1;
	return {from: isoDay(first), to: isoDay(last), step, counts, undated: cards.length - days.length};
};

/** Numbers say how many, so that nothing is told by the height of a bar: a point for none, "+" for more than nine. */
const sign = (count: number): string => count === 0 ? '·' : count > 9 ? '+' : String(count);

/** "2031-04-02 [1··32·1] 2031-04-08, by day (undated: 2)"; in words where one day says it all, or none is known. */
export const coverageLine = (told: ToldByDay | null): string => {
	if (told === null) return 'undated';
	const undated = told.undated > 0 ? ` (undated: ${told.undated})` : '';
	if (told.from === told.to) return `all on ${told.from}${undated}`;
	return `${told.from} [${told.counts.map(sign).join('')}] ${told.to}, ${told.step === 1 ? 'by day' : `each sign ${told.step} days`}${undated}`;
};

/** The outlets of a library that do not carry an event. `unknown`: its articles whose outlet is not known; they may be of any of them. */
export type BlindSpots = {readonly missing: readonly string[]; readonly unknown: number};

/** Blind spots of an event; `outlets`: all that the library knows by name. */
export const blindSpots = (cards: readonly Card[], outlets: readonly string[]): BlindSpots => {
	const carried = new Set(outletsNamed(cards).map(outletKey));
	return {missing: outlets.filter(outlet => !carried.has(outletKey(outlet))), unknown: cards.filter(({outlet}) => outlet === null).length};
};

/** The outlets of some articles by name, sorted, each once. */
export const outletsOf = (cards: ReadonlyArray<Pick<Card, 'outlet'>>): string[] => outletsNamed(cards).sort();

/** "not in: Quay Daily, The Ebb (articles of unknown outlets: 1)". */
export const blindLine = ({missing, unknown}: BlindSpots): string =>
	`${missing.length === 0 ? 'in every outlet of the library' : `not in: ${missing.join(', ')}`}${unknown > 0 ? ` (articles of unknown outlets: ${unknown})` : ''}`;
