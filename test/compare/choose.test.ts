import {describe, expect, test} from 'vitest';
import {chooseColumns} from '../../source/compare/compare.ts';
import {column, figure, number} from '../helpers/build.ts';

const ids = (...of: Parameters<typeof chooseColumns>): string[] => chooseColumns(...of).map(({article}) => article.id);

describe('which articles stand side by side when nobody chose', () => {
	const dead = (value: number) => number(value, {measure: 'killed', subject: 'miners'});

	test('those that answer what the others answer too; a lone number about something else comes last', () => {
		const candidates = [column('aside', ['£9'], [number(9, {measure: 'price', unit: 'gbp', flow: null})]), column('one', ['12'], [dead(12)]), column('two', ['14'], [dead(14)])];
		expect(ids(candidates, 2)).toEqual(['one', 'two']);
		expect(ids(candidates, 4)).toEqual(['one', 'two', 'aside']);
	});

	test('one a page first, so that a live blog does not fill the screen', () => {
		const post = (id: string) => column(id, ['12'], [dead(12)], {document: 'd-live', kind: 'post', outlet: 'The Salder Echo'});
		expect(ids([post('p1'), post('p2'), column('paper', ['14'], [dead(14)])], 2)).toContain('paper');
	});

	test('every outlet of a table that holds many', () => {
		const row = (id: string) => column(id, ['12'], [dead(12)], {document: 'd-table', outlet: id});
		expect(ids([row('a'), row('b'), row('c')], 4)).toEqual(['a', 'b', 'c']);
	});

	test('two at least, also where nobody gives a number', () => {
		expect(ids([column('a', ['x']), column('b', ['y']), column('c', ['z'])], 4)).toEqual(['a', 'b']);
		expect(ids([], 4)).toEqual([]);
		expect(ids([column('a', ['x'], [figure('would not say', {refusal: true})])], 4)).toEqual(['a']);
	});
});
