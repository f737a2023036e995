import type {Figure} from '../model/figure.ts';
import type {Quote} from '../model/quote.ts';
import {isOthersForecast} from './cue-polls.ts';
import {DOCUMENT} from './cue-subjects.ts';
import {isPlace, nameOf, PRONOUN, publisherOf, saidOfItself} from './source-names.ts';
import {cuesOf, stanceOf, type Cue} from './cues.ts';
import {namesPeople, phraseOf} from './nouns.ts';
import {isCapital, isDash, type Token} from './tokens.ts';

/** A sentence as token numbers, its cues, its words in small letters, and where its clauses begin. All but its place is read when it is asked for. */
export type SentenceReading = {readonly from: number; readonly to: number; readonly start: number; readonly end: number; readonly cues: readonly Cue[]; readonly words: ReadonlySet<string>; readonly clauses: readonly number[]};

/** A paragraph ready to be asked who says what. */
export type Paragraph = {
	readonly tokens: readonly Token[];
	readonly sentences: readonly SentenceReading[];
	/** Quotation marks around: token ranges. */
	readonly quotations: ReadonlyArray<readonly [number, number]>;
	/** A headline, where a colon or dash stands for the verb. */
	readonly heading: boolean;
};

/** Who is credited with a figure. `cueAt` is the cue's token, null where the outlet speaks itself. */
export type Attribution = Pick<Figure, 'source' | 'sourceText' | 'sourceChain' | 'directness' | 'cue' | 'stance' | 'quoted'> & {readonly cueAt: number | null; readonly subjectAt: readonly [number, number] | null};

/** Pronouns and definite roles to names: the cast's business. */
export type Resolve = (words: string, offset: number) => string | null;

const OWN: Attribution = {source: null, sourceText: null, sourceChain: [], directness: 'own', cue: null, stance: 'certain', cueAt: null, subjectAt: null, quoted: false};

/** Cuts a paragraph into sentences with their cues. */
export const readParagraph = (tokens: readonly Token[], spans: ReadonlyArray<{start: number; end: number}>, marks: ReadonlyArray<{start: number; end: number}>, heading = false): Paragraph => {
	const tokenRange = (start: number, end: number): readonly [number, number] => [lowerBound(tokens, start), lowerBound(tokens, end)];
	const quotations = marks.map(({start, end}) => tokenRange(start, end));
	const inside = new Uint8Array(tokens.length);
	// Scare quotes of three words hold no cue-free zone: "said it was 'very' bad" stays one clause.
	for (const [from, to] of quotations) if (to - from > 3) inside.fill(1, from, to);
	const sentences = spans.flatMap(({start, end}) => pieces(tokens, start, end, tokenRange(start, end))).map(({start, end, from, to}) => {
		// Most sentences are never asked.
		let cues: readonly Cue[] | null = null;
		let words: ReadonlySet<string> | null = null;
		let clauses: readonly number[] | null = null;
		return {
			from, to, start, end,
			get cues() { return cues ??= cuesOf({tokens, from, to, quoted: at => inside[at] === 1}); },
			get words() { return words ??= new Set(tokens.slice(from, to).map(token => token.lower)); },
			get clauses() { return clauses ??= clausesOf(tokens, from, to); },
		};
	});
	return {tokens, sentences, quotations, heading};
};

/** Where the clauses of a sentence begin: it parts at semicolons, at ", while", ", as", ", but" and at "and there". */
const clausesOf = (tokens: readonly Token[], from: number, to: number): number[] => {
	const starts = [from];
	for (let index = from; index < to - 1; index += 1) {
		const next = tokens[index + 1]?.lower ?? '';
		if (tokens[index]?.text === ';' || (tokens[index]?.text === ',' && /^(?:while|as|but|whereas|although|though)$/.test(next)) || (tokens[index]?.lower === 'and' && next === 'there')) starts.push(index + 1);
	}

	return starts;
};

/** Nobody writes longer sentences: a table or a forged page is cut, so that every step looks at a bounded stretch. */
const LONGEST = 250;

const pieces = (tokens: readonly Token[], start: number, end: number, [from, to]: readonly [number, number]): Array<{start: number; end: number; from: number; to: number}> => {
	if (to - from <= LONGEST) return [{start, end, from, to}];
	const cut = [];
	for (let at = from; at < to; at += LONGEST) {
		const next = Math.min(to, at + LONGEST);
		cut.push({start: tokens[at]?.start ?? start, end: tokens[next - 1]?.end ?? end, from: at, to: next});
	}

	return cut;
};

/** The range that holds a token, of ranges in order that do not overlap. */
export const holding = <T>(ranges: readonly T[], at: number, edges: (range: T) => readonly [number, number]): number => {
	let low = 0;
	let high = ranges.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const range = ranges[middle];
		if (range === undefined) return -1;
		const [from, to] = edges(range);
		if (at < from) high = middle - 1;
		else if (at >= to) low = middle + 1;
		else return middle;
	}

	return -1;
};

/** The number of the sentence that holds a token; -1 for none. */
export const sentenceOf = (paragraph: Paragraph, at: number): number => holding(paragraph.sentences, at, ({from, to}) => [from, to]);

/** First token that begins at or after an offset. */
export const lowerBound = (tokens: readonly Token[], offset: number): number => {
	let low = 0;
	let high = tokens.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((tokens[middle]?.start ?? Infinity) < offset) low = middle + 1;
		else high = middle;
	}

	return low;
};

const inContent = (cue: Cue, from: number): boolean => cue.content.some(([start, end]) => from >= start && from < end) && !(cue.subject && from >= cue.subject[0] && from < cue.subject[1]);

const COUNTS = /^(?:recorded|records|registered|logged|counted|documented|tallied|saw)$/;

/** "early analysis", "the data": a paper that nobody is said to have written. */
const isNameless = (tokens: readonly Token[], [from, to]: readonly [number, number]): boolean =>
	tokens.slice(from, to).some(token => DOCUMENT.test(token.lower)) && !tokens.slice(from + 1, to).some(isCapital) && publisherOf(tokens, from, to) === null;

/** The cue whose content most closely holds the token; the outer ones are relays. */
const governing = ({tokens}: Paragraph, sentence: SentenceReading, from: number): {inner: Cue | null; outer: Cue[]} => {
	const others = isOthersForecast(tokens, sentence.from, from);
	const holding = sentence.cues.filter(cue => inContent(cue, from) && !(others && cue.form === 'leading'));
	// Those who speak are not told about ("according to two of the officials"), unless somebody else counts them: "One in five were sure, a poll showed".
	if (sentence.cues.some(cue => cue.subject && from >= cue.subject[0] && from < cue.subject[1])) {
		const [counter] = holding.filter(cue => cue.form === 'trailing' || cue.form === 'according');
		return {inner: counter ?? null, outer: []};
	}

	// "The country recorded 40 cases, according to the tally": who counts is no source where one is named
	const tally = holding.find(cue => cue.form === 'according');
	if (tally && holding.some(cue => cue.form === 'leading' && (COUNTS.test(tokens[cue.at]?.lower ?? '') || (/^report(?:ed|s|ing)$/.test(tokens[cue.at]?.lower ?? '') && cue.subject && isPlace(tokens, cue.subject))))) return {inner: tally, outer: []};
	const leading = holding.filter(cue => cue.form === 'leading').toSorted((left, right) => right.at - left.at);
	const rest = holding.filter(cue => cue.form !== 'leading').toSorted((left, right) => Math.abs(left.at - from) - Math.abs(right.at - from));
	const [inner, ...outer] = [...leading, ...rest];
	// "The firm says early analysis shows 90%": a paper without a name speaks for whoever cites it
	const teller = inner?.form === 'leading' && inner.subject && outer[0]?.form === 'leading' && outer[0].subject && isNameless(tokens, inner.subject) ? outer[0] : null;
	const itself = inner?.subject && outer[0]?.form === 'leading' ? saidOfItself(tokens, inner.subject, outer[0]) : null;
	return {inner: teller ?? (inner && itself ? {...inner, subject: itself} : inner ?? null), outer: outer.filter(cue => cue.form !== 'leading')};
};

const credit = (paragraph: Paragraph, sentence: SentenceReading, cue: Cue, outer: readonly Cue[], resolve: Resolve): Attribution => {
	const {tokens} = paragraph;
	const word = phraseOf(tokens, cue.at, cue.next);
	if (!cue.subject) return {...OWN, cue: word, stance: cue.stance, cueAt: cue.at, directness: 'indirect'};
	let named = nameOf(tokens, cue.subject, resolve);
	// "It recorded 40 deaths": a country that nobody names again says nothing
	if (named.source === null && COUNTS.test(word) && /^it$/i.test(named.text ?? '')) return OWN;
	const chain: string[] = [];
	const relays = [...(cue.relay ? [cue.relay] : []), ...outer.flatMap(other => other.subject ? [other.subject] : [])];
	const citing = sentence.cues.find(other => other.form === 'citing');
	if (citing?.subject && cue.form !== 'citing') {
		relays.push(cue.subject);
		named = nameOf(tokens, citing.subject, resolve);
	}

	for (const relay of relays) {
		const name = nameOf(tokens, relay, resolve);
		if (name.source && name.source !== named.source) chain.push(name.source.replace(/^[Tt]he\s(?=.*agency|.*newspaper)/, ''));
	}

	return {source: named.source, sourceText: named.text, sourceChain: chain, directness: 'indirect', cue: word, stance: cue.stance, cueAt: cue.at, subjectAt: cue.subject, quoted: false};
};

const POLL = /^(?:poll|polls|survey|surveys|study|research|census|polling)$/;

/** Shares and percentages after a sentence about a poll belong to the poll: "A poll by X showed ... Some 46% were in favour." */
const fromPollBefore = (paragraph: Paragraph, index: number, resolve: Resolve): Attribution | null => {
	const before = paragraph.sentences[index - 1];
	const sentence = paragraph.sentences[index];
	if (!before || !sentence) return null;
	const cue = before.cues.find(entry => entry.subject && paragraph.tokens.slice(before.from, entry.at).some(token => POLL.test(token.lower)));
	if (!cue) return null;
	const source = publisherOf(paragraph.tokens, before.from, cue.at) ?? (cue.subject ? nameOf(paragraph.tokens, cue.subject, resolve).source : null);
	return source ? {...OWN, source, sourceText: source, directness: 'indirect', cue: phraseOf(paragraph.tokens, cue.at, cue.next), stance: cue.stance, cueAt: null} : null;
};

/** The speaker of a quotation: the nearest cue at its edges, before or after, in this paragraph. */
const speakerNear = (paragraph: Paragraph, [from, to]: readonly [number, number], resolve: Resolve): Attribution | null => {
	let best: {cue: Cue; far: number; sentence: SentenceReading} | null = null;
	const first = Math.max(0, sentenceOf(paragraph, from) - 2);
	const last = sentenceOf(paragraph, Math.max(from, to - 1));
	for (const sentence of paragraph.sentences.slice(first, Math.max(first, last) + 3)) {
		for (const cue of sentence.cues) {
			if (cue.form === 'citing' || !cue.subject) continue;
			const far = cue.at < from ? from - cue.next + (cue.form === 'trailing' ? 6 : 0) : cue.at >= to ? Math.min(cue.at, cue.subject[0]) - to : 99;
			if (far < 25 && (best === null || far < best.far)) best = {cue, far, sentence};
		}
	}

	return best && credit(paragraph, best.sentence, best.cue, [], resolve);
};

/**
 * Who is credited with the figure that begins at token `from`. `quote`: the quotation around it where the quotes stage
 * knows one; `pollish`: a share or percentage; `before`: who spoke in the paragraph before, for quotations that run on.
 */
export const attribute = (paragraph: Paragraph, from: number, options: {readonly quote: Quote | null; readonly pollish: boolean; readonly before: () => Attribution | null; readonly resolve: Resolve}): Attribution => {
	const {quote, pollish, before, resolve} = options;
	const index = sentenceOf(paragraph, from);
	const sentence = paragraph.sentences[index];
	if (!sentence) return OWN;
	const quotation = paragraph.quotations[holding(paragraph.quotations, from, range => range)];
	const quoted = quotation !== undefined;
	const long = quotation !== undefined && quotation[1] - quotation[0] > 3;
	if (quote?.speaker) {
		const name = quote.speakerName !== null && PRONOUN.test(quote.speaker) ? quote.speakerName : PRONOUN.test(quote.speaker) ? null : quote.speaker;
		return {...OWN, source: name ?? quote.speakerName, sourceText: quote.speaker, directness: 'direct', cue: quote.cue, stance: quote.cue === null ? 'certain' : stanceOf(quote.cue), cueAt: sentence.cues.find(cue => phraseOf(paragraph.tokens, cue.at, cue.next) === quote.cue)?.at ?? null, quoted: true};
	}

	const heading = paragraph.heading ? fromHeading(paragraph, from, resolve) : null;
	if (quotation && long) {
		const near = speakerNear(paragraph, quotation, resolve) ?? (paragraph.tokens[0] && quotation[0] <= 1 ? before() : null) ?? heading;
		return {...near ?? OWN, directness: near?.source ? 'direct' : 'own', quoted: true};
	}

	const {inner, outer} = governing(paragraph, sentence, from);
	if (inner) return {...credit(paragraph, sentence, inner, outer, resolve), quoted};
	if (heading) return {...heading, quoted};
	const poll = pollish ? fromPollBefore(paragraph, index, resolve) : null;
	return {...poll ?? OWN, quoted};
};

/** "Boehner: '40 seats at risk'", "300 dead in floods: Red Cross", "Ten hurt - officials": in a headline a mark stands for the verb. */
const fromHeading = (paragraph: Paragraph, at: number, resolve: Resolve): Attribution | null => {
	const {tokens} = paragraph;
	const mark = tokens.findIndex((token, index) => (token.text === ':' || (isDash(token) && token.start > (tokens[index - 1]?.end ?? 0) && token.end < (tokens[index + 1]?.start ?? 0))) && index > 0);
	if (mark < 0) return null;
	// "Roe: “Not yet.” Farms need 40": another sentence is the paper's
	if (mark < at && sentenceOf(paragraph, mark + 2) !== sentenceOf(paragraph, at)) return null;
	const range: readonly [number, number] = mark < at ? [0, mark] : [mark + 1, tokens.length];
	const words = tokens.slice(...range);
	const named = words.length > 0 && words.length <= 4 && words.every(token => token.kind === 'word') && (mark > at || isQuote(tokens[mark + 1])) && !/^(?:live|report|watch|exclusive|breaking|video|opinion|analysis|update|updated|latest|review|explained|explainer)$/i.test(words[0]?.text ?? '');
	const speaks = isCapital(words[0]) || words.some(token => namesPeople(token) || DOCUMENT.test(token.lower));
	if (!named || !speaks) return null;
	const {source, text} = nameOf(tokens, range, resolve);
	return {...OWN, source, sourceText: text, directness: 'indirect', subjectAt: range};
};

const isQuote = (token: Token | undefined): boolean => /^[“"‘']$/.test(token?.text ?? '');

/** The last speaker of a paragraph whose quotation may run on into the next. */
export const lastSpeaker = (paragraph: Paragraph, resolve: Resolve): Attribution | null => {
	const last = paragraph.quotations.findLast(([from, to]) => to - from > 3);
	return last ? speakerNear(paragraph, last, resolve) : null;
};
