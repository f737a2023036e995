import type {Figure} from '../model/figure.ts';

/** Killed, wounded, missing and captured together are casualties: a part can never be more than its whole. */
const PARTS = new Set(['killed', 'wounded', 'missing', 'captured']);
/** The order of rows; others follow in the order in which they are told. */
const ORDER = ['casualties', 'killed', 'wounded', 'missing', 'captured', 'arrested', 'displaced', 'evacuated', 'deployed'];
/** What is there at a time, however it came: "sent last November" and "deployed" count the same stock. */
const STOCKS = new Set(['deployed', 'troops', 'forces', 'workers', 'people', 'population', 'displaced']);
const DURATIONS = new Set(['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds', 'year', 'month', 'week', 'day', 'hour', 'minute', 'times']);
const MONEY = /^[a-z]{3}$/;
const NO_MONEY = new Set(['km2', 'mi2', 'ton', 'men', 'mph', 'kph', 'kwh', 'ppm']);

export const isPartOfCasualties = (measure: string | null): boolean => measure !== null && PARTS.has(measure);
export const isStock = (measure: string | null): boolean => measure !== null && STOCKS.has(measure);
export const isShare = (figure: Figure): boolean => figure.unit === 'share' || figure.unit === 'percent';
export const isMoney = (figure: Figure): boolean => figure.unit !== null && MONEY.test(figure.unit) && !NO_MONEY.has(figure.unit);
export const measureRank = (measure: string): number => ORDER.includes(measure) ? ORDER.indexOf(measure) : ORDER.length;

/** What a figure counts: our measure, else the printed word. */
export const measureOf = (figure: Figure): string => figure.measure ?? figure.measureText ?? 'a number';

/** Figures that take part in a comparison: no compounds, no durations, nothing a person rejected. */
export const takesPart = (figure: Figure): boolean =>
	!figure.minor && !figure.derived && figure.review !== 'rejected' && (figure.refusal || figure.unit === null || !DURATIONS.has(figure.unit));
