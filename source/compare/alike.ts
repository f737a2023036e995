import type {Column} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {measureOf, takesPart} from './measures.ts';
import {compareSubjects} from './subjects.ts';
import {stems} from '../text/stems.ts';

/** Words of a paragraph with their weights, of length 1 together. */
type Vector = ReadonlyMap<string, number>;
/** How rare a stem is; the more so, the more it tells. */
export type Rarity = (word: string) => number;

/** A paragraph as it is compared: its words, what its figures count, and how far down its article it stands (0 to 1). */
export type Paragraph = {readonly words: Vector; readonly figures: readonly Figure[]; readonly depth: number; readonly lead: boolean};

const STOP = new Set(('the a an of to in on at by for with from and or but that this these those it its is are was were be been has have had will would not as he she they his her '
	+ 'their who which said say says also after before more than about into over out up when while if so there here what').split(' '));
/** Two articles are few paragraphs: as if so many of other news stood beside them, so that the words of the event keep some weight. */
const OTHERS = 20;
/** A shared question joins paragraphs that share few words: "more than 100 killed" and "a third of them killed". */
const SAME_QUESTION = 0.14;
/** Reports of one event open with what happened, each in its own words. */
const BOTH_LEAD = 0.12;
/** Reports tell roughly in one order (the newest first, background last); so much is taken off from the first against the last paragraph. */
const FAR_APART = 0.08;
/** A number that two paragraphs share tells more than a word: "the vote of 396 to 9". */
const NUMBER = 1.5;

/** The words of a text that carry its matter, as stems. */
export const content = (text: string): string[] => stems(text).filter(word => !STOP.has(word) && word.length > 1);

const counted = (words: readonly string[]): Map<string, number> => {
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
};

const weighted = (words: readonly string[], rarity: Rarity): Vector => {
	const weights = [...counted(words)].map(([word, count]) => [word, (1 + Math.log(count)) * rarity(word) * (/^\p{Nd}/u.test(word) ? NUMBER : 1)] as const);
	const length = Math.hypot(...weights.map(([, weight]) => weight));
	return new Map(weights.map(([word, weight]) => [word, length === 0 ? 0 : weight / length]));
};

/** How rare each word is among paragraphs: the logarithm of one in so many. */
export const rarityOf = (paragraphs: ReadonlyArray<readonly string[]>): Rarity => {
	const frequency = counted(paragraphs.flatMap(words => [...new Set(words)]));
	return word => Math.log((paragraphs.length + OTHERS) / (frequency.get(word) ?? 1));
};

/** The paragraphs of each column; a word weighs more the fewer of all these paragraphs have it. */
export const paragraphsOf = (columns: readonly Column[]): Paragraph[][] => {
	const texts = columns.map(({article}) => article.segments.map(segment => content(segment.text)));
	const rarity = rarityOf(texts.flat());
	return texts.map((column, index) => column.map((words, segment) => ({
		words: weighted(words, rarity),
		figures: (columns[index]?.figures ?? []).filter(figure => figure.segment === segment && takesPart(figure)),
		depth: column.length < 2 ? 0 : segment / (column.length - 1),
		lead: segment === 0,
	})));
};

const cosine = (a: Vector, b: Vector): number => {
	const [small, large] = a.size <= b.size ? [a, b] : [b, a];
	let sum = 0;
	for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
	return sum;
};

const sameQuestion = (a: Figure, b: Figure): boolean => measureOf(a) === measureOf(b) && ['same', 'unknown'].includes(compareSubjects(a.subject, b.subject));

/** How much two paragraphs tell the same thing: 0 where they share no word, 1 for a copy, somewhat more with what they count. */
export const likeness = (a: Paragraph, b: Paragraph): number => {
	const words = cosine(a.words, b.words);
	if (words === 0) return 0;
	const question = a.figures.some(one => b.figures.some(other => sameQuestion(one, other))) ? SAME_QUESTION : 0;
	return words + question + (a.lead && b.lead ? BOTH_LEAD : 0) - FAR_APART * Math.abs(a.depth - b.depth);
};
