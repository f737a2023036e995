import {holding} from './attribution.ts';
import type {NumberSpan} from './numbers.ts';
import {isDash, type Token} from './tokens.ts';

const VOTING = ['vote', 'votes', 'voted', 'voting', 'passed', 'approved', 'confirmed', 'rejected', 'override', 'passing', 'passes', 'ballot', 'tally', 'ratified', 'vetoed', 'ruling', 'ruled', 'elected', 'election', 're-elected', 'caucus', 'lawmakers', 'senators', 'legislators', 'parliament', 'runoff', 'decision', 'justices', 'split', 'failed', 'defeated', 'bill', 'motion'];

/** Both halves of a pair tell one thing, each of its own side. */
export type Tally = {readonly measure: 'votes' | 'seats'; readonly side: 'the larger side' | 'the smaller side' | null};

/** "passed 234-193", "a vote of 52 to 48": both halves of a count of votes. "A 31-20 seat lead": of seats. Null for any other pair, and for no pair. */
export const tallied = (tokens: readonly Token[], spans: readonly NumberSpan[], span: NumberSpan, words: ReadonlySet<string>): Tally | null => {
	if (span.kind !== 'count') return null;
	const at = holding(spans, span.from, other => [other.from, other.next]);
	const [first, second] = [[spans[at - 1], span], [span, spans[at + 1]]].find(([left, right]) => left !== undefined && right !== undefined && right.kind === 'count' && left.kind === 'count' && right.from === left.next + 1 && (isDash(tokens[left.next]) || tokens[left.next]?.lower === 'to')) ?? [];
	// "raises the age from 18 to 21"
	if (first === undefined || second === undefined || tokens[first.from - 1]?.lower === 'from') return null;
	// "a 4-3 decision, conservative judges said", "the vote of 30 to 21 sends it on": no noun behind them is counted
	const voted = [0, 1].some(ahead => /^(?:vote|decision|ruling|opinion|verdict)$/.test(tokens[second.next + ahead]?.lower ?? '') && tokens[second.next]?.kind === 'word') || (tokens[first.from - 1]?.lower === 'of' && /^(?:vote|votes|margin|tally)$/.test(tokens[first.from - 2]?.lower ?? ''));
	// "Kent (10-0) passed Hull": a record of games
	if (!voted && tokens[first.from - 1]?.text === '(' && !['vote', 'votes', 'voted', 'bill', 'motion', 'senators', 'lawmakers'].some(word => words.has(word))) return null;
	if (!voted && (span.unit !== null || span.counted?.plural)) return null;
	const side = first.low === second.low ? null : (first.low ?? 0) > (second.low ?? 0) === (span === first) ? 'the larger side' : 'the smaller side';
	// "the 6-3 conservative majority" is how a court or chamber is made up; "by a 6-3 majority" how it voted
	const ahead = tokens.slice(second.next, second.next + 3).map(({lower}) => lower);
	if (ahead.includes('majority') && !/^(?:decision|ruling|opinion|vote|verdict|judge?ment)$/.test(tokens[second.next + ahead.indexOf('majority') + 1]?.lower ?? '') && (!(tokens[first.from - 1]?.lower === 'a' && tokens[first.from - 2]?.lower === 'by') || ['control', 'controls', 'controlled', 'hold', 'holds', 'held'].some(word => words.has(word)))) return {measure: 'seats', side};
	return /^seats?$/.test(ahead[0] ?? '') ? {measure: 'seats', side} : VOTING.some(word => words.has(word)) ? {measure: 'votes', side} : null;
};
