import {figureCues} from './cue-verbs.ts';
import {namesPeople} from './nouns.ts';
import {isCapital, isDash, touches, type Token} from './tokens.ts';

/** A sentence to read: its tokens from..to, and which of them stand in quotation marks. */
export type Scope = {readonly tokens: readonly Token[]; readonly from: number; readonly to: number; readonly quoted: (at: number) => boolean};

/** Words that stand between a subject and its verb. */
export const ADVERBS = /^(?:has|have|had|also|previously|later|earlier|then|recently|today|yesterday|repeatedly|reportedly|now|again|since|already|first|further|initially|even|still|just|have|always|often|once|separately|immediately|subsequently|publicly|privately|tonight|himself|herself|themselves|both|all|would|will|did|does|do|may|might|too|never|meanwhile|on|friday|monday|tuesday|wednesday|thursday|saturday|sunday)$/;
const BREAKS = /^(?:that|as|while|but|after|before|because|which|when|where|if|although|though|since|whether|so|than|what|how|why|whereas|amid|until|despite|like|among|with|by|during|under|into|against|unless)$/;
const MARK = /^[,;:“”"()–—[\]‘!?.]$/;
/** Nouns of things that tell numbers: polls, studies, data. */
export const DOCUMENT = /^(?:poll|polls|survey|surveys|study|report|research|analysis|data|figures|statistics|estimates|findings|census|review|index|results|documents|records|tally|count|briefing|polling|reports|projections|audit|paper|dataset|database|modelling|numbers|information|tracker|dashboard)$/;
/** Of these, the ones that several stand in: "the figures show". */
export const DOCUMENTS = /^(?:data|figures|numbers|statistics|estimates|findings|results|documents|records|polls|surveys|reports|projections)$/;
/** What somebody has said or written: "remarks made by the mayor". */
const UTTERED = /^(?:remarks|comments|statements?|documents?|filings?|letters?|memos?|posts?|testimony|notes?)$/;
/** What is done with a document by those who make it or hand it out. */
export const MADE = /^(?:reported|released|published|posted|issued|compiled|collected|collated|gathered|provided|shared|tracked|kept|unveiled|produced|prepared|maintained|made|written|conducted|carried|commissioned|filed|unsealed)$/;

/** "Mr. Roe", "J. Roe", "Vote.org": this full stop ends no phrase. */
const isTitleStop = (tokens: readonly Token[], at: number): boolean => tokens[at]?.text === '.' && (isInside(tokens, at) || /^(?:Mr|Mrs|Ms|Mx|Dr|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Sen|Sens|Rep|Reps|Gov|Prof|Rev|St|Jr|Sr|\p{Lu})$/u.test(tokens[at - 1]?.text ?? '') && tokens[at - 1]?.end === tokens[at]?.start);
const isInside = (tokens: readonly Token[], at: number): boolean => tokens[at - 1]?.end === tokens[at]?.start && tokens[at]?.end === tokens[at + 1]?.start && /^\p{Ll}{2,4}$/u.test(tokens[at + 1]?.text ?? '');

/** A word, not a numeral or a mark. */
export const isWord = (token: Token | undefined): token is Token => token?.kind === 'word';

/** An adverb in -ly; not a noun or an adjective that ends so. */
const MANNER = /^(?!(?:family|ally|assembly|supply|reply|rally|monopoly|daily|weekly|monthly|quarterly|elderly|police|bully|belly|anomaly)$)\p{Ll}{3,}ly$/u;

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** Drops "However," "On Thursday" and the like from the front of a subject. */
const trimmed = (tokens: readonly Token[], from: number, end: number): readonly [number, number] | null => {
	let start = from;
	let to = end;
	// "an adviser starkly warned", "the trustees last week warned", "the council on Monday formally announced": how and when it was said
	for (;;) {
		const last = tokens[to - 1];
		if (to - start > 1 && last?.kind === 'word' && MANNER.test(last.text) && isWord(tokens[to - 2])) to -= 1;
		else if (to - start > 2 && /^(?:last|this|earlier)$/.test(tokens[to - 2]?.lower ?? '') && /^(?:week|month|year|night|morning|afternoon|evening)$/.test(last?.lower ?? '')) to -= 2;
		else if (to - start > 2 && tokens[to - 2]?.lower === 'on' && WEEKDAY.test(last?.text ?? '')) to -= 2;
		else break;
	}

	while (start < to && (!isWord(tokens[start]) && tokens[start]?.kind !== 'number' || /^(?:and|but|or|however|meanwhile|earlier|later|then|also|separately|yesterday|today|for|on|in|at|still|yet|now|when|what|to|last|week|month|year|exclusive|live|watch|updated|breaking|only|even|is|are|was|were|of|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(tokens[start]?.lower ?? ''))) start += 1;
	// A verb inside: what stands before it is another clause.
	for (let at = to - 1; at >= start; at -= 1) if (/^(?:is|are|was|were|has|have|had|did|does|do|not|will|would|could|can|said|says|what|who|everything|anything|nothing)$/.test(tokens[at]?.lower ?? '')) { start = at + 1; break; }
	// "The firm said Tuesday it expects"
	if (to - start > 1 && WEEKDAY.test(tokens[start]?.text ?? '')) start += 1;
	// "letters it had published", "a plan they believe failed": that describes the noun
	if (to - start > 1 && /^(?:he|she|it|they)$/.test(tokens[to - 1]?.lower ?? '')) return null;
	return start < to && to - start <= 22 ? [start, to] : null;
};

/** The subject before a cue: back over adverbs, over an apposition between commas, to the clause's edge. */
export const subjectBefore = (scope: Scope, at: number): readonly [number, number] | null => {
	const {tokens, from, quoted} = scope;
	let end = at;
	while (end > from && ADVERBS.test(tokens[end - 1]?.lower ?? '')) end -= 1;
	if (tokens[end - 1]?.text === ')') {
		for (let open = end - 2; open > Math.max(from, end - 8); open -= 1) if (tokens[open]?.text === '(') { end = open; break; }
	}

	if (tokens[end - 1]?.text === ',') {
		// "John Kirby, a White House spokesman, said"
		let comma = end - 2;
		while (comma > from && tokens[comma]?.text !== ',') comma -= 1;
		if (comma <= from || quoted(comma)) return null;
		end = comma;
	}

	// A list of names may open the sentence: "Seoul, Kyiv and the US accused".
	let plain = true;
	for (let back = end - 1; back >= from && plain; back -= 1) {
		const token = tokens[back];
		plain = !quoted(back) && token !== undefined && (isCapital(token) || /^(?:the|and|of|,|for|officials|both|all)$/.test(token.lower) || isDash(token));
	}

	if (plain && end > from && end - from <= 14 && tokens.slice(from, end).some(token => token.text === ',') && tokens.slice(from, end).some(token => token.lower === 'and')) return trimmed(tokens, from, end);
	let start = end;
	while (start > from) {
		const token = tokens[start - 1];
		if (token === undefined || quoted(start - 1) || (MARK.test(token.text) && !isTitleStop(tokens, start - 1)) || (isDash(token) && (token.text !== '-' || !touches(token, tokens[start])))) break;
		// "the Alliance Against Hunger said": a capital is part of the name
		if (BREAKS.test(token.lower) && !(isCapital(token) && start - 1 > from && isCapital(tokens[start]) && isCapital(tokens[start - 2])) && !(token.lower === 'with' && (namesPeople(tokens[start - 2] ?? token) || tokens[start - 2]?.lower === 'familiar'))) break;
		if (token.lower === 'and' && !(isCapital(tokens[start - 2]) && !tokens[start - 2]?.text.endsWith('day') && (isCapital(tokens[start]) || tokens[start]?.lower === 'the') || (namesPeople(tokens[start - 2] ?? token) && namesPeople(tokens[start] ?? token)))) break;
		if (token.lower === 'who' && start < end) break;
		start -= 1;
	}

	const edge = tokens[start - 1]?.lower ?? '';
	const [lead, first] = [tokens[start - 2], tokens[start]];
	// "The body that oversees debates said": what describes the speaker is no speaker
	const described = edge === 'that' && start - 2 > from && first !== undefined && /^\p{Ll}+(?:s|ed)$/u.test(first.text) && !namesPeople(first) && lead?.kind === 'word' && !figureCues.has(lead.lower) && !/^(?:so|said|say)$/.test(lead.lower);
	// "A report into the harbour found"
	const about = /^(?:into|under|since|before)$/.test(edge) && /^(?:report|inquiry|investigation|probe|study|review|enquiry)$/.test(lead?.lower ?? '');
	if (described || about) return subjectBefore(scope, start - 1);
	const subject = trimmed(tokens, start, end);
	// "far below analysts' estimates"
	return subject !== null && /^(?:well|far|just|below|above|beyond|or|nor)$/.test(tokens[subject[0]]?.lower ?? '') ? null : subject;
};

/** The noun phrase after an inverted cue or "according to". */
export const phraseAfter = (tokens: readonly Token[], at: number, to: number): readonly [number, number] | null => {
	let end = at;
	while (end < to) {
		const token = tokens[end];
		if (token === undefined || (MARK.test(token.text) && !isTitleStop(tokens, end))) break;
		if (isDash(token) && token.text !== '-') break;
		// "a Kent Today analysis", "the Flood Tracking Project", "self-reported": the word is part of a name or describes
		if ((/^(?:Today|TODAY|Tracking)$/.test(token.text) && isCapital(tokens[end - 1])) || (/^(?:reported|published|posted)$/.test(token.text) && (isDash(tokens[end - 1]) || end - 1 === at))) { end += 1; continue; }
		if (end > at && /^(?:who|which|that|as|while|after|before|on|when|but|because|is|are|was|were|has|have|had|to|said|says|citing|released|published|reported|posted|unsealed|received|taken|conducted|carried|this|last|earlier|today|yesterday|during|monday|tuesday|wednesday|thursday|friday|saturday|sunday|if|so|since|would|will|could|quoted|cited|seen|obtained|compiled|issued|showed|show|by|tracking|collected|in)$/.test(token.lower) && !(token.lower === 'in' && isCapital(tokens[end + 1]) && !isMonth(tokens[end + 1]) && namesPeople(tokens[end - 1] ?? token)) && !(token.lower === 'by' && DOCUMENT.test(tokens[end - 1]?.lower ?? ''))) break;
		if (end > at && token.lower === 'and' && !isCapital(tokens[end + 1]) && tokens[end + 1]?.lower !== 'the' && !namesPeople(tokens[end + 1] ?? token)) break;
		end += 1;
	}

	// "according to the mayor early Friday"
	if (end - at > 1 && /^(?:early|late)$/.test(tokens[end - 1]?.lower ?? '')) end -= 1;
	return end > at && end - at <= 20 ? [at, end] : null;
};

/** "police data": a noun of those who keep numbers names whose they are. */
const KEEPER = /^(?:government|state|federal|police|court|city|county|council|department|ministry|agency|hospital|company|industry|military|army|census|municipal|provincial|union|campaign|intelligence|bank|election|health)$/;

/**
 * "figures released on Friday by the Kent council", "remarks made by the mayor": who made what is cited, where its own words
 * name nobody. `from`, `at`: the cited phrase. Null where nobody follows, and for "police data compiled by the Post".
 */
export const makerAfter = (tokens: readonly Token[], [from, at]: readonly [number, number], to: number): readonly [number, number] | null => {
	const cited = tokens.slice(from, at);
	const kind = cited.findIndex(token => DOCUMENT.test(token.lower) || UTTERED.test(token.lower));
	if (kind < 0 || cited.some((token, index) => (index !== kind && isCapital(token)) || KEEPER.test(token.lower))) return null;
	let by = at;
	while (by < Math.min(to, at + 7) && tokens[by]?.lower !== 'by') {
		if (tokens[by]?.kind !== 'word') return null;
		by += 1;
	}

	// The participle may end the phrase that is cited, or come right behind it.
	const made = tokens.slice(from + kind + 1, by).findIndex(token => MADE.test(token.lower));
	return by < to && tokens[by]?.lower === 'by' && made >= 0 && made <= 1 ? phraseAfter(tokens, by + 1, to) : null;
};

/** "government data" before "that showed": the papers that a clause hangs on, with the words that describe them. Null for anything else. */
export const documentBefore = ({tokens, from}: Scope, at: number): readonly [number, number] | null => {
	if (!DOCUMENTS.test(tokens[at - 1]?.lower ?? '')) return null;
	let start = at - 1;
	while (start > from && (isCapital(tokens[start - 1]) || KEEPER.test(tokens[start - 1]?.lower ?? '') || /^(?:the|official|new|latest|preliminary|early|internal)$/.test(tokens[start - 1]?.lower ?? ''))) start -= 1;
	return [start, at];
};

const isMonth = (token: Token | undefined): boolean => /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/.test(token?.text ?? '');

const FINITE = /^(?:is|are|was|were|has|have|had|will|would|could|can|did|does|do|may|might|must|should|said|says|told|made|gave|took|went|came|met|sent|held|kept|left|put|set|won|lost|cut|hit|led|let|began|sought|stood|spoke|wrote|drew|fell|rose|ran|saw|got|paid|built|broke|struck|swept|shot|sued|called)$/;

/** The subject of the main clause, for a participle far behind it: "Before he met them, Ms Roe publicly scorned the plan, saying". */
export const mainSubject = ({tokens, from, quoted}: Scope, at: number): readonly [number, number] | null => {
	let start = from;
	// An opening phrase ends at its comma.
	if (/^(?:before|after|when|while|in|on|at|during|as|since|for|with|by|although|though|despite|following|speaking|asked|if)$/.test(tokens[from]?.lower ?? '')) {
		while (start < at && tokens[start]?.text !== ',') start += 1;
		start += 1;
	}

	let end = start;
	const article = /^(?:the|a|an|his|her|its|their|one|some)$/.test(tokens[start]?.lower ?? '');
	while (end < at && end - start < 9) {
		const token = tokens[end];
		if (token === undefined || quoted(end) || (token.kind === 'mark' && !isTitleStop(tokens, end) && !(isDash(token) && token.text === '-'))) break;
		if (end > start && token.kind === 'word' && !isCapital(token) && (ADVERBS.test(token.lower) || FINITE.test(token.lower) || /(?:ed|ly)$/.test(token.lower) || (!article && !/^(?:of|and|the|for)$/.test(token.lower) && !isCapital(tokens[end + 1])))) break;
		end += 1;
	}

	const verb = tokens[end];
	const named = article || isCapital(tokens[start]) || /^(?:he|she|they|it)$/.test(tokens[start]?.lower ?? '');
	return named && end > start && end < at && verb?.kind === 'word' && !isCapital(verb) ? [start, end] : null;
};
