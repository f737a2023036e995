import type {Figure} from '../model/figure.ts';
import {isMoney, isShare, isStock} from './measures.ts';
import {compareSubjects} from './subjects.ts';

const bare = (text: string): string => text.trim().replaceAll(/^(?:in|over|during|within|for|since)\s+|\s+alone$/gi, '').replace(/^the\s+/i, '');

/** A period in few words: "in the last week alone" is "one week". */
export const periodWords = (text: string | null): string => {
	if (text === null) return 'a period';
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

/** Each rule says why two figures may not be set against each other, or nothing. The first that speaks is told. */
const rules: ReadonlyArray<(a: Figure, b: Figure) => string | null> = [
	// "a third of them" beside "more than 100".
	(a, b) => isShare(a) !== isShare(b) ? `${isShare(a) ? shareWords(a) : countWords(a)}, and ${isShare(b) ? shareWords(b) : countWords(b)}` : null,
	// "hundreds of Russian and North Korean servicemen" beside "more than 100 North Korean troops".
	(a, b) => {
		const how = compareSubjects(a.subject, b.subject);
		return how === 'other' || how === 'mixed' ? `${a.subject ?? ''}, and ${b.subject ?? ''}` : null;
	},
	// "over 5,000" to March beside "thousands ... in the last week alone". What is there at a time has no flow.
	(a, b) => !isStock(a.measure) && (a.flow === 'period') !== (b.flow === 'period') ? `${flowWords(a)}, and ${flowWords(b)}` : null,
	(a, b) => a.flow === 'period' && b.flow === 'period' && !isStock(a.measure) && a.periodText !== null && b.periodText !== null
		&& periodWords(a.periodText).toLowerCase() !== periodWords(b.periodText).toLowerCase() ? `${periodWords(a.periodText)}, and ${periodWords(b.periodText)}` : null,
	(a, b) => isMoney(a) && isMoney(b) && a.unit !== b.unit ? `${(a.unit ?? '').toUpperCase()}, and ${(b.unit ?? '').toUpperCase()}` : null,
	(a, b) => a.unit !== b.unit && a.unit !== null && b.unit !== null && !isShare(a) ? `${a.unit}, and ${b.unit}` : null,
];

/** Why two figures of one measure may not be set against each other; null where they may. A refusal has no value to set against. */
export const whyNotComparable = (a: Figure, b: Figure): string | null => {
	if (a.refusal || b.refusal) return null;
	for (const rule of rules) {
		const reason = rule(a, b);
		if (reason !== null) return reason;
	}

	return null;
};
