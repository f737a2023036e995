import {describe, expect, test} from 'vitest';
import type {NewsEvent} from '../../source/model/event.ts';
import type {Derivation} from '../../source/model/library.ts';
import type {Correction} from '../../source/model/override.ts';
import {beforeTies, mergeTies, moveTies, splitTies, tiesIn, type Tie} from '../../source/model/ties.ts';
import {group} from '../../source/pipeline.ts';
import {week} from './articles.ts';

const derivations: readonly Derivation[] = week.map(({article}) => ({article, figures: [], quotes: []}));
const grouped = (corrections: readonly Correction[], settled: readonly NewsEvent[], earlier: readonly NewsEvent[] = []): readonly NewsEvent[] =>
	group({derivations, settled, earlier, storylines: [], corrections, background: {documents: 0, counts: new Map()}}).events;

/** Somebody who puts events right, one act after the other. */
const person = () => {
	const acts: Tie[][] = [];
	let events = grouped([], []);
	return {
		events: () => events,
		said: (): readonly Correction[] => acts.flat(),
		of(article: string): NewsEvent {
			const found = events.find(({articles}) => articles.includes(article));
			if (found === undefined) throw new Error(`${article} is in no event`);
			return found;
		},
		say(act: Tie[]): void {
			acts.push(act);
			events = grouped(acts.flat(), events);
		},
		takeBack(index: number): void {
			const [act = []] = acts.splice(index, 1);
			events = grouped(acts.flat(), beforeTies(events, act));
		},
		regroup(): void {
			events = grouped(acts.flat(), [], events);
		},
	};
};
const members = (events: readonly NewsEvent[]): string[] => events.map(({articles}) => articles.toSorted().join(' ')).toSorted();

test('the week falls into a bridge, a port and a cake', () => {
	expect(members(person().events())).toEqual(['b1 b2 b3', 'p1 p2', 'r1']);
});

describe('events that a person puts right stay so when all is grouped anew, and go back as they were', () => {
	const acts: ReadonlyArray<readonly [string, (by: ReturnType<typeof person>) => Tie[], readonly string[]]> = [
		['merged', by => mergeTies([by.of('b1'), by.of('p1')]), ['b1 b2 b3 p1 p2', 'r1']],
		['split: one leaves', by => splitTies(by.of('b1'), ['b2'], by.said()), ['b1 b3', 'b2', 'p1 p2', 'r1']],
		['split: the one that founded it leaves', by => splitTies(by.of('b1'), ['b1'], by.said()), ['b1', 'b2 b3', 'p1 p2', 'r1']],
		['split: two leave together', by => splitTies(by.of('b1'), ['b1', 'b3'], by.said()), ['b1 b3', 'b2', 'p1 p2', 'r1']],
		['moved', by => moveTies('b2', by.of('b2'), by.of('p1'), by.said()), ['b1 b3', 'b2 p1 p2', 'r1']],
		['the last article of an event moved', by => moveTies('r1', by.of('r1'), by.of('p1'), by.said()), ['b1 b2 b3', 'p1 p2 r1']],
	];
	test.each(acts)('%s', (_name, act, wanted) => {
		const by = person();
		const before = by.events();
		by.say(act(by));
		expect(members(by.events())).toEqual(wanted);
		by.regroup();
		expect(members(by.events())).toEqual(wanted);
		by.takeBack(0);
		expect(by.events().map(({id, label, articles}) => ({id, label, articles})).toSorted((a, b) => a.id < b.id ? -1 : 1))
			.toEqual(before.map(({id, label, articles}) => ({id, label, articles})).toSorted((a, b) => a.id < b.id ? -1 : 1));
	});

	test('what is left of a split keeps the id and the label, whoever leaves', () => {
		const by = person();
		const {id, label} = by.of('b1');
		by.say(splitTies(by.of('b1'), ['b1'], by.said()));
		expect(by.of('b2')).toMatchObject({id, label});
		expect(by.of('b1').id).not.toBe(id);
	});

	test('an act in the middle can be taken back, and those after it hold', () => {
		const by = person();
		by.say(mergeTies([by.of('b1'), by.of('p1')]));
		by.say(moveTies('b3', by.of('b3'), by.of('r1'), by.said()));
		by.takeBack(0);
		expect(members(by.events())).toEqual(['b1 b2', 'b3 r1', 'p1 p2']);
		by.regroup();
		expect(members(by.events())).toEqual(['b1 b2', 'b3 r1', 'p1 p2']);
	});
});

describe('of two things that cannot both be, the later one holds', () => {
	test('split and merged again, merged and split again', () => {
		const by = person();
		by.say(splitTies(by.of('b1'), ['b2'], by.said()));
		by.say(mergeTies([by.of('b2'), by.of('b1')]));
		by.regroup();
		expect(members(by.events())).toEqual(['b1 b2 b3', 'p1 p2', 'r1']);
		by.say(splitTies(by.of('b1'), ['b2', 'b3'], by.said()));
		by.regroup();
		expect(members(by.events())).toEqual(['b1', 'b2 b3', 'p1 p2', 'r1']);
	});

	test('moved away and back', () => {
		const by = person();
		by.say(moveTies('b2', by.of('b2'), by.of('p1'), by.said()));
		by.say(moveTies('b2', by.of('b2'), by.of('b1'), by.said()));
		by.regroup();
		expect(members(by.events())).toEqual(['b1 b2 b3', 'p1 p2', 'r1']);
	});

	test('also by way of others', () => {
		const pair = (kind: Tie['kind'], a: string, b: string): Tie => ({kind, articles: [a, b]});
		expect(tiesIn([pair('apart', 'a', 'c'), pair('together', 'a', 'b'), pair('together', 'b', 'c')])).toEqual({together: [['a', 'b'], ['b', 'c']], apart: []});
		expect(tiesIn([pair('together', 'a', 'b'), pair('together', 'b', 'c'), pair('apart', 'a', 'c')])).toEqual({together: [['b', 'c']], apart: [['a', 'c']]});
	});
});
