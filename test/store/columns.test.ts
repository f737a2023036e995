import fc from 'fast-check';
import {expect, test} from 'vitest';
import {packColumn, unpackColumn} from '../../source/store/columns.ts';

const throughJson = (values: readonly unknown[]): unknown => unpackColumn(JSON.parse(JSON.stringify(packColumn(values))), values.length);

test('whatever JSON can hold comes back as it was, alike or not', () => {
	const value = fc.jsonValue({depthSize: 'small'});
	const card = fc.record({id: fc.string(), outlet: fc.constantFrom('Quay Daily', null), tags: fc.constantFrom([], ['fire']), line: fc.nat(), mark: fc.option(fc.record({note: fc.string()}), {nil: undefined})}, {requiredKeys: ['id', 'outlet']});
	fc.assert(fc.property(fc.oneof(fc.array(value), fc.array(card)), values => {
		const plain: unknown = JSON.parse(JSON.stringify(values), (key, each: unknown) => key === '__proto__' ? undefined : each);
		fc.pre(JSON.stringify(plain) === JSON.stringify(values));
		expect(throughJson(values)).toEqual(plain);
	}), {seed: 8});
});

test('what all have in common stands once', () => {
	const many = Array.from({length: 100}, (_, at) => ({id: `a-${at}`, outlet: 'The Tidal Post', tags: []}));
	expect(JSON.stringify(packColumn(many)).split('The Tidal Post').length - 1).toBe(1);
});

test('a column that is none, or of another length, is refused', () => {
	for (const damaged of [null, 7, {}, {each: [1]}, {of: {a: {each: [1]}}}, {of: [1]}]) expect(unpackColumn(damaged, 2)).toBeNull();
});
