import {describe, expect, test} from 'vitest';
import type {RawLine, Reading} from '../../source/model/document.ts';
import {Problem} from '../../source/model/problem.ts';
import {decodeLines} from '../../source/readers/decode.ts';
import {chooseReader, readers} from '../../source/readers/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = (lines: readonly RawLine[]): string[] => lines.map(({text}) => text);
const records = (reading: Reading) => {
	if (reading.kind !== 'records') throw new Error('a page');
	return reading;
};

describe.each(readers.map(reader => [reader.name, reader] as const))('the contract of readers: %s', (_, reader) => {
	test('a name that can be typed', () => expect(reader.name).toMatch(/^[a-z][a-z-]*$/));
	test.each(['', 'plain words', '{"title": "x"}', '\0\0'])('says how sure it is between 0 and 1: %j', head => {
		const sure = reader.sniff({path: 'x', head});
		expect(sure).toBeGreaterThanOrEqual(0);
		expect(sure).toBeLessThanOrEqual(1);
	});
	test('never throws over content', () => {
		for (const input of ['', '{', 'a\nb', '[[[', '\uFEFF', '{"__proto__": {"a": 1}}']) expect(() => reader.read(bytes(input))).not.toThrow();
		expect(() => reader.read(new Uint8Array([0xFF, 0x00, 0x80]))).not.toThrow();
	});
	test('leaves the bytes as they are', () => {
		const input = bytes('a\r\nb');
		reader.read(input);
		expect(input).toEqual(bytes('a\r\nb'));
	});
});

describe('choosing', () => {
	test('by content, by name of the file, by the type given', () => {
		expect(chooseReader('page.txt', bytes('Some words')).name).toBe('text');
		expect(chooseReader('-', bytes('{"title":"x"}\n')).name).toBe('jsonl');
		expect(chooseReader('page.txt', bytes('{"title":"x"}'), 'text').name).toBe('text');
	});

	const refused: ReadonlyArray<readonly [string, Uint8Array, string | undefined, RegExp]> = [
		['a PDF', bytes('%PDF-1.7'), undefined, /a PDF/],
		['a picture', new Uint8Array([0x89, 0x50, 0x4E, 0x47]), undefined, /image/],
		['an archive', bytes('PK\u0003\u0004'), undefined, /archive/],
		['binary data', bytes('a\0b'), undefined, /binary/],
		['an empty file', bytes(''), undefined, /empty/],
		['white space', bytes(' \n'), undefined, /white space/],
		['a web page', bytes('<!doctype html><p>Hi'), undefined, /web page/],
		['an unknown type', bytes('x'), 'jsonk', /Did you mean "jsonl"/],
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
	const read = (text: string) => records(chooseReader('a.jsonl', bytes(text)).read(bytes(text)));

	test('a bad line is a problem, and the rest goes on', () => {
		const reading = read('{"title":"A","text":"x"}\nnot json\n[1]\n{"title":""}\n{"title":7}\n{"id":9,"paras":["one\\ntwo","three"]}\n');
		expect(reading.records.map(({line, id, paragraphs}) => [line, id, paragraphs])).toEqual([[1, null, ['x']], [6, '9', ['one two', 'three']]]);
		expect(reading.problems.map(({line}) => line)).toEqual([2, 3, 4, 5]);
	});
	test('text is parted at blank lines, or at line ends where there are none', () => {
		expect(read('{"text":"a\\nb\\n\\nc"}').records[0]?.paragraphs).toEqual(['a b', 'c']);
		expect(read('{"text":"a\\nb"}').records[0]?.paragraphs).toEqual(['a', 'b']);
	});
	test('a date that is none is told and left out', () => {
		const reading = read('{"title":"A","date":"2024-02-30"}');
		expect(reading.records[0]?.date).toBeNull();
		expect(reading.problems[0]?.what).toContain('2024-02-30');
	});
	test('hostile keys and control characters do no harm', () => {
		const reading = read('{"title":"A\\u001b[31m","__proto__":{"tags":["x"]},"constructor":1}');
		expect(reading.records).toMatchObject([{title: 'A', tags: []}]);
		expect(Object.hasOwn({}, 'tags')).toBe(false);
	});
});
