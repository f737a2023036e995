import {Problem} from '../model/problem.ts';
import {closest} from '../text/closest.ts';
import {cleanForDisplay} from '../text/sanitise.ts';
import {contentOf} from './content.ts';
import {decode, headOf} from './decode.ts';
import {csv, tsv} from './delimited.ts';
import {encodingOf} from './encoding.ts';
import {feed} from './feed.ts';
import {html} from './html.ts';
import {jsonLines} from './json-lines.ts';
import {opml} from './opml.ts';
import {plainText} from './plain-text.ts';
import {type Reader, unsent} from './reader.ts';

/** The shelf. A new format is one file and one line here. */
export const readers: readonly Reader[] = [plainText, html, feed, opml, jsonLines, csv, tsv];

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

/** Text that would come out as nonsense: better refused than read wrongly. */
const RICH_TEXT = /^\s*\{\\rtf/;

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 512));

const refuse = (path: string, why: string, remedy: string): never => {
	throw new Problem({exit: 'unreadable', what: `${cleanForDisplay(path)} was not imported.`, why, remedy});
};

/** The reader of that name. Throws a Problem, exit "usage", where there is none. */
export const readerNamed = (type: string): Reader => {
	const reader = readers.find(({name}) => name === type.toLowerCase());
	if (reader !== undefined) return reader;
	const meant = closest(type, readers.map(({name}) => name));
	throw new Problem({
		exit: 'usage', what: `There is no type "${cleanForDisplay(type).slice(0, 40)}".`, why: meant === undefined ? '' : `Did you mean "${meant}"?`,
		remedy: `Types: ${readers.map(({name}) => name).join(', ')}.`,
	});
};

const refuseBinary = (path: string, bytes: Uint8Array): void => {
	const magic = latin(bytes);
	const kind = BINARY.find(row => row.magic.test(magic));
	if (kind !== undefined) refuse(path, `It is ${kind.what}, not text.`, kind.remedy);
	const sample = bytes.subarray(0, TELLING);
	if (sample.includes(0) && encodingOf(contentOf(sample), unsent).unit === 1) refuse(path, 'It holds binary data, not text.', 'newsdeck reads text.');
};

/** So many bytes from its beginning tell what an input is. */
export const TELLING = 8192;

/**
 * The reader for an input that is not packed, by its first bytes (at least `TELLING` of them, where there are so many): the one named by `type`, else the one that is most sure. Throws a Problem: exit "usage"
 * for an unknown type, "unreadable" for an empty file and what is no text.
 */
export const chooseReader = (path: string, bytes: Uint8Array, type?: string): Reader => {
	const named = type === undefined ? undefined : readerNamed(type);
	if (bytes.length === 0) refuse(path, 'It is empty.', 'Look whether it was saved.');
	refuseBinary(path, bytes);
	if (bytes.length <= HEAD && decode(bytes).trim() === '') refuse(path, 'It holds nothing but white space.', 'Look whether it was saved.');
	if (named !== undefined) return named;
	const head = headOf(bytes, HEAD);
	if (RICH_TEXT.test(head)) refuse(path, 'It is rich text (RTF).', 'Save it as plain text.');
	const sample = {path: path.replace(/\.gz$/i, ''), head};
	return readers.map(reader => ({reader, sure: reader.sniff(sample)})).sort((a, b) => b.sure - a.sure)[0]?.reader ?? plainText;
};
