import {isAscii, isUtf8} from 'node:buffer';
import type {Bytes} from '../model/document.ts';
import {headBytes} from './content.ts';
import {guessEncoding} from './guess-encoding.ts';
import type {Sent} from './reader.ts';

/** How bytes are written. `label` is what TextDecoder calls it; it knows no UTF-32, which decode.ts reads itself. `unit`: bytes of a code unit. */
export type Encoding = {readonly label: string; readonly textStart: number; readonly unit: 1 | 2 | 4; readonly bigEndian: boolean};

const narrow = (label: string, textStart = 0): Encoding => ({label, textStart, unit: 1, bigEndian: false});
const wide = (unit: 2 | 4, bigEndian: boolean, textStart: number): Encoding => ({label: `utf-${unit * 8}${bigEndian ? 'be' : 'le'}`, textStart, unit, bigEndian});

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);

const byMark = (bytes: Uint8Array): Encoding | null => {
	if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) return wide(4, false, 4);
	if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) return wide(4, true, 4);
	if (startsWith(bytes, 0xFF, 0xFE)) return wide(2, false, 2);
	if (startsWith(bytes, 0xFE, 0xFF)) return wide(2, true, 2);
	return null;
};

const SAMPLE = 4096;
/** A text has spaces and line ends, even where its letters have no zero byte. */
const FEWEST_ZEROS = .05;
/** What text is made of, nearly all of it; bytes of a picture read as UTF-16 are anything. */
const TEXTUAL = /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\n\r\t]/gu;
const MOSTLY = .97;

const readsAsText = (bytes: Uint8Array, label: string): boolean => {
	try {
		const text = new TextDecoder(label, {fatal: true}).decode(bytes);
		return text.length > 0 && (text.match(TEXTUAL)?.join('').length ?? 0) >= text.length * MOSTLY;
	} catch {
		return false;
	}
};

/** UTF-16 and UTF-32 without a mark: their zero bytes stand always in the same places. */
const byZeros = (bytes: Uint8Array): Encoding | null => {
	const sample = bytes.subarray(0, Math.min(SAMPLE, bytes.length - bytes.length % 4 || bytes.length));
	if (!sample.includes(0)) return null;
	const zeros = [0, 0, 0, 0];
	for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 4] = (zeros[at % 4] ?? 0) + 1;
	const quarter = sample.length / 4;
	const [first, second, third, fourth] = zeros.map(count => count / quarter);
	if (sample.length < 4 || first === undefined || second === undefined || third === undefined || fourth === undefined) return null;
	if (third === 1 && fourth === 1 && first < 1) return wide(4, false, 0);
	if (first === 1 && second === 1 && fourth < 1) return wide(4, true, 0);
	const odd = (second + fourth) / 2;
	const even = (first + third) / 2;
	if (odd > FEWEST_ZEROS && even < FEWEST_ZEROS && readsAsText(sample, 'utf-16le')) return wide(2, false, 0);
	if (even > FEWEST_ZEROS && odd < FEWEST_ZEROS && readsAsText(sample, 'utf-16be')) return wide(2, true, 0);
	return null;
};

/** TextDecoder's own name for a label; null for one it does not know or refuses. A page that can be read to its declaration is not UTF-16. */
const known = (label: string | null | undefined): string | null => {
	if (label == null) return null;
	try {
		const {encoding} = new TextDecoder(label.trim());
		return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
	} catch {
		return null;
	}
};

const LESS_THAN = 0x3C;
const DECLARED = /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']|<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i;

/** What the beginning of HTML or XML says of itself. */
const declared = (bytes: Uint8Array): string | null => {
	// Most pages are no markup: then nothing need be read.
	if (!bytes.subarray(0, SAMPLE).includes(LESS_THAN)) return null;
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, SAMPLE));
	if (!/^\s*</.test(head.replace(/^ï»¿/, ''))) return null;
	const match = DECLARED.exec(head);
	return known(match?.[1] ?? match?.[2]);
};

/** Where the last character that is whole ends: a stretch may end within one. */
const wholeEnd = (bytes: Uint8Array): number => {
	for (let back = 1; back <= 3; back++) {
		const byte = bytes.at(-back) ?? 0;
		if (byte >> 6 === 0b10) continue;
		const length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
		return length > back ? bytes.length - back : bytes.length;
	}

	return bytes.length;
};

/** Null: not UTF-8; else whether it says more than ASCII does. */
const utf8 = ({chunks}: Bytes): 'ascii' | 'beyond' | null => {
	let left: Uint8Array = new Uint8Array();
	let found: 'ascii' | 'beyond' = 'ascii';
	for (const chunk of chunks()) {
		const bytes = left.length === 0 ? chunk : Buffer.concat([left, chunk]);
		const whole = bytes.subarray(0, wholeEnd(bytes));
		if (!isUtf8(whole)) return null;
		if (!isAscii(whole)) found = 'beyond';
		left = bytes.slice(whole.length);
	}

	return left.length === 0 ? found : null;
};

/** Japanese mail is ASCII that switches its table. */
const ESCAPES = /\u001B\$[@B]/;

/**
 * How the bytes are written: byte order mark, zero bytes, UTF-8 that can be nothing else, what the server said, what the page says of
 * itself, UTF-8, what its letters tell. UTF-8 comes before the declarations, because pages saved by a browser often keep that of another encoding.
 */
export const encodingOf = (content: Bytes, {charset}: Sent): Encoding => {
	const head = headBytes(content, SAMPLE);
	const broad = byMark(head) ?? byZeros(head);
	if (broad !== null) return broad;
	const textStart = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
	const valid = utf8(content);
	if (valid === 'beyond') return narrow('utf-8', textStart);
	const told = known(charset) ?? declared(head);
	if (told !== null && !(valid === null && told === 'utf-8')) return narrow(told, textStart);
	if (valid === null) return narrow(guessEncoding(content), textStart);
	return narrow(ESCAPES.test(new TextDecoder('latin1').decode(head)) ? 'iso-2022-jp' : 'utf-8', textStart);
};
