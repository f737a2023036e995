import {rawLine, type Article, type Segment} from '../model/article.ts';
import type {Quote} from '../model/quote.ts';
import {shortId} from '../text/hash.ts';
import {sentences} from '../text/sentences.ts';
import type {Cast} from './names.ts';
import type {PlacedMention} from './people.ts';
import {quotationSpans, withoutQuotations, type QuotationSpan} from './quotations.ts';
import {creditAfter, creditBefore, creditOfColon, creditOfSentenceBefore, sentenceStart, type Credit, type Paragraph} from './speakers.ts';
import {isWorkNoun} from './speech.ts';

/** A credit with its name resolved; kept from quotation to quotation, for what goes on. */
type Voice = {readonly speaker: string | null; readonly name: string | null; readonly cue: string | null};
type Found = {readonly span: QuotationSpan; readonly voice: Voice};
/** What the paragraph before leaves: its last voice, and whether its last quotation is still open. */
type Carry = {readonly voice: Voice | null; readonly open: boolean; readonly colon: Voice | null};

const UNKNOWN: Voice = {speaker: null, name: null, cue: null};
const NOTHING: Carry = {voice: null, open: false, colon: null};
const GOES_ON = /^(?:adds|added|adding|continued|continues|continuing|went on|goes on|concluded)$/;
const PRONOUN = /^(?:he|she|they|it)$/i;

const paragraphOf = (text: string, mentions: readonly PlacedMention[]): Paragraph => {
	const spans = quotationSpans(text).filter(span => span.depth === 0);
	let next = 0;
	const breaks = sentences(text).map(sentence => sentence.start).filter(start => {
		while (next < spans.length && (spans[next]?.end ?? 0) < start) next++;
		const span = spans[next];
		return span === undefined || start < span.start || start > span.end;
	});
	const narrative = withoutQuotations(text, spans);
	return {text, narrative, spans, breaks: [...breaks, text.length], mentions: mentions.filter(mention => narrative.charAt(mention.start) !== ' ')};
};

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;

/** Capitals throughout and no full stop: a title, a name of a day, a slogan. */
const isTitle = (words: string): boolean => {
	const parts = words.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
	return parts.length <= 9 && !/[!?]$/.test(words) && parts.every(part => /^[\p{Lu}\p{N}]/u.test(part) || /^(?:of|the|and|a|an|in|on|to|for|with|at|by|from|or|is|de|la)$/.test(part)) && /^[\p{Lu}\p{N}]/u.test(words);
};

/** A whole utterance: it begins and ends as a sentence does. */
const isUtterance = (words: string): boolean => /^["“‘'[(…]*[\p{Lu}\p{N}…]/u.test(words) && /[.,!?…—–-][”’"')\]]*$/.test(words.trimEnd());

const precedingWord = (paragraph: Paragraph, span: QuotationSpan): string => /([\p{L}-]+)[,:]?\s*$/u.exec(paragraph.narrative.slice(Math.max(0, span.start - 30), span.start - 1))?.[1] ?? '';

/** Whether words in quotation marks with a credit are a quotation, and not a term, a title or a word set off. */
const isSpeech = (paragraph: Paragraph, span: QuotationSpan, words: string, credit: Credit | null): boolean => {
	const count = wordCount(words);
	const utterance = isUtterance(words);
	if (count <= 2) return utterance && credit !== null && /[:,]\s*$|^\s*$/.test(paragraph.narrative.slice(Math.max(0, span.start - 3), span.start - 1)) && /^["“‘']?\p{Lu}/u.test(words);
	if (isTitle(words) && !/[:,]\s*$/.test(paragraph.narrative.slice(Math.max(0, span.start - 6), span.start - 1)) && !(startsSentence(paragraph, span) && utterance)) return false;
	if (isWorkNoun(precedingWord(paragraph, span)) && (isTitle(words) || (count <= 8 && !/[.!?]$/.test(words)) || !/[:]\s*$/.test(paragraph.narrative.slice(Math.max(0, span.start - 6), span.start - 1)) && words.split(/\s+/).filter(word => /^\p{Lu}/u.test(word)).length > count * 0.6)) return false;
	return true;
};

const atParagraphStart = (paragraph: Paragraph, span: QuotationSpan): boolean => span.start - 1 <= paragraph.text.length - paragraph.text.trimStart().length;
const fillsParagraph = (paragraph: Paragraph, span: QuotationSpan): boolean => atParagraphStart(paragraph, span) && paragraph.text.slice(span.end + 1).replace(/[”’"'.,\s]/g, '') === '';
const startsSentence = (paragraph: Paragraph, span: QuotationSpan): boolean => sentenceStart(paragraph, span.start) >= span.start - 1;

/** Reads one article's quotations. */
class Reader {
	readonly #article: Article;
	readonly #cast: Cast;
	readonly #quotes: Quote[] = [];
	readonly #seen = new Map<string, number>();

	constructor(article: Article, cast: Cast) {
		this.#article = article;
		this.#cast = cast;
	}

	read(): Quote[] {
		const bySegment = Map.groupBy(this.#cast.mentions, mention => mention.segment);
		let carry = NOTHING;
		for (const [index, segment] of this.#article.segments.entries()) {
			if (segment.kind === 'heading' || segment.kind === 'caption') continue;
			carry = this.#readSegment(index, segment, bySegment.get(index) ?? [], carry);
		}

		return this.#quotes;
	}

	#voice(credit: Credit, segment: number, last: Voice | null): Voice {
		const {speaker, cue} = credit;
		if (speaker === null) return {speaker: null, name: null, cue};
		// "He added": whoever spoke before; if that was not sure, this is not either.
		if (last !== null && cue !== null && GOES_ON.test(cue) && PRONOUN.test(speaker.words) && (last.name === null ? PRONOUN.test(last.speaker ?? '') : false)) return {speaker: speaker.words, name: null, cue};
		const at = {segment, offset: speaker.start};
		const name = speaker.beside === undefined ? this.#cast.resolve(speaker.words, at) : this.#cast.resolve(speaker.beside, at);
		return {speaker: speaker.words, name, cue};
	}

	#credit(paragraph: Paragraph, index: number): Credit | null {
		const span = paragraph.spans[index];
		if (span === undefined) return null;
		const before = creditBefore(paragraph, span);
		// “Q”, he said. : an utterance looks behind itself first, a fragment before itself.
		const words = paragraph.text.slice(span.start, span.end);
		const led = /[:,]\s*$/.test(paragraph.narrative.slice(Math.max(0, span.start - 6), span.start - 1)) || !isUtterance(words);
		// "As one paper reported, the rule would “...”, a spokesman said": the main clause is credited.
		const aside = before !== null && /^\s*(?:As|When|While|After|Although)\s[^,]*$/.test(paragraph.narrative.slice(sentenceStart(paragraph, span.start - 1), before.speaker?.start ?? 0));
		if (aside) return creditAfter(paragraph, span, paragraph.spans[index + 1]) ?? before;
		if (before !== null && led && !(index > 0 && /,\s*$/.test(paragraph.narrative.slice(Math.max(0, span.start - 6), span.start - 1)) && startsSentence(paragraph, span))) return before;
		return creditAfter(paragraph, span, paragraph.spans[index + 1]) ?? before ?? creditOfColon(paragraph, span);
	}

	#readSegment(number: number, segment: Segment, mentions: readonly PlacedMention[], carry: Carry): Carry {
		const paragraph = paragraphOf(segment.text, mentions);
		const found: Found[] = [];
		let last: Voice | null = carry.voice;
		// Whoever speaks whole sentences here, not a fragment within them, goes on after a full stop.
		let main: Voice | null = null;
		// Fragments that wait for a credit later in their sentence: it took care “...” and gave “...”, the filing said.
		let waiting: QuotationSpan[] = [];
		for (const [index, span] of paragraph.spans.entries()) {
			const words = segment.text.slice(span.start, span.end);
			if (wordCount(words) === 0) continue;
			const continued = index === 0 && carry.open && carry.voice !== null && atParagraphStart(paragraph, span);
			const credit = continued ? null : this.#credit(paragraph, index);
			if (!continued && !isSpeech(paragraph, span, words, credit)) continue;
			const voice: Voice | null = continued ? carry.voice : credit === null ? this.#silent(paragraph, span, words, found.length > 0 ? main ?? last : null, carry, number) : this.#voice(credit, number, last);
			if (voice === null) {
				if (wordCount(words) > 2) waiting.push(span);
				continue;
			}

			if ((credit?.speaker?.start ?? 0) > span.end) {
				const sentence = sentenceStart(paragraph, span.start);
				found.push(...waiting.filter(other => sentenceStart(paragraph, other.start) === sentence).map(other => ({span: other, voice})));
			}

			waiting = [];
			found.push({span, voice});
			last = voice;
			if (isUtterance(words)) main = voice;
		}

		// The last paragraph of a long quotation may have lost its opening mark.
		const end = segment.text.trimEnd().length - 1;
		if (paragraph.spans.length === 0 && carry.open && carry.voice !== null && segment.text.search(/[“”"]/) === end) found.push({span: {start: 0, end, closed: true, depth: 0}, voice: carry.voice});
		for (const {span, voice} of found) this.#add(number, segment, span, voice);
		return this.#carryOn(paragraph, number, found, carry);
	}

	/** No cue: the voice of this paragraph goes on, or that of the one before; else somebody not named speaks, if it is speech at all. */
	#silent(paragraph: Paragraph, span: QuotationSpan, words: string, here: Voice | null, carry: Carry, number: number): Voice | null {
		// “...,” said X, “...”: the sentence goes on behind the credit.
		if (here !== null && (startsSentence(paragraph, span) || /,\s*$/.test(paragraph.narrative.slice(Math.max(0, span.start - 6), span.start - 1)))) return here;
		const complete = isUtterance(words);
		if (here !== null && complete && wordCount(words) > 5) return here;
		if (complete && wordCount(words) > 5 && /:\s*$/.test(paragraph.narrative.slice(Math.max(0, span.start - 6), span.start - 1))) return UNKNOWN;
		if (fillsParagraph(paragraph, span) && complete) return carry.colon ?? carry.voice ?? UNKNOWN;
		if (atParagraphStart(paragraph, span)) return complete && wordCount(words) > 7 ? carry.voice ?? UNKNOWN : null;
		const before = here === null && complete && wordCount(words) > 5 && startsSentence(paragraph, span) ? creditOfSentenceBefore(paragraph, span) : null;
		return before === null ? null : this.#voice(before, number, null);
	}

	#carryOn(paragraph: Paragraph, number: number, found: readonly Found[], carry: Carry): Carry {
		const last = found.at(-1);
		const text = paragraph.text.trimEnd();
		if (text.endsWith(':')) {
			const end = {start: text.length + 1, end: text.length + 1, closed: true, depth: 0};
			const credit = creditBefore(paragraph, end) ?? creditOfColon(paragraph, end);
			return {voice: null, open: false, colon: credit === null ? null : this.#voice(credit, number, carry.voice)};
		}

		if (last === undefined) return NOTHING;
		return {voice: last.voice, open: !last.span.closed, colon: null};
	}

	#add(number: number, segment: Segment, span: QuotationSpan, voice: Voice) {
		const raw = segment.text.slice(span.start, span.end);
		const start = span.start + (raw.length - raw.trimStart().length);
		const text = raw.trim();
		const key = `${number}\0${text}`;
		const occurrence = this.#seen.get(key) ?? 0;
		this.#seen.set(key, occurrence + 1);
		this.#quotes.push({
			id: shortId('q', this.#article.id, String(number), text, String(occurrence)), article: this.#article.id, externalId: this.#article.externalId,
			line: rawLine(segment, start), segment: number, start, end: start + text.length, text, speaker: voice.speaker, speakerName: voice.name, cue: voice.cue, review: null,
		});
	}
}

/**
 * The quotations of an article's body, in the order of the text: words somebody is said to have spoken or written, with
 * the speaker as the text names him and, where sure, by name. Each paragraph of a long quotation and each part of an
 * interrupted one is a quote. Titles, terms, words set off and fragments of one or two words are left out; so are headlines.
 */
export const extractQuotes = (article: Article, cast: Cast): Quote[] => new Reader(article, cast).read();
