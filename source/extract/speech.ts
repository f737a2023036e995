import {matchesOf} from '../text/matches.ts';
import {cueAdverbs, cuePairs, nounCues, quotationCues, workNouns} from './cue-verbs.ts';

/** A cue word in a stretch of narrative; offsets are those of the narrative. */
export type CueWord = {readonly start: number; readonly end: number; readonly word: string; readonly participle: boolean};

const CANDIDATE = new RegExp(`\\b(?:${cuePairs.join('|')}|[a-z]{3,14})\\b`, 'g');
const ADVERB = new RegExp(`(?:^|\\s)(?:${cueAdverbs.join('|')}|\\p{Ll}+ly|on \\p{Lu}\\p{L}+day|(?:this|last) (?:week|month|year)|in turn|(?:decided|chose|continued|went on|goes on|had this|had that) to)$`, 'u');

/** Whether a word takes a title after it: the song, a film called. */
export const isWorkNoun = (word: string): boolean => workNouns.has(word.toLowerCase());

/** Removes adverbs and auxiliaries at the end of what stands before a verb. */
export const withoutAdverbs = (lead: string): string => {
	let rest = lead.trimEnd();
	for (let round = 0; round < 6; round++) {
		const tail = rest.slice(-40);
		const match = ADVERB.exec(tail);
		if (match === null) return rest;
		rest = rest.slice(0, rest.length - (tail.length - match.index)).trimEnd();
	}

	return rest;
};

/** "Asked if", "was told": the person who is asked does not speak. */
const isPassive = (word: string, lead: string, rest: string): boolean => {
	if (word === 'asked' && /[,;:—–(]\s*(?:and\s|but\s)?$/.test(lead) && /^\s(?:if|whether|what|how|why|about|when|who|for|by)\b/.test(rest)) return true;
	if (/^(?:asked|told|accused|described|called|dubbed|branded|labelled|labeled|warned|hailed|dismissed|urged|questioned|criticised|criticized|reported|condemned|thought|believed|compared|likened|read|denied|attacked|instructed|ordered|advised|reminded|slammed|blasted)$/.test(word)) return /(?:^|[\s,;:—–(])(?:was|were|is|are|been|being|be|when|if)\s*(?:\p{L}+ly\s*|also\s*|once\s*|previously\s*|not\s*|later\s*|repeatedly\s*)?$/iu.test(lead.slice(-40));
	return false;
};

/** Cue verbs in a stretch of narrative (quotations blanked out), in order. Passives are left out unless "by" follows. */
export const cuesIn = (narrative: string, from: number, to: number): CueWord[] => {
	const stretch = narrative.slice(from, to);
	const cues: CueWord[] = [];
	for (const match of matchesOf(CANDIDATE, stretch)) {
		const word = match[0];
		if (!word.includes(' ') && !quotationCues.has(word)) continue;
		const lead = stretch.slice(Math.max(0, match.index - 60), match.index);
		const rest = stretch.slice(match.index + word.length, match.index + word.length + 60);
		const by = /^(?:\s(?:last|on|in|earlier)\s\S+(?:\s\S+)?)?\sby\s/.test(rest);
		if (isPassive(word, lead, rest) && !by) continue;
		if (/\bto\s$/.test(lead) && !/\b(?:went|goes|going|declined)\sto\s$/.test(lead) && !/^\s*:/.test(rest)) continue;
		// "the rule adds to “a long list”": it says nothing
		if (/^add(?:s|ed|ing)?$/.test(word) && /^\sto\s/.test(rest)) continue;
		if (/\b(?:that|which|than|so|long|hard|much)-$/.test(lead) || rest.startsWith('-')) continue;
		// "three posts", "his claims": a noun after a determiner or a preposition.
		if (nounCues.has(word) && /(?:\b(?:the|a|an|his|her|its|their|of|for|in|on|by|from|with|no|any|some|these|those|more|and|online|media|news|police|said|says|made|to|recent|similar|such|false|two|three|several|many|\d+)|\p{Ll}[’']s)\s$/iu.test(lead)) continue;
		// "the called-for", "a post reading": participles that describe the noun before stay cues.
		if (/\b(?:the|a|an|its|his|her|their)\s$/i.test(lead)) continue;
		cues.push({start: from + match.index, end: from + match.index + word.length, word, participle: word.endsWith('ing')});
	}

	return cues;
};
