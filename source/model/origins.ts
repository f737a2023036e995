import type {Figure} from './figure.ts';

/** Words for people nobody names: whoever they are, they may be a source that another article names. */
const UNNAMED = /\b(?:officials?|insiders?|sources?|spokes(?:man|woman|person)|diplomats?|experts?|analysts?|witnesses|ally|allies|media|reports?)\b/i;
const NAMED = /\p{Lu}\p{Ll}+.*\p{Lu}|\b(?:of|for)\s+\p{Lu}|^(?:the\s+)?\p{Lu}/u;
const isNamed = (source: string): boolean => NAMED.test(source) && !UNNAMED.test(source);

/** One origin however it is printed: case and "the" tell nobody apart. */
const originOf = (source: string): string => source.toLowerCase().replace(/^the\s+/, '');

/**
 * How many independent origins the figures have, as a range: named sources are one origin each, unnamed ones may or may not
 * be one of them. Names are told apart as they are printed. What nobody said, or a person rejected, has none.
 */
export const countOrigins = (figures: readonly Figure[]): {readonly low: number; readonly high: number} => {
	const sources = figures.flatMap(({source, derived, review}) => source === null || derived || review === 'rejected' ? [] : [source]);
	const origins = Map.groupBy(sources, originOf);
	const named = [...origins.values()].filter(printed => printed.every(isNamed)).length;
	return {low: Math.max(named, Math.min(1, origins.size)), high: origins.size};
};
