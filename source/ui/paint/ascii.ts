import {graphemes} from '../../text/width.ts';
import type {Row, Run} from './row.ts';

/** Signs and their forms in ASCII, as SCREENS has them; those of one cell first. */
const SAME: Readonly<Record<string, string>> = {
	'═': '=', '─': '-', '│': '|', '▌': '>', '┬': '+', '╤': '+', '┴': '+', '┼': '+', '╪': '+', '┤': '+', '└': '+', '┘': '+', '╒': '+', '╕': '+',
	'█': '#', '░': '.', '√': 'v', '°': '*', '≡': '=', '·': '.', '•': '*', '–': '-', '’': '\'', '‘': '\'', '‚': ',', '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‹': '<', '›': '>',
	'↓': 'v', '↑': '^', '←': '<', '→': '>', '−': '-', '×': 'x', '\u00A0': ' ', '‑': '-', '′': '\'', '″': '"',
};
/** Wider in ASCII: the long form where blanks or a rule beside it give way, else the short one. */
const WIDER: Readonly<Record<string, readonly [long: string, short: string]>> = {
	'≠': ['!=', '#'], '—': ['--', '-'], '…': ['...', '~'], '£': ['GBP ', 'L'], '€': ['EUR ', 'E'], '¥': ['JPY ', 'Y'], '≥': ['>=', '>'], '≤': ['<=', '<'], '½': ['1/2', '?'],
};
/** What has no form in ASCII: a mark a cell, so that nobody takes the word for a whole one. */
const UNKNOWN = '?';

type Cell = {text: string; readonly look: Omit<Run, 'text'>};

/** An accent is left out, as on a typewriter; another script is question marks. */
const plainLetter = (text: string, cells: number): string => {
	const bare = text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
	return /^[\x20-\x7E]+$/.test(bare) && bare.length === cells ? bare : UNKNOWN.repeat(cells);
};

const gives = (cell: Cell | undefined, next: Cell | undefined): boolean => cell !== undefined && next !== undefined && cell.text === next.text && (cell.text === ' ' || cell.text === '-' || cell.text === '=');

/** Takes so many cells out of the blanks or the rule before or after `at`, at least one of them stays; false where nothing gives way. */
const makeRoom = (cells: Cell[], at: number, wanted: number): boolean => {
	const after = cells.findIndex((cell, index) => index > at && gives(cell, cells[index + 1]));
	const wall = cells.findIndex((cell, index) => index > at && cell.text === '|');
	const takes = (from: number): boolean => Array.from({length: wanted}, (_, step) => gives(cells[from + step], cells[from + step + 1])).every(Boolean);
	if (after > at && (wall < 0 || after < wall) && takes(after)) return cells.splice(after, wanted), true;
	const before = cells.slice(0, at).findLastIndex((cell, index) => gives(cell, cells[index - 1]));
	const wallBefore = cells.slice(0, at).findLastIndex(cell => cell.text === '|');
	if (before - wanted < 1 || before <= wallBefore + 3 || !Array.from({length: wanted}, (_, step) => gives(cells[before - step], cells[before - step - 1])).every(Boolean)) return false;
	cells.splice(before - wanted + 1, wanted);
	return true;
};

/** A cut takes the letters before it: there are always some. */
const cutShort = (cells: Cell[], at: number, wanted: number): boolean => {
	if (at < wanted || cells.slice(at - wanted, at).some(({text}) => text === ' ' || text === '|')) return false;
	cells.splice(at - wanted, wanted);
	return true;
};

/** The row in ASCII alone, every column where it was. What has no ASCII form is marked, never passed over. */
export const asciiRow = (row: Row): Row => {
	if (row.every(({text}) => /^[\x20-\x7E]*$/.test(text))) return row;
	const cells: Cell[] = [];
	const wide: Array<{readonly cell: Cell; readonly sign: string}> = [];
	for (const {text, ...look} of row) {
		for (const grapheme of graphemes(text)) {
			const forms = WIDER[grapheme.text];
			const shown = forms?.[1] ?? SAME[grapheme.text] ?? (/^[\x20-\x7E]$/.test(grapheme.text) ? grapheme.text : plainLetter(grapheme.text, grapheme.cells));
			for (const character of shown) {
				const cell = {text: character, look};
				cells.push(cell);
				if (forms) wide.push({cell, sign: grapheme.text});
			}
		}
	}

	for (const {cell, sign} of wide) {
		const long = WIDER[sign]?.[0] ?? cell.text;
		const at = cells.indexOf(cell);
		if (at >= 0 && ((sign === '…' && cutShort(cells, at, long.length - 1)) || makeRoom(cells, at, long.length - 1))) cell.text = long;
	}

	const runs: Run[] = [];
	let last: Omit<Run, 'text'> | null = null;
	for (const {text, look} of cells) {
		const before = runs.at(-1);
		if (before && last === look) runs[runs.length - 1] = {...before, text: before.text + text};
		else runs.push({...look, text});
		last = look;
	}

	return runs;
};
