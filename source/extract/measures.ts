import {changeWord} from './change-words.ts';
import {figureCues} from './cue-verbs.ts';
import type {Component} from '../model/figure.ts';
import {fits, index, rowFits, rows, tellsChange, tellsNothing, type Row} from './measure-rows.ts';
import {countedNoun, endsPhrase, isPast, phraseOf} from './nouns.ts';
import type {NumberSpan} from './numbers.ts';
import {isCapital, isLongDash, isTitleCase, type Token} from './tokens.ts';

/** What a figure measures: our term, the words printed for it, and which losses the text names. `at`: token of the word that decided, null for the noun alone. */
export type Measured = {readonly measure: string | null; readonly measureText: string | null; readonly components: readonly Component[] | null; readonly stock: boolean; readonly at: number | null};

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

/** "firefighters fought the blaze, which killed a man", "two guards opened fire, killing 12": a verb with an object of its own tells nothing of the figure before it. */
const hasObject = (tokens: readonly Token[], at: number, next: number): boolean => {
	const verb = tokens[at]?.lower ?? '';
	const active = /ing$|^(?:kill|wound|injure)s?$/.test(verb);
	if (next !== at + 1 || !(active || (verb.endsWith('ed') && !BEING.test(tokens[at - 1]?.lower ?? '')))) return false;
	const after = tokens[next]?.lower ?? '';
	const time = after === 'the' && /^(?:previous|same|next|following|day|night|week|month|year)$/.test(tokens[next + 1]?.lower ?? '');
	return tokens[next]?.kind === 'number' || (OBJECT.test(after) && !time && !(after === 'at' && !/^(?:least|most)$/.test(tokens[next + 1]?.lower ?? '')));
};

const hits = (tokens: readonly Token[], span: NumberSpan, {from, to, others, context}: Window): Hit[] => {
	const found: Hit[] = [];
	const after = span.counted ? Math.min(span.counted.next, to) : span.next;
	// "a seven-day average", "a five-decade low": a time before the figure parts nothing
	const starts = new Set(others.filter(other => other.kind !== 'duration').map(other => other.from));
	const shared = (span.kind === 'share' || span.kind === 'percent') && tokens[span.next]?.lower === 'of';
	for (let at = Math.max(from, span.from - 40); at < Math.min(to, after + 24); at += 1) {
		if (at >= span.from && at < span.next) continue;
		for (const entry of index.get(tokens[at]?.lower ?? '') ?? []) {
			const {words, row, rank} = entry;
			if (!rowFits(tokens, entry, at, span, context)) continue;
			const next = at + words.length;
			if (tellsNothing(tokens, span, entry, at)) continue;
			// "75 immigration judges": what stands before the noun only describes it, but for a participle
			if (at >= span.next && next < after && span.counted?.plural && row.measure !== 'asylum' && !/(?:ed|ing|dead)$/.test(tokens[next - 1]?.lower ?? '')) continue;
			// Before: active verbs ("killed 20"); after: passive ones ("20 people were killed"), counted from the noun's end.
			const far = next <= span.from ? distance(tokens, next, span.from, starts) : at < after ? 0 : distance(tokens, after, at, starts);
			// "a third of the casualties killed": the whole after "of" is not what the share measures, if more follows.
			const whole = shared && row.nouns.includes(words[0] ?? '') && at - span.next < 4 ? 4 : 0;
			// "profit fell to $2bn on revenue of $18bn": the noun belongs to the figure after its "of".
			const lent = at >= after && /^(?:of|to|at|is|was)$/.test(tokens[next]?.lower ?? '') && others.some(other => other.from > next && other.from - next <= 2) ? 8 : 0;
			// "94 confirmed cases among 43,000 volunteers", "$8m for relief and $5m for boats": the noun is the other figure's
			const parts = next <= span.from && tokens.slice(next, span.from).some(token => /^(?:including|whom|them|those|among)$/.test(token.lower)) && row.component !== undefined;
			const owned = others.some(other => at >= other.next && ((!parts && other.counted?.plural && at < other.counted.next) || ((next < span.from - 1 || /^(?:and|or|,)$/.test(tokens[next]?.lower ?? '')) && next <= span.from && other.kind === span.kind && other.from < at && at - other.next < 5 && /^(?:for|in|of|on)$/.test(tokens[other.next]?.lower ?? '')))) ? 16 : 0;
			// "a 9% sales tax": the last of several nouns tells
			const led = at >= after && index.get(tokens[next]?.lower ?? '')?.some(last => rowFits(tokens, last, next, span, context)) ? 2.5 : 0;
			// "a third of towns are cut off as deaths climb"
			const clause = shared && at >= after && tokens.slice(after, at).some(token => CLAUSE.test(token.lower)) ? 5 : 0;
			// "the $1.7 trillion proposal that slashed $5 billion": money keeps to its own clause
			const other = span.kind === 'money' && at >= after && tokens.slice(after, at).some(token => /^(?:that|which)$/.test(token.lower)) ? 6 : 0;
			const active = at >= after && row.undergone === true && hasObject(tokens, at, next) ? 10 : 0;
			found.push({row, at, next, score: far + whole + lent + owned + led + clause + other + active + (tellsChange(row) ? 7 : row.generic ? 4 : 0) - words.length * 0.4 + rank * 0.004 - (row.needs ? 0.6 : 0) + (next <= span.from && far > 0 ? 0.5 : 0)});
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
	while (from > span.next && span.kind !== 'count' && hit.row.measure !== 'poll share' && hit.at - span.next < 4 && /^\p{Ll}/u.test(tokens[from - 1]?.text ?? '') && !/^(?:of|in|on|for|the|a|an|to|by|worth|new|annual|extra|more|from|its|their|his|and|or|is|are|were|was|at|with|than|already|being)$/.test(tokens[from - 1]?.lower ?? '')) from -= 1;
	return {measure: hit.row.measure, measureText: phraseOf(tokens, from, hit.next), components: hit.row.measure === 'casualties' ? [] : null, stock, at: hit.at};
};

const nothing: Measured = {measure: null, measureText: null, components: null, stock: false, at: null};

const endsWith = (token: Token | undefined): boolean => token === undefined || endsPhrase(token);

/** "$1bn for border security", "$3m in ticket money": what the money is for. */
const purposeOf = (tokens: readonly Token[], at: number): Measured => {
	let from = at;
	// "$5m for 75 new judges"
	while (tokens[from]?.kind === 'number' || /^(?:a|an|the|its|their|his|her|new|more|additional|extra)$/.test(tokens[from]?.lower ?? '')) from += 1;
	let next = from;
	while (next - from < 3 && tokens[next]?.kind === 'word' && /^\p{Ll}/u.test(tokens[next]?.text ?? '') ) {
		if (endsWith(tokens[next])) break;
		next += 1;
	}

	const phrase = phraseOf(tokens, from, next);
	return next === from || /^(?:each|every|one|first|second|years?|months?|people|example|now|good|free|total|all|those|what|which|last|next|fiscal|return|exchange)\b|(?:year|month|week|time)s?$/.test(phrase) ? nothing : {...nothing, measure: phrase, measureText: phrase};
};

/** What a compound describes: "tour" of "four-nation European tour". */
const described = (tokens: readonly Token[], at: number): string | null => {
	const noun = tokens.slice(at, at + 4).find(token => !isCapital(token));
	return noun?.kind === 'word' ? noun.text : tokens[at]?.kind === 'word' ? tokens[at]?.text ?? null : null;
};

const NAMED_MONEY = /^(?:Act|Bill|Plan|Law|Program|Programme|Package|Fund|Project|Deal)$/;

/** The noun itself where no term of ours fits: "drone war" of "$1.3 billion drone war", "villages". */
const byNoun = (tokens: readonly Token[], span: NumberSpan): Measured => {
	if (span.counted?.plural) {
		const words = span.counted.phrase.split(' ');
		const pair = words.length > 2 && /^(?:and|or)$/.test(words.at(-2) ?? '') ? words.slice(-3).join(' ') : words.at(-1) ?? span.counted.head;
		return {...nothing, measure: pair.toLowerCase(), measureText: pair};
	}

	if (span.compound !== null && span.kind === 'count') return {...nothing, measure: span.unit, measureText: described(tokens, span.next)};
	// "one home"; but "23 currently held", "100,412 last week" count no adverb and no time
	if (span.counted && span.kind === 'count') return (span.low ?? span.high ?? 2) > 1 && !span.counted.people ? nothing : {...nothing, measure: span.counted.head, measureText: span.counted.head};
	if (span.kind === 'duration') return {...nothing, measure: 'duration', measureText: null};
	if (span.kind === 'count' && span.unit === null) return nothing;
	// "74 percent of promised benefits", "$5 million advertising blitz"; not "$10 million the following year", "100 percent false"
	const of = tokens[span.next]?.lower === 'of';
	if (span.kind === 'percent' && !of || /^(?:the|a|an|this|that|these|so|such|more|extra|anyway|again|other|\p{L}+ly)$/u.test(tokens[span.next]?.lower ?? '')) return nothing;
	if (span.kind === 'money' && /^(?:for|in)$/.test(tokens[span.next]?.lower ?? '')) return purposeOf(tokens, span.next + 1);
	const noun = countedNoun(tokens, span.next, tokens.length);
	// "the $3 trillion Heroes Act": the last word of its name tells
	const named = span.kind === 'money' ? tokens.slice(span.next, span.next + 6).findIndex((token, index, all) => NAMED_MONEY.test(token.text) && all.slice(0, index).every(isCapital)) : -1;
	if (named > 0) return {...nothing, measure: tokens[span.next + named]?.lower ?? null, measureText: phraseOf(tokens, span.next, span.next + named + 1)};
	// "71% of Alba, Ala., waiters", "the $30 million President Roe brought in": no name is a measure
	if (noun && !noun.plural && ((isCapital(tokens[noun.next - 1]) && !isTitleCase(tokens, 0, tokens.length)) || isPast(noun.head))) return nothing;
	if (noun && /[^\p{L}\s'’-]|['’](?!s\b|\p{L})/u.test(noun.phrase.replaceAll(/(?<=\p{L})-\d+\b/gu, '')) || /(?:ed|ing|ly)$|^(?:anyway|false|true|years?|quarters?|months?|weeks?|decades?|days?|nights?|seasons?|mornings?|available|short|apart|apiece|alone|left|sure|certain|right|wrong|next|last)$/.test(noun?.head ?? '')) return nothing;
	return noun && noun.next - noun.from <= 4 ? {...nothing, measure: noun.phrase.toLowerCase(), measureText: noun.phrase} : nothing;
};

/** Decides what a figure measures, from the noun it counts, then from the nearest verb or noun that data/measures.json knows. */
export const measureOf = (tokens: readonly Token[], span: NumberSpan, window: Window): Measured => {
	if (span.kind === 'times') return {...nothing, measure: 'times', measureText: tokens[span.next - 1]?.text ?? null};
	if (span.unit === 'magnitude') return {...nothing, measure: 'magnitude', measureText: 'magnitude'};
	const own = head(span);
	const nounRow = own === '' ? undefined : rows.find(row => row.nouns.includes(own) && (fits(row, span) || !row.kinds.includes('money')) && !row.unless?.some(word => window.context(word)));
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
