import {expect, test} from 'vitest';
import {rawColumns, rawLine, rawPlace, type Segment} from '../../source/model/article.ts';

// "The bridge fell" on line 7, after four characters that were cut away, and "at dawn." on line 8, joined by a space.
const segment: Segment = {
	kind: 'paragraph', text: 'The bridge fell at dawn.', startLine: 7, endLine: 8,
	pieces: [{at: 0, line: 7, column: 4, length: 15}, {at: 16, line: 8, column: 0, length: 8}],
};

test('a character stands in the line and column of its piece', () => {
	expect(rawPlace(segment, 4)).toEqual({line: 7, column: 8});
	expect(rawPlace(segment, 19)).toEqual({line: 8, column: 3});
});

test('the space between two joined lines counts to the end of the first', () => {
	expect(rawPlace(segment, 15)).toEqual({line: 7, column: 19});
});

test('columns end with the line, also where the words go on in the next', () => {
	expect(rawColumns(segment, 4, 10)).toEqual({from: 8, to: 14});
	expect(rawColumns(segment, 11, 18)).toEqual({from: 15, to: 19});
});

test('a record has a line and no columns', () => {
	const record = {...segment, pieces: []};
	expect([rawPlace(record, 4), rawColumns(record, 4, 10), rawLine(record, 4)]).toEqual([null, null, 7]);
});
