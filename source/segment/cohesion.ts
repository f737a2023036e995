import {isStopWord} from '../text/language.ts';
import {tokens} from '../text/tokens.ts';
import type {Line} from './line.ts';
import {contentWords, subjectOf} from './resemblance.ts';

/** A paragraph that leans on the one before cannot begin a post: it opens with a quotation, a pronoun, or "the" and a known thing. */
const LEANS = /^(?:["“‘(]|(?:He|She|It|They|We|I|His|Her|Its|Their|This|That|These|Those|Such|Both|All|Another|Others?|However|But|And|Meanwhile|Earlier|Later|Asked|Also|Still|Yet|Then|There|Here|In response|In addition|According to (?:him|her|them|it)|Mr|Mrs|Ms)\b|(?:[^\s]+ ){1,3}(?:however|meanwhile|also|too)\b)/;

/** A paragraph goes on from what stands before where they share two or three rare words; the nearer, the more they count. */
const RARE_WORDS = 2.5;
/** Paragraphs looked at before and after a gap: the next one alone, and the next three. */
const NEAR = 1;
const FAR = 3;
const CALENDAR = /^(?:mon|tue|tu|wednes|thur|fri|satur|sun)d?a?y?$|^(?:januar|februar|march|april|may|june|jul|august|septemb|octob|novemb|decemb)(?:y|er)?$|^\d{4}$/;

/** The words that tell what lines are about, in any language: without its commonest, days, months and numbers. */
export const topicOf = (lines: ReadonlyArray<{readonly line: Line}>): ReadonlySet<string> =>
	new Set(lines.flatMap(({line}) => contentWords(line.tokens.filter(word => !isStopWord(word) && !/^\d/.test(word)))).filter(word => !CALENDAR.test(word)));

/** Whether a paragraph opens with what was told before it: then nothing begins with it. */
export const leans = ({text}: Line): boolean => LEANS.test(text);

/** "The band", "the conference": the noun after the article was told before. */
const opensWithKnownThing = (text: string, before: ReadonlySet<string>): boolean => {
	const match = /^The ((?:[\p{L}’'-]+ ){0,2}[\p{L}’'-]+)/u.exec(text);
	if (match?.[1] === undefined) return false;
	return contentWords(tokens(match[1])).slice(0, 3).some(word => before.has(word));
};

/** A post begins with a sentence that can stand alone; shorter ones comment on what was said. */
const SHORTEST_LEAD = 12;

/** "Kirby added", "In Leeds, Orban's party": the names it opens with were told before, so it goes on. */
const opensWithKnownName = (text: string, before: ReadonlySet<string>, weight: ReadonlyMap<string, number>): boolean => {
	const names = text.split(' ').slice(0, 5).filter(word => /^\p{Lu}/u.test(word)).flatMap(word => contentWords(tokens(word)));
	return names.some(name => before.has(name) && (weight.get(name) ?? 0) > 0);
};

/** Words that run through the whole blog ("Ukraine", "war") and days of the week hold nothing together: they weigh 0. The rarest weigh 1. */
const weights = (paragraphs: ReadonlyArray<ReadonlySet<string>>): Map<string, number> => {
	const counts = new Map<string, number>();
	for (const paragraph of paragraphs) for (const word of paragraph) counts.set(word, (counts.get(word) ?? 0) + 1);
	const common = Math.max(2, paragraphs.length / 6);
	const heaviest = Math.log(paragraphs.length + 1);
	return new Map([...counts].map(([word, count]) => [word, count > common || CALENDAR.test(word) ? 0 : Math.log((paragraphs.length + 1) / count) / heaviest]));
};

/**
 * Where, in a run of paragraphs without headings, the subject seems to change: indices at which a new post begins.
 * Lexical cohesion across each gap (Hearst, TextTiling, 1997), paragraphs for blocks; `all` gives the words' weights.
 * Only a suggestion.
 */
export const subjectChanges = (run: readonly Line[], all: readonly Line[]): number[] => {
	const weight = weights(all.map(line => subjectOf(line)));
	const stems = run.map(line => subjectOf(line));
	const shared = (before: ReadonlySet<string>, from: number, count: number): number => {
		const after = new Set(stems.slice(from, from + count).flatMap(set => [...set]));
		return [...after.intersection(before)].reduce((sum, word) => sum + (weight.get(word) ?? 0), 0);
	};

	const changes: number[] = [];
	let before = new Set(stems[0]);
	for (let index = 1; index < run.length; index++) {
		const text = run[index]?.text ?? '';
		const leans = LEANS.test(text) || (run[index]?.tokens.length ?? 0) < SHORTEST_LEAD || opensWithKnownThing(text, before) || opensWithKnownName(text, before, weight);
		if (!leans && shared(before, index, NEAR) + shared(before, index, FAR) / 2 < RARE_WORDS) {
			changes.push(index);
			before = new Set();
		}

		before = before.union(stems[index] ?? new Set());
	}

	return changes;
};
