import type {News} from './news.ts';
import {phrasesIn, wordsIn, type Phrase, type Words} from './phrases.ts';

/** How much is read: of each article, of each event; a long war would take longer than all the rest. */
const PARAGRAPHS = 3;
const HEAD = 800;
const ARTICLES = 2;
/** Events that are read. */
export const EVENTS = 12;

/** A label longer than this does not fit two rows of the list. */
const LABEL_LENGTH = 60;

/** How well a phrase names a story: one that joins a name and a common noun ("North Korean troops") says more than a name by itself. */
const shapeOf = ({kind, words, named}: Phrase): number => kind === 'neither' ? 0 : kind === 'who' ? 1 : named && words > 1 ? 2 : words > 1 ? 1.2 : 0.8;

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
	const texts = events.map(articles => articles.slice(0, ARTICLES).flatMap(article => article.segments.slice(0, PARAGRAPHS).map(segment => segment.text.slice(0, HEAD))));
	// All at once: what is a name, the others tell.
	const words = wordsIn(texts.flat());
	let at = 0;
	const byEvent = texts.map(some => words.slice(at, at += some.length));
	const common = commonWords(byEvent);
	const counts = new Map<string, Count>();
	for (const [event, some] of byEvent.entries()) {
		for (const phrase of some.flatMap(each => phrasesIn(each, common))) {
			const count = counts.get(phrase.key) ?? {events: new Set(), forms: new Map<string, number>(), phrase};
			count.events.add(event);
			count.forms.set(phrase.text, (count.forms.get(phrase.text) ?? 0) + 1);
			counts.set(phrase.key, count);
		}
	}

	return [...counts.values()].filter(count => count.events.size > 1 && count.events.size * 2 >= events.length);
};

/** In the headlines of how many events each phrase stands. Headlines may write every word with a capital: what is a name is not asked of them. */
const headlinePhrases = (events: ReadonlyArray<readonly News[]>): ReadonlyMap<string, number> => {
	const counts = new Map<string, number>();
	for (const articles of events) {
		const small = articles.flatMap(({headline}) => headline === null ? [] : [headline.toLowerCase()]);
		for (const key of new Set(wordsIn(small).flatMap(words => phrasesIn(words)).map(phrase => phrase.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
	}

	return counts;
};

const formOf = ({forms, phrase}: Count, wanted: RegExp = /./u): string => {
	const sorted = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
	return (sorted.find(([form]) => wanted.test(form)) ?? sorted[0])?.[0] ?? phrase.text;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const wordsOfKey = ({phrase}: Count): string[] => phrase.key.split(' ');
const overlap = (one: Count, other: Count): boolean => wordsOfKey(one).some(word => wordsOfKey(other).includes(word));

/** "Ines Calder: harbour fees", where that fits; a thing of several words is a label by itself. Null where who and what cannot both be told. */
const composed = (ranked: readonly Count[]): string | null => {
	const [best] = ranked;
	if (best === undefined) return null;
	if (best.phrase.kind === 'what' && best.phrase.words > 1) return capital(formOf(best));
	const other = ranked.find(({phrase}, index) => index > 0 && phrase.kind !== best.phrase.kind && !overlap(ranked[index] ?? best, best));
	if (other === undefined) return null;
	const [who, what] = best.phrase.kind === 'who' ? [best, other] : [other, best];
	const label = `${formOf(who)}: ${formOf(what)}`;
	return label.length <= LABEL_LENGTH ? capital(label) : null;
};

/**
 * A label for a storyline, with who and what: the phrases that most of its events use and that tell it from others. `all` holds the articles of
 * each event (of the first `EVENTS` at least), `sizes` how many they are, `labels` the events' own labels: that of the largest stands for it where no phrases do. `weights`: how much
 * each stem tells of this storyline. `losses`: whose losses its events count, as stems.
 */
export const storylineLabel = (all: ReadonlyArray<readonly News[]>, labels: readonly string[], weights: ReadonlyMap<string, number>, losses: ReadonlySet<string> = new Set(), sizes = all.map(articles => articles.length)): string => {
	const events = all.slice(0, EVENTS);
	const headlines = headlinePhrases(events);
	const headed = (key: string): number => headlines.get(key) ?? 0;
	const ranked = countPhrases(events)
		// One word in small letters ("region") names a story only where the headlines of half of the events, and of two, have it too ("tariffs").
		.filter(({phrase}) => phrase.words > 1 || phrase.kind === 'who' || (headed(phrase.key) > 1 && headed(phrase.key) * 2 >= events.length))
		.map(count => {
			const told = wordsOfKey(count).reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
			return {count, score: (count.events.size / events.length) ** 2 * shapeOf(count.phrase) * told * (headed(count.phrase.key) > 0 ? IN_HEADLINE : 1)};
		})
		.filter(({score}) => score > 0).sort((a, b) => b.score - a.score || (a.count.phrase.key < b.count.phrase.key ? -1 : 1)).map(({count}) => count);
	const [best] = ranked;
	const largest = sizes.map((size, index) => ({size, label: labels[index] ?? ''})).toSorted((a, b) => b.size - a.size)[0]?.label ?? '';
	if (best !== undefined && [...losses].some(subject => subject.split(' ').every(word => wordsOfKey(best).includes(word)))) return `${capital(formOf(best, /s$/u))}: losses`;
	const label = composed(ranked);
	if (label !== null) return label;
	// A name alone could head any story: it stands before the largest event's label, unless that has it.
	const name = best?.phrase.kind === 'who' ? formOf(best) : '';
	const kicked = `${capital(name)}: ${largest}`;
	return largest === '' ? capital(name) || 'Storyline' : name === '' || kicked.length > LABEL_LENGTH || largest.includes(name.split(' ').at(-1) ?? name) ? largest : kicked;
};
