import {phraseOf} from './nouns.ts';
import type {Measured} from './measures.ts';
import type {NumberSpan} from './numbers.ts';
import {demonymsIn} from './scope.ts';
import type {Token} from './tokens.ts';

const FORCES = /^(?:troops|soldiers|fighters|forces|servicemen|servicewomen|personnel|recruits|conscripts|reservists|marines|infantry|paratroopers)$/;
const LOSSES = /^(?:casualties|losses|deaths|fatalities|injuries|dead|wounded|deployment)$/;
/** Words of war: only there a bare loss belongs to somebody's troops. */
const WAR = /^(?:war|fighting|fought|battle|battlefield|frontline|front|offensive|troops|soldiers|forces|army|military|combat|incursion|invasion|counterattack)$/;

const normalised = (phrase: string): string => phrase.replace(/^[“"‘']/, '').replace(/^(?:of|the|these|those|other|more|additional|further|new|all|its|his|their|her)\s/i, '').replace(/^(?:the|these|those|its|other)\s/i, '');

/** The side that suffers or sends: the nearest country before the figure, else the first in the sentence. */
const side = (tokens: readonly Token[], span: NumberSpan, from: number, to: number): string | null => {
	const all = demonymsIn(tokens, from, to);
	const before = all.filter(entry => entry.at < span.from);
	// "visited China days before he sent": a country after a preposition or as a goal does not act.
	const acting = before.filter(entry => !/^(?:in|to|into|from|against|with|near|visited|visiting|at|over|across|of|for|between)$/.test(tokens[entry.at - 1]?.lower ?? '') || entry.adjective);
	// "shifted from Iraq to Kenya and will send 300 troops" names no one who acts; "300 troops sent by France" does
	const by = all.find(entry => entry.at > span.from && tokens[entry.at - 1]?.lower === 'by');
	return (acting.at(-1) ?? by)?.people ?? null;
};

/**
 * Of whom or what: a short noun phrase. Troops and their losses are told by country ("North Korean troops"), other counts
 * by their own words where they say more than the noun; "of them" takes the subject before.
 */
export const subjectOf = (tokens: readonly Token[], span: NumberSpan, measured: Measured, window: readonly [number, number], before: string | null): string | null => {
	const [from, to] = window;
	const {counted} = span;
	const them = /^(?:them|those|whom|these)$/.test(tokens[span.next]?.text ?? '') || (tokens[span.next]?.lower === 'of' && /^(?:them|whom|these|those)$/.test(tokens[span.next + 1]?.lower ?? ''));
	if (them && !counted?.plural) return before;
	if (span.kind === 'share' || span.kind === 'percent') {
		if (measured.measure === 'tariff rate' && measured.at !== null) return afterOn(tokens, Math.max(measured.at + 1, span.next), to) ?? goodsBefore(tokens, from, span.from);
		if (/^(?:of the|of those)$/.test(`${tokens[span.next]?.lower} ${tokens[span.next + 1]?.lower}`) && LOSSES.test(tokens[span.next + 2]?.lower ?? '')) return before;
		return null;
	}

	if (span.kind !== 'count' || (span.unit !== 'people' && !LOSSES.test(counted?.head ?? ''))) return span.unit !== null && counted && counted.phrase.includes(' ') ? normalised(counted.phrase) : null;
	const head = counted?.head ?? '';
	const war = tokens.slice(from, to).some(token => WAR.test(token.lower));
	if (counted?.plural && FORCES.test(head)) {
		const own = demonymsIn(tokens, counted.from, counted.next);
		if (own.length > 1) return normalised(counted.phrase);
		const people = own[0]?.people ?? side(tokens, span, from, to);
		return people === null ? normalised(counted.phrase) : `${people} troops`;
	}

	if (head === '' || LOSSES.test(head) || !counted?.plural) {
		if (before !== null && head === '') return before;
		const people = war ? side(tokens, span, from, to) : null;
		return people === null ? null : `${people} troops`;
	}

	if (measured.measure === 'workers' && !demonymsIn(tokens, counted.from, counted.next).length) {
		const people = side(tokens, span, from, to);
		return people === null ? normalised(counted.phrase) : `${people} ${head}`;
	}

	return normalised(counted.phrase);
};

const GOODS = /^(?:imports|goods|exports|products|cars|steel|aluminium|aluminum|vehicles|wine|lumber|films)$/;

/** "British imports will be slapped with a 10% tax": the goods before, with their adjectives. */
const goodsBefore = (tokens: readonly Token[], from: number, to: number): string | null => {
	for (let at = to - 1; at >= from; at -= 1) {
		if (!GOODS.test(tokens[at]?.lower ?? '')) continue;
		let start = at;
		while (start > from && at - start < 3 && tokens[start - 1]?.kind === 'word' && /^\p{Lu}|^(?:foreign|imported|all)$/u.test(tokens[start - 1]?.text ?? '') && tokens[start - 1]?.lower !== 'the') start -= 1;
		return phraseOf(tokens, start, at + 1);
	}

	return null;
};

/** "10% tax on all British imports": the thing taxed. */
const afterOn = (tokens: readonly Token[], from: number, to: number): string | null => {
	for (let at = from; at < Math.min(to, from + 8); at += 1) {
		if (!/^(?:on|to)$/.test(tokens[at]?.lower ?? '') || tokens[at + 1]?.lower === 'top') continue;
		let start = at + 1;
		if (tokens[at]?.lower === 'to') while (start < to && /^(?:be|already|being|applied|imports|of)$/.test(tokens[start]?.lower ?? '')) start += 1;
		while (/^(?:all|the|most|any|some|many|its|imports)$/.test(tokens[start]?.lower ?? '') && tokens[start + 1]?.kind === 'word') start += 1;
		let end = start;
		while (end < to && end - start < 6 && tokens[end] !== undefined && (tokens[end]?.kind === 'word' || tokens[end]?.text === '-') && !/^(?:into|to|in|from|on|that|which|by|after|as|imported|coming|entering|until|for|starting|at|but|is|are|was|were|takes?|took|comes?|came|goes|could|would|will|may|should|has|have|had|begin|begins)$/.test(tokens[end]?.lower ?? '')) end += 1;
		return end > start ? phraseOf(tokens, start, end) : null;
	}

	return null;
};
