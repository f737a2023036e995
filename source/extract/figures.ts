import {HEADLINE, rawLine, segmentAt, STANDFIRST, type Article, type Segment} from '../model/article.ts';
import type {Figure} from '../model/figure.ts';
import type {Quote} from '../model/quote.ts';
import {shortId} from '../text/hash.ts';
import {sentences} from '../text/sentences.ts';
import {attribute, holding, lastSpeaker, lowerBound, readParagraph, sentenceOf, type Attribution, type Paragraph, type Resolve, type SentenceReading} from './attribution.ts';
import {changeAt, changedOf, partsFrom} from './changes.ts';
import {basisIn, hedgesOf, verificationIn} from './hedges.ts';
import {goesOn, isOfThose, isPaired, leansOn, type Last} from './leaning.ts';
import type {Measured} from './measure-nouns.ts';
import {meansPeople} from './measure-rows.ts';
import {measureOf} from './measures.ts';
import type {Cast} from './names.ts';
import {countedNoun} from './nouns.ts';
import {readNumbers, type NumberSpan} from './numbers.ts';
import {saidOnNear, timesOf} from './period.ts';
import {quotationSpans} from './quotations.ts';
import {askedMeasure, refusalsIn} from './refusals.ts';
import {relativeAt} from './relative.ts';
import {isSomewhereElse, placedIn, scopeOf} from './scope.ts';
import {subjectOf} from './subjects.ts';
import {sumChangeAt} from './sums.ts';
import {tallied} from './tallies.ts';
import {isTitleCase, type Token} from './tokens.ts';
import {worldwideIn} from './worldwide.ts';

/** What is carried along the text: the figure before, its clause (first token) and scope there, and who spoke last. */
type Running = {clause: number; scope: string | null; last: Last | null; subject: string | null; /** What was told of the subject. */ told: string | null; /** The segment and sentence the subject was named in. */ named: readonly [number, number]; noun: string | null; unit: string | null; speaker: () => Attribution | null; poll: boolean};
type Reading = {readonly article: Article; readonly segment: Segment; readonly number: number; readonly text: string; readonly tokens: readonly Token[]; readonly spans: readonly NumberSpan[]; readonly paragraph: Paragraph; readonly quotes: readonly Quote[]; readonly resolve: Resolve; readonly people: ReadonlyArray<{readonly start: number; readonly end: number}>; readonly isSurname: Cast['isSurname']};

const POLL_WORDS = /\b(?:poll|polls(?!\s(?:clos|open))|survey|surveys|polled|surveyed|respondents|YouGov|Ipsos|Gallup|pollster|pollsters|polling)\b/i;
/** Whoever forecasts is asked what will come, not what they think of it. */
const FORECASTS = /\b(?:economists|analysts|forecasters)\b|\b(?:survey|poll)\s(?:had\s)?(?:expected|forecast|predicted|projected|called for)\b|\bagainst the expected\b/i;
const PEOPLE_MEASURES = /^(?:killed|wounded|missing|captured|casualties|hostages|deployed|requested|arrested|charged|convicted|released|displaced|evacuated|rescued|trapped|infected|hospitalised|vaccinated|deported|protesters|striking|attendance|population|employed|unemployed|births|affected|surveyed|backers|attacked|jobless claims|continuing claims)$/;

/** The clause around a figure, without the mark that ends it. */
const clauseOf = ({clauses, to}: SentenceReading, at: number): readonly [number, number] => {
	const next = clauses.findIndex(start => start > at);
	return next < 0 ? [clauses.at(-1) ?? at, to] : [clauses[next - 1] ?? at, (clauses[next] ?? to) - 1];
};

const slice = (reading: Reading, [from, to]: readonly [number, number]): string => reading.text.slice(reading.tokens[from]?.start ?? 0, reading.tokens[to - 1]?.end ?? 0);

/** A count without a noun counts people where its measure says so ("hundreds have been arrested", "50,000 of them"). */
const unitOf = (span: NumberSpan, measured: Measured, running: Running, tokens: readonly Token[]): string | null => {
	if (meansPeople(span) && isLoss(measured.measure)) return 'people';
	if (span.unit !== null && !(span.kind === 'count' && measured.measure !== null && /^(?:killed|wounded|missing|casualties|arrested|signatures|votes|protesters|arrivals|jobless claims)$/.test(measured.measure) && span.compound === null && span.counted && /^(?:deaths|fatalities|casualties|losses|injuries|arrests|detentions|others|lives|bodies|corpses|murders|homicides|killings|claims|applications|filings)$/.test(span.counted.head))) return span.unit;
	if (span.kind !== 'count') return span.unit;
	const after = `${tokens[span.next]?.lower ?? ''} ${tokens[span.next + 1]?.lower ?? ''}`;
	if (/^(?:of them|of these|of those|of whom)/.test(after) && running.unit !== null && running.unit !== 'percent' && running.unit !== 'share') return running.unit;
	if (measured.measure !== null && PEOPLE_MEASURES.test(measured.measure)) return 'people';
	// "ten shot at a mall"
	if (!span.counted?.plural && /^(?:shot|stabbed|attacked|beaten|poisoned|held|feared|sick|ill|homeless|stranded|critically|seriously|jailed|sought|seek)$/.test(tokens[span.next]?.lower ?? '')) return 'people';
	// "hundreds have taken part", "dozens will": a crowd without a noun is people, or what was counted before.
	if (span.vague && !span.counted?.plural) return running.unit !== null && !/^(?:percent|share|usd|gbp|eur)$/.test(running.unit) ? running.unit : /illion/.test(tokens[span.next - 1]?.lower ?? '') && !/^(?:were|have|are|will|who|of|more|had|would|could|watched|took|live|lost)$/.test(tokens[span.next]?.lower ?? '') ? null : 'people';
	return span.unit;
};

/** The words beside a cue, where the day of the statement stands; the figure's own clause is left out. */
const besideCue = (reading: Reading, attribution: Attribution, span: NumberSpan): string | null => {
	const at = attribution.cueAt;
	if (at === null) return null;
	const stop = reading.paragraph.sentences[sentenceOf(reading.paragraph, at)];
	if (!stop) return null;
	const trailing = at > span.from;
	let end = Math.min(stop.to, at + 12);
	if (!trailing) {
		end = Math.min(end, span.from);
		for (let index = at + 1; index < end; index += 1) if (reading.tokens[index]?.kind === 'number' || /^(?:that|:|“|")$/.test(reading.tokens[index]?.lower ?? '')) { end = index; break; }
	}

	// "Forty died on Friday, officials said": a comma away it is the day of what happened
	const comma = trailing ? reading.tokens.slice(Math.max(stop.from, at - 3), at).findLastIndex(({text}) => text === ',') : -1;
	// "wrote on Friday after the agency revealed 40": the day of another verb
	const other = trailing ? -1 : reading.tokens.slice(Math.max(stop.from, at - 6), at).findLastIndex(({lower}) => /^(?:after|before|when|while|because)$/.test(lower));
	const from = Math.max(stop.from, at - (trailing ? 3 : 6)) + Math.max(comma, other) + 1;
	return reading.text.slice(reading.tokens[from]?.start ?? 0, reading.tokens[end - 1]?.end ?? 0);
};

/** "gave 20 last week" (simple past) does not say that it is all; "has given" does. */
const isSimplePast = (measured: Measured, tokens: readonly Token[]): boolean => {
	if (measured.measure !== 'deployed' || measured.at === null) return false;
	const word = tokens[measured.at]?.lower ?? '';
	return /(?:ed|sent)$/.test(word) && !/^(?:has|have|had|been|were|was|be|also|already)$/.test(tokens[measured.at - 1]?.lower ?? '');
};

/** Doubt about numbers of people does not touch a measured area. */
const verificationOf = (sentence: string, span: NumberSpan): string | null => {
	const words = verificationIn(sentence);
	return words !== null && span.kind !== 'count' && /number|toll|casualt/i.test(words) ? null : words;
};

/** Does a person's name begin here (an article may stand before it)? */
const names = (reading: Reading, ...tokens: ReadonlyArray<Token | undefined>): boolean => tokens.some(token => token !== undefined && (holding(reading.people, token.start, ({start, end}) => [start, end]) >= 0 || reading.isSurname(token.text)));

/** "40% of respondents", "half of Kenyans". */
const asksPeople = (tokens: readonly Token[], {next}: NumberSpan): boolean => tokens[next]?.lower === 'of' && countedNoun(tokens, next + 1, tokens.length)?.people === true;

const isLoss = (measure: string | null): boolean => /^(?:killed|wounded|missing|captured|casualties)$/.test(measure ?? '');

/** The other figures of a sentence. */
const neighbours = (spans: readonly NumberSpan[], span: NumberSpan, from: number, to: number): NumberSpan[] => {
	const own = holding(spans, span.from, other => [other.from, other.next]);
	return spans.slice(Math.max(0, own - 20), own + 20).filter(other => other !== span && other.from >= from && other.from < to);
};

const figureOf = (reading: Reading, span: NumberSpan, running: Running, occurrence: number): Figure => {
	const {article, segment, tokens, text, paragraph} = reading;
	const sentence = paragraph.sentences[sentenceOf(paragraph, span.from)] ?? {from: span.from, to: span.next, start: span.start, end: span.end, cues: [], words: new Set<string>(), clauses: [span.from]};
	const clause = clauseOf(sentence, span.from);
	const sentenceText = text.slice(sentence.start, sentence.end);
	const polled = (POLL_WORDS.test(sentenceText) || running.poll) && !FORECASTS.test(sentenceText);
	const {words} = sentence;
	const others = neighbours(reading.spans, span, sentence.from, sentence.to);
	const found = measureOf(tokens, span, {from: sentence.from, to: sentence.to, others, context: word => words.has(word) || (word === 'poll' && polled)});
	const tally = tallied(reading.tokens, reading.spans, span, words);
	const pollish = span.kind === 'percent' || span.kind === 'share';
	// "hundreds have taken part": the noun left out is the one before; "hundreds of millions of dollars are at stake" leaves none out
	const told = tally !== null ? {...found, measure: tally.measure, measureText: found.measure === tally.measure ? found.measureText : null, stock: false} : polled && pollish && found.at === null && asksPeople(tokens, span) ? {...found, measure: 'poll share', measureText: null} : found.measure !== null ? found : span.vague && span.kind === 'count' && span.counted === null ? {...found, measure: running.noun} : polled && pollish ? {...found, measure: 'poll share'} : found;
	const last = running.last !== null && (running.last.sentence === sentence.from ? leansOn(tokens, running.last, span) || isOfThose(tokens, running.last, span) : goesOn(tokens, running.last, span, sentence.from)) ? running.last : null;
	const base = last !== null && (told.measure === null || isPaired(tokens, last, span) || isOfThose(tokens, last, span)) ? {...last.measured, measureText: null} : told;
	const unit = tally !== null ? tally.measure : span.unit === null && last?.kind === 'count' && last.unit !== null ? last.unit : unitOf(span, base, running, tokens);
	if (span.kind !== 'duration') running.last = {sentence: sentence.from, next: span.next, kind: span.kind, measured: base, unit};
	const sum = sumChangeAt(tokens, span, base.measure);
	const change = changeAt(tokens, span) ?? sum;
	const changed = change !== null && (span.kind === 'money' || partsFrom(span, base));
	const measured = changed ? {measure: change.measure, measureText: tokens[change.at]?.text ?? null, components: null, stock: false, at: change.at} : base;
	const quote = reading.quotes[holding(reading.quotes, span.start, ({start, end}) => [start, Math.max(start, end - span.end + span.start + 1)])] ?? null;
	const attribution = attribute(paragraph, span.from, {quote, pollish, before: running.speaker, resolve: reading.resolve});
	const exact = text.slice(span.start, span.end);
	const around = besideCue(reading, attribution, span);
	const said = around === null ? {saidOn: null, saidOnText: null} : saidOnNear(around, article.published, attribution.cue ?? '');
	const clauseText = slice(reading, clause);
	const offset = tokens[clause[0]]?.start ?? 0;
	const hedging = hedgesOf(exact, clauseText, span.start - offset, attribution.cue, attribution.stance, {verb: measured.at === null ? null : (tokens[measured.at]?.start ?? 0) - offset, compound: span.compound !== null});
	// "lost 40% of the 900 fields they bought in May": the time is that of the whole
	const whole = pollish && tokens[span.next]?.lower === 'of' ? others.find(other => other.from > span.from && other.from - span.next <= 3) : undefined;
	const times = timesOf(whole ? clauseText.slice(0, whole.start - offset) : clauseText, span.start - offset, span.end - offset, {stock: measured.stock, saidOn: said.saidOnText, published: article.published, simplePast: isSimplePast(measured, tokens)});
	const taken = (at: number): boolean => (attribution.subjectAt !== null && at >= attribution.subjectAt[0] && at < attribution.subjectAt[1]) || names(reading, tokens[at], tokens[at + 1]);
	const titled = paragraph.heading && isTitleCase(tokens, 0, tokens.length) ? placedIn(article.segments) : null;
	const worldwide = worldwideIn(clauseText, span.start - offset, span.end - offset);
	// "a raid in Kent in answer to a blast that killed 12": where the main clause is, the relative one need not be
	const start = relativeAt(tokens, clause[0], span.from) ?? clause[0];
	const scope = worldwide ?? scopeOf(tokens, span, {clause, taken, titled}) ?? (running.clause === start && !isSomewhereElse(tokens, span.from, span.counted) ? running.scope : null);
	// "a million cases worldwide, with 60 in Kent": the world is not carried on
	Object.assign(running, {clause: start, scope: worldwide === null ? scope : null});
	const at = sentenceOf(paragraph, span.from);
	const back = running.named[0] === reading.number ? at - running.named[1] : 9;
	const near = back === 0 ? 'sentence' : back === 1 && isLoss(measured.measure) ? 'paragraph' : null;
	const subject = tally !== null ? tally.side : changed ? sum?.of ?? changedOf(tokens, change, sum !== null && (base.at === null || base.at === sum.at) ? {...base, measure: null, measureText: null} : base) : subjectOf(tokens, span, measured, unit, clause, {subject: running.subject, measure: running.told, near, next: others.findLast(other => other.from < span.from)?.next ?? 0});
	// "a raid left one dead and eight hurt": nor do the eight go on about anybody named before the one
	if (!changed && (subject !== null || (span.kind === 'count' && unit === 'people'))) Object.assign(running, {subject, told: measured.measure, named: [reading.number, at]});
	return {
		id: shortId('f', article.id, String(reading.number), exact, String(occurrence)), article: article.id, externalId: article.externalId, document: article.document, sha256: article.document,
		line: rawLine(segment, span.start), segment: reading.number, start: span.start, end: span.end, text: exact, sentence: sentenceText,
		low: span.low, high: span.high, qualifier: span.qualifier, boundsBasis: span.vague ? 'convention' : 'stated', unit,
		measure: measured.measure, measureText: measured.measureText, components: measured.components, subject,
		scope, flow: times.flow, periodText: times.periodText,
		source: attribution.source, sourceText: attribution.sourceText, sourceChain: attribution.sourceChain, directness: attribution.directness, cue: attribution.cue, stance: hedging.stance, hedges: hedging.hedges,
		basis: basisIn(sentenceText), verification: verificationOf(sentenceText, span), asOf: times.asOf, asOfText: times.asOfText, saidOn: said.saidOn, saidOnText: said.saidOnText,
		statement: null, quoted: attribution.quoted, derived: false, minor: span.minor, refusal: false, review: null,
	};
};

/** A refusal keeps its place among the figures: no value, but who would not tell what. */
const refusalFigures = (reading: Reading): Figure[] => refusalsIn(reading.text).map(refusal => {
	const {article, segment, tokens, paragraph, text} = reading;
	const at = lowerBound(tokens, refusal.start);
	const sentence = paragraph.sentences[sentenceOf(paragraph, at)];
	const first = sentence?.from ?? 0;
	const lead = text.slice(tokens[first]?.start ?? 0, tokens[at - 1]?.end ?? 0).trim();
	// "Asked about it, she", "In other words, it": an opening goes; an apposition goes too ("The mayor, Ann Lee,").
	const parts = lead.split(/,\s?/);
	const subject = (/^(?:In|On|At|Asked|When|While|After|Although|However|Meanwhile|But|And|For)\b/.test(lead) ? parts.findLast(part => part !== '') : parts[0]) ?? '';
	const words = subject.split(' ').length <= 12 ? subject.replace(/^(?:But|And|However,?|Meanwhile,?)\s/, '').replace(/,$/, '').replace(/\s(?:also|again|has|have)$/, '') : '';
	const name = words === '' ? null : /^(?:he|she|it|they)$/i.test(words) ? reading.resolve(words, tokens[first]?.start ?? 0) : words;
	const asked = askedMeasure(refusal.asked);
	return {
		id: shortId('f', article.id, String(reading.number), refusal.text, '0'), article: article.id, externalId: article.externalId, document: article.document, sha256: article.document,
		line: rawLine(segment, refusal.start), segment: reading.number, start: refusal.start, end: refusal.end, text: refusal.text, sentence: sentence ? text.slice(sentence.start, sentence.end) : refusal.text,
		low: null, high: null, qualifier: '=', boundsBasis: 'stated', unit: null, measure: asked.measure, measureText: asked.measureText, components: null, subject: null, scope: null, flow: null, periodText: null,
		source: name, sourceText: words === '' ? null : words, sourceChain: [], directness: name === null ? 'own' : 'indirect', cue: null, stance: 'uncommitted', hedges: [], basis: null, verification: null,
		asOf: null, asOfText: null, saidOn: null, saidOnText: null, statement: null, quoted: false, derived: false, minor: false, refusal: true, review: null,
	};
});

const nobody = (): null => null;
/** Without one of these a paragraph holds neither figure nor refusal. */
const NUMERIC = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|fifth|tenth|dozens?|scores|hundreds?|thousands?|millions?|billions?|trillions?|zero|numbers?|figures?|toll|how m|estimate|total)|(?:teen|ty|thirds|quarters|fifths)\b/i;

const readSegment = (article: Article, number: number, quotes: readonly Quote[], cast: Cast, running: Running): Figure[] => {
	const segment = segmentAt(article, number);
	if (!segment) return [];
	const {text} = segment;
	const marks = quotes.length > 0 && !NUMERIC.test(text) ? [] : quotationSpans(text).filter(mark => mark.depth === 0);
	if (!NUMERIC.test(text) && marks.length === 0) {
		running.speaker = nobody;
		return [];
	}

	const {tokens, spans} = readNumbers(text);
	const resolve: Resolve = (words, offset) => cast.resolve(words, {segment: number, offset});
	const paragraph = readParagraph(tokens, sentences(text), marks, number === HEADLINE);
	const reading: Reading = {article, segment, number, text, tokens, spans, paragraph, quotes: quotes.filter(quote => quote.segment === number), resolve, people: cast.mentions.filter(mention => mention.segment === number && mention.kind === 'person'), isSurname: cast.isSurname};
	running.poll = POLL_WORDS.test(text) && !FORECASTS.test(text);
	running.clause = -1;
	const seen = new Map<string, number>();
	const figures: Figure[] = [];
	for (const span of spans) {
		const exact = text.slice(span.start, span.end);
		const occurrence = seen.get(exact) ?? 0;
		seen.set(exact, occurrence + 1);
		const figure = figureOf(reading, span, running, occurrence);
		figures.push(figure);
		if (!figure.minor && figure.unit !== null && span.kind === 'count') running.unit = figure.unit;
		if (span.counted?.plural && figure.unit === 'people') running.noun = span.counted.head;
	}

	const before = running.speaker;
	// Asked only when a quotation runs on into the next paragraph without a word of who speaks.
	running.speaker = () => lastSpeaker(paragraph, resolve) ?? ((marks[0]?.start ?? 9) <= 1 ? before() : null);
	return [...figures, ...refusalFigures(reading)].toSorted((left, right) => left.start - right.start);
};

/**
 * Every figure of an article, in the order of the text: headline, standfirst, body. `quotes`, where the quotes stage has run,
 * tell who speaks inside quotation marks; without them the nearest cue at the marks does.
 */
export const extractFigures = (article: Article, cast: Cast, quotes: readonly Quote[] = []): Figure[] => {
	const running: Running = {clause: -1, scope: null, last: null, subject: null, told: null, named: [NaN, 0], noun: null, unit: null, speaker: nobody, poll: false};
	const numbers = [HEADLINE, STANDFIRST, ...article.segments.keys()];
	return numbers.flatMap(number => {
		// The body begins afresh after headline and standfirst.
		if (number === 0) Object.assign(running, {subject: running.subject, noun: null, unit: null, speaker: nobody});
		return readSegment(article, number, quotes, cast, running);
	});
};
