import {agglomerate, type Task} from './agglomerate.ts';
import {withCompany} from './company.ts';
import type {Space} from './likeness.ts';
import {neighboursOf, PARTS, type Neighbours} from './neighbours.ts';
import type {Step} from './step.ts';
import {timeBetween, type When} from './time.ts';

/** Smaller likenesses are chance. */
export const FLOOR = 0.02;

/** The nearest two may be of the same event; the ten after them tell how crowded it is around an article. */
const NEAREST = 2;
const AROUND = 10;
const LOOKED_AT = NEAREST + AROUND;
/** What a neighbour that a small library does not have is taken for: a few articles do not tell how crowded their story is. */
const MISSING = 0.08;
/** How much of the likeness to its surroundings is taken off an article's likenesses. */
const CROWDING = 0.5;
/** Ten times the words, so much more likeness by chance. A headline and a lead have about 76. */
const LENGTH = 0.07;
const USUAL_WORDS = 76;
const FEWEST_WORDS = 20;
/** Where no table tells which words of a language are common, more of a likeness is made of common ones. */
const UNTOLD = 0.1;

/** Where the threshold is not known yet: articles that have nobody so near stand alone. */
const FIRST = 0.1;
/** A few articles tell little of how many stand alone in news like these. */
const FEW_ARTICLES = 20;

/**
 * How alike the articles of one event are on average, at least: among many articles chance finds some that look alike, and where
 * many stand alone, more of what looks alike is chance.
 */
export const thresholdFor = (articles: number, alone: number): number => 0.04 + 0.02 * Math.log10(Math.max(1, articles)) + 0.15 * alone / (articles + FEW_ARTICLES);

/**
 * What an article's likenesses must exceed before they count: an article of a story that many tell (an election) is alike to
 * articles of other events, and a long one to any other. `likeness`: its nearest, from the highest, of so many `others`; `told`: whether the
 * background table knows its language. Local scaling as in
 * Zelnik-Manor and Perona 2004, by subtraction.
 */
export const burdenOf = (likeness: readonly number[], words: number, others: number, told: boolean): number => {
	const around = likeness.slice(NEAREST, LOOKED_AT).reduce((sum, value) => sum + value, 0);
	// Of those that are not there at all, not of those that are there and unlike.
	const missing = Math.max(0, AROUND - Math.max(0, others - NEAREST));
	const crowd = (around + missing * MISSING) / AROUND;
	return CROWDING * crowd + LENGTH * Math.log10(Math.max(FEWEST_WORDS, words) / USUAL_WORDS) + (told ? 0 : UNTOLD);
};

/** The nearest of each article, by the company they keep, and what is taken off its likenesses, both in `PARTS`. */
export const nearestOf = (space: Space & {readonly times: readonly When[]}, step?: Step): {readonly neighbours: Neighbours; readonly burden: Int32Array} => {
	const burden = new Int32Array(space.vectors.length);
	const time = timeBetween(space.times);
	const neighbours = neighboursOf({
		vectors: space.vectors,
		features: space.features,
		worth: (left, right, cosine) => cosine * time(left, right),
		floor: FLOOR,
		...(step !== undefined && {step}),
	});
	const {starts, likeness} = neighbours;
	for (let item = 0; item < burden.length; item += 1) {
		const nearest = likeness.slice(starts[item], starts[item + 1]).sort().reverse().subarray(0, LOOKED_AT);
		burden[item] = Math.round(burdenOf(Array.from(nearest, parts => parts / PARTS), space.words[item] ?? 0, burden.length - 1, space.told[item] === 1) * PARTS);
	}

	return {neighbours: withCompany(neighbours), burden};
};

/** Groups articles that are near enough; the threshold is set by how many stand alone at a first try. */
export const groupsOf = (task: Omit<Task, 'threshold'>): {readonly groups: number[][]; readonly threshold: number} => {
	const articles = task.groups.reduce((sum, group) => sum + group.length, 0);
	const alone = agglomerate({...task, threshold: FIRST}).filter(group => group.length === 1).length;
	const threshold = thresholdFor(articles, alone);
	return {groups: agglomerate({...task, threshold}), threshold};
};
