import type {Comparison} from '../../model/comparison.ts';

/** Works something out of a comparison once, however often it is drawn. */
export const keptFor = <T>(make: (comparison: Comparison) => T): (comparison: Comparison) => T => {
	const kept = new WeakMap<Comparison, {readonly value: T}>();
	return comparison => {
		const known = kept.get(comparison) ?? {value: make(comparison)};
		kept.set(comparison, known);
		return known.value;
	};
};
