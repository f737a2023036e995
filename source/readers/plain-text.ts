import {decodeLines, linesIn} from './decode.ts';
import type {Reader} from './reader.ts';

/** A page as people paste or scrape it: lines, still to be cut into articles. Reads anything that is text. */
export const plainText: Reader = {
	name: 'text',
	reads: 'a pasted or scraped page',
	// Low: any text is plain text when nothing else claims it.
	sniff: ({path}) => /\.(?:txt|text|md)$/i.test(path) ? .5 : .1,
	read: async (bytes, sent) => ({kind: 'page', lines: decodeLines(bytes, sent)}),
	pageLines: linesIn,
};
