import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {countTerms, tableText} from '../../data/background/build.ts';
import {agglomerate} from '../../source/cluster/agglomerate.ts';
import {rowsIn} from '../../source/cluster/neighbours.ts';
import {parseBackground} from '../../source/cluster/background.ts';
import {eventLabel, shorten} from '../../source/cluster/label.ts';
import {cosine, spaceOf} from '../../source/cluster/likeness.ts';
import {casesIn, inSentenceCase} from '../../source/cluster/sentence-case.ts';
import {storylineLabel} from '../../source/cluster/storyline-label.ts';
import {neighbours} from './articles.ts';
import {withCompany} from '../../source/cluster/company.ts';
import {PARTS, type Neighbours} from '../../source/cluster/neighbours.ts';
import {dayOf, timeFactor, unknownFactor} from '../../source/cluster/time.ts';
import {groupOf} from '../../source/cluster/why.ts';
import type {Article} from '../../source/model/article.ts';
import {articleOf, week} from './articles.ts';

const background = {documents: 0, counts: new Map<string, number>()};

/** Average link as the textbook has it: join the two nearest groups until none are near enough. Null where two pairs are equally near: then either may come first. */
const textbook = (count: number, likeness: (a: number, b: number) => number, threshold: number): number[][] | null => {
	const groups = Array.from({length: count}, (_, index) => [index]);
	const average = (a: readonly number[], b: readonly number[]): number => a.flatMap(x => b.map(y => likeness(x, y))).reduce((sum, value) => sum + value, 0) / (a.length * b.length);
	for (;;) {
		const pairs = groups.flatMap((left, a) => groups.slice(a + 1).map((right, after) => ({value: average(left, right), a, b: a + 1 + after})));
		if (new Set(pairs.map(({value}) => value)).size < pairs.length) return null;
		const best = pairs.reduce((one, other) => other.value > one.value ? other : one, {value: -1, a: 0, b: 0});
		if (best.value < threshold) return groups.map(group => group.sort((x, y) => x - y)).sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
		groups[best.a]?.push(...(groups[best.b] ?? []));
		groups.splice(best.b, 1);
	}
};

test('the chain of nearest neighbours finds what joining the nearest two finds', () => {
	fc.assert(fc.property(fc.integer({min: 1, max: 9}), fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 81, maxLength: 81}), fc.double({min: 0.1, max: 0.9, noNaN: true}), (count, values, threshold) => {
		const rounded = (a: number, b: number): number => Math.round((values[Math.min(a, b) * 9 + Math.max(a, b)] ?? 0) * PARTS) / PARTS;
		const expected = textbook(count, rounded, threshold);
		fc.pre(expected !== null);
		expect(agglomerate({groups: Array.from({length: count}, (_, index) => [index]), neighbours: rowsIn(neighbours(count, rounded)), threshold})).toEqual(expected);
	}), {numRuns: 200});
});

describe('the company that articles keep', () => {
	/** Two events of one kind, three articles each; one of each is nearly as alike to the other event. */
	const twins = (a: number, b: number): number => Math.floor(a / 3) === Math.floor(b / 3) ? 0.5 : Math.min(a, b) === 0 && Math.max(a, b) === 3 ? 0.4 : 0.1;
	const valueOf = ({starts, items, likeness}: Neighbours, a: number, b: number): number => {
		const at = items.subarray(starts[a], starts[a + 1]).indexOf(b);
		return at < 0 ? 0 : (likeness[(starts[a] ?? 0) + at] ?? 0) / PARTS;
	};
	const before = neighbours(6, twins);
	const after = withCompany(before);

	test('raises the likeness of two that are near to the same, lowers that of two that are near to others', () => {
		expect(valueOf(after, 1, 2)).toBeGreaterThan(valueOf(before, 1, 2));
		expect(valueOf(after, 0, 3)).toBeLessThan(valueOf(before, 0, 3));
		expect(valueOf(after, 1, 4)).toBeLessThan(valueOf(before, 1, 4));
	});

	test('is the same both ways, and never makes a neighbour of a stranger', () => {
		fc.assert(fc.property(fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 81, maxLength: 81}), values => {
			const some = neighbours(9, (a, b) => values[Math.min(a, b) * 9 + Math.max(a, b)] ?? 0);
			const raised = withCompany(some);
			expect(raised.items).toEqual(some.items);
			for (let a = 0; a < 9; a += 1) for (let b = 0; b < 9; b += 1) if (a !== b) expect(valueOf(raised, a, b)).toBe(valueOf(raised, b, a));
		}));
	});
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

	/** Events of one story, an article each: its headline and its first paragraph. */
	const told = (...events: ReadonlyArray<readonly [string, string]>): Article[][] => events.map(([headline, text], index) => [articleOf({id: `a${index}`, headline, body: [text]})]);
	/** The label where each of these words, as stems, tells of the story. */
	const labelOf = (events: readonly Article[][], stems: string, losses?: ReadonlySet<string>): string =>
		storylineLabel(events, events.map(([article]) => article?.headline ?? ''), new Map(stems.split(' ').map(stem => [stem, 1])), losses);

	test.each([
		['a thing that joins a name and a noun is a label by itself', 'Velmar marines', 'velmar marin', told(
			['Losses at the canal', 'The Velmar marines lost men at the canal.'], ['A night at the locks', 'Few of the Velmar marines came back from the locks.'])],
		['a word before a hyphen belongs to it, small as it is', 'Same-day ferries', 'same dai ferri', told(
			['Islands want more boats', 'Islanders asked for same-day ferries.'], ['Harbour says no', 'The harbour ruled out same-day ferries.'])],
		['who, and what the headlines of half of the events say', 'Ines Calder: dredging', 'ine calder dredg', told(
			['Calder stops dredging', 'Ines Calder has stopped the dredging of the bay.'], ['New row over dredging', 'Ines Calder said that dredging would not begin again.'])],
		['somebody alone is no label: the headline that has them is', 'Calder wins the harbour vote', 'ine calder', told(
			['Calder wins the harbour vote', 'Ines Calder won on Monday.'], ['Port master to leave', 'Ines Calder would go in May.'])],
		['a name is taken whole, however long', 'Tarnow Centre for the Care of Seals: Ship sinks off Odda', 'tarnow centr care seal', told(
			['Ship sinks off Odda', 'The Tarnow Centre for the Care of Seals took in nine.'], ['Beach is closed', 'Oil came ashore, the Tarnow Centre for the Care of Seals said.'])],
		['what is counted is no name of a story', 'Harbour opens', 'million dose', told(
			['Harbour opens', 'It brought two million doses.'], ['Clinic waits', 'It wanted three million doses.'])],
		['nor is what was done, without who did it', 'Harbour opens', 'wound sailor arrest', told(
			['Harbour opens', 'The guard wounded a sailor and went.'], ['Clinic waits', 'Somebody wounded a sailor there.'])],
		['nor the end of an ordinal', 'Harbour opens', 'th mate', told(['Harbour opens', 'The 45th mate went aboard.'], ['Clinic waits', 'The 45th mate was heard.'])],
		['nor a word that waits for its noun', 'Harbour opens', 'former', told(['Harbour opens', 'A former clerk went home.'], ['Clinic waits', 'The former mate came.'])],
	] as const)('%s', (_, label, stems, events) => {
		expect(labelOf(events, stems)).toBe(label);
	});

	test('a storyline whose events count one side’s losses says so, of them all', () => {
		const events = told(['Losses at the canal', 'The Velmar marine was found at the canal.'], ['A night at the locks', 'A Velmar marine died, and Velmar marines left.']);
		expect(labelOf(events, 'velmar marin', new Set(['marin velmar']))).toBe('Velmar marines: losses');
		expect(labelOf(events, 'velmar marin', new Set(['tarnow']))).toBe('Velmar marine');
	});

	test('without a phrase the largest event lends its label', () => {
		expect(storylineLabel([...told(['One', 'Nothing.']), [...told(['Two', 'Else.']), ...told(['Two', 'More.'])].flat()], ['One', 'Two'], new Map())).toBe('Two');
	});

	test('a label has at most sixty characters, whatever comes', () => {
		fc.assert(fc.property(fc.string({maxLength: 400}), headline => {
			expect(shorten(headline).length).toBeLessThanOrEqual(60);
		}));
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
