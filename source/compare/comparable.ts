import type {Reason} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {isMoney, isOneUnit, isShare, isStock} from './measures.ts';
import {compareScopes} from './scopes.ts';
import {compareSubjects} from './subjects.ts';

const bare = (text: string): string => text.trim().replaceAll(/^(?:in|over|during|within|for|since)\s+|\s+alone$/gi, '').replace(/^the\s+/i, '');

/** A period in few words: "in the last week alone" is "one week". */
export const periodWords = (text: string | null): string => {
	if (text === null) return 'a period';
	if (/^(?:new|fresh|more|additional)$/.test(text)) return 'newly counted';
	const rate = /^(?:per|each|every)\s(day|week|month)$/i.exec(text.trim())?.[1] ?? new Map([['daily', 'day'], ['weekly', 'week'], ['monthly', 'month']]).get(text.trim().toLowerCase());
	if (rate !== undefined) return `one ${rate.toLowerCase()}`;
	const unit = /\b(?:last|past|previous|this|one|a|single)\s+(day|week|fortnight|month|quarter|year|decade)\b/i.exec(text)?.[1];
	if (unit !== undefined && !/\b(?:two|three|four|five|six|\d+)\b/i.test(text)) return `one ${unit.toLowerCase()}`;
	if (/^(?:annual(?:ly)?|yearly|a year|each year|per year|every year)$/i.test(text.trim())) return 'a yearly sum';
	return bare(text);
};

const flowWords = (figure: Figure): string => {
	if (figure.flow === 'period') return periodWords(figure.periodText);
	return figure.flow === 'total' ? 'a total to date' : 'one sum';
};

const dated = (figure: Figure): boolean => figure.asOf !== null || figure.saidOn !== null || figure.periodText !== null;
const shareWords = (figure: Figure): string => figure.unit === 'percent' ? 'a percentage' : 'a share of a total';
const countWords = (figure: Figure): string => `a count${dated(figure) ? '' : ' without a date'}`;

const periods = (a: Figure, b: Figure): boolean => a.flow === 'period' && b.flow === 'period' && !isStock(a.measure) && a.periodText !== null && b.periodText !== null;
const anchor = (figure: Figure): string | null => figure.asOf ?? figure.saidOn;

/** Two counts of equally long periods that end on other days: "last week", said in January and in February. */
const otherDays = (a: Figure, b: Figure): string | null => {
	const [left, right] = [anchor(a), anchor(b)];
	return periods(a, b) && left !== null && right !== null && left !== right ? `${periodWords(a.periodText)} to ${left}, and ${periodWords(b.periodText)} to ${right}` : null;
};

type Kind = Reason['reason'];
/** Each rule says why two figures may not be set against each other, or nothing. The first that speaks is told. */
const rules: ReadonlyArray<{readonly kind: Kind; readonly why: (a: Figure, b: Figure) => string | null}> = [
	// "a third of them" beside "more than 100".
	{kind: 'a share, and a count', why: (a, b) => isShare(a) !== isShare(b) ? `${isShare(a) ? shareWords(a) : countWords(a)}, and ${isShare(b) ? shareWords(b) : countWords(b)}` : null},
	// "hundreds of Russian and North Korean servicemen" beside "more than 100 North Korean troops".
	{kind: 'another question', why(a, b) {
		const how = compareSubjects(a.subject, b.subject);
		return how === 'other' || how === 'mixed' ? `${a.subject ?? ''}, and ${b.subject ?? ''}` : null;
	}},
	// "12 hurt in Kyiv" beside "30 hurt in Lviv". A stock stands in one row with each its scope.
	{kind: 'another question', why: (a, b) => !isStock(a.measure) && compareScopes(a.scope, b.scope) === 'other' ? `${a.scope ?? ''}, and ${b.scope ?? ''}` : null},
	// "over 5,000" to March beside "thousands ... in the last week alone". What is there at a time has no flow.
	{kind: 'a week, and a total', why: (a, b) => !isStock(a.measure) && (a.flow === 'period') !== (b.flow === 'period') ? `${flowWords(a)}, and ${flowWords(b)}` : null},
	{kind: 'another question', why: (a, b) => periods(a, b) && periodWords(a.periodText).toLowerCase() !== periodWords(b.periodText).toLowerCase() ? `${periodWords(a.periodText)}, and ${periodWords(b.periodText)}` : null},
	{kind: 'another question', why: otherDays},
	{kind: 'another question', why: (a, b) => isMoney(a) && isMoney(b) && a.unit !== b.unit ? `${(a.unit ?? '').toUpperCase()}, and ${(b.unit ?? '').toUpperCase()}` : null},
	{kind: 'another question', why: (a, b) => !isOneUnit(a, b) && !isShare(a) ? `${a.unit}, and ${b.unit}` : null},
];

/** Why two figures of one measure may not be set against each other, and which of the fixed reasons that is; null where they may. A refusal has no value to set against. */
export const notComparable = (a: Figure, b: Figure): {readonly kind: Kind; readonly why: string} | null => {
	if (a.refusal || b.refusal) return null;
	for (const {kind, why} of rules) {
		const reason = why(a, b);
		if (reason !== null) return {kind, why: reason};
	}

	return null;
};

/** The reason in words alone. */
export const whyNotComparable = (a: Figure, b: Figure): string | null => notComparable(a, b)?.why ?? null;
