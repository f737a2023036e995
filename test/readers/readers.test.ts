import {describe, expect, test} from 'vitest';
import type {RawLine} from '../../source/model/document.ts';
import {Problem} from '../../source/model/problem.ts';
import {decodeLines} from '../../source/readers/decode.ts';
import {chooseReader, readers} from '../../source/readers/index.ts';
import {bytes, records} from './helpers.ts';

const texts = (lines: readonly RawLine[]): string[] => lines.map(({text}) => text);

describe.each(readers.map(reader => [reader.name, reader] as const))('the contract of readers: %s', (_, reader) => {
	test('a name that can be typed', () => expect(reader.name).toMatch(/^[a-z][a-z-]*$/));
	test.each(['', 'plain words', '{"title": "x"}', '\0\0'])('says how sure it is between 0 and 1: %j', head => {
		const sure = reader.sniff({path: 'x', head});
		expect(sure).toBeGreaterThanOrEqual(0);
		expect(sure).toBeLessThanOrEqual(1);
	});
	test('says what it reads', () => expect(reader.reads).not.toBe(''));
	test('never fails over content', async () => {
		const inputs = ['', '{', 'a\nb', '[[[', '\uFEFF', '{"__proto__": {"a": 1}}', '<', '<p', '<a href="', '<!--', '<rss', 'title,text\n"', '\u0000', '&#27;'].map(bytes);
		for (const input of [...inputs, new Uint8Array([0xFF, 0x00, 0x80])]) await expect(reader.read(input)).resolves.toHaveProperty('kind');
	});
	test('leaves the bytes as they are', async () => {
		const input = bytes('a\r\nb');
		await reader.read(input);
		expect(input).toEqual(bytes('a\r\nb'));
	});
});

describe('choosing', () => {
	test('by content, by name of the file, by the type given', () => {
		expect(chooseReader('page.txt', bytes('Some words')).name).toBe('text');
		expect(chooseReader('-', bytes('{"title":"x"}\n')).name).toBe('jsonl');
		expect(chooseReader('page.txt', bytes('{"title":"x"}'), 'text').name).toBe('text');
	});

	const kinds: ReadonlyArray<readonly [string, string]> = [
		['html', '<!DOCTYPE html><html><body><p>Hi'], ['html', '<!-- saved from a page -->\n<html lang="en">'], ['html', '<div class="story"><p>A part of a page.</p></div>'],
		['feed', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>'], ['feed', '<feed xmlns="http://www.w3.org/2005/Atom"/>'], ['feed', '<rdf:RDF xmlns:rdf="x">'],
		['feed', '{"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": []}'], ['opml', '<?xml version="1.0"?>\n<opml version="2.0"><body/></opml>'],
		['csv', 'id,title,text,url,tags\n1,A,b,,\n'], ['csv', 'Headline;Body;Source\nA;b;c\n'], ['tsv', 'title\ttext\nA\tb\n'], ['tsv', '1711872000\tA ferry burns\thttps://a.example/1\tText\tplain\t1\t\t\t\n'],
		['jsonl', '{"title":"x","text":"y"}\n'], ['text', 'The ferry burnt, and the harbour closed.\n'], ['text', 'A headline, with a comma\n\nA text.\n'],
	];
	test.each(kinds)('a %s is known by its content: %j', (name, content) => {
		expect(chooseReader('-', bytes(content)).name).toBe(name);
		expect(chooseReader('saved.gz', bytes(content)).name).toBe(name);
	});
	test('a type that there is none of is wrong usage, with the one that was meant', () => {
		expect(() => chooseReader('x', bytes('x'), 'jsonk')).toThrow(expect.objectContaining({exit: 'usage', message: 'There is no type "jsonk". Did you mean "jsonl"? Types: text, html, feed, opml, jsonl, csv, tsv.'}));
	});

	const refused: ReadonlyArray<readonly [string, Uint8Array, string | undefined, RegExp]> = [
		['a PDF', bytes('%PDF-1.7'), undefined, /a PDF/],
		['a picture', new Uint8Array([0x89, 0x50, 0x4E, 0x47]), undefined, /image/],
		['an archive', bytes('PK\u0003\u0004'), undefined, /archive/],
		['binary data', bytes('a\0b'), undefined, /binary/],
		['an empty file', bytes(''), undefined, /empty/],
		['white space', bytes(' \n'), undefined, /white space/],
		['rich text', bytes('{\\rtf1 hello}'), undefined, /rich text/],
	];
	test.each(refused)('refuses %s and says why', (_, input, type, why) => {
		const attempt = () => chooseReader('in/scan', input, type);
		expect(attempt).toThrow(Problem);
		expect(attempt).toThrow(why);
		expect(attempt).toThrow('in/scan was not imported.');
	});
});

describe('lines', () => {
	test('end with LF, CRLF or CR, and keep their bytes', () => {
		const lines = decodeLines(bytes('one\r\ntwo\rdrei ü\n\nlast'));
		expect(texts(lines)).toEqual(['one', 'two', 'drei ü', '', 'last']);
		expect(lines.map(({byteStart, byteEnd}) => [byteStart, byteEnd])).toEqual([[0, 3], [5, 8], [9, 16], [17, 17], [18, 22]]);
	});
	test('a byte order mark is no text', () => expect(decodeLines(new Uint8Array([0xEF, 0xBB, 0xBF, 0x61]))).toMatchObject([{text: 'a', byteStart: 3, byteEnd: 4}]));
	test('what is not UTF-8 is windows-1252', () => expect(texts(decodeLines(new Uint8Array([0x93, 0x61, 0xE9, 0x94])))).toEqual(['“aé”']));
	test('UTF-16 with its mark', () => expect(texts(decodeLines(new Uint8Array([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x62, 0])))).toEqual(['a', 'b']));
});

describe('JSON Lines', () => {
	const read = async (text: string) => records(await chooseReader('a.jsonl', bytes(text)).read(bytes(text)));

	test('a bad line is a problem, and the rest goes on', async () => {
		const reading = await read('{"title":"A","text":"x"}\nnot json\n[1]\n{"title":""}\n{"title":7}\n{"id":9,"paras":["one\\ntwo","three"]}\n');
		expect(reading.records.map(({line, id, paragraphs}) => [line, id, paragraphs.map(({text: words}) => words)])).toEqual([[1, null, ['x']], [6, '9', ['one two', 'three']]]);
		expect(reading.problems.map(({line}) => line)).toEqual([2, 3, 4, 5]);
	});
	test('text is parted at blank lines, or at line ends where there are none', async () => {
		expect((await read('{"text":"a\\nb\\n\\nc"}')).records[0]?.paragraphs.map(({text}) => text)).toEqual(['a b', 'c']);
		expect((await read('{"text":"a\\nb"}')).records[0]?.paragraphs.map(({text}) => text)).toEqual(['a', 'b']);
	});
	test('a date that is none is told and left out', async () => {
		const reading = await read('{"title":"A","date":"2024-02-30"}');
		expect(reading.records[0]?.date).toBeNull();
		expect(reading.problems[0]?.what).toContain('2024-02-30');
	});
	test('hostile keys and control characters do no harm', async () => {
		const reading = await read('{"title":"A\\u001b[31m","__proto__":{"tags":["x"]},"constructor":1}');
		expect(reading.records).toMatchObject([{title: 'A', tags: []}]);
		expect(Object.hasOwn({}, 'tags')).toBe(false);
	});
});
