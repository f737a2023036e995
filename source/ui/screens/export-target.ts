import type {Size} from '../paint/layout.ts';
import {SIDE_BY_SIDE} from '../reduce/deck.ts';
import type {ExportState} from '../state.ts';
import {slug} from '../words/words.ts';
import type {Format, World} from '../world.ts';

/** Lines of the preview that are seen at once. */
export const exportRoom = ({columns, rows}: Size): number => columns < SIDE_BY_SIDE ? Math.max(1, rows - 16) : Math.max(1, rows - 6);

/** "md" and ".md" are the same ending. */
export const ending = (format: Format): string => `.${format.extension.replace(/^\./, '')}`;

/** The file an export writes, in the folder newsdeck was started in, and what it will hold; null until the articles are read. */
export const exportTarget = (view: ExportState, world: World): {readonly name: string; readonly content: string} | null => {
	const format = world.tools.formats[view.format];
	const comparison = world.comparison(view.ids, view.title);
	return format && comparison ? {name: `${slug(view.title)}${ending(format)}`, content: world.written(format, comparison)} : null;
};
