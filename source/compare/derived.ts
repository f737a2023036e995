import type {Derived} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {thousands} from '../text/range.ts';
import {isPartOfCasualties, isShare, takesPart} from './measures.ts';
import {compareSubjects} from './subjects.ts';

/** The share says itself that it is one of casualties: "of the casualties", "of the wounded". */
const OF_CASUALTIES = /\bof\s+(?:all\s+|the\s+|those\s+|these\s+)*(?:casualties|losses|victims)\b/i;
/** It points back: "of them", "of whom", "of the total". What it points to is whoever was counted last before it. */
const OF_THEM = /\bof\s+(?:them|those|these|whom|which|the\s+(?:total|number))\b/i;
const QUALIFIER = /^(?:(?:an? |some )?(?:more than|less than|fewer than|at least|at most|up to|about|around|approximately|roughly|nearly|almost|over|under|some)\s+)+/i;

/** Two significant digits: a product is no more exact than the share it was made from. */
const roughly = (value: number): number => Number(value.toPrecision(2));

type Interval = {readonly low: number | null; readonly high: number | null};

/** What a figure says of its value; "thousands" is as rough as no product can be told. */
const intervalOf = ({qualifier, low, high}: Figure): Interval | null => qualifier === 'vague' || (low === null && high === null) ? null : {low, high};

/** Two bounds that were both told give a bound; an end that is open on either side stays open. */
const times = (a: number | null, b: number | null): number | null => a === null || b === null ? null : a * b;

const words = (value: number | null): string => thousands(value ?? 0);
const textOf = ({low, high}: Interval): string => {
	if (high === null) return `at least roughly ${words(low)}`;
	if (low === null) return `at most roughly ${words(high)}`;
	return low === high ? `roughly ${words(low)}` : `roughly ${words(low)} to ${words(high)}`;
};

/** The product of two intervals of positive numbers (Moore 1966): low times low, high times high, each told no more exactly than to two digits. */
export const productOf = (share: Interval, whole: Interval): Interval | null => {
	const [low, high] = [times(share.low, whole.low), times(share.high, whole.high)];
	const value = {low: low === null ? null : roughly(low), high: high === null ? null : roughly(high)};
	if (value.low === null && value.high === null) return null;
	// Under ten the second digit would be a tenth of a person.
	return (value.low ?? value.high ?? 0) < 10 ? null : value;
};

const derivedOf = (share: Figure, whole: Figure): Derived | null => {
	const [part, base] = [intervalOf(share), intervalOf(whole)];
	if (part === null || base === null) return null;
	const scale = share.unit === 'percent' ? 100 : 1;
	const value = productOf({low: part.low === null ? null : part.low / scale, high: part.high === null ? null : part.high / scale}, base);
	return value === null ? null : {text: textOf(value), from: `${share.text.replace(QUALIFIER, '')} of ${whole.text}`, ...value};
};

const before = (a: Figure, b: Figure): boolean => a.segment < b.segment || (a.segment === b.segment && a.start < b.start);
const isWhole = (figure: Figure): boolean => figure.measure === 'casualties' && figure.unit === 'people' && figure.flow !== 'period';

/** The people counted last before the share, in its own paragraph or the one above: "11,000 were sent. A third of them" is no share of casualties. */
const pointedAt = (share: Figure, figures: readonly Figure[]): Figure | undefined => {
	const last = figures.filter(figure => figure.unit === 'people' && !figure.refusal && figure.segment >= share.segment - 1 && before(figure, share))
		.toSorted((a, b) => a.segment - b.segment || a.start - b.start).at(-1);
	return last !== undefined && isWhole(last) ? last : undefined;
};

const named = (share: Figure, figures: readonly Figure[]): Figure | undefined => {
	const wholes = figures.filter(figure => isWhole(figure) && ['same', 'unknown'].includes(compareSubjects(figure.subject, share.subject)));
	return wholes.find(figure => figure.sentence === share.sentence) ?? wholes.find(figure => figure.segment >= 0 && before(figure, share)) ?? wholes[0];
};

/**
 * What follows from a share of casualties and the casualties in the same article: "a third of over 5,000" is "at least roughly
 * 1,700". As rough as its roughest part, and only where the sentence says what the share is of. Nobody said it: it is never a Figure.
 */
export const deriveFrom = (share: Figure, figures: readonly Figure[]): Derived | null => {
	if (!isShare(share) || !isPartOfCasualties(share.measure)) return null;
	const others = figures.filter(figure => takesPart(figure));
	const whole = OF_CASUALTIES.test(share.sentence) ? named(share, others) : OF_THEM.test(share.sentence) ? pointedAt(share, others) : undefined;
	return whole === undefined ? null : derivedOf(share, whole);
};
