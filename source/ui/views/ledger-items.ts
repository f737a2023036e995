import {ledgerOf} from '../../compare/timeline.ts';
import type {Comparison} from '../../model/comparison.ts';
import type {Figure} from '../../model/figure.ts';
import type {LedgerGroup, LedgerRow} from '../../model/views.ts';
import type {CompareViewState, LedgerOrder} from '../state.ts';
import {keptFor} from './kept.ts';
import {outletWords} from './names.ts';

/** What the Ledger's cursor goes through: the figures of open questions, and closed questions. `head`: the question's name stands over it. */
export type LedgerItem = {readonly group: LedgerGroup; readonly row: LedgerRow | null; readonly head: boolean; readonly last: boolean};

/** The name that a closed question is remembered by. */
export const groupName = ({label, note}: LedgerGroup): string => `${label} ${note ?? ''}`;

const groupsOf = keptFor(ledgerOf);

const valueOf = ({low, high, refusal}: Figure): number => refusal ? -Infinity : low ?? high ?? -Infinity;

/** Within a question figures may stand by value, the highest first; between questions nothing is ever ranked. */
const ordered = (comparison: Comparison, rows: readonly LedgerRow[], order: LedgerOrder): readonly LedgerRow[] => {
	if (order === 'time') return rows;
	if (order === 'value') return rows.toSorted((a, b) => valueOf(b.figure) - valueOf(a.figure));
	return rows.toSorted((a, b) => outletWords(comparison, a.figure.article).localeCompare(outletWords(comparison, b.figure.article), 'en'));
};

/** The items in the order in which they stand. */
export const ledgerItems = (comparison: Comparison, {closed, order}: Pick<CompareViewState, 'closed' | 'order'>): readonly LedgerItem[] => groupsOf(comparison).flatMap((group): LedgerItem[] => {
	if (closed.includes(groupName(group))) return [{group, row: null, head: false, last: true}];
	const rows = ordered(comparison, group.rows, order);
	return rows.map((row, index) => ({group, row, head: index === 0, last: index === rows.length - 1}));
});
