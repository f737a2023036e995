import {resolveDate} from '../text/dates.ts';

/** The times of a figure, verbatim, and what they resolve to. */
export type Times = {readonly flow: 'total' | 'period' | null; readonly periodText: string | null; readonly asOf: string | null; readonly asOfText: string | null};

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const UNIT = '(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|season|summer|winter|spring|autumn|fall)s?';
const COUNT = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several|couple of)';
const AS_OF = new RegExp(`\\b(?:[Aa]s of|[Aa]s at)\\s(?:the end of\\s)?(?:\\d{1,2}\\s)?(?:[A-Z]\\w+)(?:\\s\\d{1,2}\\b(?:,)?)?(?:\\s\\d{4})?|\\b[Ss]o far\\b|\\b[Tt]o date\\b|\\b[Cc]urrently\\b|\\b[Aa]t present\\b|\\b[Rr]ight now\\b|\\bby (?:the end of )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|${MONTH}|(?:19|20)\\d{2})(?: (?:morning|afternoon|evening|night))?\\b|\\bfrom (?:${MONTH} \\d{1,2}(?:\\s?[-–]\\s?\\d{1,2})?|\\d{1,2} ${MONTH})\\b`);
const PERIODS: readonly RegExp[] = [
	new RegExp(`\\b(?:in|over|during|within|for|throughout)\\s(?:just\\s|only\\s)?(?:the\\s)?(?:last|past|previous|coming|next|first|latest|same|final)\\s(?:${COUNT}\\s)?(?:full\\s|calendar\\s)?${UNIT}(?:\\salone)?\\b`, 'g'),
	new RegExp(`\\b(?:in|over|during|within)\\s(?:just\\s|a single\\s|a\\s|one\\s|${COUNT}\\s)${UNIT}\\b`, 'g'),
	new RegExp(`\\b(?:in|during|throughout|over)\\s(?:the (?:year|month|week|quarter|12 months) (?:to|ending)\\s\\w+|(?:early|late|mid-)?\\s?${MONTH}(?:\\s\\d{4})?|(?:19|20)\\d{2}(?:-\\d{2})?)(?:\\salone)?\\b`, 'g'),
	new RegExp(`\\b[Ss]ince\\s(?:the\\s)?(?:start|beginning|outbreak|onset|launch)\\sof\\s(?:(?:the|its|his|her|their|this|last)\\s)?(?:[\\p{L}’'-]+\\s){0,3}?(?:war|invasion|conflict|offensive|fighting|pandemic|outbreak|crisis|campaign|uprising|protests|assault|operation|siege|year|month|week|season|century|decade)\\b`, 'gu'),
	new RegExp(`\\b(?:[Ss]ince|[Bb]etween)\\s(?:the\\s(?:start|beginning)\\sof\\s)?(?:last\\s)?(?:${MONTH}|(?:19|20)\\d{2}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:\\s(?:\\d{4}|\\d{1,2}\\b(?:,\\s\\d{4})?))?(?:\\s(?:last|this)\\syear)?(?:\\sand\\s(?:${MONTH}|\\d{4})(?:\\s\\d{4})?)?`, 'g'),
	new RegExp(`\\b(?:last|this)\\s(?:${UNIT.replace('s?', '')}|${MONTH})(?:\\salone)?\\b`, 'g'),
	new RegExp(`\\b(?:every|each|per|a|an)\\s(?:hour|day|week|month|year)\\b`, 'g'),
	/\b(?:annual(?:ly)?|yearly|monthly|weekly|daily|quarterly|overnight)\b/g,
];

const RECORD = /\b(?:first|only|last|most|best|worst|highest|lowest|biggest|largest|smallest|deadliest|bloodiest|longest|record|\p{L}{3,}est)\b[^,;]*$/u;
const RATE = /^(?:annual(?:ly)?|yearly|monthly|weekly|daily|quarterly)$/;

/** "pledged to cut waste by 2030": a goal, not the state of things. */
const GOAL = /\b(?:to\s\p{Ll}+|will|would|should|must|plans?|aims?|pledge[sd]?|goals?|targets?)\b[^,;]*$/u;

/** How far from the figure a time may stand, in characters, before it belongs to something else. */
const REACH = 110;

/** The figures of a clause ask after one another: its times are looked for once. */
let asked = '';
let answer: ReadonlyArray<{readonly text: string; readonly at: number}> = [];
const periodsIn = (clause: string): typeof answer => {
	if (clause !== asked) {
		asked = clause;
		answer = PERIODS.flatMap(pattern => [...clause.matchAll(pattern)].map(match => ({text: match[0], at: match.index})));
	}

	return answer;
};

/** A clause ends a period's reach: "killed 20, while last year". */
const nearest = (clause: string, from: number, to: number): string | null => {
	let best: {text: string; far: number} | null = null;
	for (const {text, at} of periodsIn(clause)) {
		const end = at + text.length;
		if (at < to && end > from) continue;
		// Before the figure only an opening ("In March the army") or a neighbour ("the annual £3bn") counts it.
		if (end <= from && at > 3 && from - end > 12) continue;
		const far = at >= to ? at - to : from - end + 25;
		if (far > REACH || (best && best.far <= far)) continue;
		// "the highest since 1979", "the first in 20 years" compare, they do not count
		if (/^(?:since|in|for)\b/i.test(text) && RECORD.test(clause.slice(Math.max(0, at - 45), at))) continue;
		// "12,000, up from 10,000 in October", "smaller than at the end of last year": the time of what it is compared with
		if (at >= to && /\b(?:from|than|versus|compared (?:with|to)|against|who|whose|which)\b(?:,(?=\d)|[^,;])*$/.test(clause.slice(to, at))) continue;
		// "broke the daily record": only beside its figure does such a word tell what the figure counts
		if (RATE.test(text) && Math.min(Math.abs(at - to), Math.abs(from - end)) > 12) continue;
		if (at >= to && /^(?:a|an)\s/.test(text) && at - to > 2) continue;
		best = {text: text.trim(), far};
	}

	return best?.text ?? null;
};

/**
 * The period a figure counts and the time it holds for, from its clause (offsets of the figure in it). `saidOn` is the
 * phrase already taken by the cue; `stock`: a measure that adds up, so that without a period it is a total.
 */
export const timesOf = (clause: string, from: number, to: number, options: {readonly stock: boolean; readonly saidOn: string | null; readonly published: string | null; readonly simplePast: boolean}): Times => {
	const {stock, saidOn, published, simplePast} = options;
	const rest = saidOn === null ? clause : clause.replace(saidOn, ' '.repeat(saidOn.length));
	const found = AS_OF.exec(rest);
	// "by 2030" far off is a deadline of something else
	const asOfText = found === null || (/^by\s/.test(found[0]) && GOAL.test(rest.slice(Math.max(0, found.index - 60), found.index))) || (/^by\s/.test(found[0]) && Math.min(Math.abs(found.index - to), Math.abs(from - found.index - found[0].length)) > 40) ? null : found[0];
	const blank = asOfText === null ? rest : rest.replace(asOfText, ' '.repeat(asOfText.length));
	const periodText = nearest(blank, from, to);
	const asOf = asOfText !== null && /^[Aa]s\s|^by\s/.test(asOfText) ? resolveDate(asOfText, published) : null;
	// since a war began, all of it is counted
	const all = stock && periodText !== null && /^since\s(?:the\s)?(?:start|beginning|outbreak|onset|launch)\s.*(?:war|invasion|conflict|offensive|fighting|pandemic|outbreak|crisis|campaign|uprising|protests|assault|operation|siege)$/i.test(periodText);
	return {flow: all ? 'total' : periodText !== null ? 'period' : (stock && !simplePast) || /far|date/.test(asOfText ?? '') ? 'total' : null, periodText, asOf, asOfText};
};

const SAID_ON = new RegExp(`\\b(?:on|late on|early on)\\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\\s(?:morning|afternoon|evening|night))?|${MONTH}\\s\\d{1,2}|\\d{1,2}\\s${MONTH})|\\b(?:yesterday|today|tonight|last (?:week|month|year|night)|this (?:week|month|morning|afternoon|evening)|earlier (?:this|in the) (?:week|month|day|year))\\b|\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b(?![’']s)`);

const SAID_IN = new RegExp(`^(?:\\s\\p{Ll}+){0,2}?\\s(in ${MONTH}(?:\\s\\d{4})?)\\b`, 'u');

/** When it was said: a time beside the cue, at most six words on either side. */
export const saidOnNear = (around: string, published: string | null, cue = ''): {readonly saidOn: string | null; readonly saidOnText: string | null} => {
	// "the paper reported in December": a month tells the day of speaking only right behind the verb
	const at = cue === '' ? -1 : around.indexOf(cue);
	const month = at < 0 ? null : SAID_IN.exec(around.slice(at + cue.length))?.[1] ?? null;
	const saidOnText = month ?? SAID_ON.exec(around)?.[0] ?? null;
	return {saidOnText, saidOn: saidOnText === null ? null : resolveDate(saidOnText, published)};
};
