// A library to be grouped, made up by a seed: nothing of it is anybody's text.
import type {Clusterable} from '../source/cluster/news.ts';
import {unmarked, type Article} from '../source/model/article.ts';

/** Numbers from 0 to 1, the same in every run (a linear congruential generator). */
const sequence = (seed: number): (() => number) => {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
};

const syllables = 'ba be bi bo bu da de di do du fa fe fi ga ge go ha hi ho ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo za ze zo'.split(' ');

/** Word number n of a language nobody speaks; names have a capital. */
const wordAt = (n: number, name = false): string => {
	let word = '';
	for (let rest = n + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) word += syllables[rest % syllables.length] ?? '';
	return name ? word.charAt(0).toUpperCase() + word.slice(1) : word;
};

/** A word as a language uses it: few all the time, most hardly ever (Zipf's law). */
const commonWord = (next: () => number, vocabulary: number): string => wordAt(Math.floor(vocabulary ** next()) - 1);

/**
 * A library of events told by one to twelve articles, each of 120 to 400 words: half of the words are of the language, the others of
 * the event, of its story (which twenty events share) and names. The vocabulary grows with the square root of the library (Heaps' law).
 */
export const libraryOf = (articles: number, seed = 1): Clusterable[] => {
	const next = sequence(seed);
	const vocabulary = Math.floor(700 * Math.sqrt(articles));
	const entries: Clusterable[] = [];
	for (let event = 0; entries.length < articles; event += 1) {
		const own = Array.from({length: 30}, () => wordAt(Math.floor(next() * vocabulary)));
		const names = Array.from({length: 6}, () => wordAt(Math.floor(next() * vocabulary), true));
		const story = sequence(Math.floor(event / 20) + 7);
		const ofStory = Array.from({length: 40}, () => wordAt(Math.floor(story() * vocabulary)));
		const day = Math.floor(next() * 700);
		const size = 1 + Math.floor(12 * next() ** 3);
		const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
		const wordOf = (): string => {
			const kind = next();
			return kind < 0.6 ? commonWord(next, vocabulary) : kind < 0.78 ? pick(own) : kind < 0.88 ? pick(names) : pick(ofStory);
		};

		const textOf = (words: number): string => `${Array.from({length: words}, wordOf).join(' ')}.`;
		for (let copy = 0; copy < size && entries.length < articles; copy += 1) {
			const id = `a${entries.length}`;
			const paragraphs = Array.from({length: 4 + Math.floor(next() * 9)}, () => textOf(30));
			const published = new Date(Date.UTC(2030, 0, 1 + day + Math.floor(next() * 3))).toISOString().slice(0, 10);
			const article: Article = {
				id, externalId: null, externalIds: [], document: 'bench', path: 'bench', parent: null, kind: 'article', headline: textOf(8), standfirst: null, byline: null, outlet: `Outlet ${copy}`, outletBasis: null, outletEvidence: null,
				published, publishedBasis: null, captured: null, language: 'en', startLine: 1, endLine: 1, url: null, tags: [], contentHash: '', position: 1, siblings: 1, segmentCount: paragraphs.length, figureCount: 0, quoteCount: 0, ...unmarked,
				headlineSegment: null, standfirstSegment: null, removed: [], segments: paragraphs.map(text => ({kind: 'paragraph', text, startLine: 1, endLine: 1, pieces: []})),
			};
			entries.push({article, figures: []});
		}
	}

	return entries;
};
