import {Problem} from '../model/problem.ts';
import {closest} from '../text/closest.ts';
import {cleanForDisplay} from '../text/sanitise.ts';
import {decode} from './decode.ts';
import {jsonLines} from './json-lines.ts';
import {plainText} from './plain-text.ts';
import type {Reader} from './reader.ts';

/** The shelf. A new format is one file and one line here. */
export const readers: readonly Reader[] = [plainText, jsonLines];

const HEAD = 4096;

/** First bytes of what is no text, with the word for it and what to do. */
const BINARY: ReadonlyArray<{readonly what: string; readonly magic: RegExp; readonly remedy: string}> = [
	{what: 'a PDF', magic: /^%PDF-/, remedy: 'Save its text first, for example with pdftotext.'},
	{what: 'an archive or an office document', magic: /^PK(?:\x03\x04|\x05\x06)|^Rar!|^7z\xBC\xAF|^\xD0\xCF\x11\xE0/, remedy: 'Unpack it, or save it as text.'},
	{what: 'compressed', magic: /^\x1F\x8B|^BZh\d|^\xFD7zXZ|^\x28\xB5\x2F\xFD/, remedy: 'Uncompress it first.'},
	{what: 'an image', magic: /^\x89PNG|^\xFF\xD8\xFF|^GIF8|^RIFF[\s\S]{4}WEBP|^BM[\s\S]{4}\0\0\0\0|^II\*\0|^MM\0\*/, remedy: 'newsdeck reads text.'},
	{what: 'sound or film', magic: /^ID3|^OggS|^RIFF|^[\s\S]{4}ftyp|^fLaC/, remedy: 'newsdeck reads text.'},
	{what: 'a program', magic: /^\x7FELF|^MZ[\s\S]{0,60}\0|^\xCF\xFA\xED\xFE/, remedy: 'newsdeck reads text.'},
];

/** Formats that are text but would come out as nonsense: better refused than read wrongly. */
const MARKUP: ReadonlyArray<{readonly what: string; readonly head: RegExp; readonly remedy: string}> = [
	{what: 'a web page (HTML)', head: /^\s*(?:<!--[^>]*-->\s*)?<(?:!doctype html|html|head|body)\b/i, remedy: 'Save the page as text, or copy its text into a file.'},
	{what: 'a feed (XML)', head: /^\s*<\?xml\b|^\s*<(?:rss|feed)\b/i, remedy: 'Save the articles as text or as JSON Lines.'},
	{what: 'rich text (RTF)', head: /^\s*\{\\rtf/, remedy: 'Save it as plain text.'},
];

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 512));

const refuse = (path: string, why: string, remedy: string): never => {
	throw new Problem({exit: 'unreadable', what: `${cleanForDisplay(path)} was not imported.`, why, remedy});
};

const byName = (path: string, type: string): Reader => {
	const reader = readers.find(({name}) => name === type.toLowerCase());
	if (reader !== undefined) return reader;
	const meant = closest(type, readers.map(({name}) => name));
	const names = readers.map(({name}) => name).join(', ');
	return refuse(path, `There is no type "${cleanForDisplay(type).slice(0, 40)}".`, meant === undefined ? `Types: ${names}.` : `Did you mean "${meant}"? Types: ${names}.`);
};

const refuseBinary = (path: string, bytes: Uint8Array): void => {
	const magic = latin(bytes);
	const kind = BINARY.find(row => row.magic.test(magic));
	if (kind !== undefined) refuse(path, `It is ${kind.what}, not text.`, kind.remedy);
	const wide = /^(?:\xFF\xFE|\xFE\xFF)/.test(magic);
	if (!wide && bytes.subarray(0, 8192).includes(0)) refuse(path, 'It holds binary data, not text.', 'newsdeck reads text.');
};

/**
 * The reader for an input: the one named by `type`, else the one that is most sure. Throws a Problem (exit "unreadable")
 * for an unknown type, an empty file, and what is no text.
 */
export const chooseReader = (path: string, bytes: Uint8Array, type?: string): Reader => {
	const named = type === undefined ? undefined : byName(path, type);
	if (bytes.length === 0) refuse(path, 'It is empty.', 'Look whether it was saved.');
	refuseBinary(path, bytes);
	// Cut at a byte, the last character may be half: the sample is only for guessing.
	const head = new TextDecoder('utf-8').decode(bytes.subarray(0, HEAD));
	if (bytes.length <= HEAD && decode(bytes).trim() === '') refuse(path, 'It holds nothing but white space.', 'Look whether it was saved.');
	if (named !== undefined) return named;
	const markup = MARKUP.find(row => row.head.test(head));
	if (markup !== undefined) refuse(path, `It is ${markup.what}, which newsdeck cannot read yet.`, markup.remedy);
	return readers.map(reader => ({reader, sure: reader.sniff({path, head})})).sort((a, b) => b.sure - a.sure)[0]?.reader ?? plainText;
};
