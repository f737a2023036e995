import type {Qualifier} from '../model/figure.ts';
import {maskedRanges} from './mask.ts';
import {countedNoun, endsPhrase, namesPeople, namesPerson, type Counted} from './nouns.ts';
import {boundAfter, boundBefore, bounded, type Bound} from './qualifiers.ts';
import {plural, quantityAt, type Kind, type Quantity} from './quantities.ts';
import {rangeAt, type Range} from './ranges.ts';
import {isCapital, isDash, tokenise, type Token} from './tokens.ts';

/** A figure's span and value, before anybody asked who said it. Offsets in the text; `counted` is the noun of a count. */
export type NumberSpan = {
	readonly start: number;
	readonly end: number;
	readonly low: number | null;
	readonly high: number | null;
	readonly qualifier: Qualifier;
	readonly vague: boolean;
	readonly kind: Kind;
	readonly unit: string | null;
	readonly minor: boolean;
	readonly soft: boolean;
	readonly compound: string | null;
	readonly counted: Counted | null;
	/** First token, and the one after the last. */
	readonly from: number;
	readonly next: number;
};

/** The numbers of a text with its tokens, so that later steps need not cut it again. */
export type Numbers = {readonly tokens: readonly Token[]; readonly spans: readonly NumberSpan[]};

/** Those who stand in a year's election: "2020 Democrats", "the 2024 hopefuls". */
const RUNNING = /^(?:democrats|republicans|conservatives|liberals|candidates?|hopefuls?|contenders?|nominees?|challengers?|rivals|winners?|voters|graduates|finalists|champions|delegates|electors|runners)$/;

/** 1900 to 2099 without a comma is a year unless it counts people or measures; other four-digit numbers need a noun. */
const isYear = (tokens: readonly Token[], quantity: Quantity, counted: Counted | null, bound: boolean): boolean => {
	const token = tokens[quantity.from];
	if (quantity.kind !== 'count' || !token || !/^\d{4}$/.test(token.text) || quantity.scale !== 1 || quantity.bare !== quantity.from + 1) return false;
	const value = quantity.low;
	if (value < 1000 || value > 2150) return false;
	const before = tokens[quantity.from - 1]?.lower ?? '';
	if (/^(?:in|since|of|until|till|early|late|mid|by|during|from|spring|summer|autumn|fall|winter|year|circa|to|the|before|after|for|this|and|election|back)$/.test(before) && !bound) return true;
	// "her 2016 campaign managers", "the 2020 Democratic hopefuls"
	if (value >= 1900 && /^(?:campaign|presidential|election|electoral|primary|midterm|olympic|olympics|budget|fiscal|general|democratic|republican|gop|season|census|convention|inauguration|inaugural)$/.test(tokens[quantity.next]?.lower ?? '')) return true;
	if (value < 1900) return !counted?.plural && !bound;
	// "his 2016 campaign helpers": the people of a year; "2016 helpers" are counted
	const apart = counted !== null && counted.next - counted.from > 1 && !/^(?:new|more|young|local)$/.test(tokens[counted.from]?.lower ?? '') && !isCapital(tokens[counted.from]);
	return !(counted?.people && !apart && !RUNNING.test(counted.head) || bound && counted?.plural);
};

/** "Channel 4", "Falcon 9": a numeral after a capitalised word of a sentence, with no plural to count. Headlines in title case tell nothing. */
const followsName = (tokens: readonly Token[], at: number, counted: Counted | null, titleCase: boolean): boolean => {
	const token = tokens[at];
	const before = tokens[at - 1];
	// "the Leeds Seven", "Fabled Five Foxes": so are numerals in letters, if none but capitals stand around
	if (token?.kind === 'word' && isCapital(token) && isCapital(before) && at > 1 && before?.kind === 'word' && !titleCase && (!counted?.plural || isCapital(tokens[at + 1]))) return true;
	if (token?.kind !== 'number' || /[,.]/.test(token.text) || token.text.length > 4 || !isCapital(before) || before?.kind !== 'word' || /['’]s?$/.test(before.text)) return false;
	// "fight card UFC 244" is a name in a headline too
	if (titleCase && !/^\p{Lu}{2,5}$/u.test(before.text)) return false;
	if (at === 1 || /^[.!?:“"‘(]$/.test(tokens[at - 2]?.text ?? '.')) return false;
	if (/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December|I|Some|About|US|UK|EU|UN|NHS|FBI|MPs|GOP|BBC|IN|OF|TO|BY|AT|ON|FOR|AND|THE|WITH|FROM|OVER|UP|KILLS|SAYS|HITS|DEAD)$/.test(before.text)) return false;
	return !counted?.plural || isDash(tokens[at + 1]);
};

const CASUALTY = /^(?:killed|killing|kills|kill|died|die|dies|dead|injured|injuring|injures|injuries|wounded|wounding|wounds|hurt|hurting|missing|arrested|arresting|arrests|detained|hospitalised|hospitalized|rescued|trapped|fatally|critical|critically|deaths|charged|captured|survived|perished|drowned|stabbed|shot|displaced|evacuated|infected|fatalities)$/;

const near = (tokens: readonly Token[], from: number, next: number, back: number, on: number): boolean => {
	for (let index = from - 1; index >= Math.max(0, from - back); index -= 1) {
		if (/^[.;:!?,]$/.test(tokens[index]?.text ?? '') && index < from - 1) break;
		if (CASUALTY.test(tokens[index]?.lower ?? '')) return true;
	}

	for (let index = next; index < Math.min(tokens.length, next + on); index += 1) {
		if (/^[.;:!?,]$/.test(tokens[index]?.text ?? '')) break;
		if (CASUALTY.test(tokens[index]?.lower ?? '')) return true;
	}

	return false;
};

/** "one" counts only where it plainly does: "at least one person was killed", "one dead", "only one home". */
const isPronoun = (tokens: readonly Token[], range: Range, counted: Counted | null, bound: boolean): boolean => {
	if (!range.first.soft || range.ranged || range.first.low !== 1 || range.first.kind !== 'count') return false;
	const noun = tokens[range.next];
	if (/^(?:no|any|every|each|this|that|which|the|another|some)$/.test(tokens[range.first.from - 1]?.lower ?? '') && !bound) return true;
	if (noun && /^(?:dead|killed|injured|wounded|missing|death|fatality|arrest)$/.test(noun.lower)) return false;
	// "one US soldier", "one other police officer"
	const phrase = tokens.slice(range.next, range.next + 4);
	const ends = phrase.findIndex(token => token.kind !== 'word' || token.lower === 'of' || endsPhrase(token));
	const person = (ends < 0 ? phrase : phrase.slice(0, ends)).some(token => token.lower !== 'other' && (namesPeople(token) || namesPerson(token) || /^(?:death|fatality)$/.test(token.lower)));
	// "at least one" counts, whatever follows; "at least one thing is sure" does not
	if (bound && tokens[range.first.from - 1]?.lower === 'least') return /^(?:thing|way|point|day|reason|more|time)$/.test(noun?.lower ?? '');
	if (bound) return !(noun?.kind === 'word' && !/^(?:of|in|to|day|way|thing|point|time|that|who|and)$/.test(noun.lower)) || counted === null;
	return !(person && near(tokens, range.first.from, range.next, 3, 6));
};

/** A small count in letters without a noun ("the two met") is a pronoun, unless it tells losses or arrests. */
const hangs = (tokens: readonly Token[], range: Range, counted: Counted | null, bound: boolean): boolean => {
	if (range.first.kind !== 'count' || range.first.unit !== null || range.first.compound !== null) return false;
	if (counted?.plural) return false;
	if (range.ranged || bound) return false;
	// "seven held by one party", "three of whom were women"
	if (/^(?:held|won|controlled|owned) by$|^of (?:them|whom)$/.test(`${tokens[range.next]?.lower ?? ''} ${tokens[range.next + 1]?.lower ?? ''}`) && range.first.low > 1 && tokens[range.first.from - 1]?.lower !== 'the') return false;
	// "420-0" is a vote to none
	if (range.first.low === 0 && isDash(tokens[range.first.from - 1]) && tokens[range.first.from - 2]?.kind === 'number') return false;
	if (range.first.low === 0) return !near(tokens, range.first.from, range.next, 2, 3);
	if (range.first.soft) return !near(tokens, range.first.from, range.next, 3, 4);
	return false;
};

/** Scores, billions and dozens are verbs and nouns as well: "scores a goal", "the test scores". */
const isOtherWord = (tokens: readonly Token[], quantity: Quantity): boolean => {
	const word = tokens[quantity.from]?.lower;
	if (word !== 'scores' || !quantity.vague) return false;
	const after = tokens[quantity.next]?.lower ?? '';
	// "a blast that killed scores"
	if (/^(?:killed|killing|wounded|wounding|injured|injuring|displaced|displacing|arrested|arresting|left|leaving)$/.test(tokens[quantity.from - 1]?.lower ?? '')) return false;
	return !(after === 'of' || /^(?:more|were|have|are|had|killed|dead|injured|wounded|feared|others)$/.test(after)) || /^(?:the|test|high|low|their|his|her|exam|its|average|these|credit|approval)$/.test(tokens[quantity.from - 1]?.lower ?? '') || (after === 'of' && /^(?:the|a|an|\d+)$/.test(tokens[quantity.next + 1]?.lower ?? ''));
};

/** Is most of it in capitals, as headlines are in American papers? */
const inTitleCase = (tokens: readonly Token[]): boolean => {
	const words = tokens.filter(token => token.kind === 'word' && token.text.length > 3);
	return words.length > 2 && words.filter(token => isCapital(token)).length >= words.length * 0.7;
};

/** Reads every figure of a text, in order; what only looks like one is left out. Linear in the length of the text. */
export const readNumbers = (text: string): Numbers => {
	const tokens = tokenise(text);
	const ranges = maskedRanges(text, tokens);
	const spans: NumberSpan[] = [];
	const titleCase = inTitleCase(tokens);
	let pointer = 0;
	const maskedTokens = new Set<number>();
	for (const [index, token] of tokens.entries()) {
		while (pointer < ranges.length && (ranges[pointer]?.end ?? 0) <= token.start) pointer += 1;
		if ((ranges[pointer]?.start ?? Infinity) < token.end) maskedTokens.add(index);
	}

	const masked = (at: number): boolean => maskedTokens.has(at);
	for (let at = 0; at < tokens.length;) {
		const quantity = masked(at) ? null : quantityAt(tokens, at);
		if (!quantity || masked(quantity.next - 1)) { at += 1; continue; }
		const span = spanOf(tokens, rangeAt(tokens, quantity, masked), titleCase);
		if (span) spans.push(span);
		at = span ? span.next : Math.max(at + 1, quantity.bare);
	}

	return {tokens, spans: withConversions(text, spans)};
};

/** "Thousands download gun designs": what crowds do in headlines, not whom the number counts. */
const ACTS = /^(?:download|march|flee|rally|gather|attend|join|sign|mourn|demand|file|visit|watch|cheer|evacuate|protest|flock|face|risk|lose|call|seek|sought|apply|pay|await)$/;

/** "870 brokers had expected", "870 brokers polled by Acme had predicted": whoever stands before token `at` tells what they hope for. */
const isHope = (tokens: readonly Token[], at: number): boolean => {
	let verb = at;
	if (/^(?:polled|surveyed|asked)$/.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower === 'by') for (verb = at + 3; verb < at + 6 && isCapital(tokens[verb]); verb += 1);
	return /^(?:had |have )?(?:expected|forecast|predicted|estimated|anticipated|projected)\b/.test(`${tokens[verb]?.lower} ${tokens[verb + 1]?.lower}`);
};

const spanOf = (tokens: readonly Token[], range: Range, titleCase: boolean): NumberSpan | null => {
	const {first, last} = range;
	const before = boundBefore(tokens, first.from, first.soft && first.low < 10 && !range.ranged && first.kind === 'count');
	const during = before?.sign === '>' && first.kind === 'duration' && tokens[first.from - 1]?.lower === 'over' && !/^(?:for|after|well|just|of|is|are|was|were|lasted|took)$/.test(tokens[first.from - 2]?.lower ?? '');
	const sign = before === null || during || (before.sign === 'between' && !range.ranged) ? null : before.sign;
	const after: Bound<Qualifier> | null = last.plus ? {sign: '>=', from: range.next, next: range.next} : boundAfter(tokens, range.next);
	const estimated = tokens[first.from - 1]?.lower === 'estimated' && /^an?$/.test(tokens[first.from - 2]?.lower ?? '') ? first.from - 2 : null;
	const from = estimated ?? (sign && before ? before.from : first.from);
	const next = after?.next ?? range.next;
	// "$30m-plus": the noun comes after the qualifier
	const noun = last.kind === 'count' && last.unit === null && last.compound === null && !((first.vague || first.scale >= 1e6) && ACTS.test(tokens[tokens[next]?.lower === 'more' ? next + 1 : next]?.lower ?? '')) ? countedNoun(tokens, next, tokens.length) : null;
	// "more than the 870 brokers had expected": they expected it and are not counted
	const counted = noun?.people && tokens[first.from - 1]?.lower === 'the' && isHope(tokens, noun.next) ? null : noun;
	const bound = sign !== null || after !== null;
	if (isOtherWord(tokens, first) || isYear(tokens, last, counted, sign !== null && !/^(?:around|about|before|after|over|near|circa)$/.test(tokens[first.from - 1]?.lower ?? '')) || (last.kind === 'count' && last.unit === null && followsName(tokens, first.from, counted, titleCase))) return null;
	if (first.soft && first.low === 1 && first.compound !== null) return null;
	if (isPronoun(tokens, range, counted, bound) || hangs(tokens, range, counted, bound)) return null;
	// "the top 10." is a list; "the top 10 banks" and "the top 10 per cent" count
	if (tokens[from - 1]?.lower === 'top' && last.kind === 'count' && !counted?.plural && last.compound === null) return null;
	// "he made his billions in finance"
	if (first.vague && /^(?:his|her|their|its|my|your|our)$/.test(tokens[from - 1]?.lower ?? '') && !counted?.plural && first.unit === null && tokens[next]?.lower !== 'of') return null;
	const tail = tokens[next - 1];
	const head = tokens[from];
	if (!tail || !head) return null;
	const qualifier: Qualifier = range.ranged ? 'range' : first.vague && sign === null ? 'vague' : sign && sign !== 'between' ? sign : after ? after.sign : first.vague ? 'vague' : '=';
	const ends = range.ranged ? {low: range.low, high: range.high} : qualifier === 'vague' ? {low: first.low, high: first.high} : bounded(first.low, first.high, qualifier);
	const kind = range.ranged && first.kind === 'money' ? 'money' : last.kind;
	return {
		start: head.start, end: tail.end, ...ends, qualifier, vague: first.vague, kind, unit: unitOf(first, last, counted, tokens[from - 1]?.lower === 'magnitude' || tokens[next]?.lower === 'magnitude' || (isDash(tokens[from - 1]) && tokens[from - 2]?.lower === 'magnitude') || (tokens[from - 1]?.lower === 'of' && tokens[from - 2]?.lower === 'magnitude') || isQuake(tokens, from, next)), minor: first.minor || last.minor, soft: first.soft && !range.ranged && !bound,
		compound: last.compound, counted, from, next,
	};
};

/** "a 6.4 temblor", "7.8 on the Richter scale": a magnitude without the word. */
const isQuake = (tokens: readonly Token[], from: number, next: number): boolean => /^\d\.\d$/.test(tokens[from]?.text ?? '') && next === from + 1
	&& (/^(?:earthquakes?|quakes?|temblors?|tremors?|aftershocks?|foreshocks?)$/.test(tokens[next]?.lower ?? '') || (tokens[next]?.lower === 'on' && tokens[next + 2]?.lower === 'richter'));

const unitOf = (first: Quantity, last: Quantity, counted: Counted | null, magnitude: boolean): string | null => {
	if (first.kind === 'money') return first.unit;
	if (last.unit !== null) return last.unit;
	if (magnitude) return 'magnitude';
	if (last.compound !== null) return plural(last.compound);
	if (!counted) return null;
	if (counted.people) return 'people';
	return counted.plural ? counted.head : null;
};

/** A measure in brackets right after another measure, or money after money, tells the same again: "984 sq km (380 sq miles)". */
const withConversions = (text: string, spans: readonly NumberSpan[]): NumberSpan[] => spans.map((span, index) => {
	const before = spans[index - 1];
	if (!before || before.kind !== span.kind || (span.kind !== 'measure' && span.kind !== 'money') || before.unit === span.unit) return span;
	const gap = text.slice(before.end, span.start);
	return /^\s?[([]\s?(?:or\s)?$/.test(gap) || /^,?\s(?:or|about)\s$/.test(gap) && span.kind === 'measure' || /^[/]$/.test(gap) ? {...span, minor: true} : span;
});
