import type {Role} from '../model/own-tables.ts';
import type {Entry} from './entries.ts';
import type {Verdict} from './furniture.ts';
import {isTitleLike, once} from './line.ts';
import {metaOf} from './meta.ts';
import {sharedWords} from './resemblance.ts';

/**
 * What a line looks like to somebody who sees the page from afar. text: a paragraph; short: at most four words, as menus
 * have them; title: longer, but no paragraph; row: tells of an article (date, byline...); gone: a pattern took it.
 */
export type Look = 'text' | 'short' | 'title' | 'row' | 'gone';

export const SHORT = 4;
const SHORTEST_TEXT = 10;

const lookOfLine = once((line): Look => {
	if (line.shape !== 'title' && line.words >= SHORTEST_TEXT) return 'text';
	if (metaOf(line, true) !== null) return 'row';
	return line.words <= SHORT ? 'short' : 'title';
});

export const lookOf = ({line, verdict}: Entry): Look => verdict === null ? lookOfLine(line) : 'gone';

/** How many paragraphs stand between two places, the second not included. */
export const textsIn = (found: readonly Look[], from: number, to: number): number => found.slice(Math.max(0, from), to).filter(look => look === 'text').length;

/** The entry taken out by `rule`, where no pattern did so before. `role`: what the line still says of the lines below it. */
export const removedAs = ({line, verdict}: Entry, rule: string, role: Role = 'drop'): Entry => ({line, verdict: {rule: verdict?.rule ?? rule, role} satisfies Verdict});

/** A headline stands at most so many lines above its paragraph, furniture not counted. */
const ABOVE = 6;
const FARTHEST = 24;

/** The nearest open line above a paragraph that shares a word with it; -1 where there is none. */
export const titleAbove = (entries: readonly Entry[], found: readonly Look[], index: number): number => {
	const text = entries[index]?.line;
	if (text === undefined) return -1;
	let seen = 0;
	for (let at = index - 1; at >= 0 && seen < ABOVE && index - at <= FARTHEST; at--) {
		const entry = entries[at];
		if (entry?.verdict === null) seen++;
		if (entry?.verdict === null && found[at] !== 'row' && isTitleLike(entry.line) && entry.line.words >= SHORT && sharedWords(entry.line, text) > 0) return at;
	}

	return -1;
};
