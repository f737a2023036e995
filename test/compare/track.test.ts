import {describe, expect, test} from 'vitest';
import {followedIn} from '../../source/compare/followed.ts';
import {changeSummary} from '../../source/compare/track-sentences.ts';
import {track} from '../../source/compare/track.ts';
import type {Figure} from '../../source/model/figure.ts';
import type {ToldFigure} from '../../source/model/tracking.ts';
import {column, figure, number} from '../helpers/build.ts';

const told = (value: Figure | number, day: number, more: Partial<Figure> = {}, card: Partial<ToldFigure> = {}): ToldFigure => {
	const date = `2031-03-${String(day).padStart(2, '0')}`;
	const base = typeof value === 'number' ? number(value) : value;
	return {figure: {...base, id: `f-${day}-${base.text}`, article: `a-${day}`, measure: 'killed', source: 'the Quay Office', ...more}, outlet: 'Quay Daily', day: date, dayBasis: 'published', ...card};
};
const nothing = (): boolean => false;
/** What the last of these is, where the others were seen. */
const last = (...all: readonly ToldFigure[]): string => {
	const fresh = all.at(-1);
	return track({now: all, seen: ({id}) => id !== fresh?.figure.id, was: []}).map(({kind}) => kind).join(', ');
};

describe('a figure beside what its origin told before', () => {
	test('higher, lower, the same', () => {
		expect(last(told(5, 1), told(9, 2))).toBe('updated');
		expect(last(told(5, 1), told(3, 2))).toBe('lowered');
		expect(last(told(5, 1), told(5, 2))).toBe('repeated');
	});

	test('another origin is new, whatever it says; so is another question', () => {
		expect(last(told(5, 1), told(9, 2, {source: 'the Harbour Clinic'}))).toBe('new');
		expect(last(told(5, 1), told(9, 2, {flow: 'period', periodText: 'last week'}))).toBe('new');
		expect(last(told(5, 1, {scope: 'Lima'}), told(9, 2, {scope: 'Cusco'}))).toBe('new');
	});

	test('a value that was overtaken is recycled, unless it is told as of a later day', () => {
		expect(last(told(5, 1), told(9, 2), told(5, 3))).toBe('recycled');
		expect(last(told(5, 1), told(9, 2), told(5, 3, {asOf: '2031-03-03'}))).toBe('lowered');
		expect(last(told(5, 1), told(9, 5), told(5, 6, {asOf: '2031-03-01'}))).toBe('recycled');
	});

	test('what was recycled does not become the newest word', () => {
		expect(last(told(5, 1), told(9, 2), told(5, 3), told(9, 4))).toBe('repeated');
	});

	test('a page that comes in late is measured by its own day', () => {
		expect(last(told(5, 1), told(9, 4), told(7, 2))).toBe('new');
		expect(last(told(5, 1), told(9, 4), told(figure('5', {low: 5, high: 5}), 2))).toBe('repeated');
	});

	test('looser words repeat, sharper ones update', () => {
		expect(last(told(22, 1), told(figure('more than 20', {low: 20, qualifier: '>'}), 2))).toBe('repeated');
		expect(last(told(figure('more than 20', {low: 20, qualifier: '>'}), 1), told(22, 2))).toBe('updated');
	});

	test('words that say so make a correction', () => {
		expect(last(told(5, 1), told(4, 2, {sentence: 'The Quay Office corrected its count to 4 dead.'}))).toBe('corrected');
		expect(last(told(5, 1), told(5, 2, {sentence: 'The Quay Office stood by its revised count of 5.'}))).toBe('repeated');
	});

	test('without a source it is whoever’s value it is; else its outlet’s own', () => {
		expect(last(told(5, 1), told(5, 2, {source: null}))).toBe('repeated');
		expect(last(told(5, 1), told(9, 2), told(5, 3, {source: null}))).toBe('recycled');
		expect(last(told(5, 1), told(7, 2, {source: null}))).toBe('new');
		expect(last(told(5, 1, {source: null}), told(7, 2, {source: null}))).toBe('updated');
	});
});

describe('articles that read otherwise than before', () => {
	const old = told(5, 1, {id: 'old'});

	test('another value is a correction, no value a withdrawal, the same value elsewhere in the text nothing', () => {
		expect(track({now: [told(4, 1)], seen: nothing, was: [old]})).toMatchObject([{kind: 'corrected', against: {figure: {id: 'old'}}, reason: 'the article said 5 before'}]);
		expect(track({now: [], seen: nothing, was: [old]})).toMatchObject([{kind: 'withdrawn', told: {figure: {id: 'old'}}}]);
		expect(track({now: [told(5, 1)], seen: nothing, was: [old]})).toEqual([]);
	});

	test('a second number in the new version is measured by itself', () => {
		expect(track({now: [told(5, 1), told(8, 1)], seen: nothing, was: [old]}).map(({kind, told: {figure: {text}}}) => `${kind} ${text}`)).toEqual(['updated 8']);
	});
});

test('headline and body of one article tell one thing', () => {
	const body = told(5, 1, {segment: 2, id: 'body'});
	expect(track({now: [told(5, 1, {segment: -1, source: null, id: 'head'}), body], seen: nothing, was: []})).toMatchObject([{kind: 'new', told: {figure: {id: 'body'}}}]);
});

test('nothing is told of what was seen', () => {
	const all = [told(5, 1), told(9, 2), told(3, 3), told(5, 4)];
	expect(track({now: all, seen: () => true, was: []})).toEqual([]);
	expect(changeSummary([])).toBe('nothing');
	expect(changeSummary(track({now: all, seen: nothing, was: []}))).toBe('1 new, 1 updated, 1 lowered, 1 recycled');
});

describe('which figures answer a followed question', () => {
	const killed = {measure: 'killed', subject: null, scope: 'Lima', flow: null} as const;
	const matches = (question: Parameters<typeof followedIn>[0], text: string, fields: Partial<Figure>): number => followedIn(question, column('a', [text], [number(12, {measure: 'killed', ...fields})])).length;

	test('a figure of the place, or one that names none in an article that names it', () => {
		expect(matches(killed, 'The quake killed 12 in Lima.', {scope: 'Lima'})).toBe(1);
		expect(matches(killed, 'The quake in Lima was strong. It killed 12.', {})).toBe(1);
		expect(matches(killed, 'The quake was strong. It killed 12.', {})).toBe(0);
		expect(matches(killed, 'Unlike the quake in Lima, this one killed 12 in Cusco.', {scope: 'Cusco'})).toBe(0);
	});

	test('measure and flow as they are asked', () => {
		expect(matches({...killed, scope: null, flow: 'period'}, 'It killed 12.', {})).toBe(0);
		expect(matches({...killed, scope: null}, 'It hurt 12.', {measure: 'wounded'})).toBe(0);
		expect(matches({...killed, scope: null, subject: 'miners'}, 'It killed 12 miners.', {subject: 'miners'})).toBe(1);
		expect(matches({...killed, scope: null, subject: 'miners'}, 'It killed 12 sailors.', {subject: 'sailors'})).toBe(0);
	});

	test('what a person rejected answers nothing', () => {
		expect(matches({...killed, scope: null}, 'It killed 12.', {review: 'rejected'})).toBe(0);
	});
});
