import {revisionChanges} from '../../compare/revisions.ts';
import type {Derivation} from '../../model/library.ts';
import type {WordChange} from '../../model/views.ts';
import {shortHash} from '../../text/hash.ts';
import {wrapRuns} from '../figure-list.ts';
import {hintRow, type Size} from '../paint/layout.ts';
import {mending} from '../words/mend-words.ts';
import type {Row, Run} from '../paint/row.ts';
import type {Overlay} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import {fileName, publishedWords} from '../words/words.ts';
import type {World} from '../world.ts';
import {middleBox, overlayOn} from './overlay.ts';

type Versions = Extract<Overlay, {kind: 'versions'}>;

/** A row of what changed; `begins`: the first one of its paragraph, `changed`: the paragraph is not the same. */
type ChangeRow = {readonly row: Row; readonly begins: boolean; readonly changed: boolean};

/** Rows of changes seen at once: the box, its heads and its keys take the others. */
export const versionsRoom = ({rows}: Size): number => Math.max(3, rows - 12);
const cellsOf = ({columns}: Size): number => Math.min(80, columns - 4) - 8;

/** Told by their signs: colour and weight only help. */
const runOf = ({kind, text}: WordChange): Run[] => {
	if (kind === 'same') return [{text: `${text} `, role: 'dim'}];
	return kind === 'added' ? [{text: `{+${text}+}`, bold: true}, {text: ' '}] : [{text: `[-${text}-]`, role: 'warn'}, {text: ' '}];
};

const kept = new WeakMap<readonly Derivation[], Map<string, readonly ChangeRow[]>>();

/** What the version became that is looked at, as rows with a blank one between paragraphs; none until versions are read. */
export const changeRows = ({versions, at}: Versions, size: Size): readonly ChangeRow[] => {
	const [before, after] = [versions?.[at - 1], versions?.[at]];
	if (!versions || !before || !after) return [];
	const memory = kept.get(versions) ?? new Map<string, readonly ChangeRow[]>();
	kept.set(versions, memory);
	const key = `${at} ${cellsOf(size)}`;
	const rows = memory.get(key) ?? revisionChanges(before.article, after.article).flatMap(({kind, parts}): ChangeRow[] => [
		...wrapRuns(parts.flatMap(runOf), cellsOf(size)).map((row, index): ChangeRow => ({row, begins: index === 0, changed: kind !== 'same'})),
		{row: [], begins: false, changed: false},
	]);
	memory.set(key, rows);
	return rows;
};

const head = ({article}: Derivation): Row => [{text: fileName(article.path)}, {text: `  ${shortHash(article.document)}  ${publishedWords(article.published)}`, role: 'dim'}];

/** A version of an article against the one before it, word by word. */
export const versions = (below: readonly Row[], overlay: Versions, world: World): Row[] => {
	const [before, after] = [overlay.versions?.[overlay.at - 1], overlay.versions?.[overlay.at]];
	const place = middleBox(world.size, overlay.versions !== null && !before ? 5 : world.size.rows - 6);
	const {x0, y0, x1, y1} = place;
	const canvas = overlayOn(below, world.size, place, mending.versions);
	const rows = changeRows(overlay, world.size);
	const room = y1 - 3 - (y0 + 5) + 1;
	if (overlay.versions === null) canvas.text(x0 + 3, y0 + 2, mending.reading, 'dim');
	else if (!before || !after) canvas.text(x0 + 3, y0 + 2, [{text: `${symbols.none} ${mending.onlyVersion}`, role: 'own', italic: true}], {width: x1 - x0 - 5});
	else {
		canvas.text(x0 + 3, y0 + 1, [{text: '[-', role: 'warn'}, {text: ' before  '}, ...head(before)], {width: x1 - x0 - 16});
		canvas.text(x0 + 3, y0 + 2, [{text: '{+', bold: true}, {text: ' after   '}, ...head(after)], {width: x1 - x0 - 16});
		canvas.text(x1 - 2, y0 + 1, `${overlay.at + 1} of ${overlay.versions.length}`, {role: 'dim', align: 'right'});
		canvas.rule(y0 + 3, x0 + 1, x1);
		const same = rows.every(({changed}) => !changed);
		if (same) canvas.text(x0 + 3, y0 + 4, [{text: mending.sameWords, role: 'own', italic: true}]);
		const scroll = Math.max(0, Math.min(overlay.scroll, rows.length - room));
		for (const [index, {row, changed}] of rows.slice(scroll, scroll + room).entries()) {
			if (changed) canvas.bar(x0 + 2, y0 + 5 + index, y0 + 5 + index);
			canvas.text(x0 + 5, y0 + 5 + index, row);
		}

		const left = rows.length - scroll - room;
		if (left > 0) canvas.text(x1 - 2, y1 - 1, `${left} more below`, {role: 'dim', align: 'right'});
	}

	canvas.rule(y1 - 2, x0 + 1, x1);
	hintRow(canvas, x0 + 3, y1 - 1, world.keymap.footerHints('versions'), x1 - 18);
	return canvas.rows();
};
