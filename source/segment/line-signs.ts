import table from '../../data/page-text.json' with {type: 'json'};
import {countCapitals, countDigits} from '../text/letters.ts';
import {anyOf} from '../text/line-rules.ts';
import type {Entry} from './entries.ts';
import {endOfText, isTitleLike, type Line} from './line.ts';
import {type Look, lookOf} from './look.ts';
import {metaOf} from './meta.ts';
import {rowsFor} from './needs.ts';

/** What speaks for a line of a saved page being a paragraph of its article, or against it: shares and yes or no, 0 to 1 and a little more. */
export type LineSigns = Readonly<Record<keyof typeof table.lines, number>>;

type Closer = keyof typeof table.closers;
const closersFor = rowsFor((Object.keys(table.closers) as Closer[]).map(kind => ({kind, pattern: new RegExp(anyOf(table.closers[kind]), 'i')})));

/** Longer lines are no headings of boxes, nor are sentences of more than six words. */
const LONGEST_CLOSER = 10;
type Closers = Readonly<Record<Closer, boolean>>;
const NONE: Closers = {comments: false, related: false, legal: false, labels: false};
const closersOf = (line: Line): Closers => {
	const {text, words, shape} = line;
	if (words > LONGEST_CLOSER || (shape === 'prose' && words > 6)) return NONE;
	let found = NONE;
	for (const {kind, pattern} of closersFor(line)) if (pattern.test(text)) found = {...found, [kind]: true};
	return found;
};

const yes = (value: boolean): number => value ? 1 : 0;
const CLOSED = /[.!?。！？][”’"')\]»]*$/;
const DOTS = /(?:\.\.\.|…)[”’"')\]»]*$/;
const QUOTES = /[“”"«»„]/;
/** Links and their first sentences are copied as one: "Ferry fares rise againThe fare from Salder goes up in May." */
const GLUED = /\p{Ll}{2}[\p{Ll}?!.’”"]\p{Lu}\p{Ll}*[ ’]/u;
const BARS = /[|»›]| · /;

/** Of the words that have letters, the share that begins small: running text, not titles. */
const smallShare = (text: string): number => {
	const {words, capitals} = countCapitals(text, 1);
	return words === 0 ? 0 : (words - capitals) / words;
};

/** How much of running text a line is by itself: the logarithm of its words, less for short ones and for titles. */
const proseOf = (line: Line, look: Look): number => {
	if (look === 'gone' || line.shape === 'title') return 0;
	return Math.log1p(Math.min(line.words, 60)) * (line.words >= 8 ? 1 : .3) * (smallShare(line.text) > .5 ? 1 : .5);
};

/** Sums of the first n values, so that a stretch is summed in one step. */
const sumsOf = (values: readonly number[]): ((from: number, to: number) => number) => {
	const sums = [0];
	for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
	return (from, to) => (sums[Math.min(values.length, to)] ?? 0) - (sums[Math.max(0, from)] ?? 0);
};

/** For each line the nearest one before it (`step` -1) or behind it (1) that is open text or a title; -1 where there is none. */
const nearestOpen = (looks: readonly Look[], step: 1 | -1): number[] => {
	const nearest: number[] = [];
	let last = -1;
	for (let at = step === 1 ? looks.length - 1 : 0; at >= 0 && at < looks.length; at -= step) {
		nearest[at] = last;
		if (looks[at] !== 'gone' && looks[at] !== 'row') last = at;
	}

	return nearest;
};

/** How lines stand below each other: `apart` tells whether one stands farther from the one before than the lines of a menu do, as headings and paragraphs do. */
export type Spacing = {readonly flat: boolean; readonly apart: (index: number) => boolean};

const TIGHT = .1;
/** From this share of lines on that stand apart, blank lines tell something. */
const TOLD = .1;

/** `flat`: all lines of the page stand alike, since its blank lines were lost or doubled: then none stands apart. */
export const spacingOf = (entries: readonly Entry[]): Spacing => {
	const gaps = entries.slice(1).map(({line}, index) => line.number - (entries[index]?.line.lastNumber ?? 0));
	const tight = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * TIGHT)] ?? 1;
	const flat = gaps.filter(gap => gap > tight).length < gaps.length * TOLD;
	return {flat, apart: index => !flat && (index <= 0 || index >= entries.length || (gaps[index - 1] ?? 0) > tight)};
};

const NEAR = 5;
const AROUND = 15;

/** The signs of every line of a page, and whether it closes a text: a heading over comments, over other articles, a line of copyright. */
export const signsOf = (entries: readonly Entry[]): {readonly signs: readonly LineSigns[]; readonly closes: readonly boolean[]} => {
	const looks = entries.map(lookOf);
	const prose = entries.map(({line}, index) => proseOf(line, looks[index] ?? 'gone'));
	const proseIn = sumsOf(prose);
	const meanProse = (index: number, reach: number): number => (proseIn(index - reach, index + reach + 1) - (prose[index] ?? 0)) / (2 * reach) / 4;
	const textWords = entries.map(({line}, index) => looks[index] === 'text' ? Math.min(100, line.words) : 0);
	const wordsIn = sumsOf(textWords);
	const wordsAround = (index: number, reach: number): number => Math.log1p(wordsIn(index - reach, index + reach + 1) - (textWords[index] ?? 0));
	const closers = entries.map(({line}) => closersOf(line));
	const closing = closers.map(({comments, related, legal, labels}) => comments || related || legal || labels);
	const closersIn = sumsOf(closing.map(yes));
	const above = nearestOpen(looks, -1);
	const below = nearestOpen(looks, 1);
	const isTitle = (at: number | undefined): boolean => at !== undefined && at >= 0 && (looks[at] === 'title' || looks[at] === 'short') && (entries[at]?.line.words ?? 0) >= 3;
	const isRow = (at: number): boolean => looks[at] === 'row' || (looks[at] === 'text' && metaOf((entries[at] as Entry).line, true) !== null);
	const counts = new Map<string, number>();
	for (const {line} of entries) counts.set(line.key, (counts.get(line.key) ?? 0) + 1);
	// One such line may be a slip of the pen; two below each other are cards of other articles.
	const isGlued = (at: number | undefined): boolean => at !== undefined && looks[at] === 'text' && GLUED.test(entries[at]?.line.text ?? '');
	const isCard = (at: number): boolean => isGlued(at) && (isGlued(above[at]) || isGlued(below[at]));
	let related = -Infinity;
	let commented = -1;
	let talk = 0;
	const signs = entries.map(({line, verdict}, index): LineSigns => {
		if (verdict?.role === 'related') related = index;
		if (verdict?.rule === 'comments') commented = index;
		const own = closers[index] ?? NONE;
		if (own.comments) talk = Math.min(3, talk + 1);
		const {text, words, shape} = line;
		const place = index / entries.length;
		const end = endOfText(text);
		const dots = DOTS.test(end);
		return {
			bias: 1,
			size: Math.log1p(Math.min(words, 80)) / 3,
			sentence: yes(words >= 10 && shape === 'prose'),
			long: yes(words >= 30 && shape !== 'title'),
			longest: yes(words >= 60),
			short: yes(words <= 4),
			closed: yes(!dots && CLOSED.test(end)),
			dots: yes(dots),
			quotes: yes(QUOTES.test(text)),
			bars: yes(BARS.test(text)),
			glued: yes(isCard(index)),
			digits: Math.min(1, countDigits(text) / Math.max(1, text.length) * 5),
			again: yes((counts.get(line.key) ?? 0) > 1),
			known: yes(verdict !== null),
			row: yes(verdict === null && isRow(index)),
			rowAbove: yes(isRow(index - 1)),
			rowBelow: yes(isRow(index + 1)),
			proseAbove: (prose[index - 1] ?? 0) / 4,
			proseTwoAbove: (prose[index - 2] ?? 0) / 4,
			proseBelow: (prose[index + 1] ?? 0) / 4,
			proseTwoBelow: (prose[index + 2] ?? 0) / 4,
			proseNear: meanProse(index, NEAR),
			proseAround: meanProse(index, AROUND),
			wordsNear: wordsAround(index, 8) / 6,
			wordsAround: wordsAround(index, 30) / 8,
			underTitle: yes(looks[index] === 'text' && isTitle(above[index])),
			betweenTitles: yes(looks[index] === 'text' && isTitle(above[index]) && isTitle(below[index])),
			place,
			underRelated: yes(index - related <= 8),
			underComments: commented >= 0 && index > commented ? place : 0,
			underTalk: talk / 3 * place,
			comments: yes(own.comments),
			related: yes(own.related),
			legal: yes(own.legal),
			labels: yes(own.labels),
			closersAbove: Math.min(4, closersIn(index - 8, index)) / 4,
			closersBelow: Math.min(4, closersIn(index + 1, index + 5)) / 4,
		};
	});
	return {signs, closes: closing.map((own, index) => own || signs[index]?.betweenTitles === 1 || isCard(index))};
};

/**
 * Weighs signs: the logarithm of the odds, or their part of it. What one function writes has the same signs in the same order each time: their weights are put
 * into that order once, since to look each up by its name takes longer than all the rest.
 */
export const weigher = <Name extends string>(weights: Readonly<Record<Name, number>>): (<Some extends Name>(signs: Readonly<Record<Some, number>>) => number) => {
	let ordered: readonly number[] | undefined;
	return <Some extends Name>(signs: Readonly<Record<Some, number>>) => {
		ordered ??= (Object.keys(signs) as Some[]).map(name => weights[name]);
		let sum = 0;
		let at = 0;
		for (const name in signs) sum += (ordered[at++] ?? 0) * signs[name];
		return sum;
	};
};

/** Odds as a share of 1. */
export const chanceOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Open, and long enough to be a link to an article or its headline. */
export const isLongTitle = (entry: Entry | undefined): boolean => entry !== undefined && entry.verdict === null && isTitleLike(entry.line) && entry.line.words >= 4 && metaOf(entry.line, true) === null;
