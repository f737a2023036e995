import type {ComparisonView} from '../../model/comparison.ts';
import type {KeyAction} from '../keys/keymap.ts';

type Tab = {readonly name: ComparisonView; readonly key: string; readonly title: string; readonly action: KeyAction};

/** The compare views by their keys; views that share a key are one tab and take turns. */
const tabs: readonly Tab[] = [
	{name: 'explain', key: '1', title: 'Explain', action: 'view-explain'},
	{name: 'text', key: '2', title: 'Text', action: 'view-text'},
	{name: 'figures', key: '3', title: 'Figures', action: 'view-figures'},
	{name: 'ledger', key: '3', title: 'Ledger', action: 'view-figures'},
	{name: 'headlines', key: '4', title: 'Headlines', action: 'view-headlines'},
	{name: 'quotes', key: '5', title: 'Quotes', action: 'view-quotes'},
	{name: 'gaps', key: '6', title: 'Gaps', action: 'view-gaps'},
	{name: 'timeline', key: '7', title: 'Timeline', action: 'view-timeline'},
];

/** The row of tabs while one view is open, and the key of that view. */
export const tabsWhile = (open: ComparisonView): {readonly tabs: ReadonlyArray<{readonly key: string; readonly name: string}>; readonly open: string} => ({
	tabs: [...Map.groupBy(tabs, tab => tab.key)].map(([key, shared]) => ({key, name: (shared.find(tab => tab.name === open) ?? shared[0])?.title ?? ''})),
	open: tabs.find(tab => tab.name === open)?.key ?? '',
});

/** The views behind the same key, in their turn. */
export const viewsBesides = (view: ComparisonView): readonly ComparisonView[] => {
	const key = tabs.find(({name}) => name === view)?.key;
	return tabs.filter(tab => tab.key === key).map(({name}) => name);
};

/** The view an action opens; comparing begins with why the pieces differ. Null: it opens none. */
export const viewOpenedBy = (action: KeyAction): ComparisonView | null => action === 'compare' ? 'explain' : tabs.find(tab => tab.action === action)?.name ?? null;
