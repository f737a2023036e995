import type {ComparisonView} from '../../model/comparison.ts';

/** The compare views by their keys; views that share a key are one tab and take turns. */
const tabs: ReadonlyArray<{readonly name: ComparisonView; readonly key: string; readonly title: string}> = [
	{name: 'text', key: '2', title: 'Text'},
	{name: 'figures', key: '3', title: 'Figures'},
];

/** The row of tabs while one view is open, and the key of that view. */
export const tabsWhile = (open: ComparisonView): {readonly tabs: ReadonlyArray<{readonly key: string; readonly name: string}>; readonly open: string} => ({
	tabs: [...Map.groupBy(tabs, tab => tab.key)].map(([key, shared]) => ({key, name: (shared.find(tab => tab.name === open) ?? shared[0])?.title ?? ''})),
	open: tabs.find(tab => tab.name === open)?.key ?? '',
});

/** The views behind a key, in their turn. */
export const viewsBehind = (key: string): readonly ComparisonView[] => tabs.filter(tab => tab.key === key).map(tab => tab.name);
