import {blindLine, blindSpots, coverageLine, outletsOf, toldByDay} from '../../compare/told-by-day.ts';
import type {EventChange, Explanation} from '../../model/event.ts';
import {clip} from '../../text/width.ts';
import {wrapRuns} from '../figure-list.ts';
import {hintRow} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {Overlay} from '../state.ts';
import {count, daysInWords, headlineWords, quoted, say} from '../words/words.ts';
import type {World} from '../world.ts';
import {middleBox, overlayOn} from './overlay.ts';

type EventOverlay = Extract<Overlay, {kind: 'mend-events' | 'why'}>;

const headline = (id: string, world: World): Row[number] => headlineWords(world.card(id) ?? {headline: null, kind: 'article', position: 1});

const sizeWords = ({was, now}: EventChange): string =>
	now.length === 0 ? 'is gone' : was.length === 0 ? `new, ${count(now.length, 'article')}` : `${count(was.length, 'article')}, then ${now.length}`;

/** An event that changes, and the articles that leave it and come to it. */
const changeRows = (changes: readonly EventChange[], world: World): readonly Row[] => changes.flatMap((change): Row[] => {
	const {label, was, now} = change;
	const line = (sign: string, id: string): Row => [{text: `  ${sign} `, role: 'dim'}, headline(id, world)];
	return [
		[{text: label, bold: true}], [{text: `  ${sizeWords(change)}`, role: 'dim'}],
		...was.filter(id => !now.includes(id)).map(id => line('-', id)), ...now.filter(id => !was.includes(id)).map(id => line('+', id)), [],
	];
});

/** Each article with what it shares with its event, how alike it is to it, and which event would be next. */
const reasonRows = (reasons: readonly Explanation[], world: World): readonly Row[] => reasons.flatMap(({article, terms, names, figures, likeness, next}): Row[] => {
	const plain = terms.filter(term => !names.includes(term) && !figures.includes(term));
	const shared = [['names', names], ['figures', figures], ['words', plain]] as const;
	const told = shared.flatMap(([kind, list]): Row => list.length === 0 ? [] : [{text: `${kind} `, role: 'dim'}, {text: `${list.join(', ')}  `}]);
	return [
		[{...headline(article, world), bold: true}],
		reasons.length === 1 ? [{text: '  by itself', role: 'dim'}] : [{text: `  ${likeness.toFixed(2)} alike  `, role: 'dim'}, ...told.length === 0 ? [{text: 'no single word stands out', role: 'own' as const, italic: true}] : told],
		next === null ? [{text: '  no other event is near', role: 'dim'}] : [{text: `  next: ${quoted(next.label)} ${next.likeness.toFixed(2)}`, role: 'dim'}],
		[],
	];
});

/** When the event was told, day by day, and which outlets of the library did not tell it. */
const tellingRows = (reasons: readonly Explanation[], world: World): readonly Row[] => {
	const cards = reasons.flatMap(({article}) => world.card(article) ?? []);
	return [
		[{text: 'told ', role: 'dim'}, {text: daysInWords(coverageLine(toldByDay(cards)))}],
		[{text: blindLine(blindSpots(cards, outletsOf(world.data.order))), role: 'dim'}],
		[],
	];
};

const rowsOf = (overlay: EventOverlay, world: World): readonly Row[] => {
	if (overlay.kind === 'why') return overlay.reasons === null ? [[{text: say.loading, role: 'dim'}]] : [...tellingRows(overlay.reasons, world), ...reasonRows(overlay.reasons, world)];
	if (overlay.planned === null) return [[{text: say.workingOut, role: 'dim'}]];
	return overlay.planned.changes.length === 0 ? [[{text: say.nothingChanges, role: 'own', italic: true}]] : changeRows(overlay.planned.changes, world);
};

const titleOf = (overlay: EventOverlay): string => {
	if (overlay.kind === 'why') return `Why: ${overlay.label}`;
	return overlay.act.kind === 'merge' ? `Make ${count(overlay.act.events.length, 'event')} one` : `Split ${count(overlay.act.articles.length, 'article')} off`;
};

/** What a merge or a split would change, or why articles are where they are, over the view they are about. */
export const eventOverlay = (below: readonly Row[], overlay: EventOverlay, world: World): Row[] => {
	const inside = Math.min(80, world.size.columns - 4) - 6;
	const lines = rowsOf(overlay, world).flatMap(row => row.length === 0 ? [row] : wrapRuns(row, inside));
	const place = middleBox(world.size, Math.min(lines.length + 4, world.size.rows - 6));
	const {x0, y0, x1, y1} = place;
	const canvas = overlayOn(below, world.size, place, clip(titleOf(overlay), inside));
	const room = y1 - y0 - 4;
	const from = Math.max(0, Math.min(overlay.scroll, lines.length - room));
	for (const [row, line] of lines.slice(from, from + room).entries()) canvas.text(x0 + 3, y0 + 2 + row, line, {width: inside});
	canvas.rule(y1 - 2, x0 + 1, x1);
	hintRow(canvas, x0 + 3, y1 - 1, world.keymap.footerHints(overlay.kind), x1 - 2);
	if (lines.length - room > from) canvas.text(x1 - 2, y1 - 1, `${lines.length - room - from} more below`, {role: 'dim', align: 'right'});
	return canvas.rows();
};
