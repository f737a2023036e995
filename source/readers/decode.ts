import {isUtf8} from 'node:buffer';
import type {Bytes, RawLine} from '../model/document.ts';
import {clean} from '../text/sanitise.ts';
import {contentOf, wholeBytes} from './content.ts';
import {encodingOf, type Encoding} from './encoding.ts';
import {type Sent, unsent} from './reader.ts';

/** A code point that is none (UTF-32 can hold any number) is shown as U+FFFD, as TextDecoder does. */
const scalar = (code: number): string => code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) ? '\uFFFD' : String.fromCodePoint(code);

const decodeUtf32 = (bytes: Uint8Array, bigEndian: boolean): string => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const symbols: string[] = [];
	for (let at = 0; at + 4 <= bytes.length; at += 4) symbols.push(scalar(view.getUint32(at, !bigEndian)));
	return symbols.join('') + (bytes.length % 4 === 0 ? '' : '\uFFFD');
};

/** Made once for each encoding: to make one takes as long as to read a short page. */
const decoders = new Map<string, InstanceType<typeof TextDecoder>>();
const madeDecoder = (label: string): InstanceType<typeof TextDecoder> => {
	const decoder = decoders.get(label) ?? new TextDecoder(label, {ignoreBOM: true});
	decoders.set(label, decoder);
	return decoder;
};

const decoderOf = ({label, unit, bigEndian}: Encoding): (bytes: Uint8Array) => string => {
	if (unit === 4) return bytes => decodeUtf32(bytes, bigEndian);
	const decoder = madeDecoder(label);
	return bytes => decoder.decode(bytes);
};

const NEWLINE = 0x0A;
const RETURN = 0x0D;

/** The raw text as it is written, not cleaned. */
export const decode = (bytes: Uint8Array, sent: Sent = unsent): string => {
	const encoding = encodingOf(contentOf(bytes), sent);
	return decoderOf(encoding)(bytes.subarray(encoding.textStart));
};

/** The same a stretch at a time. */
export function* decodeStretches(content: Bytes, sent: Sent = unsent): Generator<string> {
	const encoding = encodingOf(content, sent);
	if (encoding.unit === 4) {
		yield decoderOf(encoding)(wholeBytes(content).subarray(encoding.textStart));
		return;
	}

	const decoder = new TextDecoder(encoding.label, {ignoreBOM: true});
	let skipped = 0;
	for (const chunk of content.chunks()) {
		const skip = Math.min(chunk.length, encoding.textStart - skipped);
		skipped += skip;
		yield decoder.decode(chunk.subarray(skip), {stream: true});
	}

	yield decoder.decode();
}

/** The beginning of a text that comes in stretches: at least so many characters, where there are so many. */
export const beginningOf = (stretches: Iterable<string>, length: number): string => {
	let head = '';
	for (const stretch of stretches) {
		head += stretch;
		if (head.length >= length) break;
	}

	return head;
};

/** The lines of a text that comes in stretches, without their ends (LF, CRLF or CR); what follows the last end is a line too. */
export function* linesOf(stretches: Iterable<string>): Generator<string> {
	// A line may be longer than a stretch: what is held of it is joined once, when it ends.
	let held: string[] = [];
	let afterReturn = false;
	for (const stretch of stretches) {
		const text = afterReturn && stretch.startsWith('\n') ? stretch.slice(1) : stretch;
		if (stretch !== '') afterReturn = stretch.endsWith('\r');
		const [first = '', ...others] = text.split(/\r\n|\n|\r/);
		held.push(first);
		for (const line of others) {
			yield held.join('');
			held = [line];
		}
	}

	yield held.join('');
}

/** The first characters, for guessing only: cut at a byte, the last one may be half. */
export const headOf = (bytes: Uint8Array, length: number): string => {
	const sample = bytes.subarray(0, length);
	const encoding = encodingOf(contentOf(sample), unsent);
	return decoderOf(encoding.label === 'windows-1252' ? {...encoding, label: 'utf-8'} : encoding)(sample.subarray(encoding.textStart));
};

/** The text of a stretch of bytes. Where all whole lines of them are UTF-8 there is a quicker way to it. */
const lineDecoder = (bytes: Uint8Array, encoding: Encoding, decodeBytes: (bytes: Uint8Array) => string): (start: number, end: number) => string => {
	const slowly = (start: number, end: number): string => decodeBytes(bytes.subarray(start, end));
	const whole = encoding.label === 'utf-8' ? bytes.lastIndexOf(NEWLINE) + 1 : 0;
	if (whole === 0 || !isUtf8(bytes.subarray(0, whole))) return slowly;
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return (start, end) => end <= whole ? buffer.toString('utf8', start, end) : slowly(start, end);
};

/**
 * Decodes, cuts at LF, CRLF or CR, and cleans each line, of an input of any size. Line numbers and byte offsets are those of the file; a line end
 * at the very end of the file begins no further line.
 */
export function* linesIn(content: Bytes, sent: Sent = unsent): Generator<RawLine> {
	const encoding = encodingOf(content, sent);
	const {unit, bigEndian} = encoding;
	const decodeBytes = decoderOf(encoding);
	// A line end has zeros in all bytes but its lowest.
	const lowest = bigEndian ? unit - 1 : 0;
	let decodeLine = lineDecoder(new Uint8Array(), encoding, decodeBytes);
	// The bytes that are held, where in the file they begin, and where among them the next line does.
	let [held, base, start, number]: [Uint8Array, number, number, number] = [new Uint8Array(), 0, encoding.textStart, 0];
	const codeAt = (at: number): number => {
		if (unit === 1) return held[at] ?? -1;
		for (let byte = 0; byte < unit; byte++) if (byte !== lowest && held[at + byte] !== 0) return -1;
		return held[at + lowest] ?? -1;
	};

	const lineTo = (end: number): RawLine => {
		const {text, cuts} = clean(decodeLine(start, end));
		number++;
		return {number, text, cuts, byteStart: base + start, byteEnd: base + end};
	};

	// Of a line of many chunks: they are joined when it ends, so that each is looked at once.
	let pending: Uint8Array[] = [];
	for (const {chunk, last} of toTheEnd(content)) {
		pending.push(chunk);
		if (!last && !chunk.includes(NEWLINE) && !chunk.includes(RETURN)) continue;
		held = held.length === 0 && pending.length === 1 ? chunk : Buffer.concat([held, ...pending]);
		pending = [];
		decodeLine = lineDecoder(held, encoding, decodeBytes);
		for (let at = start; at < held.length; at += unit) {
			const code = codeAt(at);
			if (code !== NEWLINE && code !== RETURN) continue;
			// The other half of CRLF may come with the next chunk.
			if (code === RETURN && !last && at + 2 * unit > held.length) break;
			yield lineTo(at);
			if (code === RETURN && codeAt(at + unit) === NEWLINE) at += unit;
			start = at + unit;
		}

		if (last && start < held.length) yield lineTo(held.length);
		if (start > held.length) continue;
		held = held.subarray(start);
		base += start;
		start = 0;
	}
}

function* toTheEnd({chunks}: Bytes): Generator<{readonly chunk: Uint8Array; readonly last: boolean}> {
	for (const chunk of chunks()) yield {chunk, last: false};
	yield {chunk: new Uint8Array(), last: true};
}

/** The lines of an input that is in memory. */
export const decodeLines = (bytes: Uint8Array, sent: Sent = unsent): RawLine[] => [...linesIn(contentOf(bytes), sent)];
