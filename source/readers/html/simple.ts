import {matchesOf} from '../../text/matches.ts';
import {type Block, Collector} from './blocks.ts';

/** A tag of prose that says nothing beyond its name, or of a link where it leads. */
const TAG = /<(\/?)(p|br|b|i|u|em|strong|a)((?:\s+(?:href|rel|target|title)\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*)\s*\/?>/gi;
/** Characters by name, as prose is written; a number of one that is printed. */
const REFERENCE = /&(?:(amp|lt|gt|quot|apos|nbsp|ndash|mdash|lsquo|rsquo|ldquo|rdquo|hellip)|#(\d{2,7})|#x([\da-f]{2,6}));/gi;
const NAMED: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: '\u00A0', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…'};

/** What a browser takes for another character, or for none, is left to the parser. */
const isPrinted = (code: number): boolean => (code >= 0x20 && code < 0x7F) || (code >= 0xA0 && code < 0xD800) || (code >= 0xE000 && code < 0xFDD0) || (code > 0xFFFF && code < 0x1_F000);

/** The words between tags; null where they hold what only a parser can tell. */
const wordsOf = (written: string): string | null => {
	if (written.includes('<')) return null;
	if (!written.includes('&')) return written;
	let simple = true;
	const words = written.replaceAll(REFERENCE, (_, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
		const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal);
		const known = name === undefined ? undefined : NAMED[name];
		if (known === undefined && !(name === undefined && isPrinted(code))) simple = false;
		return known ?? (simple ? String.fromCodePoint(code) : '');
	});
	const left = written.replaceAll(REFERENCE, '');
	return simple && !/&[a-z#]/i.test(left) ? words : null;
};

type Piece = {readonly words: string} | {readonly name: string; readonly closing: boolean};

/** Words and tags in their order; null where there are others than those of plain prose, or where they do not close as they open. */
const piecesOf = (html: string): Piece[] | null => {
	const pieces: Piece[] = [];
	const open: string[] = [];
	let at = 0;
	for (const match of matchesOf(TAG, html)) {
		const words = wordsOf(html.slice(at, match.index));
		const name = (match[2] ?? '').toLowerCase();
		const closing = match[1] === '/';
		if (words === null || (match[3] !== '' && (closing || name !== 'a'))) return null;
		if (name === 'p' ? open.length > 0 : name === 'br' ? closing : closing && open.pop() !== name) return null;
		// "<a/>" is open to a browser.
		if (name !== 'br' && match[0].endsWith('/>')) return null;
		if (name !== 'p' && name !== 'br' && !closing) open.push(name);
		pieces.push({words}, {name, closing});
		at = match.index + match[0].length;
	}

	const words = wordsOf(html.slice(at));
	return words === null || open.length > 0 ? null : [...pieces, {words}];
};

/** The blocks of a piece of HTML that is plain prose, without the cost of a page; null where it is more than that. All stand on `line`. */
export const simpleBlocks = (html: string, line: number): Block[] | null => {
	const pieces = piecesOf(html);
	if (pieces === null) return null;
	const collector = new Collector();
	for (const piece of pieces) {
		if ('words' in piece) collector.add(piece.words, line);
		else if (piece.closing) collector.leave(piece.name);
		else collector.enter(piece.name);
	}

	collector.flush();
	return collector.blocks;
};

/** The words of such a piece; null where it is more than that. */
export const simpleWords = (html: string): string | null => piecesOf(html)?.flatMap(piece => 'words' in piece ? piece.words : []).join('') ?? null;
