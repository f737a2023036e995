import {isMove} from './change-words.ts';
import {endsPhrase} from './nouns.ts';
import {boundBefore} from './qualifiers.ts';
import {quantityAt, type Quantity} from './quantities.ts';
import {isCapital, isDash, touches, type Token} from './tokens.ts';

/** One number, or two that are the ends of a range (`ranged`); `next` is the token after it. */
export type Range = {readonly low: number; readonly high: number; readonly first: Quantity; readonly last: Quantity; readonly next: number; readonly ranged: boolean};

/** "rose 3% to 5%", "up 3% to 5%", "by 3% to 5%" may be a change and a level. */
const leadsChange = (word: string): boolean => isMove(word) || /^(?:up|down|by)$/.test(word);

/** "takes from two to four hours", "ages ranging from": these spread, others change. */
const SPREAD = /^(?:rang(?:e|es|ed|ing)|anywhere|var(?:y|ies|ied|ying)|estimates?|anything|somewhere|be|take|takes|took|taking|last|lasts|lasted|lasting|of|needs?|requires?|holds?|contains?|serves?|carr(?:y|ies)|employs?|costs?)$/;

/** May `right` be the upper end of a range whose lower end is `left`? Scale and unit are lent backwards: "5 to 10 million". */
const lent = (left: Quantity, right: Quantity): {low: number; high: number} | null => {
	const bare = left.kind === 'count' && left.unit === null && left.next === left.bare;
	const sameUnit = left.unit === right.unit && left.kind === right.kind;
	const signed = left.kind === 'money' && (right.kind === 'count' && right.unit === null || right.unit === left.unit);
	if (!(sameUnit || signed || bare)) return null;
	const low = left.scale === 1 && right.scale >= 1000 && left.low < right.low / right.scale * 1.0001 ? left.low * right.scale : left.low;
	return low < right.high ? {low, high: right.high} : null;
};

const isYearly = (tokens: readonly Token[], quantity: Quantity): boolean => quantity.next === quantity.from + 1 && /^(?:19|20)\d\d$/.test(tokens[quantity.from]?.text ?? '');

/** Does a verb of change stand right before, or before "by a seasonally adjusted"? */
const movedBefore = (tokens: readonly Token[], at: number): boolean => {
	let verb = at;
	while (verb > at - 5 && /^(?:by|a|an|another|further|adjusted|\p{L}+ly)$/u.test(tokens[verb]?.lower ?? '')) verb -= 1;
	return leadsChange(tokens[verb]?.lower ?? '');
};

/** "failed 45-51", "a vote of 45 to 51", "on a 47-53 vote": two sides, and nothing between them. */
const isTally = (tokens: readonly Token[], at: number, last: Quantity): boolean => {
	if (last.kind !== 'count' || last.unit !== null) return false;
	const [before, earlier, next, following] = [tokens[at - 1]?.lower ?? '', tokens[at - 2]?.lower ?? '', tokens[last.next]?.lower ?? '', tokens[last.next]];
	// "passed 10-15 laws" counts them
	const alone = following === undefined || (following.kind === 'mark' && following.text !== '%') || endsPhrase(following);
	return alone && /^(?:voted|vote|failed|defeated|rejected|blocked|passed|approved|confirmed|split|divided|ruled)$/.test(before)
		|| (before === 'of' && /^(?:vote|votes|tally|margin)$/.test(earlier)) || /^(?:vote|roll|ruling|decision|tally)$/.test(next);
};

/** The range that begins with `first`, or that number alone; `masked` tells tokens that are no figures. */
export const rangeAt = (tokens: readonly Token[], first: Quantity, masked: (at: number) => boolean): Range => {
	const single: Range = {low: first.low, high: first.high, first, last: first, next: first.next, ranged: false};
	if (first.minor && first.compound !== null || first.kind === 'share' || first.kind === 'times') return single;
	const link = tokens[first.next];
	if (!link || masked(first.next + 1)) return single;
	const before = boundBefore(tokens, first.from, false);
	const start = before ? before.from : first.from;
	const between = before?.sign === 'between';
	const dash = isDash(link);
	const tight = dash && touches(tokens[first.next - 1], link) && touches(link, tokens[first.next + 1]);
	if (dash && !tight && tokens[first.next + 1]?.lower !== 'to') return single;
	// "a 40- to 60-hour course"
	const hung = dash && tokens[first.next + 1]?.lower === 'to' ? 1 : 0;
	const last = quantityAt(tokens, first.next + 1 + hung);
	if (!last || last.from !== first.next + 1 + hung || (last.minor && last.compound !== null && !dash) || last.kind === 'share') return single;
	const ends = lent(first, last);
	if (!ends) return single;
	const joined: Range = {...ends, first, last, next: last.next, ranged: true};
	// "from the current $6.10 to $8.40"
	const now = /^(?:current|present|existing|previous|old|original|initial)$/.test(tokens[start - 1]?.lower ?? '') ? /^(?:the|its|his|her|their|a|an)$/.test(tokens[start - 2]?.lower ?? '') ? 2 : 1 : 0;
	const lead = tokens[start - 1 - now]?.lower ?? '';
	if (link.lower === 'and') return between ? joined : single;
	if (dash || link.lower === 'to') {
		if (isTally(tokens, first.from, last)) return single;
		// "rose from 5% to 10%" and "up 3% to 5%" are two figures; "ranging from", "anywhere from" one.
		if (lead === 'from' && !SPREAD.test(tokens[start - 2 - now]?.lower ?? '.')) return single;
		if (link.lower === 'to' && leadsChange(lead)) return single;
		// "sank by an adjusted 700 to 90,000": a change and a level; "by 5 to 10 percent" is a range
		if (link.lower === 'to' && ends.high >= ends.low * 4 && movedBefore(tokens, start - 1)) return single;
		// "from 400 in 2016 to 7,314": the one is a year
		if (link.lower === 'to' && /^(?:in|since|during|year|fiscal)$/.test(lead) && isYearly(tokens, first) && !isYearly(tokens, last)) return single;
		// "the mayor led Smith 38% to 55%": a count of two sides
		if (link.lower === 'to' && first.kind === 'percent' && first.unit === 'percent' && first.next > first.bare && isCapital(tokens[start - 1])) return single;
		return joined;
	}

	// "five or six people"
	return link.lower === 'or' && ends.high <= ends.low * 2.5 && first.unit === last.unit || (link.lower === 'or' && first.kind === 'count' && first.next === first.bare && ends.high <= ends.low * 2.5) ? joined : single;
};
