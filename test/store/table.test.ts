import fc from 'fast-check';
import {expect, test} from 'vitest';
import {packTable, valuesAt, valuesOf} from '../../source/store/table.ts';

const bytesOf = (values: readonly unknown[]): Buffer => Buffer.from(packTable(values));

test('whatever JSON can hold comes back as it was, alike or not, all of it or some rows', () => {
	const value = fc.jsonValue({depthSize: 'small'});
	const card = fc.record({id: fc.string(), outlet: fc.constantFrom('Quay Daily', null), tags: fc.constantFrom([], ['fire']), line: fc.nat(), mark: fc.option(fc.record({note: fc.string()}), {nil: undefined})}, {requiredKeys: ['id', 'outlet']});
	fc.assert(fc.property(fc.oneof(fc.array(value), fc.array(card)), fc.func(fc.boolean()), (values, isWanted) => {
		const plain = JSON.parse(JSON.stringify(values), (key, each: unknown) => key === '__proto__' ? undefined : each) as unknown[];
		fc.pre(JSON.stringify(plain) === JSON.stringify(values));
		expect(valuesOf(bytesOf(values), values.length)).toEqual(plain);
		const rows = [...plain.keys()].filter(row => isWanted(row));
		expect(valuesAt(bytesOf(values), rows)).toEqual(rows.map(row => plain[row]));
	}), {seed: 8});
});

test('what all have in common stands once, and each value on its line', () => {
	const many = Array.from({length: 100}, (_, at) => ({id: `a-${at}`, outlet: 'The Tidal Post', tags: []}));
	expect(packTable(many).split('The Tidal Post').length - 1).toBe(1);
	expect(packTable(many).split('\n')).toHaveLength(101);
});

test('a table that is none, or of another length, is refused', () => {
	for (const damaged of ['', '7', '[{"at":0},[1]]', '[{"of":{"a":{"at":0}}},[1],[]]', '[{"of":[1]},[1],[2]]', '[null,[1],[2]]', '[{"at":0},1,2]']) {
		expect(valuesOf(Buffer.from(damaged), 2)).toBeNull();
		expect(valuesAt(Buffer.from(damaged), [0, 1])).toBeNull();
	}

	expect(valuesAt(bytesOf([1, 2]), [2])).toBeNull();
});
