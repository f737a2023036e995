import {matchesOf} from '../text/matches.ts';
import {isRole, titles} from './lexicon.ts';
import {mainSubject, phraseFrom, subjectBefore, type Phrase} from './phrases.ts';
import type {PlacedMention} from './people.ts';
import type {QuotationSpan} from './quotations.ts';
import {cuesIn, type CueWord} from './speech.ts';

/** Who is said to speak, where his words stand, and the verb that says so. */
export type Credit = {readonly speaker: Phrase | null; readonly cue: string | null};

/** A paragraph made ready: its outer quotations blanked out of the narrative, and where its sentences begin. */
export type Paragraph = {
	readonly text: string;
	readonly narrative: string;
	readonly spans: readonly QuotationSpan[];
	/** Starts of sentences outside quotation marks, and the end of the text. */
	readonly breaks: readonly number[];
	readonly mentions: readonly PlacedMention[];
};

const ACCORDING = /\b(according to|in the words of|as per)\s/gi;
const QUOTED_AS = /\b(?:quoted|cited|quotes|cites|quoting|citing)\s(.{2,80}?)\sas\s(saying|telling|writing)\b/;
const WAS_QUOTED = /\b(?:was|were|is|been)\s(?:quoted|cited|reported|heard|recorded|filmed|seen)\s(?:\p{L}+\s){0,6}?(?:as\s)?(saying|telling|writing|shouting)\b/u;
const OPENING = /^\s*(Said|Says|Added|Adds|Wrote|Writes|Tweeted|Replied|Concluded)\s/;
const PRONOUN = /^(?:he|she|they)$/i;
const BY = /^(?:\s(?:last|on|in|earlier)\s\S+(?:\s\S+)?)?\sby\s/;

/** How far from its quotation a credit is looked for: longer sentences are lists or lost full stops. */
const REACH = 450;

/** The index of the last sentence that starts at or before a place; the starts are in order. */
const sentenceIndex = (breaks: readonly number[], at: number): number => {
	let low = 0;
	let high = breaks.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((breaks[middle] ?? 0) <= at) low = middle;
		else high = middle - 1;
	}

	return low;
};

/** Where the sentence around a place begins, and where it ends; not farther away than a credit may stand. */
export const sentenceStart = ({breaks}: Paragraph, at: number): number => Math.max(Math.min(at, breaks[Math.max(0, Math.min(breaks.length - 2, sentenceIndex(breaks, at)))] ?? 0), at - REACH);
const sentenceEnd = ({breaks, text}: Paragraph, at: number): number => Math.min(breaks[sentenceIndex(breaks, at) + 1] ?? text.length, at + REACH);

/** "said the legislator, Representative Ann Roe." : the name that stands beside a phrase without one. */
const withNameBeside = (paragraph: Paragraph, phrase: Phrase | null): Phrase | null => {
	if (phrase === null || /^\p{Lu}/u.test(phrase.words.replace(/^(?:The|A|An|One|His|Her|Their)\s/, ''))) return phrase;
	const end = phrase.start + phrase.words.length;
	const name = paragraph.mentions.find(mention => mention.kind === 'person' && mention.start > end && mention.start < end + 40 && !mention.possessive);
	return name !== undefined && /^,\s(?:\p{Lu}[\p{L}]*\.?\s){0,3}$/u.test(paragraph.text.slice(end, name.start)) && /^[,.;”"]|^\s?$/.test(paragraph.text.slice(name.end, name.end + 1)) ? {...phrase, beside: name.name} : phrase;
};

/** "According to X", wherever it stands in the stretch. */
const accordingIn = (paragraph: Paragraph, from: number, to: number): Credit | null => {
	for (const match of matchesOf(ACCORDING, paragraph.narrative.slice(from, to))) {
		const start = from + match.index + match[0].length;
		const speaker = phraseFrom(paragraph.text, paragraph.narrative, start, to, paragraph.mentions, true);
		if (speaker !== null) return {speaker, cue: match[1] ?? null};
	}

	return null;
};

const creditOfCue = (paragraph: Paragraph, from: number, cue: CueWord, to: number): Credit | null => {
	const {text, narrative, mentions} = paragraph;
	const by = BY.exec(narrative.slice(cue.end, to));
	// "the talks described by the ministry “...”" says who described, not who speaks.
	if (by !== null && /ed$|^told$|^written$/.test(cue.word) && !/(?:\b(?:as|that|to|for|of)|[:,])\s*$/.test(narrative.slice(cue.end, to))) return null;
	if (by !== null && /ed$|^told$|^written$/.test(cue.word)) return {speaker: phraseFrom(text, narrative, cue.end + by[0].length, to, mentions), cue: cue.word};
	const speaker = subjectBefore(text, narrative, from, cue.start, cue.participle, mentions);
	return speaker === null ? null : {speaker: withNameBeside(paragraph, speaker), cue: cue.word};
};

const passiveCredit = (paragraph: Paragraph, from: number, to: number): Credit | null => {
	const stretch = paragraph.narrative.slice(from, to);
	const quoted = QUOTED_AS.exec(stretch);
	if (quoted !== null) {
		const start = from + quoted.index + quoted[0].indexOf(quoted[1] ?? '');
		const speaker = phraseFrom(paragraph.text, paragraph.narrative, start, start + (quoted[1] ?? '').length, paragraph.mentions);
		if (speaker !== null) return {speaker, cue: quoted[2] ?? null};
	}

	const was = WAS_QUOTED.exec(stretch);
	if (was === null) return null;
	const speaker = subjectBefore(paragraph.text, paragraph.narrative, from, from + was.index, false, paragraph.mentions);
	return speaker === null ? null : {speaker, cue: was[1] ?? null};
};

/** The cue that governs what follows it: the last before the mark, unless a full clause has come between. */
export const creditBefore = (paragraph: Paragraph, span: QuotationSpan): Credit | null => {
	const from = sentenceStart(paragraph, Math.max(0, span.start - 1));
	const to = span.start - 1;
	if (to <= from) return null;
	// "Added Mr Roe: “...”".
	const opening = OPENING.exec(paragraph.narrative.slice(from, from + 20));
	if (opening !== null) return {speaker: phraseFrom(paragraph.text, paragraph.narrative, from + opening[0].length, to, paragraph.mentions, true), cue: opening[1] ?? null};
	const passive = passiveCredit(paragraph, from, to);
	if (passive !== null) return passive;
	const cues = cuesIn(paragraph.narrative, from, to);
	for (const cue of cues.slice(-4).toReversed()) {
		const between = paragraph.narrative.slice(cue.end, to);
		if (between.split(/\s+/).length > 32) break;
		// "Roe said that officials, who had called him out, could “...”": a relative clause that ended says nothing more
		if (/,\s(?:who|which)\s(?:[\p{Ll}]+\s){0,2}$/u.test(paragraph.narrative.slice(Math.max(from, cue.start - 40), cue.start)) && between.includes(',') && !/[,:]\s*$/.test(between.trimEnd().slice(-1))) continue;
		const credit = creditOfCue(paragraph, from, cue, to);
		if (credit !== null) return credit;
		// "..., “adding that”": a cue right before the mark with no subject of its own.
	}

	return accordingIn(paragraph, from, to) ?? inTheEyesOf(paragraph, from, to);
};

/** What introduces a quotation with a colon though no verb of speech does: "The verdict of Jane Roe:". */
export const creditOfColon = (paragraph: Paragraph, span: QuotationSpan): Credit | null => {
	const from = sentenceStart(paragraph, Math.max(0, span.start - 1));
	if (!/:\s*$/.test(paragraph.narrative.slice(from, Math.max(from, span.start - 1)))) return null;
	const speaker = mainSubject(paragraph.text, paragraph.narrative, from, span.start - 1, paragraph.mentions);
	return speaker === null || !(PRONOUN.test(speaker.words) || paragraph.mentions.some(mention => mention.kind !== 'other' && mention.start >= speaker.start && mention.end <= speaker.start + speaker.words.length)) ? null : {speaker, cue: null};
};

/** "foreign ministry spokesperson" before the name. */
const isRolePrefix = (gap: string): boolean => /^[\s,—–-]*(?:[\p{L}’'-]+\s){1,9}$/u.test(gap) && [isRole, (word: string) => titles.has(word)].some(names => names(/([\p{L}’'-]+)\s$/u.exec(gap)?.[1] ?? ''));

/** “...,” freshman Rep. Ann Roe said: words that describe, none that begins another clause. */
const isDescription = (gap: string): boolean => /^[\s,—–-]*(?:[\p{L}’'-]+\.?\s){1,6}$/u.test(gap) && !/\b(?:that|which|who|whom|and|but|or|when|while|as|after|before|because|if|he|she|they|it|is|are|was|were|has|have|had|in|on|at|to|from|with|by|for|not)\s/i.test(gap);

/** “To Ann Roe, the bill “...””: whose view it is, without a verb. */
const inTheEyesOf = (paragraph: Paragraph, from: number, to: number): Credit | null => {
	const opening = /^\s*(?:To|For)\s/.exec(paragraph.narrative.slice(from, to));
	if (opening === null) return null;
	const start = from + opening[0].length;
	const person = paragraph.mentions.find(mention => mention.kind === 'person' && mention.start >= start && mention.start < start + 30 && mention.end < to && !mention.possessive);
	if (person === undefined || paragraph.text.charAt(person.end) !== ',') return null;
	return {speaker: phraseFrom(paragraph.text, paragraph.narrative, start, person.end, paragraph.mentions), cue: null};
};

/** She turned to the crowd. “...”: the subject of the sentence before, where somebody or a word of speech stands in it. */
export const creditOfSentenceBefore = (paragraph: Paragraph, span: QuotationSpan): Credit | null => {
	const to = Math.max(0, sentenceStart(paragraph, span.start));
	const from = sentenceStart(paragraph, Math.max(0, to - 2));
	if (from >= to || paragraph.spans.some(other => other.start < to && other.end > from)) return null;
	const cue = cuesIn(paragraph.narrative, from, to).at(-1);
	const credit = cue === undefined ? null : creditOfCue(paragraph, from, cue, to);
	if (credit !== null) return credit;
	const speaker = mainSubject(paragraph.text, paragraph.narrative, from, to, paragraph.mentions);
	return speaker === null || !paragraph.mentions.some(mention => mention.kind === 'person' && mention.start >= speaker.start && mention.end <= speaker.start + speaker.words.length) ? null : {speaker, cue: null};
};

/** Verbs that may follow a quotation closed by a full stop: “That was that.” Mr Roe said. */
const CORE = /^(?:said|says|say|told|tells|wrote|writes|added|adds|tweeted|replied|continued|explained)$/;
/** "Illinois Rep.", "Twitter’s": capitals before the name. */
const isCapitalPrefix = (gap: string): boolean => /^[\s,—–-]*(?:\p{Lu}[\p{L}.’'&-]*\s){1,9}$/u.test(gap);

const INVERTED = /^[\s,—–-]*(?:(?:\p{Ll}+ly|also|then|later|and|so)\s)?$/u;

/** `“...,” said X`, `“...,” X said`, `“...” ..., X said`: what comes after the closing mark, up to the next quotation or sentence. */
export const creditAfter = (paragraph: Paragraph, span: QuotationSpan, next: QuotationSpan | undefined): Credit | null => {
	const {text, narrative, mentions} = paragraph;
	const from = span.end + 1;
	const first = text.slice(from).search(/[^\s”’"',.—–-]/);
	if (first < 0 || !span.closed) return null;
	const end = Math.min(sentenceEnd(paragraph, from + first), next === undefined ? text.length : next.start - 1);
	const tail = narrative.slice(from, end);
	const spoken = text.slice(span.start, span.end).trimEnd();
	const opensNext = next !== undefined && end === next.start - 1;
	const newSentence = /[.…]$/.test(spoken.replace(/[”’"']$/, '')) && /^\s*["“‘']?\p{Lu}/u.test(tail);
	// “...” She turned and said: “...” : the cue belongs to what follows.
	if (opensNext && (/[:]\s*$/.test(tail) || (newSentence && /,\s*$/.test(tail))) && !/^\s*(?:said|says)\b/.test(tail)) return null;
	const passive = newSentence ? null : passiveCredit(paragraph, from, end);
	if (passive !== null) return passive;
	const cues = cuesIn(narrative, from, end);
	for (const cue of cues) {
		const lead = narrative.slice(from, cue.start);
		if (INVERTED.test(lead)) {
			const speaker = withNameBeside(paragraph, phraseFrom(text, narrative, cue.end, end, mentions, true));
			if (speaker !== null) return {speaker, cue: cue.word};
			if (/^[\s,]*$/.test(lead) && cue.participle) continue;
		}

		if (newSentence && (!CORE.test(cue.word) || !/^\s*[^,;:“”"]{2,60}$/.test(lead) || narrative.slice(cue.end, end).split(/\s+/).length > 6)) return null;
		const speaker = subjectBefore(text, narrative, from, cue.start, cue.participle, mentions);
		if (speaker === null || speaker.start < from) continue;
		const gap = narrative.slice(from, speaker.start);
		// Right after the mark, or behind a comma at the end: '... with Russia, Mr Kim said'. An "as he said" is neither.
		if (/^[\s,—–-]*(?:as\s)?(?:(?:the|a|an)\s(?:[\p{Ll}-]+\s){0,3})?$/u.test(gap) || isRolePrefix(gap) || isCapitalPrefix(gap) || (/[,?!]$/.test(spoken) && isDescription(gap)) || /[,—–-]\s(?:\p{L}+[’']?\p{L}*\s){0,5}$/u.test(gap) && !/\b(?:who|which|that|after|when|while|as|because|where|although|but|and)\s(?:\p{L}+\s){0,4}$/u.test(gap.slice(-50))) return {speaker, cue: cue.word};
	}

	return newSentence ? null : accordingIn(paragraph, from, end);
};
