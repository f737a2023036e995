import {changeWord, type Way} from './change-words.ts';
import {changeAt, type Change} from './changes.ts';
import type {NumberSpan} from './numbers.ts';
import type {Token} from './tokens.ts';

const WAYS = new Map<Way, Change['measure']>([['up', 'increase'], ['down', 'decrease']]);
const ADDS = /^(?:add|adds|added|adding)$/;
/** Sums that stand for themselves, and that something is added to. */
const LEVEL = /^(?:deficit|deficits|debt|debts|budget|budgets|cost|costs|bill|bills|spending|revenue|revenues|value|price|prices|surplus|shortfall|economy|gdp|fee|fees|fare|fares|rent|rents|tuition|premium|premiums|wage|wages|salary|salaries|pension|pensions|tax|taxes|rates|bonus|income|incomes)$/;

/** `of`: the level that moves, as printed, where the words name one. */
export type SumChange = Change & {readonly of: string | null};

/** How far a sum of money goes up or down: "a $3 billion jump", "added $2 billion to the debt", "cut the deficit by $1 billion". Null for a level. */
export const sumChangeAt = (tokens: readonly Token[], span: NumberSpan, measure: string | null): SumChange | null => {
	// cuts are told as such
	if (span.kind !== 'money' || measure === 'cuts') return null;
	const level = (from: number, next: number): string | null => tokens.slice(from, next).find(({lower}) => LEVEL.test(lower))?.text ?? null;
	for (let at = span.from - 1; at >= Math.max(0, span.from - 3); at -= 1) {
		if (tokens[at]?.kind !== 'word') break;
		if (ADDS.test(tokens[at]?.lower ?? '') && tokens[span.next]?.lower === 'to') {
			const of = level(span.next + 1, span.next + 6);
			if (of !== null) return {measure: 'increase', at, of};
		}
	}

	if (tokens[span.from - 1]?.lower === 'by') {
		for (let at = span.from - 2; at >= Math.max(0, span.from - 8) && tokens[at]?.kind === 'word'; at -= 1) {
			const way = WAYS.get(changeWord(tokens[at]?.lower)?.way ?? 'level');
			const of = way === undefined ? null : level(at + 1, span.from - 1);
			if (way !== undefined && of !== null) return {measure: way, at, of};
		}
	}

	// As a share's is: "rose by $2 billion", "a $3 billion drop"
	const change = changeAt(tokens, {...span, kind: 'percent'});
	// "those who earn $4,000 would drop out"
	if (change === null || (change.at > span.from && /^(?:to|who|not|would|will|could|can|may|might|did|does|do|should)$/.test(tokens[span.next]?.lower ?? ''))) return null;
	// "a $2 billion boost for farms" is given, and went up from nothing
	return tokens[change.at]?.lower === 'boost' ? null : {...change, of: null};
};
