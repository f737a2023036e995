import {isGivenName} from './given-names.ts';
import {matchesOf} from './matches.ts';

/** Offsets of a sentence in its text: `end` is the one after its last character; white space around is left out. */
export type SentenceSpan = {readonly start: number; readonly end: number};

/** Never end a sentence, whatever follows. */
const TITLES = /(?:^|[\s("“‘'])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Adm|Brig|Sen|Rep|Gov|Pres|Hon|St|Sir|Fr|Mt|Ft|vs|cf|e\.g|i\.e|approx|est|Nos?|no|pp?|Art|Fig|Vol|Lieut|Cmdr|Supt|Insp|Sr|Messrs)\.$/;
/** End a sentence only before a capital that is not a month, number or name that goes with them. */
const ABBREVIATIONS = /(?:^|[\s("“‘'])(?:Inc|Ltd|Corp|Co|Bros|Jr|etc|al|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|St|Ave|Rd)\.$/;
/** "U.S.", "J." : initials do not end a sentence unless a new one clearly begins. */
const INITIALS = /(?:^|[\s("“‘'.])(?:[A-Z]\.)+$/;
const STARTERS = /^(?:The|A|An|But|And|It|He|She|They|We|I|In|On|At|This|That|These|Those|His|Her|Their|Its|There|When|While|If|As|After|Before|However|Meanwhile|Since|For|Some|Many|Most|No|Not|So|Yet|Earlier|Later)\b/;

/** The mark, closing quotes and brackets after it, then white space or a capital glued on ("reports.In talks"). Only from a mark's beginning: "!!!!" without end is looked at once. */
const BOUNDARY = /(?<![.!?…])[.!?…]+[”’"')\]]*(?=(\s+)|(["“‘'([]?\p{Lu}[\p{L}'’]))/gu;

/** "in Washington, D.C. Samir Anwar died": a given name with another behind it begins a sentence, but for "Mr. J. Samir Anwar". */
const beginsWithName = (before: string, after: string): boolean => {
	const [, given] = /^(\p{Lu}\p{Ll}+)\s\p{Lu}/u.exec(after) ?? [];
	return given !== undefined && /\s(?:[A-Z]\.){2,}$/.test(before) && isGivenName(given);
};

const endsHere = (text: string, markStart: number, end: number, glued: boolean, sentenceStart: number): boolean => {
	const before = text.slice(sentenceStart, markStart + 1);
	const after = text.slice(end).trimStart();
	const mark = text[markStart];
	if (after === '') return true;
	// "go.Then" is two sentences, "U.K.Government", "example.Com" and "No.10" are not: a word of two small letters must stand before.
	if (glued) return /[\p{Ll}\d)%][.!?…]+$|[”’"'][.!?]?$|[.!?][”’"']+$/u.test(text.slice(sentenceStart, end)) && !/\b(?:www|https?:\S*)$/.test(before.slice(0, -1)) && (/\p{Ll}{2}[.!?]$|[\d%)”’"'][.!?]$/u.test(before) || /[”’"']$/.test(text.slice(0, end)));
	// A closing mark inside quotes that the sentence goes on after: “Stop!” he said.
	if (/^[\p{Ll}—–-]/u.test(after)) return false;
	if (mark === '.' && end === markStart + 1) {
		if (TITLES.test(before) && !(/\bno\.$/.test(before) && !/^\d/.test(after))) return false;
		if (ABBREVIATIONS.test(before)) return /^["“‘(]?\p{Lu}/u.test(after) && STARTERS.test(after.replace(/^["“‘(]/, ''));
		if (INITIALS.test(before)) return STARTERS.test(after.replace(/^["“‘(]/, '')) || beginsWithName(before, after);
	}
	if (mark === '…' || /\.{2,}$/.test(text.slice(markStart, end))) return /^["“‘(]?\p{Lu}/u.test(after);
	return /^["“‘'’”([*•–—-]?\s?[\p{Lu}\p{N}]/u.test(after) || !/^\p{L}/u.test(after);
};

/**
 * Cuts a paragraph into sentences, in order, without gaps but white space. Knows titles, initials, quotation marks,
 * and full stops glued to the next sentence. Linear in the length of the text.
 */
export const sentences = (text: string): SentenceSpan[] => {
	const spans: SentenceSpan[] = [];
	let start = text.length - text.trimStart().length;
	for (const match of matchesOf(BOUNDARY, text)) {
		const end = match.index + match[0].length;
		const glued = match[2] !== undefined && match[1] === undefined;
		if (end <= start || !endsHere(text, match.index, end, glued, start)) continue;
		spans.push({start, end});
		start = end + (match[1]?.length ?? 0);
	}

	const end = text.trimEnd().length;
	if (end > start) spans.push({start, end});
	return spans;
};
