import {describe, expect, test} from 'vitest';
import type {ArticleRecord, Bytes, RecordProblem} from '../../source/model/document.ts';
import {decode, decodeLines, decodeStretches, linesIn, linesOf} from '../../source/readers/decode.ts';
import {readers} from '../../source/readers/index.ts';
import {unsent} from '../../source/readers/reader.ts';

/** The bytes so many at a time, as a disk may give them. */
const inPieces = (bytes: Uint8Array, size: number): Bytes => ({byteLength: bytes.length, * chunks() {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}});

const inputs: Readonly<Record<string, readonly string[]>> = {
	jsonl: [
		'{"title": "Ferry stops", "text": "It stopped.\\n\\nNobody said – why."}\r\n\r\n{"title": "Café closes", "paras": ["Ja", "Nein"]}\r{"no": 1}\nnot JSON\n{"title": "Last 🚢 one", "text": "End."}',
	],
	csv: [
		'title,text,date\r\nFerry stops,"It stopped.\r\n\r\nNobody said ""why"".",2025-03-31\r\n\r\nCafé closes,Shut – for good.,31 March 2025\r\n,,\r\nToo,many,cells,here\n',
		'title;text\nOne;"never closed\nTwo;whole\nThree;whole as well\n',
		'colour,size\nred,1\n',
	],
	feed: ['<?xml version="1.0"?><rss version="2.0"><channel><title>The Quay</title><item><title>Café closes</title><description>Shut – for good.</description></item></channel></rss>', '<rss><channel></channel></rss>'],
	tsv: ['title\ttext\tdate\nFerry stops\tIt stopped.\t2025-03-31\n"Quoted"\tTold.\t\n', '1743379200\tFerry stops\thttps://example.org/1\tIt stopped.\\nFor good.\tplain\tid-1\tAda\t\tsea\n'],
};

describe('an input that comes in pieces reads as it does in one', () => {
	for (const reader of readers.filter(({records}) => records !== undefined)) {
		test(`${reader.name}, wherever the pieces end`, async () => {
			for (const text of inputs[reader.name] ?? []) {
				for (const bytes of [new TextEncoder().encode(text), Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le')), Uint8Array.from(Buffer.from(text, 'latin1'))]) {
					const whole = await reader.read(bytes);
					for (const size of [1, 2, 3, 7, 64]) {
						const found: ArticleRecord[] = [];
						const reading = reader.records?.(inPieces(bytes, size), unsent);
						let problems: readonly RecordProblem[] = [];
						for (let next = await reading?.next(); next !== undefined; next = next.done === true ? undefined : await reading?.next()) {
							if (next.done === true) problems = next.value;
							else found.push(...next.value);
						}

						expect({kind: 'records', records: found, problems, removed: []}, `${size} bytes at a time`).toEqual(whole);
					}
				}
			}
		});
		test(`${reader.name} has an input here`, () => expect(inputs[reader.name]?.length).toBeGreaterThan(0));
	}

	test('so do the raw lines of a page, with their places in the file', () => {
		const text = 'Café\r\n\r\rclosed\n\nça\r\nva';
		for (const bytes of [new TextEncoder().encode(`\uFEFF${text}`), Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le')), Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()), Uint8Array.from(Buffer.from(text, 'latin1'))]) {
			const whole = decodeLines(bytes);
			expect(whole.map(line => line.text)).toEqual(['Café', '', '', 'closed', '', 'ça', 'va']);
			for (const size of [1, 2, 3, 5, 16]) expect([...linesIn(inPieces(bytes, size))], `${size} bytes at a time`).toEqual(whole);
		}
	});

	test('lines end where they do in the whole text', () => {
		const text = 'a\r\n\r\rb\n\nç\r\n';
		for (const size of [1, 2, 3, 5]) {
			const content = inPieces(new TextEncoder().encode(text), size);
			expect([...linesOf(decodeStretches(content))]).toEqual(text.split(/\r\n|\n|\r/));
			expect([...decodeStretches(content)].join('')).toBe(decode(new TextEncoder().encode(text)));
		}
	});
});
