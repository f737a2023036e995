import {expect, test} from 'vitest';
import {answers, checkPage, compareAll} from '../../source/compare/compare.ts';
import type {Column} from '../../source/model/comparison.ts';
import {article, figure} from '../exporters/helpers.ts';

const columns = (articles: number): Column[] => Array.from({length: articles}, (_, at) => ({
	article: article({id: `a-${at}`}), quotes: [],
	figures: Array.from({length: 10}, (__, index) => figure({id: `f-${at}-${index}`, article: `a-${at}`, low: 100 + index})),
}));

test('two thousand figures fit on a page; more are refused in a line that names what holds them', () => {
	expect(() => checkPage(columns(200))).not.toThrow();
	expect(() => checkPage(columns(201))).toThrow('201 articles with 2010 figures are too many for one page. It sets every figure against the others of its question, 2000 at most. Name an event or fewer articles, or take a list: csv, tsv and jsonl hold all of them.');
});

test('articles of two events share no statement, where those of one do', () => {
	const two = columns(2).map(column => ({...column, figures: column.figures.slice(0, 1)}));
	expect(answers(two).statements).toHaveLength(1);
	expect(compareAll(two, '', [{id: 'e', articles: ['a-0', 'a-1']}]).statements).toHaveLength(1);
	expect(compareAll(two, '', [{id: 'e-0', articles: ['a-0']}, {id: 'e-1', articles: ['a-1']}]).statements).toEqual([]);
});

test('reasons and tensions are worked out once, when they are asked for', () => {
	const asked = answers(columns(2));
	expect(asked.reasons).toBe(asked.reasons);
	expect(asked.tensions).toBe(asked.tensions);
	expect(asked.reasons.length).toBeGreaterThan(0);
});
