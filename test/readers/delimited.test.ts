import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {csv, tsv} from '../../source/readers/delimited.ts';
import {body, bytes, records, recordsOf} from './helpers.ts';

describe('a table of articles', () => {
	test('in any order of columns, by any of their names, each with its line', async () => {
		const found = await recordsOf(csv, 'Source,HEADLINE,Publish Date,Body,Link,Tags,ID\r\nHarbour Post,Ferry burns,2025-03-31T08:00:00+02:00,"One.\r\n\r\nTwo, with ""quotes"".",https://h.example/1,"sea, fire",7\r\n,Bridge,31 March 2025,Three.,,,\r\n');
		expect(found).toMatchObject([
			{line: 2, endLine: 4, id: '7', title: 'Ferry burns', outlet: 'Harbour Post', date: '2025-03-31T08:00:00+02:00', url: 'https://h.example/1', tags: ['sea', 'fire']},
			{line: 5, endLine: 5, id: null, title: 'Bridge', outlet: null, date: '2025-03-31'},
		]);
		expect(body(found[0])).toEqual(['One.', 'Two, with "quotes".']);
	});
	test('with semicolons; with tabs', async () => {
		expect((await recordsOf(csv, 'title;text\nA;b, c\n')).map(record => [record.title, body(record)])).toEqual([['A', ['b, c']]]);
		expect((await recordsOf(tsv, 'text\ttitle\nb\tA\n')).map(({title}) => title)).toEqual(['A']);
	});
	test('a bad row is told with its line, and the rest is in', async () => {
		const reading = records(await csv.read(bytes('id,title,text,date\n1,A,x,2025-02-30\n2,,,\n3,B,y,,extra\n4,"open,z,\n5,C,w,\n')));
		expect(reading.records.map(({id}) => id)).toEqual(['1', '3', '5']);
		expect(reading.problems.map(({line}) => line)).toEqual([2, 3, 4, 5]);
		expect(reading.problems[3]?.what).toBe('has a quotation mark that is never closed');
	});
	test('columns that nobody knows are told, not guessed at', async () => {
		expect(records(await csv.read(bytes('a,b\n1,2\n')))).toMatchObject({records: [], problems: [{line: 1, what: 'its first line names no column "title" or "text"'}]});
	});
	test('as sfeed writes it', async () => {
		const [record] = await recordsOf(tsv, '1743408300\tFerry burns\thttps://h.example/1\t<p>One.</p>\\n<p>Two.</p>\thtml\tid-1\tJane Doe\t\tsea|fire\n');
		expect(record).toMatchObject({title: 'Ferry burns', url: 'https://h.example/1', date: '2025-03-31T08:05:00Z', id: 'id-1', byline: 'Jane Doe', tags: ['sea', 'fire']});
		expect(body(record)).toEqual(['One.', 'Two.']);
	});
});

const hostile = new URL('../../../shared/hostile/csv/input/', import.meta.url);
test.skipIf(!existsSync(hostile))('odd tables are read or told (needs ../shared)', async () => {
	for (const file of readdirSync(hostile)) {
		const {problems} = records(await csv.read(readFileSync(new URL(file, hostile))));
		expect(problems.map(({line}) => line), file).toEqual([1]);
	}
});
