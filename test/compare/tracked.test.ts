import {describe, expect, test} from 'vitest';
import {track} from '../../source/compare/track.ts';
import {sinceLastLook, trackedRows, type Looked} from '../../source/compare/tracked.ts';
import type {ToldFigure} from '../../source/model/tracking.ts';
import {number} from '../helpers/build.ts';

/** So many dead, told by one office on a day of March. */
const told = (value: number, day: number): ToldFigure => {
	const date = `2031-03-${String(day).padStart(2, '0')}`;
	return {figure: number(value, {id: `f-${day}`, article: `a-${day}`, measure: 'killed', source: 'the Quay Office'}), outlet: 'Quay Daily', day: date, dayBasis: 'published'};
};

const looked = (name: string, {seen = [], fresh = [], lookedAt = '2031-03-05'}: {seen?: readonly ToldFigure[]; fresh?: readonly ToldFigure[]; lookedAt?: string | null}): Looked => ({
	name, question: {measure: 'killed', subject: null, scope: name, flow: 'total'}, lookedAt, told: [...seen, ...fresh],
	changes: track({now: [...seen, ...fresh], seen: ({id}) => seen.some(each => each.figure.id === id), was: []}),
	look: fresh.length === 0 ? null : {kind: 'look', name, figures: fresh.map(({figure}) => ({id: figure.id, article: figure.article})), gone: []},
});

describe('a listing of followed questions', () => {
	test('what changed stands first, then what is quiet, then what nothing answers; within it the newest first', () => {
		const rows = trackedRows([looked('Ely', {}), looked('Lima', {seen: [told(5, 1)]}), looked('Cork', {seen: [told(5, 1)], fresh: [told(7, 6)]}), looked('Oslo', {seen: [told(5, 1)], fresh: [told(6, 8)]}), looked('Bari', {seen: [told(4, 3)]})]);
		expect(rows.map(({name, state}) => `${name} ${state}`)).toEqual(['Oslo changed', 'Cork changed', 'Bari quiet', 'Lima quiet', 'Ely unanswered']);
	});

	test('each says what it asks, how it stands and when it was last looked at', () => {
		const [row] = trackedRows([looked('Cork', {seen: [told(5, 1), told(9, 2)], fresh: [told(11, 6), told(5, 7)]})]);
		expect(row).toMatchObject({asks: 'killed, Cork, a total', summary: '1 updated, 1 recycled', figures: 4, lookedAt: '2031-03-05'});
	});

	test('the newest word is the last that stands: an old value told again is none', () => {
		expect(trackedRows([looked('Cork', {seen: [told(5, 1), told(9, 2)], fresh: [told(5, 7)]})])[0]?.newest?.figure.low).toBe(9);
		expect(trackedRows([looked('Ely', {})])[0]?.newest).toBeNull();
	});

	test('it opens the articles of the changes, then the others, newest first, each once', () => {
		const [row] = trackedRows([looked('Cork', {seen: [told(5, 1), told(6, 2)], fresh: [told(7, 6), told(8, 7)]})]);
		expect(row?.articles).toEqual(['a-6', 'a-7', 'a-2', 'a-1']);
	});

	test('it carries what remembers the look, so that a key can say "seen"', () => {
		const [changed, quiet] = trackedRows([looked('Cork', {fresh: [told(7, 6)]}), looked('Lima', {seen: [told(5, 1)]})]);
		expect(changed?.look).toMatchObject({kind: 'look', name: 'Cork', figures: [{id: 'f-6', article: 'a-6'}]});
		expect(quiet?.look).toBeNull();
	});
});

describe('since your last visit', () => {
	test('all questions together, since the earliest of their last looks', () => {
		const rows = trackedRows([looked('Cork', {seen: [told(5, 1)], fresh: [told(7, 6)]}), looked('Oslo', {seen: [told(5, 1)], fresh: [told(3, 8)], lookedAt: '2031-03-02'}), looked('Lima', {seen: [told(5, 1)]})]);
		expect(sinceLastLook(rows)).toMatchObject({changed: 2, of: 3, summary: '1 updated, 1 lowered', since: '2031-03-02'});
	});

	test('a question never looked at has no day to count from; without questions there is nothing to tell', () => {
		expect(sinceLastLook(trackedRows([looked('Cork', {fresh: [told(7, 6)], lookedAt: null}), looked('Lima', {})]))?.since).toBeNull();
		expect(sinceLastLook([])).toBeNull();
	});
});
