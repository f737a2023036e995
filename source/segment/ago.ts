/** Words for spans of time in the languages that rows of that kind are read in, and how long each is, in minutes. Months and years have no one length. */
const SPANS: ReadonlyArray<readonly [pattern: RegExp, minutes: number]> = [
	[/^(?:m|mins?|minutes?|minuten?|minutos?)$/, 1], [/^(?:h|hrs?|hours?|stunden?|heures?|horas?)$/, 60],
	[/^(?:d|days?|tage?n?|jours?|días?)$/, 24 * 60], [/^(?:w|weeks?|wochen?|semaines?|semanas?)$/, 7 * 24 * 60],
];
const COUNTS: Readonly<Record<string, number>> = {a: 1, an: 1, one: 1, two: 2, three: 3, einem: 1, einer: 1};
const COUNTED = /(\d+|\b(?:an?|one|two|three|einem|einer)\b) ?(\p{L}+)/iu;
const DAY = 24 * 60;

/** Minutes that a row counts back; null where it counts in months, or does not count. */
const minutesOf = (text: string): number | null => {
	if (/yesterday/i.test(text)) return DAY;
	const [, count = '', unit = ''] = COUNTED.exec(text) ?? [];
	const span = SPANS.find(([pattern]) => pattern.test(unit.toLowerCase()))?.[1];
	return span === undefined ? null : (COUNTS[count.toLowerCase()] ?? Number(count)) * span;
};

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * The day of "5 days ago", counted back from when the page was captured (ISO day, or date-time: the day is that of its own clock). Hours and
 * minutes need the hour: with the day alone they give no date.
 */
export const resolveAgo = (text: string, captured: string): string | null => {
	const [, day, hour, minute] = MOMENT.exec(captured) ?? [];
	const minutes = minutesOf(text);
	if (day === undefined || minutes === null || (hour === undefined && minutes % DAY !== 0)) return null;
	const there = Date.parse(`${day}T${hour ?? '00'}:${minute ?? '00'}Z`) - minutes * 60_000;
	return Number.isNaN(there) ? null : new Date(there).toISOString().slice(0, 10);
};
