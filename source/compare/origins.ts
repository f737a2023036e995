import type {Figure} from '../model/figure.ts';
import {isUnnamed, sameSource} from './sources.ts';

/**
 * How many independent origins the figures have, as a range. A source named in several ways is one origin; people nobody names
 * may or may not be one of those that are named, so they count only at the upper end.
 */
export const countOrigins = (figures: readonly Figure[]): {low: number; high: number} => {
	const origins: string[] = [];
	for (const {source, review} of figures) {
		if (source === null || review === 'rejected' || origins.some(known => sameSource(known, source))) continue;
		origins.push(source);
	}

	const named = origins.filter(source => !isUnnamed(source)).length;
	return {low: Math.max(named, origins.length > 0 ? 1 : 0), high: origins.length};
};
