import {resolveDate} from '../text/dates.ts';
import {matchesOf} from '../text/matches.ts';
import {finiteForms} from './change-words.ts';

/** The times of a figure, verbatim, and what they resolve to. */
export type Times = {readonly flow: 'total' | 'period' | null; readonly periodText: string | null; readonly asOf: string | null; readonly asOfText: string | null};

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.)';
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const UNIT = '(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|season|summer|winter|spring|autumn|fall)s?';
const ONE = UNIT.replace('s?', '');
const COUNT = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several|couple of)';
const END = '(?![\\p{L}\\d])';
const AS_OF = new RegExp(`\\b(?:[Aa]s of|[Aa]s at)\\s(?:the end of\\s|early\\s|late\\s|mid-)?(?:\\d{1,2}\\s)?(?:${MONTH}|[A-Z]\\w+|(?:this|last)\\s${ONE}|yesterday|today|now)(?:\\s\\d{1,2}\\b(?:,)?)?(?:\\s\\d{4})?|\\b[Ss]o far\\b|\\b[Tt]o date\\b(?<![Uu]p to date)|\\b[Cc]urrently\\b|\\b[Aa]t present\\b|\\b[Rr]ight now\\b|\\b[Bb]y (?:the end of )?(?:${WEEKDAY}|${MONTH}(?:\\s\\d{1,2}\\b(?:,\\s\\d{4})?)?|(?:19|20)\\d{2})${END}(?: (?:morning|afternoon|evening|night))?|\\bthrough(?<=\\b(?:data|figures|numbers|records|status|reports)\\sthrough)\\s(?:early\\s|late\\s|mid-)?${MONTH}(?:\\s\\d{1,2}\\b)?|\\bfrom (?:${MONTH} \\d{1,2}(?:\\s?[-–]\\s?\\d{1,2})?|\\d{1,2} ${MONTH})${END}`, 'u');
const PERIODS: readonly RegExp[] = [
	// "in the course of a 30-hour stretch"
	new RegExp(`\\b(?:in|over|during|within)\\s(?:the\\s(?:course|space)\\sof\\s)?a\\s(?:\\d+|${COUNT})-${ONE}\\s(?:period|span|stretch|window)\\b`, 'g'),
	new RegExp(`\\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin|[Ff]or|[Tt]hroughout)\\s(?:just\\s|only\\s)?(?:the\\s)?(?:last|past|previous|coming|next|first|latest|same|final)\\s(?:${COUNT}\\s)?(?:full\\s|calendar\\s)?${UNIT}(?:\\salone)?\\b(?!(?<=days)\\sof\\b)`, 'g'),
	// "in the first half of 2022", "for the third quarter of last year"
	/\b(?:in|during|for)\sthe\s(?:first|second|third|fourth|final|last|latter)\s(?:half|quarter)\sof\s(?:(?:the|this|last|next)\s(?:fiscal\s)?year|(?:fiscal\s)?(?:19|20)\d{2})\b/g,
	new RegExp(`\\b(?:in|over|during|within)\\s(?:just\\s|a single\\s|a\\s|one\\s|${COUNT}\\s)${UNIT}\\b(?!(?<=quarter)\\sof\\b)`, 'g'),
	new RegExp(`\\b(?:(?:in|during|throughout|over|for|In|During|For)\\s)?the (?:${COUNT}\\s)?(?:year|month|week|quarter)s?\\s(?:that\\s)?(?:ending|ended)\\s(?:${MONTH}(?:\\s\\d{1,2})?|\\w+)`, 'gu'),
	new RegExp(`\\b(?:[Ii]n|[Dd]uring|[Tt]hroughout|[Oo]ver)\\s(?:the (?:year|month|week|quarter|12 months) (?:to|ending)\\s\\w+|(?:early|late|mid-)?\\s?${MONTH}(?:\\s(?:and|or|to)\\s${MONTH}(?!\\s\\d{1,2}(?!\\d)))?(?:\\s\\d{4}|\\s(?:last|this)\\syear)?(?!\\s\\d{1,2}(?!\\d))|(?:19|20)\\d{2}(?:-\\d{2})?(?!\\s(?:[Ee]lections?|presidential|campaigns?|race|census|midterms?|vote|primar(?:y|ies)|budget|Olympics|Games|World)\\b))(?:\\salone)?${END}`, 'gu'),
	new RegExp(`\\b[Ss]ince\\s(?:the\\s)?(?:start|beginning|outbreak|onset|launch)\\sof\\s(?:(?:the|its|his|her|their|this|last)\\s)?(?:[\\p{L}’'-]+\\s){0,3}?(?:war|invasion|conflict|offensive|fighting|pandemic|outbreak|crisis|campaign|uprising|protests|assault|operation|siege|year|month|week|season|century|decade)\\b`, 'gu'),
	new RegExp(`\\b(?:[Ss]ince|[Bb]etween)\\s(?:the\\s(?:start|beginning)\\sof\\s)?(?:last\\s)?(?:${MONTH}|(?:19|20)\\d{2}|${WEEKDAY})(?:\\s(?:\\d{4}|\\d{1,2}\\b(?:,\\s\\d{4})?))?(?:\\s(?:last|this)\\syear)?(?:\\sand\\s(?:${MONTH}|\\d{4})(?:\\s\\d{4})?)?`, 'g'),
	new RegExp(`\\b(?:[Ll]ast|[Tt]his)\\s(?:${ONE}|Week|Month|Quarter|Year|${MONTH})${END}(?![’'])(?:\\salone)?`, 'gu'),
	// "in fiscal year 2017", "for fiscal 2018"
	/\b(?:[Ii]n|[Ff]or|[Dd]uring)\s(?:the\s)?(?:[Ff]iscal|[Ff]inancial)(?:\s[Yy]ear)?\s(?:19|20)\d{2}\b/g,
	new RegExp(`\\b[Ff]rom\\s${MONTH}(?:\\s\\d{4})?\\s(?:through|to|until)\\s${MONTH}(?:\\s\\d{4})?`, 'g'),
	// "590,000 the prior week", "590,000 a week earlier"
	new RegExp(`\\bthe (?:prior|previous|preceding)\\s${ONE}\\b(?![’'])|\\b(?:a|an|the)\\s${ONE}\\s(?:earlier|before|prior)\\b`, 'g'),
	new RegExp(`\\b(?:every|each|per|a|an)\\s(?:hour|day|week|month|year)\\b(?!\\s(?:earlier|before|ago|later|prior|after|old|long|into|of|to|off|from)\\b)`, 'g'),
	/\b(?:annual(?:ly)?|yearly|monthly|[Ww]eekly|[Dd]aily|quarterly|overnight)\b/g,
	// "a seven-day average of 5,000": so many a day
	/\b[\p{L}\d]+-(?:day|week|month)\s(?:(?:moving|rolling)\s)?average\b/gu,
	/\b(?:on\s)?(?:that|the\ssame)\sday\b/g,
];

/** "the worst since 1990", "a third attack in two days": but "the second wave killed 30 in a week" counts by the week. */
const RECORD = /\b(?:(?:not\sseen|unseen|only|last(?!\s(?:week|month|year|quarter|night|summer|winter|spring|autumn|fall)\b)|most|best|worst|highest|lowest|biggest|largest|smallest|deadliest|bloodiest|longest|record|any|\p{L}{3,}est)\b[^,;]*|(?:first(?!-)|(?:second|third|fourth|fifth)(?!\sof\b|-|\s(?:quarter|half|week|month|year|day)\b))\b[^,;\d]*)$/u;
const RATE = /^(?:annual(?:ly)?|yearly|monthly|weekly|daily|quarterly|(?:each|every|per|a|an)\s(?:hour|day|week|month|year)|.*average)$/i;
/** A time before its figure that compares: "the week before", "that day" stand behind theirs. */
const BEHIND = /^(?:the (?:prior|previous|preceding)|(?:on )?(?:that|the same) day)|(?:earlier|before|prior)$/;

/** "pledged to cut waste by 2030": a goal, not the state of things. */
const GOAL = /\b(?:to\s\p{Ll}+|will|would|should|must|plans?|aims?|pledge[sd]?|goals?|targets?)\b(?:,(?=\d)|[^,;])*$/u;

/** How far from the figure a time may stand, in characters, before it belongs to something else. */
const REACH = 110;
/** How far behind its figure a time of this kind may stand, in characters: "5,000 new cases per day". */
const behind = (text: string): number => /^(?:a|an)\s/.test(text) ? (BEHIND.test(text) ? 12 : 25) : /^(?:each|every|per)\s/.test(text) || BEHIND.test(text) ? 45 : text.endsWith('average') ? -1 : RATE.test(text) ? (/ly$/i.test(text) ? 30 : 12) : REACH;

/** The figures of a clause ask after one another: its times are looked for once. */
let asked = '';
let answer: ReadonlyArray<{readonly text: string; readonly at: number}> = [];
const periodsIn = (clause: string): typeof answer => {
	if (clause !== asked) {
		asked = clause;
		answer = PERIODS.flatMap(pattern => matchesOf(pattern, clause).map(match => ({text: match[0], at: match.index})));
	}

	return answer;
};

/** Whatever measures a level comes to a number by one of these: "fell below 30,000", "has been 30,000". */
const MOVES = `(?:${finiteForms('up', 'down').join('|')})`;
const ARRIVES = `(?:${MOVES}(?:\\s(?:back|down|up|sharply|slightly|again))?\\s(?:to|below|above|under|past)|${finiteForms('level').join('|')}|(?:${finiteForms('steady').join('|')})\\s(?:at|around|near|above|below|under|over)|amounted to|came to|was|were|is|been)`;
const ROUNDED = '(?:(?:a|an|the|little|record|new|total|high|low|average|rate|of|just|only)\\s)*';
const COMES_TO = new RegExp(`\\b${ARRIVES}\\s${ROUNDED}$`, 'u');
const COMPARED = /\b(?:from|than|versus|against|compared (?:with|to))\s(?:(?:a|an|the|just|revised)\s)*$/;

/** What stands before a number, with the "below" that its own words begin with. */
const leadOf = (clause: string, from: number, to: number): string => clause.slice(0, from) + (/^(?:below|above|under|over)\s/i.exec(clause.slice(from, to))?.[0] ?? '');

/** "the count of daily ferry tickets sank to 30,000", "from a daily average of 7,000 to 5,000": a rate in the subject counts for the number. */
const subjectRate = (text: string, between: string): boolean => {
	const plain = between.replaceAll(/-\d+/g, '').replace(/\sof\s[\d,.]+\sto\s$/, ' was ');
	return RATE.test(text) && plain.length <= 90 && !/[,;:–—\d]/.test(plain) && (COMES_TO.test(plain) || /^\sof\s$/.test(plain));
};

/** An opening counts the first number behind it: "Last year, prices rose 3%"; not what somebody said then, and not the level a longer time led to, but what it amounted to. */
const openingCounts = (text: string, between: string, comesTo: boolean): boolean =>
	!/\d|,[^,]*,|\b(?:said|says|reported|announced|showed|told|total|toll|bring\p{L}*|brought)\b/u.test(between.replaceAll(/-\d+/g, '').replace(/^,/, '')) && (/^(?:Last|This|In)\s(?!the|last|past)/.test(text) || !comesTo || /\b(?:amounted to|totall?ed|came to|added up to)\s[^,]{0,12}$/.test(between));

/** "the $2 trillion plan passed in March": when it was settled, not what the sum counts. */
const isSettled = (figure: string, between: string): boolean => /[$£€]|dollars|pounds|euros/.test(figure) && /\b(?:proposal|plan|bill|request|offer|legislation|measure|package|deal)\s$|\b(?:passed|signed|enacted|approved|adopted|unveiled|proposed|announced|introduced|demanded|requested|offered|lapsed|expired|exhausted|ran\sout|dried\sup)(?:\sinto\slaw|\sof\s\p{Ll}+)?\s$/u.test(between);

/** "$8, $10 or $12 an hour": what is only listed with a figure parts nothing. */
const LISTED = /^(?:[\s,.\d$£€%-]|\b(?:or|and|to|million|billion)\b)*$/;

/** A clause ends a period's reach: "killed 20, while last year". */
const nearest = (clause: string, from: number, to: number): string | null => {
	let best: {text: string; far: number} | null = null;
	for (const {text, at} of periodsIn(clause)) {
		const end = at + text.length;
		if (at < to && end > from) continue;
		const between = end <= from ? leadOf(clause, from, to).slice(end) : clause.slice(to, at);
		const rate = end <= from && subjectRate(text, between);
		if (end <= from && !rate) {
			// Before the figure only an opening ("In March the army") or a neighbour ("the annual £3bn") counts it.
			if (BEHIND.test(text) || (at > 3 && ((from - end > 12 && !/^\sto\s(?:an?\s)?(?:[\p{L}-]+\s){0,3}$/u.test(between)) || (/[,;]/.test(between) && !/^,\s(?:when|just|only)\s$/.test(between) && !(between === ', ' && /(?:[,:]|\bthat)\s$/.test(clause.slice(0, at)))) || COMPARED.test(between)))) continue;
			if (at <= 3 && /^\p{Lu}/u.test(text) && (RATE.test(text) || !openingCounts(text, between, COMES_TO.test(between)))) continue;
		}

		const far = at >= to ? at - to : from - end + (rate ? 0 : 25);
		if (far > REACH || (best && best.far <= far)) continue;
		// "the year that ended in September", "600,000 as weekly deaths fell": the time of something else
		if (/\b(?:ended|ending|began|beginning|started|starting)\s$/.test(clause.slice(Math.max(0, at - 12), at)) || (at >= to && RATE.test(text) && /\b(?:as|while|but|amid|and|with)\s|\d/.test(between.replace(LISTED, '')))) continue;
		// "the highest since 1979", "the first in 20 years" compare, they do not count
		if (/^(?:since|in|for|within)\b/i.test(clause.slice(Math.max(0, at - 6), at).endsWith('since ') ? 'since' : text) && RECORD.test(clause.slice(Math.max(0, at - 90), at))) continue;
		// "swelled from $6 billion in 2017 to $7 billion in 2018", "fell from 40 to 60 in May": each has the time behind it
		if (end <= from && /^\sto\s/.test(between) && /\bfrom\s[^,;]{1,30}\s$/.test(clause.slice(0, at))) continue;
		if (at >= to && /\bfrom\s$/.test(clause.slice(0, from)) && /\bto\s(?:\p{Ll}+\s){0,3}?[$£€]?\d/u.test(between)) continue;
		// "before the end of this month": a deadline
		if (/\b(?:by|before|until|at|toward|towards)\s(?:the\s)?(?:end|start|beginning|middle)\sof\s$/.test(clause.slice(Math.max(0, at - 28), at))) continue;
		// "the $3 trillion package could fail this week"
		if (at >= to && /^(?:this|last)\s(?:week|month)/i.test(text) && /[$£€]/.test(clause.slice(from, to)) && /\b(?:package|bill|plan|proposal|deal|agenda|measure|legislation)\b/.test(between)) continue;
		// "a vote this month on a $2 million bill"
		if (end <= from && /^\son\s(?:an?|the)\s$/.test(between)) continue;
		// "900 boats, close to the record set this March"
		if (at >= to && /\b(?:records?|high|low|peak|total|mark)\s(?:that was\s)?(?:set|reached|seen|hit|recorded|posted|reported)\s$/.test(between)) continue;
		// "a $2 billion plan and $1 billion in aid for fiscal 2022"
		if (at >= to && /fiscal|financial/i.test(text) && /\d/.test(between)) continue;
		// "12,000, up from 10,000 in October", "lower than when last summer ended": the time of what it is compared with
		if (at >= to && /\b(?:(?<!\b(?:deaths|fatalities|losses|cases|d(?:ied|ies?|ead|ying)|killed|ill|sick)\s)from|than|versus|compared (?:with|to)|against|who|whose|which|(?:increase|rise|jump|gain|growth|surge|drop|decline|decrease|fall)\s(?:over|on))\b(?:,(?=\d)|[^,;])*$/.test(between)) continue;
		// "400 deaths as weekly tolls fell", "400 jobs and daily calls": of the noun behind it
		if (at >= to && /(?<!Ju)ly$/i.test(text) && at - to > 12 && !/^(?:[.,;:)”"]|$|\s(?:in|from|by|at|on|since|because|across|nationwide|worldwide|and)\b)/.test(clause.slice(at + text.length))) continue;
		// "broke the daily record": only beside its figure does such a word tell what the figure counts
		if (at >= to ? at - to > behind(text) || (BEHIND.test(text) && /[,;\d]/.test(between)) || isSettled(clause.slice(from, to), between) : RATE.test(text) && !rate && from - end > 12) continue;
		best = {text: text.trim(), far};
	}

	return best?.text ?? null;
};

const DAY = `((?:(?:late|early)\\s)?on\\s(?:${WEEKDAY}(?![’'\\p{L}])(?:\\s(?:morning|afternoon|evening|night))?|${MONTH}\\s\\d{1,2}(?!\\d)(?:,\\s\\d{4})?|\\d{1,2}\\s${MONTH}(?:\\s\\d{4})?)|(?<!\\b(?:last|next|this|every|each|until|since|by|from|through|of|before|after)\\s)${WEEKDAY}(?![’'\\p{L}]))`;
const NOUN_THEN_DAY = new RegExp(`^((?:\\s(?!(?:who|that|which|when|after|before|since|by|from|than|until|expected|scheduled|due|and|but|to|is|are|was|were|will|would|could|may)\\s)[\\p{L}][\\p{L}\\d.’'-]*){0,8}?)\\s${DAY}`, 'u');
/** Most clauses name no day, and are asked nothing else. */
const HAS_DAY = new RegExp(`${WEEKDAY}|on ${MONTH}|on \\d`, 'i');
const DAY_THEN = new RegExp(`${DAY},?\\s([^,;:–—“”"]{0,90})$`, 'giu');
const REPORTED = /^(?:\s[\p{L}\d-]+){0,3}?\s(?:were|was|have been|had been)\s(?:reported|recorded|registered|logged|confirmed)\b/u;
const REPORTED_ON = new RegExp(`${REPORTED.source}\\s${DAY}`, 'u');
const DAY_WHEN = new RegExp(`${DAY},\\swhen\\s(?:more than\\s|at least\\s|some\\s|about\\s)?$`, 'u');
const COUNTED = /\b(?:listed|lists|tallied|counted|hits?|(recorded|records|registered|logged|reported|reports|confirmed|added|documented|saw|had|there (?:were|was)))\s(?:(?:a|an|the|another|up|down|record|new|average|of|total)\s)*$/iu;
const NEW = /\b(?:new|additional|more|further|fresh|daily)\b/;

/** "recorded 800 cases and 40 deaths on Sunday": both were. */
const withoutFirst = (lead: string): string => lead.replace(/\d[\d,.]*(?:\s[\p{L}.]+){1,4}\sand\s$/u, '');

/**
 * The day on which a number stood or was counted, verbatim: "passed 50,000 deaths on Friday", "on Friday listed 51,000".
 * Only what came to a level or was tallied holds for a day; what happened on it ("killed 12 on Sunday") does not.
 */
const dayOf = (clause: string, from: number, to: number, stock: boolean): {readonly text: string; readonly noun: string} | null => {
	if (!HAS_DAY.test(clause)) return null;
	const lead = leadOf(clause, from, to);
	// "passed a $3m plan on Friday" comes to no level
	const tells = (words: string): boolean => (COMES_TO.test(words) && !(/[$£€]/.test(clause.slice(from, to)) && /\bpass\p{L}+\s[^,]*$/u.test(words))) || (stock && COUNTED.test(words));
	const [, noun = '', behind] = NOUN_THEN_DAY.exec(clause.slice(to)) ?? [];
	if (behind !== undefined && (tells(withoutFirst(lead)) || COMPARED.test(lead))) return {text: behind, noun};
	// "more than 900 infections were reported on Friday", "on Friday, when 900 were reported"
	const counted = stock ? REPORTED_ON.exec(clause.slice(to))?.[1] ?? (REPORTED.test(clause.slice(to)) ? DAY_WHEN.exec(lead)?.[1] : undefined) : undefined;
	if (counted !== undefined) return {text: counted, noun: ''};
	// "On Friday the tracker listed 51,000 deaths and 890,000 infections"
	const [, before, verb] = matchesOf(DAY_THEN, withoutFirst(lead)).at(-1) ?? [];
	return before !== undefined && verb !== undefined && !/\d(?<!-\d+)|\b(?:said|says|that|told|announced|showed|after|before|killed|died)\b/.test(verb) && tells(verb) ? {text: before, noun: ''} : null;
};

const NEWLY = /^(?:\s(?!(?:of|in|on|at|by|for|from|to|as|and|or|but|who|that|which|more|fewer|less)\s)[\p{L}’'-]+)?\s(new|fresh)\s\p{L}/u;
const NEWLY_BEFORE = new RegExp(`\\b(?<!\\b(?:a|the|its|this|that|another|with) )([Nn]ew|[Ff]resh)\\s\\p{Ll}+s(?:\\s\\p{Ll}+){0,3}?\\s${ARRIVES}\\s${ROUNDED}$`, 'u');

/** "90 more students were arrested": beside those of some count before. "Dozens more were hurt" are others than the dead. */
const further = (clause: string, to: number): string | null => /^\s(more|additional)\s(?!(?:were|are|was|is|have|had|has|may|could|will|would|remain|hurt|dead|than|or|\p{Ll}+ed)\b)(?:[\p{L}-]+\s){0,2}?(?:\p{Ll}+s|people|men|women|children)\b/u.exec(clause.slice(to))?.[1] ?? null;

/** "4,100 new cases", "new infections topped 4,100": what has come since some count before, in a time that is not told; no total. */
const newly = (clause: string, from: number, to: number): string | null => NEWLY.exec(clause.slice(to))?.[1] ?? NEWLY_BEFORE.exec(leadOf(clause, from, to))?.[1]?.toLowerCase() ?? null;

const CHANGED_BY = new RegExp(`\\b(?:${MOVES}|raise[sd]?|revise[sd]?|up|down|higher|lower)(?:\\s[^,;]{1,50})?\\sby\\s$`);
const CHANGED = new RegExp(`\\b(?:${MOVES}|up|down)\\s$`);

/** "the toll had declined to 40": what falls is no total. */
const FALLS = new RegExp(`\\b(?:${finiteForms('down').join('|')})(?:\\s(?:back|down|sharply|slightly|again))?\\s(?:to|below|under)\\s${ROUNDED}$`, 'u');

/** "rose by 1,300", "up 50 percent": a change adds up to nothing. */
const isChange = (clause: string, from: number, to: number): boolean => {
	const lead = clause.slice(0, from);
	return (lead.endsWith(' by ') && CHANGED_BY.test(lead)) || (/%|per ?cent/.test(clause.slice(from, to)) && CHANGED.test(lead));
};

/** "so far" and "to date" beside their figure: not those of a record ("the best so far, above the 40 of May"), not those of another part. */
const standsApart = (clause: string, at: number, length: number, from: number, to: number): boolean =>
	/\b(?:first|only|most|best|worst|highest|lowest|biggest|largest|smallest|deadliest|record|any)\b[^,;]*$/.test(clause.slice(Math.max(0, at - 60), at)) || (at > 2 && /[,;]/.test(at < from ? clause.slice(at + length, from) : clause.slice(to, at)));

/** The phrase for the time a figure holds for, "as of March", "so far"; null where it belongs to something else. */
const asOfIn = (clause: string, from: number, to: number): string | null => {
	const found = AS_OF.exec(clause);
	if (found === null) return null;
	const [words] = found;
	const at = found.index;
	// "by 2030" far off is a deadline of something else
	if (/^by\s/i.test(words)) return GOAL.test(clause.slice(Math.max(0, at - 90), at)) || Math.min(Math.abs(at - to), Math.abs(from - at - words.length)) > 40 ? null : words;
	return /far$|date$|^(?:currently|at present|right now)$/i.test(words) && standsApart(clause, at, words.length, from, to) ? null : words;
};

/**
 * The period a figure counts and the time it holds for, from its clause (offsets of the figure in it). `saidOn` is the
 * phrase already taken by the cue; `stock`: a measure that adds up, so that without a period it is a total.
 */
export const timesOf = (clause: string, from: number, to: number, options: {readonly stock: boolean; readonly saidOn: string | null; readonly published: string | null; readonly simplePast: boolean}): Times => {
	const {saidOn, published, simplePast} = options;
	const stock = options.stock && !isChange(clause, from, to) && !FALLS.test(leadOf(clause, from, to));
	const rest = saidOn === null ? clause : clause.replace(saidOn, ' '.repeat(saidOn.length));
	const phrase = asOfIn(rest, from, to);
	const blank = phrase === null ? rest : rest.replace(phrase, ' '.repeat(phrase.length));
	const day = phrase === null ? dayOf(rest, from, to, stock) : null;
	// "up from 11,000 on Monday" behind "an average of 20,000 a day": a day's count, too
	const compared = COMPARED.test(clause.slice(0, from)) ? periodsIn(blank).find(({text, at}) => at < from && RATE.test(text))?.text ?? null : null;
	// "40 new cases on Thursday" are those of the day
	const ofDay = stock && day !== null && NEW.test(day.noun) ? day.text : null;
	const periodText = nearest(blank, from, to) ?? ofDay ?? compared ?? (stock ? newly(clause, from, to) ?? further(clause, to) : null);
	const asOfText = phrase ?? day?.text ?? null;
	const asOf = asOfText !== null && (day !== null || /^(?:as|by|through)\s/i.test(asOfText)) ? resolveDate(asOfText, published) : null;
	// since a war began, all of it is counted
	const all = stock && periodText !== null && /^since\s(?:the\s)?(?:start|beginning|outbreak|onset|launch)\s.*(?:war|invasion|conflict|offensive|fighting|pandemic|outbreak|crisis|campaign|uprising|protests|assault|operation|siege)$/i.test(periodText);
	// "reported 40 deaths on Thursday": that day's or all, nobody can tell
	const open = day !== null && (REPORTED.test(clause.slice(to)) || COUNTED.exec(withoutFirst(clause.slice(0, from)))?.[1] !== undefined || COMPARED.test(clause.slice(0, from)));
	return {flow: all ? 'total' : periodText !== null ? 'period' : (stock && !simplePast && !open) || /far|date/.test(asOfText ?? '') ? 'total' : null, periodText, asOf, asOfText};
};

const SAID_ON = new RegExp(`\\b(?:on|late on|early on)\\s(?:${WEEKDAY}(?:\\s(?:morning|afternoon|evening|night))?|${MONTH}\\s\\d{1,2}|\\d{1,2}\\s${MONTH})|\\b(?:yesterday|today|tonight|last (?:week|month|year|night)|this (?:week|month|morning|afternoon|evening)|earlier (?:this|in the) (?:week|month|day|year))\\b|(?<!\\b(?:as of|by|since|until|through|before|after|from|ended|ending)\\s)\\b${WEEKDAY}\\b(?![’']s)`);

const SAID_IN = new RegExp(`^(?:\\s\\p{Ll}+){0,2}?\\s(in ${MONTH}(?:\\s\\d{4})?)\\b`, 'u');

/** When it was said: a time beside the cue, at most six words on either side. */
export const saidOnNear = (around: string, published: string | null, cue = ''): {readonly saidOn: string | null; readonly saidOnText: string | null} => {
	// "the paper reported in December": a month tells the day of speaking only right behind the verb
	const at = cue === '' ? -1 : around.indexOf(cue);
	const month = at < 0 ? null : SAID_IN.exec(around.slice(at + cue.length))?.[1] ?? null;
	const saidOnText = month ?? SAID_ON.exec(around)?.[0] ?? null;
	return {saidOnText, saidOn: saidOnText === null ? null : resolveDate(saidOnText, published)};
};
