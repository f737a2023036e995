import type {Comparison} from '../../model/comparison.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {ledgerOrders, withMessage, withView, type CompareViewState, type State} from '../state.ts';
import {groupName, ledgerItems, type LedgerItem} from '../views/ledger-items.ts';
import {say} from '../words/words.ts';

/** The cursor on the first row of a question. */
const at = (comparison: Comparison, view: CompareViewState, {group}: LedgerItem): CompareViewState =>
	({...view, cursor: Math.max(0, ledgerItems(comparison, view).findIndex(item => item.group === group))});

/** What only the Ledger does: close and open a question, and the order within one. Null: it is no such key. */
export const reduceLedger = (state: State, view: CompareViewState, action: KeyAction, comparison: Comparison): State | null => {
	const item = ledgerItems(comparison, view)[view.cursor];
	switch (action) {
		case 'left':
		case 'right': {
			if (item === undefined || (item.row === null) === (action === 'left')) return withMessage(state, say.noGroup(action === 'left'));
			const name = groupName(item.group);
			const closed = action === 'left' ? [...view.closed, name] : view.closed.filter(other => other !== name);
			return withView(state, at(comparison, {...view, closed}, item));
		}

		case 'open': return item?.row === null ? reduceLedger(state, view, 'right', comparison) : null;
		case 'sort': {
			const order = ledgerOrders[(ledgerOrders.indexOf(view.order) + 1) % ledgerOrders.length] ?? 'time';
			return withMessage(withView(state, {...view, order, cursor: 0, scroll: 0}), say.orderedBy(order));
		}

		default: return null;
	}
};
