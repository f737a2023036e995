import {Text} from 'ink';
import {memo} from 'react';
import type {Row} from '../paint/row.ts';
import {paint, type Theme} from '../paint/theme.ts';

type Props = {readonly row: Row; readonly theme: Theme};

/** One row of the screen. Painted again only when its cells have changed: most keys change two rows. */
export const RowLine = memo(
	({row, theme}: Props) => <Text wrap="truncate">{paint(row, theme)}</Text>,
	(before, after) => before.theme === after.theme && (before.row === after.row || paint(before.row, before.theme) === paint(after.row, after.theme)),
);
