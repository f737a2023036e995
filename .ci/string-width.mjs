// What Ink and its helpers get for string-width: the same widths, without asking what each sign is where all are plain. They ask at every frame, of every row.
import stringWidth from 'string-width';
import {isPlain} from '../source/text/width.ts';

const COLOURS = /\u001B\[[\d;]*m/g;

export default (text, options) => {
	if (typeof text !== 'string' || options?.countAnsiEscapeCodes || options?.ambiguousIsNarrow === false) return stringWidth(text, options);
	const bare = text.includes('\u001B') ? text.replaceAll(COLOURS, '') : text;
	return isPlain(bare) ? bare.length : stringWidth(bare, options);
};
