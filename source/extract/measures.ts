import {changeWord} from './change-words.ts';
import {figureCues} from './cue-verbs.ts';
import type {Component} from '../model/figure.ts';
import {byNoun, nothing, type Measured} from './measure-nouns.ts';
import {fits, index, rowFits, rows, tellsChange, tellsNothing, type Row} from './measure-rows.ts';
import {countedNoun, phraseOf} from './nouns.ts';
import type {NumberSpan} from './numbers.ts';
import {tellsOfOthers} from './others.ts';
import {isCapital, isLongDash, isTitleCase, type Token} from './tokens.ts';

const WORKERS = /^(?:workers|employees|labourers|laborers|builders|engineers|teachers|nurses|doctors|medics)$/;
const components: readonly Component[] = ['killed', 'wounded', 'missing', 'captured'];
const isComponent = (word: string | undefined): word is Component => components.some(component => component === word);

const head = (span: NumberSpan): string => span.counted?.head ?? '';

/** Where the words of a sentence lie: tokens from..to; `others` its other figures, which part it and own the nouns they count. */
export type Window = {readonly from: number; readonly to: number; readonly others: readonly NumberSpan[]; readonly context: (word: string) => boolean};

/** "40km (25 miles) north", "19 people, including three children, were killed", "two pilots — volunteers, they said — died": the mark that closes an aside opened here; null where none opens. */
const asideAfter = (tokens: readonly Token[], at: number, high: number): number | null => {
	const dash = isLongDash(tokens[at]);
	if (tokens[at]?.text === '(') for (let next = at + 1; next < Math.min(high, at + 12); next += 1) if (tokens[next]?.text === ')') return next;
	const comma = tokens[at]?.text === ',' && /^(?:including|among|most|mostly|many|some|half|all|nearly|almost|both|who|which|whose|mainly|aged)$/.test(tokens[at + 1]?.lower ?? '');
	if (!dash && !comma) return null;
	for (let next = at + 2; next < Math.min(high, at + 16); next += 1) if (dash ? isLongDash(tokens[next]) : tokens[next]?.text === ',') return next;
	return null;
};

/** How far a word is from the figure in tokens, with tolls for commas, other figures and clause words between. */
const distance = (tokens: readonly Token[], low: number, high: number, others: ReadonlySet<number>): number => {
	let sum = high - low;
	for (let at = low; at < high; at += 1) {
		const past = asideAfter(tokens, at, high);
		if (past !== null) {
			sum -= past - at - 1;
			at = past;
			continue;
		}

		const token = tokens[at];
		if (token === undefined) continue;
		if (token.text === ';' || token.text === ':') sum += 10;
		else if (token.text === ',' || token.text === '(' || isLongDash(token)) sum += 2;
		else if (/^(?:while|whereas|but|although|though|after|before|because|where|when)$/.test(token.lower)) sum += 5;
		else if (token.lower === 'as' && !/^(?:many|much|few|high|low|little|a)$/.test(tokens[at + 1]?.lower ?? '') && !/^(?:as|such)$/.test(tokens[at - 1]?.lower ?? '')) sum += 5;
		else if (token.lower === 'and' || token.lower === 'with') sum += 2;
		// "data released on Friday showed 40": a verb of saying parts what is said from the verb before it
		else if (figureCues.has(token.lower) && high - at > 0 && at > low && /(?:ed|id|old)$/.test(token.lower)) sum += 5;
		if (others.has(at)) sum += 7;
	}

	return sum;
};

type Hit = {readonly row: Row; readonly at: number; readonly next: number; readonly score: number};

const BEING = /^(?:was|were|been|be|being|is|are|got|get|left|or|and|,)$/;
const OBJECT = /^(?:a|an|the|his|her|their|its|all|several|some|many|at|more|up|nearly|about|dozens|hundreds|thousands|one|two|three|four|five|six|seven|eight|nine|ten)$/;
const CLAUSE = /^(?:as|while|when|after|before|because|but|although|though|whereas)$/;

/** "firefighters fought the blaze, which killed a man", "two guards opened fire, killing 12": a verb with an object of its own tells little of the figure before it, and nothing where it is a name: how far it puts the verb from there. */
const objectOf = (tokens: readonly Token[], at: number, next: number): number => {
	const verb = tokens[at]?.lower ?? '';
	const active = /ing$|^(?:kill|wound|injure)s?$/.test(verb);
	if (next !== at + 1 || !(active || (verb.endsWith('ed') && !BEING.test(tokens[at - 1]?.lower ?? '')))) return 0;
	// "two men accused of killing Jo Roe"
	if (verb.endsWith('ing') && isCapital(tokens[next]) && !/day$|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(tokens[next]?.text ?? '') && !isTitleCase(tokens, 0, tokens.length)) return 16;
	const after = tokens[next]?.lower ?? '';
	const time = after === 'the' && /^(?:previous|same|next|following|day|night|week|month|year)$/.test(tokens[next + 1]?.lower ?? '');
	return tokens[next]?.kind === 'number' || (OBJECT.test(after) && !time && !(after === 'at' && !/^(?:least|most)$/.test(tokens[next + 1]?.lower ?? ''))) ? 10 : 0;
};

/** "a third of the homes", "40% of the wells": what the share is one of, where these are things that nothing befalls as it does people. */
const thingsOf = (tokens: readonly Token[], span: NumberSpan): string | null => {
	if ((span.kind !== 'share' && span.kind !== 'percent') || tokens[span.next]?.lower !== 'of') return null;
	const whole = countedNoun(tokens, span.next + 1, tokens.length);
	return whole?.plural === true && !whole.people ? whole.head : null;
};

/** "killed eight students and two teachers": where the figure begins that this one stands beside, under one verb. Null where none does. */
const besideOf = (tokens: readonly Token[], span: NumberSpan, others: readonly NumberSpan[]): number | null => {
	if (tokens[span.from - 1]?.lower !== 'and' || span.counted?.plural !== true || !span.counted.people) return null;
	const behind = tokens[span.counted.next];
	if (behind?.kind === 'word' && /^(?:were|are|was|is|have|had|has|said|say|will|would|could|may|might|remain|who)$|ed$/.test(behind.lower)) return null;
	return others.find(({counted}) => counted?.plural === true && counted.people && counted.next === span.from - 1)?.from ?? null;
};

const hits = (tokens: readonly Token[], span: NumberSpan, {from, to, others, context}: Window): Hit[] => {
	const found: Hit[] = [];
	const after = span.counted ? Math.min(span.counted.next, to) : span.next;
	// "a seven-day average", "a five-decade low": a time before the figure parts nothing
	const starts = new Set(others.filter(other => other.kind !== 'duration').map(other => other.from));
	const things = thingsOf(tokens, span);
	const beside = besideOf(tokens, span, others);
	const shared = (span.kind === 'share' || span.kind === 'percent') && tokens[span.next]?.lower === 'of';
	for (let at = Math.max(from, span.from - 40); at < Math.min(to, after + 24); at += 1) {
		if (at >= span.from && at < span.next) continue;
		for (const entry of index.get(tokens[at]?.lower ?? '') ?? []) {
			const {words, row, rank} = entry;
			if (!rowFits(tokens, entry, at, span, context)) continue;
			const next = at + words.length;
			if (things !== null && row.component !== undefined && !row.nouns.includes(things) && !row.words.includes(things)) continue;
			if (tellsNothing(tokens, span, entry, at) || tellsOfOthers(tokens, span, entry, at, after)) continue;
			// "75 immigration judges": what stands before the noun only describes it, but for a participle
			if (at >= span.next && next < after && span.counted?.plural && row.measure !== 'asylum' && !/(?:ed|ing|dead)$/.test(tokens[next - 1]?.lower ?? '')) continue;
			// Before: active verbs ("killed 20"); after: passive ones ("20 people were killed"), counted from the noun's end.
			const far = beside !== null && next <= beside && row.undergone === true ? distance(tokens, next, beside, starts) + 1 : next <= span.from ? distance(tokens, next, span.from, starts) : at < after ? 0 : distance(tokens, after, at, starts);
			// "a third of the casualties killed": the whole after "of" is not what the share measures, if more follows.
			const whole = shared && row.nouns.includes(words[0] ?? '') && at - span.next < 4 ? 4 : 0;
			// "profit fell to $2bn on revenue of $18bn": the noun belongs to the figure after its "of".
			// "$1,400 cheques to adults earning $75,000": so does the verb right before one
			const lent = at >= after && span.kind === 'money' && tokens[span.next]?.kind === 'word' && others.some(other => other.kind === 'money' && other.from === next) ? 8 : at >= after && /^(?:of|to|at|is|was)$/.test(tokens[next]?.lower ?? '') && others.some(other => other.from > next && other.from - next <= 2) ? 8 : 0;
			// "94 confirmed cases among 43,000 volunteers", "$8m for relief and $5m for boats": the noun is the other figure's
			const parts = next <= span.from && tokens.slice(next, span.from).some(token => /^(?:including|whom|them|those|among)$/.test(token.lower)) && row.component !== undefined;
			const owned = others.some(other => at >= other.next && ((!parts && other.counted?.plural && at < other.counted.next) || ((next < span.from - 1 || /^(?:and|or|,)$/.test(tokens[next]?.lower ?? '')) && next <= span.from && other.kind === span.kind && other.from < at && at - other.next < 5 && /^(?:for|in|of|on)$/.test(tokens[other.next]?.lower ?? '')))) ? 16 : 0;
			// "a riot that endangered hundreds and left five dead": the dead are the five
			const left = at >= after && others.some(other => other.from >= after && other.next <= at && /^(?:left|leaves|leaving|leave)$/.test(tokens[other.from - 1]?.lower ?? '')) ? 16 : 0;
			// "a 9% sales tax": the last of several nouns tells
			const led = at >= after && !/(?:ed|paid|spent)$/.test(tokens[next]?.lower ?? '') && index.get(tokens[next]?.lower ?? '')?.some(last => rowFits(tokens, last, next, span, context)) ? 2.5 : 0;
			// "a third of towns are cut off as deaths climb"
			const clause = shared && at >= after && tokens.slice(after, at).some(token => CLAUSE.test(token.lower)) ? 5 : 0;
			// "the $1.7 trillion proposal that slashed $5 billion": money keeps to its own clause
			const other = span.kind === 'money' && at >= after && tokens.slice(after, at).some((token, ahead, words) => /^(?:that|which)$/.test(token.lower) || (token.text === ',' && /^(?:rival|dwarf|exceed|top|match|approach|surpass|eclips)\p{L}*ing$/u.test(words[ahead + 1]?.lower ?? ''))) ? 8 : 0;
			// "a budget that shifts $1 billion", "the budget includes $8bn for walls": what it does is not what it is
			const does = span.kind === 'money' && next <= span.from && /^(?:budget|deal|aid|spending)$/.test(row.measure) && tokens[next]?.kind === 'word' && tokens.slice(next, span.from).some((token, ahead, words) => /^(?:includes?|included|contains?)$/.test(token.lower) || /^(?:that|which)$/.test(token.lower) && !/^(?:is|was|totals?|totall?ed|amounts?|cost|costs|reached|exceeds?|exceeded|came|comes)$/.test(words[ahead + 1]?.lower ?? '')) ? 10 : 0;
			// "left without a deal, allowing a $600 benefit to end"
			const follows = span.kind === 'money' && next <= span.from && tokens.slice(next, span.from).some(({text}, ahead, words) => text === ',' && /^(?:allowing|letting|leaving|giving|ending|forcing|causing|sending)$/.test(words[ahead + 1]?.lower ?? '')) ? 12 : 0;
			// "8% of those who got a first dose": the words behind "who" tell of the whole
			const whose = shared && at >= after && tokens.slice(after, at).some(token => /^(?:who|that|which)$/.test(token.lower)) ? 14 : 0;
			const active = at >= after && row.undergone === true ? objectOf(tokens, at, next) : 0;
			found.push({row, at, next, score: far + whole + lent + owned + left + led + clause + other + active + does + follows + whose + (tellsChange(row) ? 7 : row.generic ? 4 : 0) - words.length * 0.4 + rank * 0.004 - (row.needs ? 0.6 : 0) + (next <= span.from && far > 0 ? 0.5 : 0)});
		}
	}

	return found.toSorted((left, right) => left.score - right.score);
};

/** "killed or wounded", "dead, wounded or missing": several losses of one figure. */
const joined = (tokens: readonly Token[], hit: Hit): {components: Component[]; from: number; next: number} => {
	const named = new Set<Component>();
	let {at: from, next} = hit;
	if (isComponent(hit.row.component)) named.add(hit.row.component);
	const componentAt = (at: number): Component | null => {
		const row = index.get(tokens[at]?.lower ?? '')?.find(entry => entry.words.length === 1 && isComponent(entry.row.component))?.row.component;
		return isComponent(row) ? row : null;
	};

	for (;;) {
		const gap = /^(?:or|and|,|\/)$/.test(tokens[next]?.lower ?? '') ? (/^(?:or|and)$/.test(tokens[next + 1]?.lower ?? '') ? 2 : 1) : 0;
		const more = gap > 0 ? componentAt(next + gap) : null;
		if (!more) break;
		named.add(more);
		next += gap + 1;
	}

	for (;;) {
		const gap = /^(?:or|and|,|\/)$/.test(tokens[from - 1]?.lower ?? '') ? 2 : 0;
		const more = gap > 0 ? componentAt(from - gap) : null;
		if (!more) break;
		named.add(more);
		from -= gap;
	}

	return {components: components.filter(component => named.has(component)), from, next};
};

const ofHit = (tokens: readonly Token[], span: NumberSpan, hit: Hit): Measured => {
	const stock = hit.row.stock === true;
	if (hit.row.component !== undefined) {
		const all = joined(tokens, hit);
		if (all.components.length > 1) return {measure: 'casualties', measureText: phraseOf(tokens, all.from, all.next), components: all.components, stock, at: hit.at};
	}

	// "£1bn arms boost", "10% import tax": the words between the figure and its noun belong to it.
	let from = hit.at;
	while (from > span.next && span.kind !== 'count' && hit.row.measure !== 'poll share' && hit.at - span.next < 4 && /^\p{Ll}/u.test(tokens[from - 1]?.text ?? '') && !/^(?:of|in|on|for|the|a|an|to|by|worth|new|annual|extra|more|from|its|their|his|and|or|is|are|were|was|at|with|than|already|being|be|been|will|would|could|can|may|might|must|has|have|had|not|that|which|who|he|she|it|they|we|while|as|when|but|so|if|biggest|largest|highest|lowest|fastest)$/.test(tokens[from - 1]?.lower ?? '')) from -= 1;
	return {measure: hit.row.measure, measureText: phraseOf(tokens, from, hit.next), components: hit.row.measure === 'casualties' ? [] : null, stock, at: hit.at};
};

/** "all but two senators backed it", "as bad as 65 such attacks": those did not, and that is no count of them. */
const isAside = (tokens: readonly Token[], {from}: NumberSpan): boolean => {
	const before = `${tokens[from - 2]?.lower ?? ''} ${tokens[from - 1]?.lower ?? ''}`;
	return before === 'all but' || /^(?:equivalent|equal|akin|comparable) (?:to|of)$/.test(before);
};

const NEEDED = /^(?:needed|required|necessary)$/;
/** "the 270 votes needed", "1.5 million names required": how many it takes is no count of what there is. */
const isThreshold = (tokens: readonly Token[], span: NumberSpan): boolean => {
	const at = span.counted?.next ?? span.next;
	// "the 216 vote threshold", "the 270 electoral vote hurdle"
	if (span.kind === 'count' && tokens.slice(span.next, span.next + 4).some(({lower}, ahead, words) => /^(?:threshold|hurdle)$/.test(lower) && words.slice(0, ahead).every(({kind}) => kind !== 'mark'))) return true;
	return span.kind === 'count' && NEEDED.test(tokens[at]?.lower ?? '') && tokens[at + 2]?.lower !== 'be';
};

/** Decides what a figure measures, and tells what is needed from what there is. */
export const measureOf = (tokens: readonly Token[], span: NumberSpan, window: Window): Measured => {
	const found = measured(tokens, span, window);
	return found.measure !== null && isThreshold(tokens, span) ? {...found, measure: `${found.measure} needed`, stock: false} : found;
};

/** From the noun it counts, then from the nearest verb or noun that data/measures.json knows. */
const measured = (tokens: readonly Token[], span: NumberSpan, window: Window): Measured => {
	if (span.kind === 'times') return {...nothing, measure: 'times', measureText: tokens[span.next - 1]?.text ?? null};
	if (span.unit === 'magnitude') return {...nothing, measure: 'magnitude', measureText: 'magnitude'};
	if (isAside(tokens, span)) return nothing;
	const own = head(span);
	const nounRow = own === '' ? undefined : rows.find(row => row.nouns.includes(own) && (fits(row, span) || !row.kinds.includes('money')) && !row.unless?.some(word => window.context(word)) && (row.needs === undefined || row.needs.some(word => window.context(word))));
	const found = hits(tokens, span, window);
	// "40 jobs were lost": the noun's own row does not hide what was done to them
	const near = found.find(hit => hit.row !== nounRow) ?? found[0];
	// "arrested 61 protesters", "cut 8,000 jobs": what is done to them outweighs who or what they are
	const outdone = near !== undefined && nounRow?.component === undefined && near.row !== nounRow && ((near.row.component !== undefined && near.score < 3) || ((near.row.stock === true && nounRow?.stock !== true || near.row.heads === 'jobs') && near.score < 2.5));
	if (nounRow && !outdone) {
		const {text} = tokens[(span.counted?.next ?? 1) - 1] ?? {text: own};
		const at = (span.counted?.next ?? 1) - 1;
		if (nounRow.component !== undefined) return ofHit(tokens, span, {row: nounRow, at, next: at + 1, score: 0});
		return {measure: nounRow.measure, measureText: text, components: nounRow.measure === 'casualties' ? [] : null, stock: nounRow.stock === true, at};
	}

	const noun = byNoun(tokens, span);
	// "$9m for harbour walls": what is printed right beside the figure tells more than a verb far away
	if (near && near.score <= (noun.measure !== null && span.kind !== 'count' && near.row.stock !== true ? Math.min(NEAR, reachOf(tokens, span, near)) : reachOf(tokens, span, near))) {
		if (near.row.measure === 'deployed' && WORKERS.test(own)) return {...nothing, measure: 'workers', measureText: own};
		return ofHit(tokens, span, near);
	}

	return noun;
};

/** How far a word may stand from a figure that has a noun of its own. */
const NEAR = 6;
const SHOWS = /^(?:to|at|stands?|stood|reached|hit|totall?ed)$/;
const leadsTo = (word: string): boolean => /^(?:up|down|level)$/.test(changeWord(word)?.way ?? '') || /^(?:from|is|was)$/.test(word);

/** Losses, arrests and flights reach far over a sentence; "supported by", "charges" only to their neighbours. */
const reachOf = (tokens: readonly Token[], span: NumberSpan, {row, next}: Hit): number => {
	if (span.kind === 'count' && !row.kinds.includes('people') && !row.kinds.includes(span.unit ?? '')) return 1.5;
	// "the toll, stuck for weeks, now stands at 45", "a barrel rose 1.2% to $74": the figure tells its subject, however far
	const before = tokens[span.from - 1]?.lower ?? '';
	const leads = next <= span.from;
	if (leads && (SHOWS.test(before) || leadsTo(before)) && (row.component !== undefined || row.nouns.length > 0)) return 40;
	if (leads && SHOWS.test(before) && span.kind !== 'count' && row.generic !== true) return 20;
	if (span.kind === 'duration') return -1;
	if (span.kind !== 'count') return 12;
	return span.counted?.plural && (span.unit !== 'people' || row.stock !== true) ? 4 : 15;
};
