import type {RawLine} from '../model/document.ts';
import {clean} from '../text/sanitise.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How the bytes are written, and where the text begins (after the byte order mark). */
const encodingOf = (bytes: Uint8Array): {readonly encoding: Encoding; readonly textStart: number} => {
	if (bytes[0] === 0xEF && bytes[1] === 0xBB && bytes[2] === 0xBF) return {encoding: validUtf8(bytes) ? 'utf-8' : 'windows-1252', textStart: 3};
	if (bytes[0] === 0xFF && bytes[1] === 0xFE) return {encoding: 'utf-16le', textStart: 2};
	if (bytes[0] === 0xFE && bytes[1] === 0xFF) return {encoding: 'utf-16be', textStart: 2};
	return {encoding: validUtf8(bytes) ? 'utf-8' : 'windows-1252', textStart: 0};
};

const validUtf8 = (bytes: Uint8Array): boolean => {
	try {
		new TextDecoder('utf-8', {fatal: true}).decode(bytes);
		return true;
	} catch {
		return false;
	}
};

const NEWLINE = 0x0A;
const RETURN = 0x0D;

/** The raw text as it is written, not cleaned; for samples and tests. */
export const decode = (bytes: Uint8Array): string => {
	const {encoding, textStart} = encodingOf(bytes);
	return new TextDecoder(encoding, {ignoreBOM: true}).decode(bytes.subarray(textStart));
};

/**
 * Decodes (byte order mark, strict UTF-8, else windows-1252), cuts at LF, CRLF or CR, and cleans each line. Line numbers
 * and byte offsets are those of the file; a line end at the very end of the file begins no further line.
 */
export const decodeLines = (bytes: Uint8Array): RawLine[] => {
	const {encoding, textStart} = encodingOf(bytes);
	const decoder = new TextDecoder(encoding, {ignoreBOM: true});
	const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
	const unit = wide ? 2 : 1;
	const low = encoding === 'utf-16be' ? 1 : 0;
	const codeAt = (at: number): number => wide ? ((bytes[at + 1 - low] ?? 0) << 8) + (bytes[at + low] ?? 0) : bytes[at] ?? 0;
	const lines: RawLine[] = [];
	const push = (start: number, end: number): void => {
		const {text, cuts} = clean(decoder.decode(bytes.subarray(start, end)));
		lines.push({number: lines.length + 1, text, cuts, byteStart: start, byteEnd: end});
	};

	let start = textStart;
	for (let at = textStart; at < bytes.length; at += unit) {
		const code = codeAt(at);
		if (code !== NEWLINE && code !== RETURN) continue;
		push(start, at);
		if (code === RETURN && codeAt(at + unit) === NEWLINE && at + unit < bytes.length) at += unit;
		start = at + unit;
	}

	if (start < bytes.length) push(start, bytes.length);
	return lines;
};
