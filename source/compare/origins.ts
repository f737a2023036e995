import type {Figure} from '../model/figure.ts';
import {isUnnamed, oneOrigin} from './sources.ts';

const isNamed = ({source}: Figure): boolean => source !== null && !isUnnamed(source);

/** Figures by whom they come from, however the source is called: those with a name first. Figures that name nobody are in no group. */
export const originGroups = (figures: readonly Figure[]): ReadonlyArray<readonly [Figure, ...Figure[]]> => {
	const groups: Array<[Figure, ...Figure[]]> = [];
	// Those with a name first, so that "the ministry" finds the one its article names.
	const told = figures.filter(({source, review}) => source !== null && review !== 'rejected');
	for (const figure of [...told.filter(isNamed), ...told.filter(one => !isNamed(one))]) {
		const known = groups.find(([other]) => oneOrigin(other, figure));
		if (known === undefined) groups.push([figure]);
		else known.push(figure);
	}

	return groups;
};

/**
 * How many independent origins the figures have, as a range. A source named in several ways is one origin; people nobody names
 * may or may not be one of those that are named, so they count only at the upper end.
 */
export const countOrigins = (figures: readonly Figure[]): {low: number; high: number} => {
	const origins = originGroups(figures);
	const named = origins.filter(([first]) => isNamed(first)).length;
	return {low: Math.max(named, origins.length > 0 ? 1 : 0), high: origins.length};
};
