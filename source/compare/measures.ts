import table from '../../data/measures.json' with {type: 'json'};
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

/** What befalls a population: nobody's losses stand against another side's, and "4 million Americans filed" tells what "4 million people filed" does. */
const OF_ANYBODY = new Set(['jobless claims', 'continuing claims', 'unemployed', 'infected', 'hospitalised', 'vaccinated', 'fully vaccinated', 'first dose']);

export const isOfAnybody = (measure: string | null): boolean => measure !== null && OF_ANYBODY.has(measure);
export const isPartOfCasualties = (measure: string | null): boolean => measure !== null && PARTS.has(measure);
/** What adds up from day to day. */
const ADDS_UP = new Set<string>(table.measures.flatMap(row => 'stock' in row ? [row.measure] : []));
/** A count that was told for a day without a word of whether it is the day's or all. */
export const isOpen = (figure: Figure): boolean => figure.flow === null && figure.asOfText !== null && figure.unit !== 'share' && figure.unit !== 'percent' && ADDS_UP.has(figure.measure ?? '');
export const isStock = (measure: string | null): boolean => measure !== null && STOCKS.has(measure);
export const isShare = (figure: Figure): boolean => figure.unit === 'share' || figure.unit === 'percent';
export const isMoney = (figure: Figure): boolean => figure.unit !== null && MONEY.test(figure.unit) && !NO_MONEY.has(figure.unit);
export const measureRank = (measure: string): number => ORDER.includes(measure) ? ORDER.indexOf(measure) : ORDER.length;

/** Labels of figures that do not say what they count. */
const UNTOLD = new Set(['a sum', 'a share', 'a number']);
/** What a figure counts: our measure, else the printed word, else what kind of value it is. */
export const measureOf = (figure: Figure): string => figure.measure ?? figure.measureText ?? (isMoney(figure) ? 'a sum' : isShare(figure) ? 'a share' : 'a number');
export const isUntold = (measure: string): boolean => UNTOLD.has(measure);

/** What a measure of people is counted in: an infection is told in people or in cases, a claim in claims or in those who file it. */
const COUNTED_IN = new Map<string, ReadonlySet<string>>();
for (const {measure, kinds} of table.measures) if (kinds.includes('people')) COUNTED_IN.set(measure, new Set([...COUNTED_IN.get(measure) ?? [], ...kinds.filter(kind => kind !== 'percent' && kind !== 'share')]));

/** Whether two figures count in one unit, by whatever noun; one that names none may count in any. */
export const isOneUnit = (a: Figure, b: Figure): boolean => {
	if (a.unit === null || b.unit === null || a.unit === b.unit) return true;
	const units = a.measure !== null && a.measure === b.measure ? COUNTED_IN.get(a.measure) : undefined;
	return units?.has(a.unit) === true && units.has(b.unit);
};

/** Values that may stand in one row: sums with sums, shares with what they are shares of, else one unit (or none told). */
export const sameKind = (a: Figure, b: Figure): boolean => {
	if (isMoney(a) !== isMoney(b)) return false;
	return isMoney(a) || isShare(a) || isShare(b) || isOneUnit(a, b);
};

/** Figures that take part in a comparison: no compounds, no durations, nothing a person rejected. */
export const takesPart = (figure: Figure): boolean =>
	!figure.minor && !figure.derived && figure.review !== 'rejected' && (figure.refusal || figure.unit === null || !DURATIONS.has(figure.unit));
