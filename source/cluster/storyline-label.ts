import type {News} from './news.ts';
import {stem} from '../text/stems.ts';
import {printedTokens, type Token} from '../text/tokens.ts';
import {smallWords} from './small-words.ts';

const LONGEST = 4;
/** How much is read: of each article, of each event, of a storyline; a long war would take longer than all the rest. */
const PARAGRAPHS = 3;
const HEAD = 800;
const ARTICLES = 2;
const EVENTS = 12;

/** A mark that ends a phrase; a point only where a space follows. */
const MARK = /[^\p{L}\p{N}\s'’.-]|\.\s/u;

type Phrase = {readonly key: string; readonly text: string; readonly words: readonly Token[]};

/** A text in words, each with its stem. */
type Words = {readonly text: string; readonly found: readonly Token[]; readonly stems: readonly string[]};

const wordsOf = (text: string): Words => {
	const found = printedTokens(text);
	return {text, found, stems: found.map(({token}) => stem(token))};
};

/** Runs of up to four words of a text that begin and end with a word that says something, and have no mark inside. `common`: the words they are made of; none: any. */
const phrasesIn = ({text, found, stems}: Words, common?: ReadonlySet<string>): Phrase[] => {
	const phrases: Phrase[] = [];
	const isIn = stems.map(word => common === undefined || common.has(word));
	// Whether a phrase can go on from the word before: nothing between the two ends it.
	const goesOn = (index: number): boolean => !MARK.test(text.slice(found[index - 1]?.start ?? 0, (found[index]?.start ?? 0) + (found[index]?.text.length ?? 0)));
	const ends = ({token, text: printed}: Token): boolean => !smallWords.has(token) && !/^\p{N}/u.test(printed);
	for (const [start, first] of found.entries()) {
		if (isIn[start] !== true || smallWords.has(first.token) || MARK.test(first.text)) continue;
		for (let last = start; last < Math.min(start + LONGEST, found.length) && isIn[last] === true && (last === start || goesOn(last)); last += 1) {
			const word = found[last];
			if (word === undefined || !ends(word)) continue;
			const printed = text.slice(first.start, word.start + word.text.length);
			phrases.push({key: stems.slice(start, last + 1).join(' '), text: printed.replace(/['’]s?$/u, ''), words: found.slice(start, last + 1)});
		}
	}

	return phrases;
};

const isName = (token: Token): boolean => /^\p{Lu}/u.test(token.text);

/** "North Korean", "British": an adjective, of which a label is waiting for the noun. */
const ADJECTIVE = /(?:[^r]ish|[aeio]an|ese|ench|utch|eek|iss|aqi|eli)$/u;

/** How well a phrase names a story: one that joins a name and a common noun ("North Korean troops") says more than a name by itself. */
const shapeOf = (phrase: Phrase): number => {
	const names = phrase.words.filter(isName).length;
	const last = phrase.words.at(-1);
	if (last !== undefined && isName(last) && ADJECTIVE.test(last.token)) return 0;
	if (names > 0 && names < phrase.words.length) return 2;
	return names > 0 ? 1 : phrase.words.length > 1 ? 1.2 : 0.8;
};

/** What a headline says is what the story is about. */
const IN_HEADLINE = 1.3;

type Count = {readonly phrase: Phrase; readonly events: Set<number>; readonly forms: Map<string, number>};

/** The words that stand in at least half of the events, and in two. */
const commonWords = (events: ReadonlyArray<readonly Words[]>): ReadonlySet<string> => {
	const counts = new Map<string, number>();
	for (const texts of events) for (const word of new Set(texts.flatMap(({stems}) => stems))) counts.set(word, (counts.get(word) ?? 0) + 1);
	return new Set([...counts].filter(([, count]) => count > 1 && count * 2 >= events.length).map(([word]) => word));
};

/** The phrases that stand in at least half of the events, and in two: they are made of words that do. */
const countPhrases = (events: ReadonlyArray<readonly News[]>): Count[] => {
	const texts = events.map(articles => articles.slice(0, ARTICLES).flatMap(article => article.segments.slice(0, PARAGRAPHS).map(segment => wordsOf(segment.text.slice(0, HEAD)))));
	const common = commonWords(texts);
	const counts = new Map<string, Count>();
	for (const [event, some] of texts.entries()) {
		for (const words of some) {
			for (const phrase of phrasesIn(words, common)) {
				const count = counts.get(phrase.key) ?? {events: new Set(), forms: new Map<string, number>(), phrase};
				count.events.add(event);
				count.forms.set(phrase.text, (count.forms.get(phrase.text) ?? 0) + 1);
				counts.set(phrase.key, count);
			}
		}
	}

	return [...counts.values()].filter(count => count.events.size > 1 && count.events.size * 2 >= events.length);
};

/**
 * A label for a storyline: the phrase that most of its events use and that tells it from others. `all` holds the articles of
 * each event, `labels` the events' own labels: the first of them where no phrase stands in half of the events. `weights`: how much
 * each stem tells of this storyline. `losses`: whose losses its events count, as stems.
 */
export const storylineLabel = (all: ReadonlyArray<readonly News[]>, labels: readonly string[], weights: ReadonlyMap<string, number>, losses: ReadonlySet<string> = new Set()): string => {
	const events = all.slice(0, EVENTS);
	const headlines = new Set(events.flat().flatMap(article => phrasesIn(wordsOf(article.headline ?? ''))).map(phrase => phrase.key));
	const scored = countPhrases(events)
		// One word in small letters ("region") names a story only where a headline has it too ("tariffs").
		.filter(({phrase}) => phrase.words.length > 1 || phrase.words.some(isName) || headlines.has(phrase.key))
		.map(count => {
		const told = count.phrase.key.split(' ').reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
		return {count, score: (count.events.size / events.length) ** 2 * shapeOf(count.phrase) * told * (headlines.has(count.phrase.key) ? IN_HEADLINE : 1)};
	});
	const best = scored.filter(({score}) => score > 0).sort((a, b) => b.score - a.score || (a.count.phrase.key < b.count.phrase.key ? -1 : 1))[0]?.count;
	if (best === undefined) return labels[0] ?? 'Storyline';
	const form = [...best.forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? best.phrase.text;
	const title = form.charAt(0).toUpperCase() + form.slice(1);
	const named = best.phrase.key.split(' ');
	if ([...losses].some(subject => subject.split(' ').every(word => named.includes(word)))) return `${title}: losses`;
	// A word alone ("Tesla") could head any story: it becomes the kicker over the largest event's label.
	const largest = all.map((articles, index) => ({size: articles.length, label: labels[index] ?? ''})).toSorted((a, b) => b.size - a.size)[0]?.label ?? '';
	return best.phrase.words.length > 1 || largest === '' || largest.startsWith(title) ? title : `${title}: ${largest}`;
};
