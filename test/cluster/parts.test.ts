import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {countTerms, tableText} from '../../data/background/build.ts';
import {agglomerate} from '../../source/cluster/agglomerate.ts';
import {parseBackground} from '../../source/cluster/background.ts';
import {eventLabel, shorten} from '../../source/cluster/label.ts';
import {cosine, spaceOf} from '../../source/cluster/likeness.ts';
import {casesIn, inSentenceCase} from '../../source/cluster/sentence-case.ts';
import {storylineLabel} from '../../source/cluster/storyline-label.ts';
import {neighbours} from './articles.ts';
import {PARTS} from '../../source/cluster/neighbours.ts';
import {dayOf, timeFactor, unknownFactor} from '../../source/cluster/time.ts';
import {groupOf} from '../../source/cluster/why.ts';
import {articleOf, week} from './articles.ts';
import {cpuTime} from '../helpers/cpu.ts';

const background = {documents: 0, counts: new Map<string, number>()};

/** Average link as the textbook has it: join the two nearest groups until none are near enough. */
const textbook = (count: number, likeness: (a: number, b: number) => number, threshold: number): number[][] => {
	const groups = Array.from({length: count}, (_, index) => [index]);
	const average = (a: readonly number[], b: readonly number[]): number => a.flatMap(x => b.map(y => likeness(x, y))).reduce((sum, value) => sum + value, 0) / (a.length * b.length);
	for (;;) {
		let best = {value: -1, a: 0, b: 0};
		for (let a = 0; a < groups.length; a += 1) for (let b = a + 1; b < groups.length; b += 1) {
			const value = average(groups[a] ?? [], groups[b] ?? []);
			if (value > best.value) best = {value, a, b};
		}

		if (best.value < threshold) return groups.map(group => group.sort((x, y) => x - y)).sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
		groups[best.a]?.push(...(groups[best.b] ?? []));
		groups.splice(best.b, 1);
	}
};

test('the chain of nearest neighbours finds what joining the nearest two finds', () => {
	fc.assert(fc.property(fc.integer({min: 1, max: 9}), fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 81, maxLength: 81}), fc.double({min: 0.1, max: 0.9, noNaN: true}), (count, values, threshold) => {
		// Different likenesses only: where two are equal either may come first.
		const likeness = (a: number, b: number): number => ((values[Math.min(a, b) * 9 + Math.max(a, b)] ?? 0) * 1000 + Math.min(a, b) + Math.max(a, b) / 9) / 1010;
		const rounded = (a: number, b: number): number => Math.round(likeness(a, b) * PARTS) / PARTS;
		expect(agglomerate({groups: Array.from({length: count}, (_, index) => [index]), neighbours: neighbours(count, rounded), threshold})).toEqual(textbook(count, rounded, threshold));
	}), {numRuns: 200});
});

describe('time', () => {
	const day = (stated: string) => ({day: dayOf(stated), notBefore: null, page: null});
	test('a day or two cost nothing, months a lot', () => {
		expect(timeFactor(day('2031-05-02'), day('2031-05-04'), 1)).toBe(1);
		expect(timeFactor(day('2031-05-02'), day('2031-06-01'), 1)).toBeCloseTo(0.7);
		expect(timeFactor(day('2031-02-02'), day('2031-07-02'), 1)).toBeCloseTo(0.05);
	});
	test('an undated article that counts as of a month is not older than that month', () => {
		expect(timeFactor(day('2030-12-28'), {day: null, notBefore: dayOf('2031-03'), page: 'q'}, 1)).toBeLessThan(0.6);
		expect(timeFactor(day('2031-04-28'), {day: null, notBefore: dayOf('2031-03'), page: null}, 1)).toBe(1);
	});
	test('pages without dates may be of any time; articles of one page came together, but are different pieces', () => {
		const undated = {day: null, notBefore: null};
		const dated = {day: 1, notBefore: null, page: 'd'};
		const unknown = unknownFactor([dated, {...undated, page: 'q'}]);
		const onePage = timeFactor({...undated, page: 'p'}, {...undated, page: 'p'}, unknown);
		expect(onePage).toBeLessThan(1);
		expect(timeFactor({...undated, page: 'p'}, {...undated, page: 'q'}, unknown)).toBeLessThan(onePage);
		expect(timeFactor({...undated, page: null}, {...undated, page: null}, unknown)).toBe(1);
	});
	test('where nobody has a date, an unknown one costs nothing', () => {
		expect(unknownFactor([{day: null, notBefore: null, page: 'p'}, {day: null, notBefore: null, page: 'q'}])).toBe(1);
	});
	test('the day is the outlet\'s own', () => {
		expect(dayOf('2031-05-02T23:30:00-08:00')).toBe(dayOf('2031-05-02'));
		expect(dayOf('soon')).toBeNull();
	});
});

describe('labels', () => {
	test.each([
		['Live: Bridge at Tarnow collapses', 'Bridge at Tarnow collapses'],
		['Odda flood latest: Thousands leave their homes in the valley', 'Thousands leave their homes in the valley'],
		['Bridge at Tarnow collapses - Velmar Times', 'Bridge at Tarnow collapses'],
		['Dockers at Velmar vote for a third week of strikes as container ships leave for other ports', 'Dockers at Velmar vote for a third week of strikes'],
		['As winter comes and the dockers of Velmar run out of money, what next for the port?', 'What next for the port?'],
		['‘I never saw the river so high’: a night on the Odda with the rescuers of Tarnow', 'A night on the Odda with the rescuers of Tarnow'],
		['Short and whole.', 'Short and whole'],
	])('%s', (headline, label) => {
		expect(shorten(headline)).toBe(label);
	});

	test('a storyline whose events count one side’s losses says so; a name alone is the kicker over its largest event', () => {
		const events = [1, 2].map(day => [articleOf({id: `a${day}`, headline: 'Losses at the canal', body: ['Velmar marines lost men at the canal. Velmar marines go on.']})]);
		const weights = new Map([['velmar', 1], ['marin', 1]]);
		expect(storylineLabel(events, ['One', 'Two'], weights, new Set(['marin velmar']))).toBe('Velmar marines: losses');
		expect(storylineLabel(events, ['One', 'Two'], weights, new Set(['tarnow']))).toBe('Velmar marines');
		expect(storylineLabel(events, ['The fight for the canal', 'Two'], new Map([['velmar', 1]]))).not.toBe('Velmar');
	});

	test('a label has at most sixty characters, whatever comes', () => {
		fc.assert(fc.property(fc.string({maxLength: 400}), headline => {
			expect(shorten(headline).length).toBeLessThanOrEqual(60);
		}));
	});

	test('a headline of a hundred kilobytes takes well under a second', async () => {
		const time = await cpuTime(() => ['A', 'A ', ' - A', ', ', '‘', '’a', ': ', 'as ', ' '].forEach(piece => shorten(`As ${piece.repeat(100_000 / piece.length)}!`)));
		expect(time).toBeLessThan(1000);
	});

	test('a headline in title case is put in sentence case; names keep their capitals', () => {
		const article = articleOf({id: 'a', body: ['The mayor of Tarnow said the bridge had been closed to lorries, and Velmar had collapsed prices.']});
		const cases = casesIn([article]);
		expect(inSentenceCase('Bridge Closed To Lorries, Tarnow Mayor Says', cases, cases)).toBe('Bridge closed to lorries, Tarnow mayor says');
		expect(inSentenceCase('Bridge at Tarnow closed', cases, cases)).toBe('Bridge at Tarnow closed');
	});

	test('an article without a headline lends its first sentence', () => {
		const articles = [articleOf({id: 'a', body: ['The bridge fell. Nobody was hurt.']})];
		const space = spaceOf(articles, background);
		expect(eventLabel(groupOf([0], space), articles, space, casesIn(articles))).toBe('The bridge fell');
	});
});

describe('likeness', () => {
	test('is at most 1, the same both ways, and 0 with nothing in common', () => {
		const articles = [...week.map(entry => entry.article), articleOf({id: 'z', headline: 'Zebra', body: ['Zebra']})];
		const {vectors} = spaceOf(articles, background);
		for (const left of vectors) for (const right of vectors) {
			expect(cosine(left, right)).toBeCloseTo(cosine(right, left));
			expect(cosine(left, right)).toBeLessThan(1 + 1e-9);
		}

		const zebra = vectors.at(-1);
		if (zebra !== undefined) for (const other of vectors.slice(0, -1)) expect(cosine(zebra, other)).toBe(0);
	});
});

describe('the background table', () => {
	test('counts in how many texts a stem stands, and leaves out what stands in fewer than three', () => {
		const table = countTerms(['The bridges fell.', 'A bridge; a bridge.', 'bridging', 'An owl']);
		expect(table).toEqual({documents: 4, counts: new Map([['bridg', 3]])});
	});
	test('reads back what it writes, and skips broken lines', () => {
		const table = countTerms(['bridge documents', 'bridge documents', 'bridge documents']);
		expect(parseBackground(tableText(table))).toEqual(table);
		expect(parseBackground('# remark\ndocuments\t9\nbroken line\nowl\tmany\nbridg\t4\n')).toEqual({documents: 9, counts: new Map([['bridg', 4]])});
	});
});
