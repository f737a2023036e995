import type {Derived} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {isPartOfCasualties} from './measures.ts';

/** The sentence must say what the share is of: "of them", "of those", "of the casualties", "of the dead". */
const OF_THEM = /\bof\s+(?:them|those|these|whom|the\s+(?:casualties|losses|dead|total|number|victims|wounded|injured))\b/i;
const QUALIFIER = /^(?:(?:an? |some )?(?:more than|less than|fewer than|at least|at most|up to|about|around|approximately|roughly|nearly|almost|over|under|some)\s+)+/i;

/** Two significant digits: a product is no more exact than the share it was made from. */
const rough = (value: number): string => Number(value.toPrecision(2)).toLocaleString('en-US');

const productOf = (share: Figure, whole: Figure): Derived | null => {
	const base = whole.low ?? whole.high;
	const part = share.low ?? share.high;
	if (base === null || part === null || whole.qualifier === 'vague' || whole.qualifier === 'range') return null;
	const bound = whole.qualifier.startsWith('>') ? 'at least ' : whole.qualifier.startsWith('<') ? 'at most ' : '';
	const value = base * (share.unit === 'percent' ? part / 100 : part);
	if (value < 10) return null;
	return {
		text: `${bound}roughly ${rough(value)}`,
		from: `${share.text.replace(QUALIFIER, '')} of ${whole.text}`,
		low: bound === 'at most ' ? null : Number(value.toPrecision(2)),
		high: bound === 'at least ' ? null : Number(value.toPrecision(2)),
	};
};

/**
 * What follows from a share of casualties and the casualties in the same article: "a third of over 5,000" is "at least roughly
 * 1,700". As rough as its roughest part, and only where the sentence says what the share is of. Nobody said it: it is never a Figure.
 */
export const deriveFrom = (share: Figure, figures: readonly Figure[]): Derived | null => {
	if (share.unit !== 'share' && share.unit !== 'percent') return null;
	if (!isPartOfCasualties(share.measure) || !OF_THEM.test(share.sentence)) return null;
	const wholes = figures.filter(figure => figure.measure === 'casualties' && figure.unit === 'people' && figure.flow !== 'period');
	const whole = wholes.find(figure => figure.sentence === share.sentence) ?? wholes.find(figure => figure.segment <= share.segment && figure.segment >= 0) ?? wholes[0];
	return whole === undefined ? null : productOf(share, whole);
};
