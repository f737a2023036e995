import {asciiRow} from './ascii.ts';
import {plain, type Row} from './row.ts';
import {symbols} from './theme.ts';

/** The size that screens are drawn at to be said: one column, and as high as a list is long. */
export const SPOKEN_SIZE = {columns: 79, rows: 60} as const;

/** A line to be said. `selected`: the cursor stands on it. */
export type Spoken = {readonly text: string; readonly selected: boolean};

const DRAWN = new RegExp(`[${[symbols.double, symbols.rule, symbols.vertical, symbols.bar, symbols.teeDown, symbols.teeDownDouble, symbols.teeUp, symbols.cross, symbols.crossDouble, symbols.bracketLeft, symbols.bracketRight, symbols.boxTopLeft, symbols.boxTopRight, symbols.stated, symbols.inferredPlot, symbols.dot].join('')}${symbols.teeLeft}]`, 'gu');

/** Signs as words: a reader that says signs at all says each in its own way. */
const inWords = (row: Row): string => plain(row.map(run => run.role === 'own' && run.text === symbols.inferred ? {...run, text: ' inferred'} : run))
	.replaceAll(`${symbols.notEqual} not comparable`, 'not comparable').replaceAll(symbols.notEqual, 'not comparable:').replaceAll(symbols.checked, 'checked').replaceAll(symbols.shared, 'shared wording:')
	.replaceAll(DRAWN, ' ').replaceAll(new RegExp(`${symbols.none} `, 'g'), '').trim().replaceAll(/ {2,}/g, ', ');

/** A frame as lines, without what only the eye needs: the selected item first, then the title, the rest, and the keys. */
export const spokenFrame = (rows: readonly Row[], ascii: boolean): readonly Spoken[] => {
	const lines = rows.map(row => ({text: ascii ? plain(asciiRow([{text: inWords(row)}])) : inWords(row), selected: row.some(run => run.role === 'focus' && run.text.includes(symbols.bar))})).filter(({text}) => text !== '');
	return [...lines.filter(({selected}) => selected), ...lines.filter(({selected}) => !selected)];
};

const saidAs = ({text, selected}: Spoken): string => selected ? `selected: ${text}` : text;

/** What is said of a frame after another one: all that is new, the newly selected first. */
export const announced = (before: readonly Spoken[], now: readonly Spoken[]): readonly string[] => {
	const known = new Set(before.map(({text}) => text));
	const selected = new Set(before.filter(line => line.selected).map(({text}) => text));
	return now.filter(({text, selected: here}) => here ? !selected.has(text) : !known.has(text)).map(saidAs);
};
