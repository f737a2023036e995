import type {Derived} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {isPartOfCasualties, isShare, takesPart} from './measures.ts';
import {compareSubjects} from './subjects.ts';

/** The share says itself that it is one of casualties: "of the casualties", "of the wounded". */
const OF_CASUALTIES = /\bof\s+(?:all\s+|the\s+|those\s+|these\s+)*(?:casualties|losses|victims)\b/i;
/** It points back: "of them", "of whom", "of the total". What it points to is whoever was counted last before it. */
const OF_THEM = /\bof\s+(?:them|those|these|whom|which|the\s+(?:total|number))\b/i;
const QUALIFIER = /^(?:(?:an? |some )?(?:more than|less than|fewer than|at least|at most|up to|about|around|approximately|roughly|nearly|almost|over|under|some)\s+)+/i;

/** Two significant digits: a product is no more exact than the share it was made from. */
const roughly = (value: number): number => Number(value.toPrecision(2));

type Bound = 'at least ' | 'at most ' | '';
const boundOf = (figure: Figure): Bound => figure.qualifier.startsWith('>') ? 'at least ' : figure.qualifier.startsWith('<') ? 'at most ' : '';

/** A product is open on the side its factors are open on; "more than a third of up to 300" is open on both and says nothing. */
const productBound = (share: Figure, whole: Figure): Bound | null => {
	const [a, b] = [boundOf(share), boundOf(whole)];
	return a !== '' && b !== '' && a !== b ? null : a === '' ? b : a;
};

/** A range and "thousands" are as rough as no product can be told. */
const single = (figure: Figure): number | null => figure.qualifier === 'range' || figure.qualifier === 'vague' ? null : figure.low ?? figure.high;

const productOf = (share: Figure, whole: Figure): Derived | null => {
	const [part, base, bound] = [single(share), single(whole), productBound(share, whole)];
	if (part === null || base === null || bound === null) return null;
	const value = roughly(base * (share.unit === 'percent' ? part / 100 : part));
	if (value < 10) return null;
	return {
		text: `${bound}roughly ${value.toLocaleString('en-US')}`,
		from: `${share.text.replace(QUALIFIER, '')} of ${whole.text}`,
		low: bound === 'at most ' ? null : value,
		high: bound === 'at least ' ? null : value,
	};
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
	return whole === undefined ? null : productOf(share, whole);
};
