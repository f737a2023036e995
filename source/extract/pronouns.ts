import {sentences} from '../text/sentences.ts';
import {matchesOf} from '../text/matches.ts';
import {genderOfTitle, isRole, roleNouns, type Gender} from './lexicon.ts';
import type {PeopleIndex, PlacedMention} from './people.ts';
import {quotationSpans, withoutQuotations} from './quotations.ts';

type At = {readonly segment: number; readonly offset: number};
type NameReader = (words: string, at: At) => string | null;

/** Somebody a sentence speaks of, outside quotation marks; `who` null where it is not known who that is. */
type Trace = {readonly segment: number; readonly sentence: number; readonly start: number; readonly who: string | null; readonly gender: Gender | null; readonly subject: boolean; readonly pronoun: boolean};

/** How many paragraphs back a subject still carries a pronoun. */
const REACH = 3;
/** How many of the last mentions are looked at. */
const NEAR = 60;
const PRONOUNS = /\b(he|she|him|her|his|hers|himself|herself)\b/gi;
const ROLES = /\b(?:the|this|his|her|their)\s((?:[\p{L}’'-]+\s){0,3}?[\p{L}-]+)\b/giu;
/** A new interview: "He told the Morning Show podcast". After somebody else's words elsewhere the pronoun may have lost its name. */
const NEW_VENUE = /^(?:he|she)\s(?:told|tells)\s(?:the\s)?(?:[\p{Lu}\d]|[\p{L}\s]{0,30}(?:podcast|programme|program|newspaper|magazine|broadcaster|radio|channel))/iu;
const OWN_VENUE = /\b(?:post|posted|posting|replied|reply|tweet|tweeted|tweeting|statement|message)\b[^.]{0,80}[:,]\s*[“"‘']/i;

const genderOfPronoun = (word: string): Gender => /^h(?:e|im|is|imself)$/i.test(word) ? 'male' : 'female';

/** Words that may follow an object and hardly ever a subject. */
const AFTER_OBJECT = /^\s(?:on|in|at|to|for|of|from|with|by|over|during|after|before|about|as|and|or|but|that|when|while|if|because|into|against|a|an|the|his|her|their|last|this|yesterday|today|under|at|through|between|since|until)\b/;
const GOVERNED = /\b(?:to|of|with|by|for|from|about|against|than|under|at|like|between|including)\s(?:(?:the|a|an|former|\p{Lu}\S*)\s){0,4}$/u;
const CREDITED = /\b(?:said|says|added|adds|told|tells|asked|wrote|writes|tweeted)\s(?:(?:\p{L}[\p{L}’'-]*)\s){0,5}$/u;

/** Whether a name leads its clause: it opens the sentence, or a verb follows it, or it stands behind "said" after a quotation. */
const isSubject = (narrative: string, sentenceStart: number, start: number, end: number): boolean => {
	const lead = narrative.slice(Math.max(sentenceStart, start - 160), start).replaceAll('.', '');
	const after = narrative.slice(end, end + 16);
	const words = lead.replace(/^[^\p{L}]+/u, '').split(/\s+/).filter(word => word !== '');
	// "But former trade secretary": capitals, parts and small words only.
	const opens = words.length <= 6 && words.every(word => /^\p{Lu}/u.test(word) || isRole(word) || /^(?:but|and|so|yet|then|the|former|then|\p{L}+-\p{L}+)$/u.test(word)) && !GOVERNED.test(lead);
	if (opens) return true;
	if (GOVERNED.test(lead) && !/[”"’]\s/.test(lead.slice(-40))) return false;
	if (/^\s\p{Ll}/u.test(after)) return !AFTER_OBJECT.test(after);
	if (/^[”"’']*\s+[“"‘']/.test(after)) return CREDITED.test(lead);
	return CREDITED.test(lead) && /[”"’'][^“]*$/.test(lead) || (after.startsWith(',') && /(?:^|,|\b(?:and|but|when|while|as|that)\s|[”"’'])\s*(?:\p{L}+\s){0,4}$/u.test(lead.slice(-60)));
};

type Facts = {readonly texts: readonly string[]; readonly mentions: readonly PlacedMention[]; readonly people: PeopleIndex; readonly nameOf: NameReader; readonly roleOf: NameReader};

const personTraces = (facts: Facts, segment: number, narrative: string, sentence: {start: number; end: number}, number: number, mine: readonly PlacedMention[]): Trace[] => mine
	.filter(mention => mention.start >= sentence.start && mention.start < sentence.end && !mention.possessive && narrative.charAt(mention.start) !== ' ')
	.flatMap(mention => {
		const who = facts.nameOf(mention.name, {segment, offset: mention.start});
		const person = who === null ? undefined : facts.people.byName.get(who);
		if (person === undefined) return [];
		return [{segment, sentence: number, start: mention.start, who, gender: person.gender ?? mention.gender, subject: isSubject(narrative, sentence.start, mention.start, mention.end), pronoun: false}];
	});

const roleTraces = (facts: Facts, segment: number, narrative: string, sentence: {start: number; end: number}, number: number): Trace[] => matchesOf(ROLES, narrative.slice(sentence.start, sentence.end)).flatMap(match => {
	const words = (match[1] ?? '').split(' ');
	const at = words.findIndex(word => roleNouns.has(word.toLowerCase()));
	if (at < 0) return [];
	const start = sentence.start + match.index;
	const end = start + match[0].length - words.slice(at + 1).join(' ').length;
	const role = words.slice(0, at + 1).join(' ');
	if (!isSubject(narrative, sentence.start, start, end)) return [];
	const who = facts.roleOf(role, {segment, offset: start});
	const person = who === null ? undefined : facts.people.byName.get(who);
	return person === undefined ? [] : [{segment, sentence: number, start, who, gender: person.gender ?? genderOfTitle(words[at] ?? ''), subject: true, pronoun: false}];
});

const fits = (trace: Trace, gender: Gender): boolean => trace.gender === null || trace.gender === gender;

/** Who a pronoun means, from what was traced before it: the subject of its own sentence, else the nearest subject before, unless a rival stands as near. */
const antecedent = (traces: readonly Trace[], gender: Gender, segment: number, sentence: number, start: number): string | null => {
	const past = traces.filter(trace => trace.start < start || trace.sentence < sentence);
	const own = past.filter(trace => trace.sentence === sentence && fits(trace, gender) && (trace.who !== null || trace.subject));
	const inSentence = own.find(trace => trace.subject) ?? (own.length === 1 ? own[0] : undefined);
	if (inSentence !== undefined) return inSentence.who;
	const near = past.filter(trace => fits(trace, gender) && segment - trace.segment <= REACH && (trace.who !== null || trace.subject));
	const subject = near.findLast(trace => trace.subject);
	if (subject === undefined) {
		const names = new Set(near.filter(trace => segment - trace.segment <= 1).map(trace => trace.who));
		return names.size === 1 ? [...names][0] ?? null : null;
	}

	// The first subject of that sentence leads it; somebody named in a later sentence is a rival.
	const leading = near.find(trace => trace.sentence === subject.sentence && trace.subject) ?? subject;
	const rival = near.some(trace => trace.sentence > leading.sentence && trace.who !== leading.who);
	return rival ? null : leading.who;
};

/** Reads all pronouns of an article once, forward, so that each can lean on the one before. */
export const pronounReader = (texts: readonly string[], mentions: readonly PlacedMention[], people: PeopleIndex, nameOf: NameReader, roleOf: NameReader): NameReader => {
	const facts: Facts = {texts, mentions, people, nameOf, roleOf};
	const resolved = new Map<string, string | null>();
	let recent: Trace[] = [];
	let number = 0;
	const bySegment = Map.groupBy(mentions, mention => mention.segment);
	for (const [segment, text] of texts.entries()) {
		const narrative = withoutQuotations(text, quotationSpans(text));
		recent = recent.slice(-NEAR).filter(trace => segment - trace.segment <= REACH);
		const mine = bySegment.get(segment) ?? [];
		for (const sentence of sentences(text)) {
			const traces = [...personTraces(facts, segment, narrative, sentence, number, mine), ...roleTraces(facts, segment, narrative, sentence, number)].sort((a, b) => a.start - b.start);
			const lost = sentence.start === 0 && NEW_VENUE.test(narrative.slice(0, 60)) && OWN_VENUE.test(texts[segment - 1] ?? '');
			const known: Trace[] = [];
			const found = matchesOf(PRONOUNS, narrative.slice(sentence.start, sentence.end));
			for (const [index, match] of found.entries()) {
				const start = sentence.start + match.index;
				const gender = genderOfPronoun(match[0]);
				const who = lost && index === 0 ? null : antecedent([...recent, ...traces.filter(trace => trace.start < start).slice(-NEAR), ...known.slice(-NEAR)], gender, segment, number, start);
				resolved.set(`${segment}:${start}`, who);
				known.push({segment, sentence: number, start, who, gender, subject: /^s?he$/i.test(match[0]) && isSubject(narrative, sentence.start, start, start + match[0].length), pronoun: true});
			}

			recent.push(...[...traces, ...known].sort((a, b) => a.start - b.start));
			number++;
		}
	}

	return (words, at) => {
		const text = texts[at.segment] ?? '';
		const where = text.slice(at.offset).search(new RegExp(`\\b${words}\\b`, 'i'));
		const exact = resolved.get(`${at.segment}:${at.offset}`) ?? (where < 0 ? undefined : resolved.get(`${at.segment}:${at.offset + where}`));
		return exact ?? null;
	};
};
