import {CHANGED_THING, changeWord, type Way} from './change-words.ts';
import type {Measured} from './measure-nouns.ts';
import type {NumberSpan} from './numbers.ts';
import type {Token} from './tokens.ts';

/** How far something went up or down, told by the word right beside the figure; `at` is that word's token. */
export type Change = {readonly measure: 'increase' | 'decrease'; readonly at: number};

/** Between the word and its figure: "rose by a further 40", "jumped nearly 50 percent". */
const BETWEEN = /^(?:by|a|an|another|further|some|about|around|nearly|almost|roughly|more|less|than|over|only|just|at|least|most|up|whopping|estimated|seasonally|adjusted|full|\p{L}+ly)$/u;
const MEASURES = new Map<Way, Change['measure']>([['up', 'increase'], ['down', 'decrease']]);
const directionOf = (token: Token | undefined): Change['measure'] | null => MEASURES.get(changeWord(token?.lower)?.way ?? 'level') ?? null;
const namesChange = (token: Token | undefined): boolean => changeWord(token?.lower)?.noun === true;
/** Does a word stand there that one goes up or down by: "was up", "(down", "edged up"? */
const leadsParticle = (token: Token | undefined): boolean => /^(?:[,(—–]|is|was|were|are)$/.test(token?.lower ?? '') || changeWord(token?.lower)?.way === 'either';

/** "cases rose by 61,000", "a decrease of 130,000 claims", "down 29,000 from", "a 34% drop". Null where the figure is a level: "rose to 45". */
export const changeAt = (tokens: readonly Token[], span: NumberSpan): Change | null => {
	if (span.kind !== 'count' && span.kind !== 'percent' && span.kind !== 'share') return null;
	for (let at = span.next; at < span.next + 2; at += 1) {
		const measure = namesChange(tokens[at]) && span.compound === null && !span.counted?.plural && !CHANGED_THING.test(tokens[at + 1]?.lower ?? '') ? directionOf(tokens[at]) : null;
		if (measure !== null) return {measure, at};
	}

	// "fell below 40", "rose above 3%": these lead to a level; "rose over 20%" does not
	const first = tokens[span.from]?.lower ?? '';
	if (/^(?:below|above|under|past|beyond)$/.test(first) || (first === 'over' && span.kind === 'count')) return null;
	let at = span.from - 1;
	// "down 29,000 from last week": not "shut down 40 plants"
	if (/^(?:up|down)$/.test(tokens[at]?.lower ?? '') && leadsParticle(tokens[at - 1])) return {measure: tokens[at]?.lower === 'up' ? 'increase' : 'decrease', at};
	const of = tokens[at]?.lower === 'of' ? at : -1;
	if (of >= 0) {
		const named = namesChange(tokens[of - 1]) ? directionOf(tokens[of - 1]) : null;
		return named === null ? null : {measure: named, at: of - 1};
	}

	while (at > span.from - 6 && BETWEEN.test(tokens[at]?.lower ?? '')) at -= 1;
	const measure = directionOf(tokens[at]);
	if (measure === null) return null;
	const {done, object} = changeWord(tokens[at]?.lower) ?? {};
	// "cut 12 percent of its staff", "dropped 12 charges": without a "by" it may be the thing itself
	const by = tokens.slice(at + 1, span.from).some(({lower}) => lower === 'by');
	return !by && (done === true || (object === true && span.counted?.plural === true)) ? null : {measure, at};
};

const AUXILIARY = /^(?:has|have|had|was|were|is|are|been|being|be|will|would|could|may|might|also|\p{L}+ly)$/u;
const PREPOSITION = /^(?:in|of|for|at|on|to|from|with|among|by|against|under|over)$/;
const QUANTITY = /^(?:number|rate|count|tally|total|pace|level|share)$/;
const isPlural = (token: Token | undefined): boolean => token?.kind === 'word' && /^\p{Ll}{3,}s$|^\p{Lu}\p{Ll}{2,}s$/u.test(token.text) && !/(?:ss|us|is)$|^(?:this|was|has|his|its|always)$/.test(token.lower);

/** What a change is one of: what the figure would measure without it, else what moved. */
export const changedOf = (tokens: readonly Token[], change: Change, {measure, measureText, at}: Measured): string | null =>
	(isChangeMeasure(measure) || at === change.at ? null : measureText ?? measure) ?? moverOf(tokens, change);

/** "the claims decreased by 40", "claims in state schemes fell 40": what moved, where its plural stands before the verb. */
const moverOf = (tokens: readonly Token[], {at}: Change): string | null => {
	if (namesChange(tokens[at]) && !AUXILIARY.test(tokens[at - 1]?.lower ?? '')) return null;
	let noun = changeWord(tokens[at - 1]?.lower)?.way === 'either' ? at - 2 : at - 1;
	while (at - noun < 4 && AUXILIARY.test(tokens[noun]?.lower ?? '')) noun -= 1;
	if (!isPlural(tokens[noun])) return null;
	for (let back = noun - 1; back > noun - 5 && tokens[back]?.kind === 'word'; back -= 1) {
		if (/^(?:as|while|when|and|or|but|that|because|if|than|after|before|since)$/.test(tokens[back]?.lower ?? '')) break;
		if (!PREPOSITION.test(tokens[back]?.lower ?? '')) continue;
		if (!QUANTITY.test(tokens[back - 1]?.lower ?? '')) noun = back - 1;
		break;
	}

	return isPlural(tokens[noun]) && tokens[noun - 1]?.lower !== 'and' ? tokens[noun]?.text ?? null : null;
};

/** Our two terms for a change. */
const isChangeMeasure = (measure: string | null): boolean => /^(?:in|de)crease$/.test(measure ?? '');

/** Measures of which a per cent may be the level as well as its change: "34% hospitalised", "hospitalisations fell 34%". */
const LEVELS = /^(?:killed|wounded|missing|captured|casualties|infected|hospitalised|vaccinated|displaced|arrested|deported|employed|unemployed|affected|unemployment rate|poll share|vote share|turnout|tariff rate|tax rate|interest rate|stake|population|job cuts|deficit|debt|budget|spending)$/;

/** Whether the change must not stand among the levels of what it is a change of; jobs that were added and points lost are told so everywhere. */
export const partsFrom = (span: NumberSpan, {measure}: Measured): boolean => (span.kind === 'count' && measure !== 'jobs' && measure !== 'job cuts' && !span.unit?.endsWith('points')) || measure === null || isChangeMeasure(measure) || LEVELS.test(measure);
