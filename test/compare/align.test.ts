import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {align} from '../../source/compare/align.ts';
import {pairUp} from '../../source/compare/pairing.ts';
import type {Column} from '../../source/model/comparison.ts';
import {column, number} from '../helpers/build.ts';

/** The rows as paragraph numbers, a gap as a dash. */
const grid = (columns: readonly Column[]): string[] => align(columns).map(({cells}) => cells.map(cell => cell.join('+') || '-').join(' '));

const ferry = [
	'A car ferry burned off the northern coast on Monday and was towed to port.',
	'The line has carried islanders to the mainland market since the war.',
	'Investigators suspect a faulty heater in the crew kitchen.',
];

describe('paragraphs that tell the same thing stand in one row', () => {
	test('in other words, and in another order', () => {
		const other = [
			'Fire broke out on a ferry with cars off the coast in the north; tugs brought the burned ship to a port.',
			'A heater in the kitchen of the crew may be to blame, investigators say.',
			'Since the war islanders have used the line to reach the market on the mainland.',
		];
		expect(grid([column('a', ferry), column('b', other)])).toEqual(['0 0', '1 2', '2 1']);
	});

	test('two paragraphs of one paper stand together with the one that tells both in the other', () => {
		const other = [ferry[0] ?? '', 'Investigators suspect a faulty heater.', 'It stood in the crew kitchen, they said: a heater nobody had looked at.', 'The weather was fine.'];
		expect(grid([column('a', ferry), column('b', other)])).toEqual(['0 0', '1 -', '2 1+2', '- 3']);
		expect(grid([column('b', other), column('a', ferry)])).toEqual(['0 0', '- 1', '1+2 2', '3 -']);
	});

	test('what only one tells has a row of its own, behind what stands before it in its article', () => {
		const other = [ferry[0] ?? '', 'The owner sold two tankers to a Danish rival last spring.', ferry[2] ?? ''];
		expect(grid([column('a', ferry), column('b', other)])).toEqual(['0 0', '- 1', '1 -', '2 2']);
	});

	test('openings join by what happened, though they share few words', () => {
		const opening = 'Dozens were hurt when flames swept through a passenger ferry in heavy weather.';
		expect(grid([column('a', ferry), column('b', [opening])])[0]).toBe('0 0');
	});

	test('a number for the same question joins two paragraphs that share little else', () => {
		const left = column('a', ['Storms closed the harbour for days.', 'Doctors at the clinic treated 31 for burns.'], [number(31, {measure: 'wounded', subject: 'passengers'})]);
		const right = column('b', ['Nobody had checked the kitchen for years.', 'Police put those burnt at 35, most of them treated ashore.'], [number(35, {measure: 'wounded', subject: 'passengers'})]);
		const row = align([left, right]).find(({cells}) => cells[0]?.includes(1));
		expect(row?.cells[1]).toEqual([1]);
		expect(row?.difference).toBe(true);
	});
});

describe('a gap says what is missing', () => {
	const topicOf = (paragraph: string, figures: Column['figures'] = []): string | null | undefined =>
		align([column('a', ferry), column('b', [ferry[0] ?? '', paragraph], figures)]).find(({cells}) => cells[0]?.length === 0)?.topic;

	test('what its figures count', () => {
		expect(topicOf('Hospital staff admitted 17 overnight.', [number(17, {measure: 'wounded'})])).toBe('a number wounded');
		expect(topicOf('Hospital staff admitted 17 overnight.', [number(17)])).toBe('a number of casualties');
	});

	test('else a name, else the words that tell it apart, and never a bare sentence opener', () => {
		expect(topicOf('Critics including Marta Holm have called for new rules.')).toBe('Marta Holm');
		expect(topicOf('Meanwhile there was talk of a lifeboat drill.')).toBe('lifeboat drill');
	});

	test('a word that says little alone has the next one beside it, and a quotation its speaker', () => {
		expect(topicOf('The inquiry heard of a bribe, and of a letter.')).toMatch(/, /);
		const paragraph = '“Nobody looked after the sprinklers for years,” Marta Holm told the inquiry.';
		const quote = {id: 'q', article: 'b', externalId: null, line: 1, segment: 1, start: 1, end: 47, text: 'Nobody looked after the sprinklers for years', speaker: 'Marta Holm', speakerName: 'Marta Holm', cue: 'told', review: null};
		const [a, b] = [column('a', ferry), {...column('b', [ferry[0] ?? '', paragraph]), quotes: [quote]}];
		const topic = align([a, b]).find(({cells}) => cells[0]?.length === 0)?.topic;
		expect(topic).toMatch(/Holm/);
	});

	test('rows that every column tells have none', () => {
		for (const {cells, topic} of align([column('a', ferry), column('b', ferry)])) {
			expect(cells.every(cell => cell.length === 1)).toBe(true);
			expect(topic).toBeNull();
		}
	});
});

test('one strong likeness does not leave two neighbours alone', () => {
	const pairs = pairUp([{left: 0, right: 0, worth: 0.5}, {left: 0, right: 1, worth: 0.4}, {left: 1, right: 0, worth: 0.4}]);
	expect([...pairs].toSorted()).toEqual([[0, 1], [1, 0]]);
	expect([...pairUp([{left: 0, right: 0, worth: 0.5}, {left: 0, right: 1, worth: 0.1}, {left: 1, right: 0, worth: 0.1}])]).toEqual([[0, 0]]);
});

test('copied wording is marked in both columns, wording of its own is not', () => {
	const copied = align([column('a', ferry), column('b', [ferry[0] ?? '', 'A heater may have set the kitchen of the crew alight, say investigators.'])]);
	expect(copied.find(({cells}) => cells[1]?.includes(0))?.shared).toEqual([0, 1]);
	expect(copied.find(({cells}) => cells[1]?.includes(1))?.shared).toEqual([]);
});

const paragraph = fc.oneof(fc.constantFrom(...ferry, '', '港で火事があった。', 'the of and'), fc.string(), fc.lorem({maxCount: 8}));

describe('whatever the articles hold', () => {
	test('every paragraph of every column stands in exactly one row, and the base keeps its order', () => {
		fc.assert(fc.property(fc.array(fc.array(paragraph, {maxLength: 9}), {maxLength: 5}), texts => {
			const rows = align(texts.map((paragraphs, index) => column(`c${index}`, paragraphs)));
			for (const [index, paragraphs] of texts.entries()) {
				const standing = rows.flatMap(({cells}) => cells[index] ?? []);
				expect(standing.toSorted((a, b) => a - b)).toEqual(paragraphs.map((_, segment) => segment));
				if (index === 0) expect(standing).toEqual(standing.toSorted((a, b) => a - b));
			}

			expect(rows.every(({cells}) => cells.length === texts.length && cells.some(cell => cell.length > 0))).toBe(true);
		}), {numRuns: 150});
	});
});
