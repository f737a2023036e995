import type {AlikeChange} from '../../model/alike.ts';
import {clip} from '../../text/width.ts';
import {wrapRuns} from '../figure-list.ts';
import {hintRow} from '../paint/layout.ts';
import {mending} from '../words/mend-words.ts';
import type {Row} from '../paint/row.ts';
import type {Overlay} from '../state.ts';
import {symbols} from '../paint/theme.ts';
import {count, outletRuns} from '../words/words.ts';
import type {World} from '../world.ts';
import {middleBox, overlayOn} from './overlay.ts';

type Alike = Extract<Overlay, {kind: 'alike'}>;

const asked = ({act}: Alike): string => {
	switch (act.kind) {
		case 'alias': return mending.isAnother(act.alias, act.name);
		case 'measure': return mending.isMeasure(act.word, act.measure, act.outlet);
		case 'fact': return mending.likeThis(act.of);
	}
};

const MOST_WORDS = 150;

/** Whose words, the words, and each field as it would read and as it was. */
const changeRows = ({kind, article, text, sentence, fields}: AlikeChange, world: World): Row[] => {
	const card = world.card(article);
	const at = Math.max(0, sentence.indexOf(text));
	// Cut between words.
	const wanted = Math.max(0, at - Math.floor((MOST_WORDS - text.length) / 2));
	const from = wanted === 0 ? 0 : Math.min(at, sentence.indexOf(' ', wanted) + 1);
	const last = sentence.length - from <= MOST_WORDS ? sentence.length : Math.max(at + text.length, sentence.lastIndexOf(' ', from + MOST_WORDS));
	const shown = sentence.slice(from, last);
	const role = kind === 'quote' ? 'quote' as const : 'figure' as const;
	return [
		card ? outletRuns(card, {role: 'dim'}) : [],
		[{text: from > 0 ? `${symbols.cut} ` : ''}, {text: shown.slice(0, at - from)}, {text, bold: true, ...(kind !== 'article' && {role})}, {text: shown.slice(at - from + text.length)}, {text: last < sentence.length ? ` ${symbols.cut}` : ''}],
		...fields.map(({name, was, now}): Row => [{text: `  ${name}  `, role: 'dim'}, {text: now || `${symbols.none} none`, bold: true}, {text: `  was ${was || 'none'}`, role: 'dim'}]),
		[],
	];
};

/** What would change, as rows: how many, then one after the other. */
export const alikeRows = (overlay: Alike, world: World): readonly Row[] => {
	const {planned} = overlay;
	if (planned === null) return [[{text: asked(overlay), bold: true}], [], [{text: mending.workingOut, role: 'dim'}]];
	const {figures, quotes, articles, examples} = planned;
	const none = figures + quotes + articles === 0;
	const left = figures + quotes + articles - examples.length;
	return [
		[{text: asked(overlay), bold: true}],
		[none ? {text: planned.corrections.length === 0 ? mending.nothingAlike : mending.noneReads, role: 'own', italic: true} : {text: mending.alikeCounts(figures, quotes, articles), role: 'dim'}], [],
		...examples.flatMap(change => changeRows(change, world)),
		...(left > 0 ? [[{text: `and ${count(left, 'more', 'more')}`, role: 'dim' as const}]] : []),
	];
};

/** What is said of all alike, and each figure, quote and article that would read otherwise by it. */
export const alike = (below: readonly Row[], overlay: Alike, world: World): Row[] => {
	const inside = Math.min(80, world.size.columns - 4) - 6;
	const lines = alikeRows(overlay, world).flatMap(row => row.length === 0 ? [row] : wrapRuns(row, inside));
	const place = middleBox(world.size, Math.min(lines.length + 4, world.size.rows - 6));
	const {x0, y0, x1, y1} = place;
	const canvas = overlayOn(below, world.size, place, clip(mending.ofAll, inside));
	const room = y1 - y0 - 4;
	const from = Math.max(0, Math.min(overlay.scroll, lines.length - room));
	for (const [row, line] of lines.slice(from, from + room).entries()) canvas.text(x0 + 3, y0 + 2 + row, line, {width: inside});
	canvas.rule(y1 - 2, x0 + 1, x1);
	hintRow(canvas, x0 + 3, y1 - 1, world.keymap.footerHints('alike'), x1 - 2);
	if (lines.length - room > from) canvas.text(x1 - 2, y1 - 1, `${lines.length - room - from} more below`, {role: 'dim', align: 'right'});
	return canvas.rows();
};
