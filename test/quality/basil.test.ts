import {describe, expect, test} from 'vitest';
import {sha256} from '../../source/text/hash.ts';
import {agreement, hasBasil, labelledReading, readLabels, readTexts, scoreBasil, type Labels} from './basil.ts';

const paras = ['The mayor said about 40 of 2,040 boats were lost in 2012.', '“We will build them again,” Ann Ferry said. “All of them.”'];
const texts = new Map([['t1', {id: 't1', title: 'Boats lost', paras}]]);
const quote = (start: number, end: number) => ({para: 1, start, end, hash: sha256((paras[1] ?? '').slice(start, end)).slice(0, 12), speaker: 'Ann Ferry', speakerName: 'Ann Ferry'});
const labels: Labels = {
	id: 't1', traps: [{para: 0, text: '2012'}], quoteTraps: [], quotes: [quote(1, 26), quote(45, 57)],
	figures: [
		{para: 0, text: 'about 40', low: 40, high: 40, qualifier: '~', unit: 'boats', measure: ['boats', 'loss'], source: 'The mayor', hedges: ['about']},
		{para: 0, text: '2,040', low: 2040, high: 2040, qualifier: '=', unit: 'boats', measure: 'boats', source: 'The mayor', hedges: []},
	],
};
const [lost, fleet] = labels.figures;
if (lost === undefined || fleet === undefined) throw new Error('two figures are labelled above');
const share = (second: Labels, name: string): string => {
	const found = agreement([labels], [second], texts).find(line => line.name === `agreement, ${name}`);
	return `${found?.right} of ${found?.of}`;
};

describe('two readings against each other', () => {
	test('the same labels agree in everything', () => {
		for (const {name, right, of} of agreement([labels], [labels], texts)) expect(right, name).toBe(of);
		expect(share(labels, 'figures F1')).toBe('4 of 4');
		expect(share(labels, 'quotes F1')).toBe('4 of 4');
	});

	test.each<readonly [string, Labels, string, string]>([
		['a figure one of them left out', {...labels, figures: [fleet]}, 'figures F1', '2 of 3'],
		['another value', {...labels, figures: [{...lost, high: 50}, fleet]}, 'values', '1 of 2'],
		['another sign', {...labels, figures: [{...lost, qualifier: '='}, fleet]}, 'values', '1 of 2'],
		['another measure', {...labels, figures: [lost, {...fleet, measure: 'fleet'}]}, 'measure', '1 of 2'],
		['an alternative measure is the same measure', {...labels, figures: [{...lost, measure: 'loss'}, fleet]}, 'measure', '2 of 2'],
		['but not the same first choice', {...labels, figures: [{...lost, measure: 'loss'}, fleet]}, 'measure, first choice', '1 of 2'],
		['another source', {...labels, figures: [{...lost, source: 'Ann Ferry'}, fleet]}, 'source', '1 of 2'],
		['a hedge one of them did not see', {...labels, figures: [{...lost, hedges: []}, fleet]}, 'hedges (F1, counted twice)', '0 of 1'],
		['a figure one of them calls optional counts neither way', {...labels, figures: [{...lost, optional: true}, fleet]}, 'figures F1', '2 of 2'],
		['a quotation cut to two thirds', {...labels, quotes: [quote(1, 18), quote(45, 57)]}, 'quotes F1', '2 of 4'],
		['another speaker', {...labels, quotes: [{...quote(1, 26), speaker: 'The mayor', speakerName: 'the mayor'}, quote(45, 57)]}, 'quotes, speaker', '1 of 2'],
	])('%s', (_, second, name, expected) => {
		expect(share(second, name)).toBe(expected);
	});
});

describe('labels hold on to their words', () => {
	const read = (changed: Partial<Labels>) => () => labelledReading([{...labels, ...changed}], texts);

	test('a number inside another number is not the phrase that was meant', () => {
		expect(labelledReading([{...labels, figures: [{...lost, text: '40'}]}], texts).figures[0]?.start).toBe(paras[0]?.indexOf('40 of'));
		expect(read({figures: [{...lost, text: '40', nth: 2}]})).toThrow('"40" does not stand there 2 times');
	});

	test('other words under a quotation are an error, not a low score', () => {
		expect(read({quotes: [{...quote(1, 26), end: 25}]})).toThrow('t1, paragraph 1: other words from 1 to 25');
	});

	test('the files hold thirty articles, no sentence and no quoted word of theirs', () => {
		expect([readLabels('work')?.length, readLabels('held-out')?.length]).toEqual([20, 10]);
		const all = [...readLabels('work') ?? [], ...readLabels('held-out') ?? [], ...readLabels('second') ?? []];
		for (const one of all) {
			for (const {text} of [...one.figures, ...one.traps]) expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(6);
			for (const extent of [...one.quotes, ...one.quoteTraps]) {
				expect(Object.keys(extent)).not.toContain('text');
				expect(extent.hash).toMatch(/^[\da-f]{12}$/);
			}
		}
	});
});

describe.skipIf(!hasBasil)('the label files against the articles (needs ../shared)', () => {
	test('every label stands at its words, in work, held-out and second', () => {
		const all = (['work', 'held-out', 'second'] as const).map(name => readLabels(name) ?? []);
		expect(all.map(one => labelledReading(one, readTexts()).figures.length)).toEqual(all.map(one => one.flatMap(({figures}) => figures).length));
	});

	test('a score of the articles held out tells no article', async () => {
		const heldOut = (await scoreBasil()).filter(({name}) => name.startsWith('BASIL held-out'));
		expect(heldOut.length).toBeGreaterThan(0);
		expect(heldOut.flatMap(({misses}) => misses)).toEqual([]);
	});
});
