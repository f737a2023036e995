import {changeWord} from './change-words.ts';
import {figureCues} from './cue-verbs.ts';
import type {Measured} from './measure-nouns.ts';
import type {NumberSpan} from './numbers.ts';
import type {Token} from './tokens.ts';

/** The figure before in the same sentence, for one that leaves its noun out. */
export type Last = {readonly sentence: number; readonly next: number; readonly kind: NumberSpan['kind']; readonly measured: Measured; readonly unit: string | null};

/**
 * Does a figure without a noun lean on the one before: "5.2%, from 5.4%", "300 vans, far below the 700 expected",
 * "33 seats, with 23 held by one party and 10 by another"?
 */
export const leansOn = (tokens: readonly Token[], last: Last, span: NumberSpan): boolean => {
	if (last.kind !== span.kind || span.counted?.plural || span.compound !== null || span.from < last.next) return false;
	const between = tokens.slice(last.next, span.from).map(token => token.lower);
	const compared = between.length <= 12 && /^(?:from|to|than|with|versus|against|below|above|and|the|was|at|of)$/.test(between.at(-1) ?? '') && between.some(word => /^(?:from|to|than|compared|versus|against|below|above|up|down)$/.test(word));
	// "police said 20,000; organisers claimed 100,000"
	if (span.kind === 'count' && /^[.,;)”"]?$/.test(tokens[span.next]?.text ?? '') && between.length <= 12 && between.some(word => word === ';' || word === ',') && (figureCues.has(between.at(-1) ?? '') || (between.at(-1) === 'at' && between.at(-2) === 'it'))) return true;
	// "first with 20 percent, followed by Roe (17 percent)"
	if (span.kind === 'percent' && between.length <= 8 && between.at(-1) === '(') return true;
	return compared || (span.kind === 'count' && between.length <= 30 && /^(?:with|and|,|but|while)$/.test(between.at(-1) ?? '') && /^(?:of|held|by|were|are|in|from|to|currently|went|came|more|others?|with|for|short|shy|ahead|behind)$/.test(tokens[span.next]?.lower ?? ''));
};

const WHEN = /^(?:last|this|the|a|previous|same|in|on|day|week|month|quarter|year|from|to|down|up|versus|seasonally|adjusted|revised)$|day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** "to 8.4% from 10.2%", "by 1,000 last week to 9,000": the second tells the same as the first, whatever word stands behind it. */
export const isPaired = (tokens: readonly Token[], last: Last, span: NumberSpan): boolean =>
	last.measured.measure !== null && last.kind === span.kind && span.counted?.plural !== true && span.from - last.next < 5
	&& /^(?:from|to|versus)$/.test(tokens[span.from - 1]?.lower ?? '') && tokens.slice(last.next, span.from).every(token => WHEN.test(token.lower));

/** "Among 79 towns searched, 76 had a case": the second counts what the first does. */
export const isOfThose = (tokens: readonly Token[], last: Last, span: NumberSpan): boolean =>
	last.kind === 'count' && span.kind === 'count' && span.counted === null && /^(?:among|of)$/.test(tokens[last.sentence]?.lower ?? '') && /^(?:had|have|has)$/.test(tokens[span.next]?.lower ?? '');

/** "The budget was $640m. It climbed to $1.6bn": the sentence goes on about the figure that ended the one before. */
export const goesOn = (tokens: readonly Token[], last: Last, span: NumberSpan, from: number): boolean => {
	if (last.kind !== span.kind || span.counted?.plural || last.next > from || from - last.next > 12 || span.from - from > 9) return false;
	const opening = tokens.slice(from, span.from).map(({lower}) => lower);
	return /^(?:it|that|this|they)$/.test(opening[0] ?? '') || /^the (?:figure|total|number|sum|amount|toll|rate|price|budget|count)$/.test(`${opening[0]} ${opening[1]}`)
		? opening.some(word => changeWord(word) !== undefined || /^(?:was|is|compares?|compared)$/.test(word)) : false;
};
