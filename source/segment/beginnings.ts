import table from '../../data/page-text.json' with {type: 'json'};
import type {Entry} from './entries.ts';
import {type Copies, copiesOf, headlineOdds} from './headline-signs.ts';
import {weigher} from './line-signs.ts';
import {lookOf} from './look.ts';
import {metaOf} from './meta.ts';
import {isSame, subjectOf} from './resemblance.ts';

/** What speaks for a line among the paragraphs of a page being the headline of another article, and not a heading, a caption or a link. */
export type BeginningSigns = Readonly<Record<keyof typeof table.beginnings, number>>;

const weigh = weigher(table.beginnings);

/** A headline stands so many lines above its text at most. */
const ABOVE = 8;
/** Paragraphs before and behind that are held against each other. */
const AROUND = 6;
/** Paragraphs before that are asked whether they told the words of a line: those of the article above it. */
const FARTHEST = 60;
const yes = (value: boolean): number => value ? 1 : 0;

/** How often the words of meaning stand in some paragraphs, the frequent ones damped. */
const vectorOf = (texts: readonly Entry[]): Map<string, number> => {
	const counts = new Map<string, number>();
	for (const {line} of texts) for (const word of subjectOf(line)) counts.set(word, (counts.get(word) ?? 0) + 1);
	return new Map([...counts].map(([word, count]) => [word, 1 + Math.log(count)]));
};

const lengthOf = (vector: ReadonlyMap<string, number>): number => Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0));

/** The cosine of two vectors of words (Hearst, TextTiling, 1997). */
const nearness = (left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number => {
	let sum = 0;
	for (const [word, value] of left) sum += value * (right.get(word) ?? 0);
	return sum === 0 ? 0 : sum / (lengthOf(left) * lengthOf(right));
};

const toldShare = (words: ReadonlySet<string>, vector: ReadonlyMap<string, number>): number => words.size === 0 ? 0 : [...words].filter(word => vector.has(word)).length / words.size;

/** A line that may begin another article. */
export type Beginning = {readonly index: number; readonly start: number; readonly signs: BeginningSigns};

/** Every line of a page, above which there is a text, that can be the headline of the next text below it. */
export const beginningSigns = (entries: readonly Entry[], copies: Copies = copiesOf(entries)): Beginning[] => {
	const texts = entries.flatMap((entry, index) => lookOf(entry) === 'text' ? [index] : []);
	const found: Beginning[] = [];
	for (const [at, start] of texts.entries()) {
		if (at === 0) continue;
		const last = texts[at - 1] as number;
		// A sentence may be a headline with its full stop: then it is itself the last that looks like a text.
		const least = Math.max(last, start - ABOVE);
		const candidates = headlineOdds(entries, start, copies, start - least).filter(({index}) => index < start);
		if (candidates.length === 0) continue;
		const best = candidates.reduce((one, other) => other.odds > one.odds ? other : one);
		const {odds} = best;
		const title = entries[best.index] as Entry;
		const behind = texts.slice(at, at + AROUND).map(index => entries[index] as Entry);
		const before = texts.slice(Math.max(0, at - FARTHEST), at).filter(index => index < best.index).map(index => entries[index] as Entry);
		if (before.length === 0) continue;
		const near = vectorOf(before.slice(-AROUND));
		const all = vectorOf(before);
		const below = vectorOf(behind);
		const words = subjectOf(title.line);
		const rows = entries.slice(best.index + 1, start + 1).map(({line, verdict}) => verdict === null ? metaOf(line, true) : null);
		const between = entries.slice(last + 1, best.index);
		found.push({index: best.index, start, signs: {
			bias: 1,
			odds: Math.max(-8, Math.min(6, odds)) / 4,
			nearness: nearness(near, below),
			nearnessToAll: nearness(all, below),
			toldBefore: toldShare(words, all),
			toldBehind: toldShare(words, below),
			date: yes(rows.some(row => row?.date !== undefined || row?.ago !== undefined)),
			again: yes(entries.slice(best.index + 1, start).some(({line}) => isSame(line, title.line))),
			closed: yes(title.line.shape === 'prose'),
			question: yes(title.line.shape === 'question'),
			words5: yes(title.line.words >= 5),
			furniture: Math.log1p(between.filter(({verdict}) => verdict !== null).length) / 2,
			open: Math.log1p(between.filter(({verdict}) => verdict === null).length) / 2,
			textsBefore: Math.log1p(before.length) / 3,
			textsBehind: Math.log1p(texts.length - at) / 3,
		}});
	}

	return found;
};

/** Whether a page tells more than one article. */
export const tellsMore = (entries: readonly Entry[]): boolean => beginningSigns(entries).some(({signs}) => weigh(signs) > 0);
