import type {Figure} from '../model/figure.ts';
import {remembered} from '../text/remembered.ts';
import {isKnownPlace, wordsWithCountries} from './countries.ts';

/** Words that say that people are meant, not which: "troops" and "soldiers" of one army are one subject. */
const GENERIC = new Set(('troop troops soldier soldiers force forces fighter fighters serviceman servicemen personnel men people person persons '
	+ 'military army armed civilians civilian victims victim residents others the a an of and in to for from by with at on its their his her those them they who some all '
	+ 'more other many both aid support assistance package boost help funding '
	+ 'case cases infection infections total confirmed diagnosed reported known new daily').split(' '));

/** One illness, however it is called. */
const CALLED: Readonly<Record<string, string>> = {coronavirus: 'covid-19', covid: 'covid-19', 'sars-cov-2': 'covid-19'};

/** The words of a subject that tell it apart from others: "North Korean troops" and "the DPRK’s soldiers" are "=north korean". */
export const subjectWords = (subject: string | null): readonly string[] => wordsOf(subject ?? '');

const wordsOf = remembered((subject): readonly string[] => {
	const words = wordsWithCountries(subject).filter(word => !GENERIC.has(word)).map(word => CALLED[word] ?? word);
	return [...new Set(words)].toSorted();
});

/** "miner" and "miners" are one: the shorter word begins the longer one. A country is itself or another: Indians are no Indianans. */
const sameWord = (a: string, b: string): boolean => isKnownPlace(a) || isKnownPlace(b) ? a === b : a === b || (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a)))
	|| (a.length >= 6 && b.length >= 6 && a.slice(0, -2) === b.slice(0, -2));

const within = (a: readonly string[], b: readonly string[]): boolean => a.every(word => b.some(other => sameWord(word, other)));

/** Two armies counted together: "Russian and North Korean servicemen", "Russian troops, some of them North Korean". A list of a place ("Kyiv and Lviv") is no subject. */
const isMixed = (subject: string | null): boolean => subject !== null && countsTogether(subject);

const countsTogether = remembered((subject): boolean => /\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)*\s+(?:and|or)\s+\p{Lu}/u.test(subject)
	|| /\b(?:some|many|most|part) of (?:them|whom|which)\b|\b(?:including|as well as|together with|alongside)\s+(?:\p{Ll}+\s+)?\p{Lu}/u.test(subject));

/** Whether everybody a part counts is counted by its whole too: "Finnish miners" within "miners", never the other way round. Both must be told. */
export const subjectWithin = (part: string | null, whole: string | null): boolean => {
	const [narrow, wide] = [subjectWords(part), subjectWords(whole)];
	return narrow.length > 0 && wide.length > 0 && isMixed(part) === isMixed(whole) && within(wide, narrow);
};

/** Whoever attacks is counted apart from whom they attack. */
const ATTACKERS = /\b(?:attackers?|terrorists?|militants?|gunm[ae]n|shooters?|suspects?|assailants?|bombers?|insurgents?|rebels?|hijackers?|perpetrators?)$/i;

/** Whether a subject names a side: "North Korean troops", "attackers", "the larger side" of a vote; not "workers". */
const namesSide = (subject: string | null): boolean => /\p{Lu}|\bside$/u.test(subject ?? '') || ATTACKERS.test(subject ?? '');

/**
 * Whether a figure that does not say of whom may stand with others that do. Where they name a side it may be the other side's
 * losses, unless its own article has one of theirs: "the counterattack has killed thousands" is nobody's by itself.
 */
export const mayJoin = (unnamed: Pick<Figure, 'article'>, others: ReadonlyArray<Pick<Figure, 'article' | 'subject'>>): boolean => {
	const sided = others.filter(other => namesSide(other.subject));
	// "a 51-50 vote, after 41 votes": no half of a tally takes in a count of anything else
	return sided.length === 0 || sided.some(other => other.article === unnamed.article && !/\bside$/.test(other.subject ?? ''));
};

/**
 * How two subjects stand to each other: the same, unknown (one of them is not told), a part of a mixed one, or another.
 * An unknown subject never makes two figures incomparable; a mixed one always does.
 */
export const compareSubjects = (a: string | null, b: string | null): 'same' | 'unknown' | 'mixed' | 'other' => {
	const [left, right] = [subjectWords(a), subjectWords(b)];
	if (left.length === 0 || right.length === 0) return 'unknown';
	if (isMixed(a) !== isMixed(b)) return within(left, right) || within(right, left) ? 'mixed' : 'other';
	return within(left, right) || within(right, left) ? 'same' : 'other';
};
