import type {MatrixRow, QuestionGroup, Reason} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {isShare, isStock} from './measures.ts';
import {whyNotComparable} from './comparable.ts';

const incomparable = (a: Figure, b: Figure, fact: string): Reason => {
	const reason = isShare(a) !== isShare(b) ? 'a share, and a count' as const
		: (a.flow === 'period') !== (b.flow === 'period') && !isStock(a.measure) ? 'a week, and a total' as const : 'another question' as const;
	return {figures: [a, b], comparable: false, reason, fact};
};

/** Why two figures that answer one question have different values, if they do. */
const within = (a: Figure, b: Figure): Reason | null => {
	if (a.low === b.low && a.high === b.high) return null;
	const as = (reason: Reason['reason'], fact: string): Reason => ({figures: [a, b], comparable: true, reason, fact});
	if (a.scope !== null && b.scope !== null && a.scope !== b.scope) return as('part of', `${a.scope}, and ${b.scope}`);
	if (a.asOf !== null && b.asOf !== null && a.asOf !== b.asOf) return as('later as-of', `to ${a.asOf}, and to ${b.asOf}`);
	if (a.source !== b.source) return as('other origin', `${a.source ?? 'nobody named'}, and ${b.source ?? 'nobody named'}`);
	return as('relay wording', `${a.text}, and ${b.text}`);
};

/** For each bracket of the matrix its reason, then for each pair inside a question why the values differ. */
export const reasonsOf = (matrix: readonly MatrixRow[], questions: readonly QuestionGroup[]): Reason[] => [
	...matrix.flatMap(row => row.notComparable.map(({left, right, reason}) => incomparable(left, right, reason))),
	...questions.flatMap(({figures}) => figures.flatMap((a, i) => figures.slice(i + 1).flatMap(b => {
		if (a.article === b.article || whyNotComparable(a, b) !== null) return [];
		return within(a, b) ?? [];
	}))),
];
