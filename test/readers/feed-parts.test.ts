import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {ArticleRecord, Bytes, RecordProblem} from '../../source/model/document.ts';
import {decodeStretches} from '../../source/readers/decode.ts';
import {elementsOf, frameOf} from '../../source/readers/feed-elements.ts';
import {feed} from '../../source/readers/feed.ts';
import {unsent} from '../../source/readers/reader.ts';

/** Bytes as a disk gives them, that call themselves so many: a large feed is read in parts. */
const calledLarge = (bytes: Uint8Array, size: number): Bytes => ({byteLength: 1024 * 1024, * chunks() {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}});

const inParts = async (bytes: Uint8Array, size = 64 * 1024): Promise<{records: readonly ArticleRecord[]; problems: readonly RecordProblem[]}> => {
	const records: ArticleRecord[] = [];
	const reading = feed.records?.(calledLarge(bytes, size), unsent);
	if (reading === undefined) throw new Error('feeds are read at once');
	for (let next = await reading.next(); ; next = await reading.next()) {
		if (next.done === true) return {records, problems: next.value};
		records.push(...next.value);
	}
};

const item = (index: number): string => `<item>\n<title>Ferry ${index} stops</title><link>https://example.org/${index}</link>\n<description><![CDATA[<p>Boat ${index} lay at the quay. </item> is no end here.</p>]]></description></item>\n`;
const rss = (items: string): string => `<?xml version="1.0"?>\n<!-- <item> -->\n<rss version="2.0"><channel><title>The Quay Echo</title><language>en</language>\n${items}</channel></rss>\n`;
const many = rss(`${Array.from({length: 70}, (_, index) => item(index)).join('<!-- between <item> two -->\n')}<item><link>https://example.org/last</link></item>`);

describe('a large feed is read in parts', () => {
	test('as it is read at once, wherever the stretches end', async () => {
		const bytes = new TextEncoder().encode(many);
		const whole = await feed.read(bytes);
		expect(whole).toMatchObject({records: {length: 71}, problems: []});
		for (const size of [1, 7, 300, 64 * 1024]) expect({kind: 'records', removed: [], ...await inParts(bytes, size)}, `${size} bytes at a time`).toEqual(whole);
	});

	test('where the lines of its entries are those of the file', () => {
		const lines = many.split('\n');
		const found = [...elementsOf([many])];
		expect(found).toHaveLength(71);
		for (const {xml, line} of found) expect(lines[line - 1]).toContain(xml.split('\n')[0]);
	});

	test('and what cannot be cut between its entries is read at once', () => {
		for (const text of [rss(''), rss('<item><title>Open'), rss('<item><item></item></item>'), rss('<item/>'), rss(`${item(1)}<title>Told late</title>${item(2)}`), '{"version": "https://jsonfeed.org/version/1.1"}']) expect(frameOf([text]), text.slice(0, 200)).toBeNull();
		expect(frameOf([rss(item(1))])?.foot).toBe('\n</channel></rss>\n');
	});

	test('an entry that the parser passes over takes no other\'s place', async () => {
		const {records} = await inParts(new TextEncoder().encode(rss(`<item>\n</item>\n${item(1)}`)));
		expect(records.map(({title, line}) => [title, line])).toEqual([['Ferry 1 stops', 6]]);
	});

	test('no entries, and no feed, are told as before', async () => {
		for (const text of [rss('<item></item>'), 'no feed at all']) {
			const bytes = new TextEncoder().encode(text);
			expect({kind: 'records', removed: [], ...await inParts(bytes)}).toEqual(await feed.read(bytes));
		}
	});

	const folder = path.join(import.meta.dirname, '../../../shared/hostile/feeds');
	test.skipIf(!existsSync(folder))('feeds of all kinds read in parts as they do at once (needs ../shared)', async () => {
		let cut = 0;
		const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name))
			.filter((_, index) => index % 9 === 0);
		for (const file of files) {
			const bytes = new Uint8Array(readFileSync(file));
			if (frameOf(decodeStretches(calledLarge(bytes, 4096))) === null) continue;
			cut += 1;
			const whole = await feed.read(bytes);
			expect({kind: 'records', removed: [], ...await inParts(bytes)}, path.basename(file)).toEqual(whole);
		}

		expect(cut).toBeGreaterThan(30);
	});
});
