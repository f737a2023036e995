// What Ink makes of rows whose signs are all plain, without taking each into its cells: it does so three times for every row of every frame, and newsdeck hands it rows
// that are whole already. Any other row, and any screen that is not of rows alone, goes Ink's own way.
import {isPlain} from '../source/text/width.ts';

const COLOURS = /\u001B\[[\d;]*m/g;
const RESET = '\u001B[0m';

/** Whether a row is of plain signs and colours alone, and leaves no colour to the next. */
export const isPlainRow = text => {
	if (!text.includes('\u001B')) return isPlain(text);
	return text.startsWith(RESET, text.lastIndexOf('\u001B')) && isPlain(text.replaceAll(COLOURS, ''));
};

/** The plain rows of a frame as they go to the terminal, by their place; none where anything else is drawn than rows, each below the last. */
export const plainRows = operations => {
	const rows = new Map();
	let last = -1;
	for (const {type, x, y, text, transformers} of operations) {
		if (type !== 'write' || x !== 0 || y <= last || text.includes('\n')) return new Map();
		last = y;
		let row = text;
		for (const transformer of transformers) row = transformer(row, 0);
		if (isPlainRow(row)) rows.set(y, row.trimEnd());
	}

	return rows;
};
