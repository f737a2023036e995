import type {Figure} from '../model/figure.ts';
import {isUnnamed, oneOrigin} from './sources.ts';

/**
 * How many independent origins the figures have, as a range. A source named in several ways is one origin; people nobody names
 * may or may not be one of those that are named, so they count only at the upper end.
 */
export const countOrigins = (figures: readonly Figure[]): {low: number; high: number} => {
	const origins: Figure[] = [];
	// Those with a name first, so that "the ministry" finds the one its article names.
	const told = figures.filter(({source, review}) => source !== null && review !== 'rejected');
	const isNamed = ({source}: Figure): boolean => source !== null && !isUnnamed(source);
	for (const figure of [...told.filter(isNamed), ...told.filter(one => !isNamed(one))]) {
		if (!origins.some(other => oneOrigin(other, figure))) origins.push(figure);
	}

	const named = origins.filter(isNamed).length;
	return {low: Math.max(named, origins.length > 0 ? 1 : 0), high: origins.length};
};
