import type {Figure} from '../model/figure.ts';

/** Words for people nobody names: whoever they are, they may be a source that another article names. */
const UNNAMED = /\b(?:officials?|insiders?|sources?|spokes(?:man|woman|person)|diplomats?|experts?|analysts?|witnesses|ally|allies|media|reports?)\b/i;
const NAMED = /\p{Lu}\p{Ll}+.*\p{Lu}|\b(?:of|for)\s+\p{Lu}|^(?:the\s+)?\p{Lu}/u;

/**
 * How many independent origins the figures have, as a range: named sources are one origin each,
 * unnamed ones may or may not be one of them.
 */
export const countOrigins = (figures: readonly Figure[]): {low: number; high: number} => {
	const sources = new Set(figures.filter(f => !f.derived && f.source !== null).map(f => (f.source ?? '').toLowerCase().replace(/^the\s+/, '')));
	const printed = [...new Set(figures.flatMap(f => f.source === null ? [] : [f.source]))];
	const unnamed = new Set(printed.filter(s => UNNAMED.test(s) || !NAMED.test(s)).map(s => s.toLowerCase().replace(/^the\s+/, '')));
	const named = [...sources].filter(s => !unnamed.has(s)).length;
	return {low: Math.max(named, sources.size > 0 ? 1 : 0), high: sources.size};
};
