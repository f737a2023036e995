import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {answers} from '../../source/compare/compare.ts';
import {gapsOf} from '../../source/compare/gaps.ts';
import {sharedQuotes} from '../../source/compare/shared-quotes.ts';
import {ledgerOf, timelineOf} from '../../source/compare/timeline.ts';
import type {Column} from '../../source/model/comparison.ts';
import type {Quote} from '../../source/model/quote.ts';
import {column, figure, number} from '../helpers/build.ts';

const quote = (article: string, index: number, text: string, speaker: string | null): Quote =>
	({id: `${article}-q${index}`, article, externalId: null, line: 1, segment: 0, start: 0, end: text.length, text, speaker, speakerName: speaker === 'She' ? null : speaker, cue: 'said', review: null});
const quoting = (id: string, ...quotes: ReadonlyArray<readonly [string, string | null]>): Column =>
	({...column(id, quotes.map(([text]) => text)), quotes: quotes.map(([text, speaker], index) => quote(id, index, text, speaker))});

describe('each quotation once, with who carries it and how it was cut', () => {
	const whole = 'We pulled everybody off the deck in under an hour, and nobody is missing.';

	test('whole, without its end, without its start, and in other words', () => {
		const [shared, ...others] = sharedQuotes([
			quoting('a', ['We pulled everybody off the deck in under an hour', 'Ines Calder']), quoting('b', [whole, 'harbour master Ines Calder']),
			quoting('c', ['off the deck in under an hour, and nobody is missing', null]), quoting('d', ['We pulled them all off the deck in under an hour', 'Calder']),
		]);
		expect(others).toEqual([]);
		expect(shared?.text).toBe(whole);
		expect(shared?.carriers.map(({article, cut}) => `${article} ${cut}`)).toEqual(expect.arrayContaining(['a end', 'c start', 'd other words']));
		const other = shared?.carriers.find(({article}) => article === 'd');
		expect(other?.parts).toContainEqual({kind: 'cut', text: 'everybody'});
		expect(other?.parts).toContainEqual({kind: 'added', text: 'them all'});
	});

	test('the same words by two people are two quotations; few words only where they are the same', () => {
		expect(sharedQuotes([quoting('a', ['it was a very long night', 'Ana Ruiz']), quoting('b', ['It was a very long night', 'Tom Holm'])])).toHaveLength(2);
		expect(sharedQuotes([quoting('a', ['very heavy', 'Ana Ruiz']), quoting('b', ['very bad', 'Ana Ruiz'])])).toHaveLength(2);
		expect(sharedQuotes([quoting('a', ['very heavy', 'Ana Ruiz']), quoting('b', ['“Very heavy”', 'She'])])).toHaveLength(1);
	});

	test('what a person rejected is no quotation', () => {
		const told = quoting('a', ['it was a very long night', 'Ana Ruiz']);
		expect(sharedQuotes([{...told, quotes: told.quotes.map(one => ({...one, review: 'rejected'}))}])).toEqual([]);
	});

	test('no quotation is lost, and each carrier’s parts give back its words', () => {
		const words = fc.array(fc.constantFrom('the', 'ferry', 'burnt', 'all', 'night', 'we', 'saw', '–', 'it'), {minLength: 1, maxLength: 12}).map(list => list.join(' '));
		fc.assert(fc.property(fc.array(words, {maxLength: 8}), texts => {
			const shared = sharedQuotes(texts.map((text, index) => quoting(`p${index}`, [text, null])));
			expect(shared.flatMap(({carriers}) => carriers.map(({article}) => article)).toSorted()).toEqual(texts.flatMap((text, index) => /\p{L}/u.test(text) ? [`p${index}`] : []).toSorted());
			for (const {quote: {text}, parts} of shared.flatMap(({carriers}) => carriers)) {
				expect(parts.filter(({kind}) => kind !== 'cut').map(part => part.text).join(' ')).toBe(text.split(/\s+/).filter(word => word !== '–').join(' '));
			}
		}));
	});
});

describe('gaps: which outlet has which claim', () => {
	const hurt = {measure: 'wounded', subject: 'passengers', source: 'the coast guard'} as const;
	const told = ['The coast guard counts 40 hurt passengers.', 'The line was due to be renewed in spring, the island council had decided.'];
	const gaps = gapsOf(answers([column('a', told, [number(40, hurt)]), column('b', ['A ferry burned; the coast guard counts 40 hurt passengers.'], [number(40, hurt)]), column('c', ['A ferry burned at night.'])]));

	test('a figure that two have and one has not', () => {
		expect(gaps[0]).toMatchObject({kind: 'figure', claim: '40 wounded: passengers (the coast guard)', carriedBy: ['Paper a', 'Paper b'], missingFrom: ['Paper c'], articles: ['a', 'b'], missing: ['c'], figures: ['a-0', 'b-0']});
	});

	test('a paragraph only one has, in words that say what it tells', () => {
		expect(gaps.find(({kind, places}) => kind === 'paragraph' && places.some(({segment}) => segment === 1))).toMatchObject({claim: 'The line was due to be renewed in spring, the island council had decided', carriedBy: ['Paper a'], missingFrom: ['Paper b', 'Paper c']});
	});

	test('an outlet that has it in another of its articles has it; what all have is no gap', () => {
		const two = [column('a', told, [number(40, hurt)], {outlet: 'Paper'}), column('b', ['Nothing.'], [], {outlet: 'Paper'})];
		expect(gapsOf(answers(two)).filter(({kind}) => kind === 'figure')).toEqual([]);
		expect(gapsOf(answers([column('a', told), column('b', told)]))).toEqual([]);
	});

	test('two outlets nobody knows are two', () => {
		const unknown = [column('a', told, [number(40, hurt)], {outlet: null}), column('b', ['Nothing.'], [], {outlet: null})];
		expect(gapsOf(answers(unknown))[0]).toMatchObject({carriedBy: [null], missingFrom: [null], missing: ['b']});
	});

	test('a quotation is one claim, whoever cut it', () => {
		const found = gapsOf(answers([quoting('a', ['It was smoke, then shouting, then the cold', 'Tom']), quoting('b', ['smoke, then shouting, then the cold', 'Tom']), column('c', ['x'])])).filter(({kind}) => kind === 'quote');
		expect(found.map(({claim, articles}) => [claim, articles])).toEqual([['“It was smoke, then shouting, then the cold” (Tom)', ['a', 'b']]]);
	});
});

describe('through time', () => {
	const hurt = {measure: 'wounded', subject: 'passengers'} as const;
	const columns = [
		column('later', ['40 hurt'], [number(40, {...hurt, source: 'the coast guard', asOf: '2024-06'})], {published: '2024-07-01'}),
		column('said', ['31 hurt'], [number(31, {...hurt, source: 'the clinic', saidOn: '2024-05-03'})], {published: '2024-05-09'}),
		column('period', ['9 hurt'], [number(9, {...hurt, source: 'the coast guard', flow: 'period', periodText: 'in March 2024'})], {published: '2024-05-01'}),
		column('out', ['35 hurt'], [number(35, hurt)], {published: '2024-05-20T09:00:00Z'}),
		column('undated', ['50 hurt'], [number(50, {...hurt, source: 'the clinic'})]),
	];
	const asked = answers(columns);

	test('each figure stands at the best date it has, which is told', () => {
		expect(timelineOf(asked).points.map(({figure: {low}, time}) => [low, time.at, time.basis])).toEqual([
			[9, '2024-03', 'period'], [31, '2024-05-03', 'said'], [35, '2024-05-20', 'published'], [40, '2024-06', 'as of'],
		]);
	});

	test('a strip for each origin, one for those who name none, and nothing undated in any', () => {
		const {strips, undated} = timelineOf(asked);
		expect(strips.map(({origin, points}) => [origin, points.map(({figure: {low}}) => low)])).toEqual([['the coast guard', [9, 40]], ['the clinic', [31]], [null, [35]]]);
		expect(undated.map(({figure: {low}}) => low)).toEqual([50]);
	});

	test('the ledger has one row a figure under its question, oldest first, undated last', () => {
		expect(ledgerOf(asked).map(({label, rows}) => [label, rows.map(({figure: {low}}) => low)])).toEqual([['wounded, a total', [31, 35, 40, 50]], ['wounded, March 2024', [9]]]);
	});

	test('what one article repeats is a row once, with its repeats', () => {
		const twice = column('a', ['40 hurt, 40'], [number(40, {...hurt, segment: -1}), number(40, hurt)]);
		expect(ledgerOf(answers([twice])).flatMap(({rows}) => rows.map(({figure: one, repeats}) => [one.id, repeats.map(({id}) => id)]))).toEqual([['a-1', ['a-0']]]);
	});

	test('whatever there is, every figure of a question is placed once or listed as undated', () => {
		const any = fc.record({low: fc.nat({max: 9}), asOf: fc.option(fc.constantFrom('2024', '2024-02', '2024-02-03')), saidOn: fc.option(fc.constant('2024-01-09')), periodText: fc.option(fc.constantFrom('last week', 'in March 2024')), published: fc.option(fc.constantFrom('2024-03-01', '2024-03-02T10:00:00Z'))});
		fc.assert(fc.property(fc.array(any, {maxLength: 12}), some => {
			const found = answers(some.map(({low, published, ...fields}, index) => column(`p${index}`, [''], [figure('x', {...hurt, low, high: low, ...fields})], {published})));
			const {points, strips, undated} = timelineOf(found);
			const standing = [...points, ...undated].map(({figure: {id}}) => id).toSorted();
			expect(standing).toEqual(found.questions.flatMap(({figures}) => figures.map(({id}) => id)).toSorted());
			expect(strips.flatMap(strip => strip.points.map(({figure: {id}}) => id)).toSorted()).toEqual(points.map(({figure: {id}}) => id).toSorted());
			expect(points.map(({time}) => time.from)).toEqual(points.map(({time}) => time.from).toSorted());
		}));
	});
});
