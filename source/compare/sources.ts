import names from '../../data/names.json' with {type: 'json'};
import type {Figure} from '../model/figure.ts';
import {remembered} from '../text/remembered.ts';
import {tokens} from '../text/tokens.ts';

const aliases: ReadonlyMap<string, string> = new Map(Object.entries(names.aliases));
const SMALL = new Set(['the', 'a', 'an', 'of', 'for', 'and', 'to', 'in', 'mr', 'mrs', 'ms', 'dr', 'its', 'his', 'her']);

/** Several who say it together: "South Korea, Ukraine and the US". A title or a part played ("Kirby, spokesman of") is none. */
const isJoint = remembered((source): boolean => /\p{Lu}[\p{L}.’'-]*(?:,\s+(?:the\s+)?\p{Lu}[^,]*)*,?\s+and\s+(?:the\s+)?\p{Lu}/u.test(source) && !/\b(?:of|for)\s[^,]*\sand\s/.test(source));

/** Short names are written out, so that "the MoD" and "the Ministry of Defence" are the same words. */
const sourceWords = remembered((source): readonly string[] => tokens(source.split(/\s+/).map(word => aliases.get(word.replace(/[’']s$/, '')) ?? word).join(' '))
	.filter(word => !SMALL.has(word)).map(word => word.length > 4 ? word.replace(/s$/, '') : word));

/** People nobody names, however many and from wherever: they may be a source that another article names. */
const UNNAMED = /^(?:(?:the|a|an|one|some|two|three|several|senior|\p{Lu}[\p{L}.’'-]*)\s+)*(?:officials?|insiders?|sources?|diplomats?|experts?|analysts?|witnesses|aides?|allies|ally|critics|observers|reports?|media)\b/u;

/** Whether a source names nobody: "insiders", "a Western official". */
export const isUnnamed = remembered((source): boolean => UNNAMED.test(source.replace(/^\p{Lu}/u, letter => letter.toLowerCase())) || !/\p{Lu}/u.test(source.replace(/^(?:The|A|An|One|Some)\s/, '')));

/**
 * Whether two sources, as texts name them, are one: the same words, or a short name within a longer one ("Kirby" and "White House
 * spokesperson John Kirby"). Unnamed people are one only in the same words; a joint statement is one only with itself.
 */
export const sameSource = (a: string, b: string): boolean => {
	const [left, right] = [sourceWords(a), sourceWords(b)];
	const [small, large] = left.length <= right.length ? [left, right] : [right, left];
	if (small.length === 0) return false;
	if (!small.every(word => large.includes(word))) return false;
	if (small.length === large.length) return true;
	return !isJoint(a) && !isJoint(b) && !isUnnamed(small === left ? a : b);
};

/** "The ministry", in an article that has named one: whoever that was. */
const pointsBack = (short: string, long: string): boolean => /^the\s/i.test(short) && !/\p{Lu}/u.test(short.slice(1)) && !isUnnamed(long)
	&& sourceWords(short).length > 0 && sourceWords(short).every(word => sourceWords(long).includes(word));

/** Whether two figures are on one source's word. Where either names none, nobody knows: they are not. Within one article "the ministry" is the ministry it names. */
export const oneOrigin = (a: Pick<Figure, 'article' | 'source'>, b: Pick<Figure, 'article' | 'source'>): boolean => {
	if (a.source === null || b.source === null) return false;
	return sameSource(a.source, b.source) || (a.article === b.article && (pointsBack(a.source, b.source) || pointsBack(b.source, a.source)));
};
