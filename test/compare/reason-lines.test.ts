import {expect, test} from 'vitest';
import {apartSentences, pairWords, reasonLines, reasonSentences} from '../../source/compare/reason-lines.ts';
import type {Cause} from '../../source/model/comparison.ts';
import type {Difference} from '../../source/model/views.ts';

const differ = (left: string, right: string, ...why: readonly [Cause, ...Cause[]]): Difference => ({figures: [`f-${left}`, `f-${right}`], left, right, why});
const later = (a: string, dayA: string, b: string, dayB: string): Cause => ({reason: 'later as-of', fact: `${a} to ${dayA}, ${b} to ${dayB}`, sides: [{words: `${a} to ${dayA}`, at: dayA}, {words: `${b} to ${dayB}`, at: dayB}]});

test('a count that goes on from day to day is one line, in order of time', () => {
	const days = ['2024-05-01', '2024-05-02', '2024-05-03', '2024-05-04', '2024-05-05'];
	const pairs = days.flatMap((from, index) => days.slice(index + 1).map(to => differ(`${from}`, `${to}`, later(`${from.slice(-1)}0`, from, `${to.slice(-1)}0`, to))));
	expect(pairs).toHaveLength(10);
	const lines = reasonLines(pairs);
	expect(lines.map(({cause}) => cause)).toEqual([{reason: 'later as-of', fact: '10 to 2024-05-01, 20 to 2024-05-02, 30 to 2024-05-03, 40 to 2024-05-04, 50 to 2024-05-05'}]);
	expect(lines.map(line => pairWords(line))).toEqual(['10 pairs']);
});

test('origins are named once, and innocent reasons come first', () => {
	const origin = (a: string, b: string): Cause => ({reason: 'other origin', fact: `${a}, and ${b}`, sides: [{words: a, at: ''}, {words: b, at: ''}]});
	const lines = reasonSentences([differ('9', '12', origin('police', 'the mayor')), differ('9', '40', origin('police', 'the union')), differ('12', 'some 12', {reason: 'rounding', fact: 'one number, once told roughly: some 12'})]);
	expect(lines).toEqual(['12 / some 12: rounding, one number, once told roughly: some 12', '9 / 12 and 9 / 40: other origin, police, the mayor, and the union']);
});

test('one pair keeps all its reasons on one line', () => {
	const why: readonly [Cause, ...Cause[]] = [later('9', '2024-05-01', '12', '2024-05-02'), {reason: 'wider definition', fact: '12 includes the missing'}];
	expect(reasonSentences([differ('9', '12', ...why)])).toEqual(['9 / 12: later as-of, 9 to 2024-05-01, 12 to 2024-05-02; wider definition, 12 includes the missing']);
});

test('each relay keeps its line, since each leads to another statement', () => {
	expect(reasonLines(['a', 'b', 'c'].map(name => differ('9', name, {reason: 'relay wording', fact: `one statement of ${name}`})))).toHaveLength(3);
});

test('questions that stand apart from one for the same reason are told together', () => {
	const part: Cause = {reason: 'another question', fact: 'told of other people'};
	expect(apartSentences([differ('miners', 'sailors', part), differ('miners', 'farmers', part), differ('goats', 'hens', part)])).toEqual(['miners / sailors, farmers: another question, told of other people', 'goats / hens: another question, told of other people']);
});
