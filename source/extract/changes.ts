import type {Measured} from './measures.ts';
import type {NumberSpan} from './numbers.ts';
import type {Token} from './tokens.ts';

/** How far something went up or down, told by the word right beside the figure; `at` is that word's token. */
export type Change = {readonly measure: 'increase' | 'decrease'; readonly at: number};

const UP = new Set(['rise', 'rises', 'rose', 'risen', 'rising', 'increase', 'increases', 'increased', 'increasing', 'climb', 'climbed', 'jump', 'jumped', 'surge', 'surged', 'soared', 'grew', 'grown', 'gain', 'hike', 'swelled', 'upswing', 'uptick']);
const DOWN = new Set(['fall', 'falls', 'fell', 'fallen', 'falling', 'decrease', 'decreases', 'decreased', 'decreasing', 'decline', 'declines', 'declined', 'declining', 'drop', 'dropped', 'drops', 'dip', 'dipped', 'plunge', 'plunged', 'plummeted', 'tumbled', 'slump', 'slumped', 'shrank', 'reduction', 'slid', 'slipped', 'sank', 'sunk']);
/** Nouns of change: "a rise of 40", "a 12% drop". */
const NOUN = /^(?:rise|increase|climb|jump|surge|gain|hike|fall|decrease|decline|drop|dip|plunge|slump|reduction|upswing|uptick)$/;
/** Between the word and its figure: "rose by a further 40", "jumped nearly 50 percent". */
const BETWEEN = /^(?:by|a|an|another|further|some|about|around|nearly|almost|roughly|more|less|than|over|only|just|at|least|most|up|whopping|estimated|seasonally|adjusted|full|\p{L}+ly)$/u;
/** These also take an object: "dropped 12 charges", "grew 40 trees", "gained 30 seats". */
const WITH_OBJECT = /^(?:drop|dropped|drops|grew|grown|climb|climbed|jump|jumped|gain|hike|slid|fall|falls|dip|dipped|sank|slipped)$/;

const directionOf = (token: Token | undefined): Change['measure'] | null => token === undefined ? null : UP.has(token.lower) ? 'increase' : DOWN.has(token.lower) ? 'decrease' : null;

/** "cases rose by 61,000", "a decrease of 130,000 claims", "down 29,000 from", "a 34% drop". Null where the figure is a level: "rose to 45". */
export const changeAt = (tokens: readonly Token[], span: NumberSpan): Change | null => {
	if (span.kind !== 'count' && span.kind !== 'percent' && span.kind !== 'share') return null;
	for (let at = span.next; at < span.next + 2; at += 1) {
		const measure = NOUN.test(tokens[at]?.lower ?? '') && !span.counted?.plural ? directionOf(tokens[at]) : null;
		if (measure !== null) return {measure, at};
	}

	// "fell below 40", "rose above 3%": these lead to a level; "rose over 20%" does not
	const first = tokens[span.from]?.lower ?? '';
	if (/^(?:below|above|under|past|beyond)$/.test(first) || (first === 'over' && span.kind === 'count')) return null;
	let at = span.from - 1;
	// "down 29,000 from last week": not "shut down 40 plants"
	if (/^(?:up|down)$/.test(tokens[at]?.lower ?? '') && /^(?:[,(—–]|is|was|were|are)$/.test(tokens[at - 1]?.lower ?? '')) return {measure: tokens[at]?.lower === 'up' ? 'increase' : 'decrease', at};
	const of = tokens[at]?.lower === 'of' ? at : -1;
	if (of >= 0) return NOUN.test(tokens[of - 1]?.lower ?? '') ? {measure: directionOf(tokens[of - 1]) ?? 'increase', at: of - 1} : null;
	while (at > span.from - 6 && BETWEEN.test(tokens[at]?.lower ?? '')) at -= 1;
	const measure = directionOf(tokens[at]);
	if (measure === null || (WITH_OBJECT.test(tokens[at]?.lower ?? '') && span.counted?.plural === true && tokens[at + 1]?.lower !== 'by')) return null;
	return {measure, at};
};

/** "the claims decreased by 40": what moved, where its plural stands right before the verb. */
export const moverOf = (tokens: readonly Token[], {at}: Change): string | null => {
	const noun = tokens[at - 1];
	return noun?.kind === 'word' && /^\p{Ll}{3,}s$|^[\p{Lu}]\p{Ll}{2,}s$/u.test(noun.text) && !/(?:ss|us|is)$|^(?:this|was|has|his|its|always)$/.test(noun.lower) && !NOUN.test(tokens[at]?.lower ?? '') ? noun.text : null;
};

/** Measures of which a per cent may be the level as well as its change: "34% hospitalised", "hospitalisations fell 34%". */
const LEVELS = /^(?:killed|wounded|missing|captured|casualties|infected|hospitalised|vaccinated|displaced|arrested|deported|employed|unemployed|affected|unemployment rate|poll share|vote share|turnout|tariff rate|tax rate|interest rate|stake|population|job cuts)$/;

/** Whether the change must not stand among the levels of what it is a change of; jobs that were added and points lost are told so everywhere. */
export const partsFrom = (span: NumberSpan, {measure}: Measured): boolean => (span.kind === 'count' && measure !== 'jobs' && measure !== 'job cuts' && !span.unit?.endsWith('points')) || measure === null || LEVELS.test(measure);
