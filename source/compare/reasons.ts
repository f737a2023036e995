import type {MatrixRow, QuestionGroup, Reason} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {notComparable} from './comparable.ts';
import {compareScopes, toldInside} from './scopes.ts';
import {sameSource} from './sources.ts';

/** A bracket of the matrix: the kind of the reason is that of the rule that spoke, the words are the bracket's. */
const incomparable = (a: Figure, b: Figure, fact: string): Reason =>
	({figures: [a, b], comparable: false, reason: notComparable(a, b)?.kind ?? 'another question', fact});

/** Why two figures that answer one question have different values, if they do. */
const within = (a: Figure, b: Figure, told: readonly string[]): Reason | null => {
	if (a.low === b.low && a.high === b.high) return null;
	const as = (reason: Reason['reason'], fact: string): Reason => ({figures: [a, b], comparable: true, reason, fact});
	const scopes = compareScopes(a.scope, b.scope);
	if (scopes === 'within' || toldInside(a.scope, b.scope, told)) return as('part of', `${a.scope}, within ${b.scope}`);
	if (scopes === 'around' || toldInside(b.scope, a.scope, told)) return as('part of', `${b.scope}, within ${a.scope}`);
	// A stock of two places that their words do not connect: whether one holds the other is not for newsdeck to say.
	if (scopes === 'other') return {...as('another question', `${a.scope}, and ${b.scope}`), comparable: false};
	if (a.asOf !== null && b.asOf !== null && a.asOf !== b.asOf) return as('later as-of', `to ${a.asOf}, and to ${b.asOf}`);
	// Without a source nobody knows that the two are one statement.
	if (a.source === null && b.source === null) return as('other origin', 'neither names a source');
	if (a.source === null || b.source === null || !sameSource(a.source, b.source)) return as('other origin', `${a.source ?? 'nobody named'}, and ${b.source ?? 'nobody named'}`);
	return as('relay wording', `${a.text}, and ${b.text}`);
};

/** For each bracket of the matrix its reason, then for each pair inside a question why the values differ. */
export const reasonsOf = (matrix: readonly MatrixRow[], questions: readonly QuestionGroup[]): Reason[] => {
	const told = questions.flatMap(({figures}) => figures.flatMap(figure => figure.scope ?? []));
	return [
		...matrix.flatMap(row => row.notComparable.map(({left, right, reason}) => incomparable(left, right, reason))),
		...questions.flatMap(({figures}) => figures.flatMap((a, i) => figures.slice(i + 1).flatMap(b => {
			if (a.article === b.article || notComparable(a, b) !== null) return [];
			return within(a, b, told) ?? [];
		}))),
	];
};
