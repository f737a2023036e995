import table from '../../data/hedges.json' with {type: 'json'};
import type {Stance} from '../model/figure.ts';
import {literal} from '../text/literal.ts';
import {isGivenName} from '../text/given-names.ts';
import {matchesOf} from '../text/matches.ts';
import {isTitle} from './lexicon.ts';

/** Words that limit how sure or how exact a figure is, in the order of the text, and the stance they leave. */
export type Hedging = {readonly hedges: readonly string[]; readonly stance: Stance};

type Hedge = {readonly group: 'probable' | 'possible' | 'shield'};
const pattern = (words: readonly string[]): RegExp => new RegExp(`\\b(?:${words.toSorted((left, right) => right.length - left.length).map(literal).join('|')})\\b`, 'gi');
const GROUPS: ReadonlyArray<readonly [Hedge['group'], RegExp]> = [['probable', pattern(table.probable)], ['possible', pattern(table.possible)], ['shield', pattern(table.shields)]];
const ROUNDERS = pattern(table.rounders);
const CUES = new Set(table.cues);

type Found = {readonly group: Hedge['group']; readonly words: string; readonly at: number};
/** The figures of a clause ask after one another: its hedges are looked for once. */
let asked = '';
let answer: readonly Found[] = [];
const hedgesIn = (clause: string): readonly Found[] => {
	if (clause !== asked) {
		asked = clause;
		answer = GROUPS.flatMap(([group, expression]) => matchesOf(expression, clause).map(match => ({group, words: match[0], at: match.index})).filter(found => !isOther(clause, found.at, found.words) && !isName(clause, found.at, found.words)));
	}

	return answer;
};

/** "Theresa May's defeat", "Prime Minister May": somebody is called so. */
const isName = (clause: string, at: number, word: string): boolean => word === 'May' && (/^['’]s\b/.test(clause.slice(at + 3)) || isNameBefore(/(\p{Lu}[\p{L}.]*)\s$/u.exec(clause.slice(0, at))?.[1] ?? ''));
const isNameBefore = (word: string): boolean => isGivenName(word) || isTitle(word);

/** Month, modal and names that look like hedges: "in May", "the might of", "claims adjuster", "alleged" stays. */
const isOther = (clause: string, at: number, word: string): boolean =>
	(word === 'May' && /(?:^|\b(?:in|of|on|by|from|since|until|last|next|this|early|late|\d)\s)$/.test(clause.slice(0, at)) || (word === 'May' && /^\s\d/.test(clause.slice(at + 3)))) || (/^likely$/i.test(word) && (/^\s(?:[\p{L}-]+\s){0,3}(?:voters|electorate)/u.test(clause.slice(at + word.length)) || /\b(?:more|less|most|least|as)\s$/.test(clause.slice(0, at)))) || (/^might$/i.test(word) && /\b(?:the|his|their|its|military)\s$/.test(clause.slice(0, at))) ||
	(/^(?:likely|expected)$/i.test(word) && /\bun?$|\b(?:widely|highly|eagerly|long)[\s-]$/.test(clause.slice(0, at)) && /^\s\p{Ll}+(?:[,\s]|$)/u.test(clause.slice(at + word.length)) && !/^\s(?:to|that|by|in|on|for)\b/.test(clause.slice(at + word.length))) || (/^could$/i.test(word) && /^\s(?:not|n)/.test(clause.slice(at + word.length))) || (/^claims?$|^claimed$/i.test(word) && /^\s(?:the\s)?(?:lives?|life|responsibility|victory|benefits?|compensation)\b/.test(clause.slice(at + word.length)));

const MODAL = /^(?:may|might|could)$/i;

/** These tell of what is done, not of what somebody holds true: "feared dead after 40 tremors", "set to speak as he visits two towns". */
const OF_ITS_VERB = /^(?:feared|presumed|suspected|expected|set to|due to be)$/i;
const CLAUSE = /\b(?:after|when)\b|\bas\s(?!(?:many|much|few|high|low|little)\b)|,\s(?!(?:includ|accord|start|beginn|depend|rang|bring|mak|leav|rais|cost|tak)ing\b)\p{Ll}+ing\s/u;

/** A modal hedges its own verb: near the figure, no comma or new clause between. Other hedges reach on to the figures after them. */
const reaches = (clause: string, {group, words, at: from}: Found, at: number, end: number): boolean => {
	const to = from + words.length;
	if (from < end && to > at) return true;
	const between = to <= at ? clause.slice(to, at) : clause.slice(end, from);
	if (to <= at) return group === 'possible' ? between.length <= 70 && !/[,;–—]|--/.test(between) : !/[;]|\bwhich\b/.test(between) && !(OF_ITS_VERB.test(words) && CLAUSE.test(between));
	return between.length <= 60 && !/[,;:–—]|--|\b(?:so|that|which|who|because|whether|if|before|after|when|while|then)\b/.test(between);
};

/** "the two towns", "its 12 shops", "all 300 drivers", "Peru’s 40 parks": how many there are is known. */
const DEFINITE = /(?:\b(?:the|its|his|her|their|our|my|your|these|those|this|both|all)|\p{L}['’]s?)\s$/iu;
/** "end a strike by 300 drivers", "a union of 300 nurses": so is how many a group is. */
const OF_GROUP = new RegExp(`\\b(?:an?|the|this|that|its|their)\\s(?:[\\p{L}-]+\\s){0,2}?(?:${table.groups.map(literal).join('|')})\\s(?:by|of|involving|representing|for|among|at)\\s$`, 'iu');

/** "may strike, according to two people briefed on it": those who say so are not in doubt, whatever they say. */
const isTeller = (clause: string, at: number, end: number): boolean => /\baccording to\s(?:the\s)?$/i.test(clause.slice(0, at)) || /^\s(?:[\p{L}-]+\s){0,3}?(?:familiar with|briefed on|close to|with knowledge of)\b/u.test(clause.slice(end));

/** Whether a hedge at from..to, outside a known group, still tells of its size: right beside it, or over the word (at `verb`) that tells what is measured. */
const concerns = (clause: string, [from, to]: readonly [number, number], [at, end]: readonly [number, number], verb: number | null): boolean => {
	if (from < end && to > at) return true;
	if (to <= at) return /^\s?$/.test(clause.slice(to, at)) || (verb !== null && verb > from && verb < at);
	return /^\s(?:\p{L}+\s)?$/u.test(clause.slice(end, from)) && !/\b(?:is|are|was|were|be)\s$/.test(clause.slice(end, from)) || (verb !== null && verb > from);
};

/**
 * Hedges of one figure: bounds and rounders in its own text, the rest in its clause. `cue` is the word that brings it
 * ("believe", "claimed"), a hedge itself where the table says so; `verb` the offset of the word that tells what is measured;
 * `compound`: part of a name of kind ("a two-dose course").
 */
export const hedgesOf = (figure: string, clause: string, at: number, cue: string | null, stance: Stance, {verb, compound}: {readonly verb: number | null; readonly compound: boolean} = {verb: null, compound: false}): Hedging => {
	const found: Array<{words: string; at: number}> = [];
	let weakest: Stance = stance;
	const end = at + figure.length;
	const lead = clause.slice(0, at);
	const known = compound || OF_GROUP.test(lead) || (DEFINITE.test(lead) && /^\s\p{L}/u.test(clause.slice(end)));
	const teller = isTeller(clause, at, end);
	for (const hedge of hedgesIn(clause)) {
		const {group, words, at: start} = hedge;
		if (!reaches(clause, hedge, at, end)) continue;
		if ((teller || known) && !concerns(clause, [start, start + words.length], [at, end], teller ? null : verb)) continue;
		// "1.5 million women joined the case and could win": a modal behind the figure hedges only the verb that tells it
		if (group !== 'shield' && MODAL.test(words) && start > at && !(verb !== null && verb > start && verb - start < 40)) continue;
		// "the alleged quarrel came after 40 calls": an adjective hedges its own noun
		if (/^(?:alleged|so-called|self-styled|unconfirmed)$/i.test(words) && !(start < at && at - start - words.length <= 14)) continue;
		// "a suspected accomplice of the man who shot three": so does a participle with an article
		if (/^(?:suspected|presumed|reported|believed)$/i.test(words) && start < at && at - start - words.length > 14 && /\b(?:an?|the|his|her|its|their)\s$/i.test(clause.slice(0, start))) continue;
		// "appears to have planned the raid that hit 40 firms": the raid is sure
		if (start < at && /^(?:appears?|appeared|seems?|seemed|believed|thought|suspected)\b/i.test(words) && /\s(?:that|who|which)\s(?:has|have|had|was|were|hit|struck|left|took|cost|killed|\p{L}{2,}ed)\b/u.test(clause.slice(start + words.length, at))) continue;
		// A verb of claiming hedges only as the cue itself; "said to be" and "reportedly" anywhere.
		if (group === 'shield' && /^claim(?:s|ed|ing)?$/i.test(words)) continue;
		found.push({words, at: start});
		if (weakest === 'certain' && group !== 'shield') weakest = group;
	}

	const own = matchesOf(ROUNDERS, figure).map(match => match[0]);
	const brought = cue !== null && CUES.has(cue.toLowerCase()) ? [cue] : [];
	const hedges = [...brought, ...found.toSorted((left, right) => left.at - right.at).map(hedge => hedge.words), ...own];
	return {hedges: hedges.filter((word, index) => hedges.indexOf(word) === index), stance: weakest};
};

let checked = '';
let verdict: string | null = null;

/** The phrase that tells whether anybody checked: "could not independently verify", "preliminary", "hard to obtain". */
export const verificationIn = (sentence: string): string | null => {
	if (sentence !== checked) [checked, verdict] = [sentence, findVerification(sentence)];
	return verdict;
};

const findVerification = (sentence: string): string | null => {
	const lower = sentence.toLowerCase();
	for (const words of table.verification) {
		const at = lower.indexOf(words);
		if (at < 0) continue;
		if (!words.includes(' ')) return sentence.slice(at, at + words.length);
		// The clause around it, without what follows a comma.
		const from = Math.max(sentence.lastIndexOf(',', at), sentence.lastIndexOf(';', at), sentence.lastIndexOf('—', at), -1) + 1;
		const comma = sentence.indexOf(',', at);
		const end = comma < 0 ? sentence.length : comma;
		return sentence.slice(from, end).trim().replace(/[.;]+$/, '').replace(/^(?:but|and|though|although|however|while|yet)\s/i, '') || null;
	}

	return null;
};

/** "based on intercepted calls": the ground a source names, verbatim. */
export const basisIn = (sentence: string): string | null => /\b(?:based on|on the basis of|drawing on|compiled from|extrapolated from)\s((?:[^,.;:“”"]|(?<=\b\p{Lu})\.){3,80})/u.exec(sentence)?.[1]?.trim() ?? null;
