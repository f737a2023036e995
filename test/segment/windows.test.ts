import {describe, expect, test} from 'vitest';
import {decodeLines} from '../../source/readers/decode.ts';
import {segment} from '../../source/segment/segment.ts';
import {segmentWindows} from '../../source/segment/windows.ts';

const places = ['Tarnow', 'Velmar', 'Ostrow', 'Marrow', 'Lindholm', 'Penhale', 'Eastby'];
const story = (index: number): string => [
	`Harbour of ${places[index % 7]} closed after storm number ${index}`, '', 'The Quay Echo', '', '12 March 2031', '',
	`The harbour of ${places[index % 7]} was closed on Monday after ${index + 20} boats had broken loose.`, '',
	`"Nobody slept," said Ann Calder, who counts the boats of ${places[(index + 3) % 7]}.`, '', 'It opens again on Friday, the office said.', '', 'Share Button', '', '',
].join('\n');

const context = {document: 'a'.repeat(64), path: 'stories.txt', given: {}};
const linesOf = (text: string) => decodeLines(new TextEncoder().encode(text));
const windowsOf = (text: string, size: number) => [...segmentWindows(linesOf(text), context, size)];

describe('a long text, cut so many lines at a time', () => {
	const text = Array.from({length: 120}, (_, index) => story(index)).join('');
	const whole = segment({kind: 'page', lines: linesOf(text)}, context);

	test('is cut into the articles that it is cut into as a whole', () => {
		const windows = windowsOf(text, 4096);
		expect(whole.articles).toHaveLength(120);
		expect(windows.length).toBeGreaterThan(8);
		expect(windows.flatMap(({articles}) => articles)).toEqual(whole.articles.map(article => ({...article, siblings: 0})));
	});

	test('loses no line: each is in an article, or removed by a rule', () => {
		for (const size of [2000, 4096, 9000]) {
			const windows = windowsOf(text, size);
			const there = new Set(windows.flatMap(({articles, removed}) => [
				...articles.flatMap(({headlineSegment, standfirstSegment, segments}) => [headlineSegment, standfirstSegment, ...segments]), ...removed,
			]).flatMap(each => each === null ? [] : Array.from({length: each.endLine - each.startLine + 1}, (_, at) => each.startLine + at)));
			expect(linesOf(text).filter(line => line.text.trim() !== '' && !there.has(line.number))).toEqual([]);
		}
	});

	test('an article that is longer than a window stays whole', () => {
		const long = `${story(1)}Long winter of ${places[2]} told day by day\n\n${Array.from({length: 200}, (_, day) => `On day ${day} the ice held off ${places[day % 7]}, the office said, and ${day + 3} boats stayed where they were.\n\n`).join('')}Share Button\n\n${story(3)}${story(4)}`;
		const found = windowsOf(long, 2048).flatMap(({articles}) => articles);
		expect(found.map(({headline}) => headline)).toEqual(segment({kind: 'page', lines: linesOf(long)}, context).articles.map(({headline}) => headline));
		expect(found.find(({headline}) => headline?.startsWith('Long winter'))?.segments).toHaveLength(200);
	});
});
