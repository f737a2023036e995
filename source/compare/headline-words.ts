import cues from '../../data/cues.json' with {type: 'json'};
import words from '../../data/headlines.json' with {type: 'json'};
import {HEADLINE} from '../model/article.ts';
import type {Stretch} from '../model/views.ts';
import {stem} from '../text/stems.ts';
import {sameSource} from './sources.ts';

type Token = {readonly text: string; readonly word: string; readonly start: number; readonly end: number};

/** Forms that stand after a subject: "warns", "killed". The bare verb ("fire", "strike") is more often a noun. */
const FINITE = new Set(Object.values(words.verbs).flat());
const BARE = new Set(Object.keys(words.verbs));
const STEMS = new Set(Object.keys(words.verbs).map(stem));
const AUXILIARIES = new Set(words.auxiliaries);
const PERFECT = new Set(['has', 'have', 'had', 'is', 'are', 'was', 'were', 'been', 'being']);
const MODALS = new Set(['will', 'would', 'may', 'might', 'could', 'can', 'should', 'must', 'to', 'not']);
/** "Police say", but no bare form that is a noun as often: "police report". */
const CUES = new Set(cues.verbs.flatMap(cue => 'bare' in cue && cue.bare === true ? [cue.verb, ...cue.forms] : cue.forms));
/** What cannot be part of who acts. */
const LEADING = /^(?:of|the|a|an|and|but|as|after|in|on|at|for|with|how|why|what|when|says?)$/;

const tokensOf = (text: string): Token[] => Array.from(text.matchAll(/[\p{L}\p{M}\p{Nd}][\p{L}\p{M}\p{Nd}’'.,-]*[\p{L}\p{M}\p{Nd}’']|[\p{L}\p{Nd}]/gu), match =>
	({text: match[0], word: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length}));

const stretch = (text: string, start: number, end: number): Stretch => ({segment: HEADLINE, start, end, text: text.slice(start, end)});

/** Whom the headline credits, and the part of it that does so. */
type Credit = {readonly source: Stretch; readonly from: number; readonly to: number};

/**
 * "..., police say", "Police: ...", "according to police", "Police say ...". Before a colon stands a source only where the
 * article itself names one in those words: "Ferry fire: 40 hurt" credits nobody; neither does "Council rejects budget".
 */
export const creditOf = (headline: string, sources: readonly string[]): Credit | null => {
	const cue = `(?:${[...CUES].join('|')})`;
	const credit = (match: RegExpExecArray | null): Credit | null => {
		const name = match?.[1];
		// "Ed Davey has repeated": what he repeats is no word of his that this headline goes by.
		if (match === null || name === undefined || AUXILIARIES.has(name.split(/\s+/).at(-1)?.toLowerCase() ?? '')) return null;
		const start = match.index + match[0].indexOf(name);
		return {source: stretch(headline, start, start + name.length), from: match.index, to: match.index + match[0].length};
	};

	// "..., says South Korea", "... says US as Zelensky ..."
	const inverted = credit(new RegExp(String.raw`(?:[,;–—-]\s*|\s)(?:${[...CUES].join('|')})\s+((?:the\s+)?\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+\p{Lu}[\p{L}\p{M}.’'-]*){0,3})(?=\s+as\s|\s*$)`, 'u').exec(headline));
	if (inverted !== null) return inverted;
	const trailing = credit(new RegExp(String.raw`[,;–—-]\s*((?:[\p{L}\p{M}.’'-]+\s+){0,4}?[\p{L}\p{M}.’'-]+)\s+${cue}\s*$`, 'iu').exec(headline));
	if (trailing !== null) return trailing;
	const according = credit(/[,;–—-]?\s*according to\s+((?:the\s+)?[\p{L}\p{M}.’'-]+(?:\s+[\p{Lu}][\p{L}\p{M}.’'-]*)*)/iu.exec(headline));
	if (according !== null) return according;
	const colon = credit(/^([^:,]{2,40}):\s/u.exec(headline));
	if (colon !== null && sources.some(source => sameSource(source, colon.source.text))) return colon;
	// "Republicans challenge Holm claims": where somebody acts already, "claims" are things.
	const leading = credit(new RegExp(String.raw`^((?:[\p{L}\p{M}.’'-]+\s+){0,3}?[\p{L}\p{M}.’'-]+)\s+(?:${words.reporting.join('|')})\s+(?=\S)`, 'iu').exec(headline));
	return leading !== null && tokensOf(leading.source.text).slice(1).some(({word}) => FINITE.has(word) || BARE.has(word)) ? null : leading;
};

/** Whether a token acts as the verb of its headline: a finite form with a word before it, a bare one after a plural or an auxiliary. */
const isVerb = (token: Token, before: Token | undefined): boolean => {
	// "Holm's promises" and "his calls" are things; what "an official who refused" did is told of another verb.
	if (before === undefined || /[’']s$/.test(before.text) || /^(?:his|her|its|their|our|my|the|a|an|who|which|that)$/.test(before.word)) return false;
	if (PERFECT.has(before.word) && /(?:ed|en|ing)$/.test(token.word)) return true;
	if (FINITE.has(token.word)) return true;
	return BARE.has(token.word) && (MODALS.has(before.word) || (/[^s]s$/.test(before.word) && !FINITE.has(before.word)));
};

const CLAUSE = /^(?:as|after|when|while|amid|before|but|and)$/;

/** "A soldier captured in Ukraine died": a participle with its own place is no verb where a verb follows in the same clause. */
const mainVerb = (tokens: readonly Token[], at: number): number => {
	const [token, after] = [tokens[at], tokens[at + 1]];
	if (token === undefined || !token.word.endsWith('ed') || !/^(?:in|by|from|at|near)$/.test(after?.word ?? '')) return at;
	const end = tokens.findIndex((other, index) => index > at && CLAUSE.test(other.word));
	const later = tokens.findIndex((other, index) => index > at + 2 && (end === -1 || index < end) && FINITE.has(other.word) && !AUXILIARIES.has(tokens[index - 1]?.word ?? ''));
	return later === -1 ? at : later;
};

/** The token that is the verb; "-ing" of a verb where no other is ("troops suffering losses"). -1 where none is sure. */
const verbAt = (tokens: readonly Token[]): number => {
	// "To leave" goes with another verb, if there is one.
	const finite = tokens.findIndex((token, index) => isVerb(token, tokens[index - 1]) && tokens[index - 1]?.word !== 'to');
	const found = finite === -1 ? tokens.findIndex((token, index) => isVerb(token, tokens[index - 1])) : finite;
	const going = tokens.findIndex(({word}, index) => index > 0 && index < tokens.length - 1 && word.endsWith('ing') && STEMS.has(stem(word)));
	return going !== -1 && (found === -1 || going < found) && !AUXILIARIES.has(tokens[found - 1]?.word ?? '') ? going : found === -1 ? -1 : mainVerb(tokens, found);
};

/** Who does what, outside the credit. */
const deedIn = (headline: string, credit: Credit | null, numbers: readonly Stretch[]): {readonly actor: Stretch | null; readonly verb: Stretch | null} => {
	const tokens = tokensOf(headline).filter(({start}) => credit === null || start < credit.from || start >= credit.to);
	const at = verbAt(tokens);
	const verb = tokens[at];
	if (verb === undefined) return {actor: null, verb: null};
	let first = at;
	while (AUXILIARIES.has(tokens[first - 1]?.word ?? '')) first--;
	// Who acts stands behind the last colon or dash, and behind the number: "Scores of passengers injured".
	const opening = Math.max(0, ...Array.from(headline.slice(0, tokens[first]?.start).matchAll(/[:;,–—]\s/g), match => match.index + 1));
	const inside = numbers.filter(number => number.end <= verb.start);
	const from = Math.max(opening, ...inside.map(number => number.end));
	const who = tokens.slice(0, first).filter(token => token.start >= from);
	while (LEADING.test(who[0]?.word ?? '')) who.shift();
	const [head, tail] = [who[0], who.at(-1)];
	return {
		actor: head === undefined || tail === undefined || who.length > 6 ? null : stretch(headline, head.start, tail.end),
		verb: stretch(headline, tokens[first]?.start ?? verb.start, verb.end),
	};
};

/**
 * Who does what in a headline, beside its credit; where nothing else is done, saying it is the deed ("Brewer announces veto").
 * `numbers` are no part of who acts. Null where no verb is sure.
 */
export const deedOf = (headline: string, credit: Credit | null, numbers: readonly Stretch[]): {readonly actor: Stretch | null; readonly verb: Stretch | null} => {
	const deed = deedIn(headline, credit, numbers);
	if (deed.verb === null) return deedIn(headline, null, numbers);
	// "Holm says she will resign": she is Holm.
	return credit !== null && /^(?:s?he|they|it|we|i)$/i.test(deed.actor?.text ?? '') ? {...deed, actor: credit.source} : deed;
};

const HEDGES = new RegExp(String.raw`\b(?:${words.hedges.join('|')})\b|\?\s*$`, 'i');
/** Whether a headline says anywhere that it is not sure: "may", "feared", a question mark. */
export const isHedged = (headline: string): boolean => HEDGES.test(headline);
