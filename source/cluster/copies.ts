import type {Article} from '../model/article.ts';
import type {Copy, Copies} from '../model/event.ts';
import {tokens} from '../text/tokens.ts';
import {groupsBy, sets} from '../model/sets.ts';

/** From half of the shorter text on the one is a copy of the other, from 15 % on they share text (an agency's, a statement's). */
const COPY = 0.5;
const SHARED = 0.15;
/** A copy much shorter than what it is of was cut. */
const CUT = 0.85;
const RUN = 5;
/** A text must have this many runs of its own to be judged: of two short items one sentence would be half. */
const FEWEST = 12;
const READ = 60_000;

/** What people said is carried by all and makes nobody a copy: long quotations are left out. Within a paragraph: one mark that is never closed would turn text and quotation round. */
const QUOTATION = /[“"][^“”"\n]{20,2000}[”"]/gu;

/** The runs of five words of a text as numbers; `all` stands for the text as a whole. */
type Text = {readonly runs: ReadonlySet<number>; readonly all: string};

const hashOf = (words: readonly string[], start: number): number => {
	let hash = 0x81_1c_9d_c5;
	for (let at = start; at < start + RUN; at += 1) {
		const word = words[at] ?? '';
		for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01_00_01_93);
		hash = Math.imul(hash ^ 32, 0x01_00_01_93);
	}

	return hash;
};

const textOf = (article: Pick<Article, 'segments'>): Text => {
	const full = article.segments.filter(segment => segment.kind !== 'caption').map(segment => segment.text).join('\n').slice(0, READ);
	const plain = tokens(full.replaceAll(QUOTATION, ' '));
	// An interview is nearly all quotation: there the words of the people are the text.
	const words = plain.length < FEWEST + RUN ? tokens(full) : plain;
	const runs = new Set<number>();
	for (let start = 0; start + RUN <= words.length; start += 1) runs.add(hashOf(words, start));
	return {runs, all: tokens(full).join(' ')};
};

/** The likelier original first: the earlier day, then the fuller text. */
const originalFirst = (articles: readonly Article[], texts: readonly Text[]): number[] => articles.map((_, index) => index).sort((a, b) => {
	const [left, right] = [articles[a]?.published?.slice(0, 10) ?? '9999', articles[b]?.published?.slice(0, 10) ?? '9999'];
	if (left !== right) return left < right ? -1 : 1;
	return (texts[b]?.runs.size ?? 0) - (texts[a]?.runs.size ?? 0) || ((articles[a]?.id ?? '') < (articles[b]?.id ?? '') ? -1 : 1);
});

/** The text that shares most with one, among those that carry any of its runs. */
const mostShared = (runs: ReadonlySet<number>, carriers: ReadonlyMap<number, readonly number[]>): {readonly of: number; readonly shared: number} | null => {
	const counts = new Map<number, number>();
	for (const run of runs) for (const other of carriers.get(run) ?? []) counts.set(other, (counts.get(other) ?? 0) + 1);
	let best: {of: number; shared: number} | null = null;
	for (const [of, shared] of counts) if (best === null || shared > best.shared) best = {of, shared};
	return best;
};

const kindOf = (text: Text, of: Text, containment: number): Copy['kind'] => {
	if (text.all === of.all) return 'exact';
	if (containment < COPY) return 'shared';
	return text.runs.size < of.runs.size * CUT ? 'truncated' : 'near';
};

/**
 * Which articles of an event carry another's text, by containment of runs of five words in the shorter of the two: that finds the
 * copy that was cut, which symmetric measures miss (Broder 1997). A copy is compared with originals only, so that two hundred
 * papers with one agency's text cost little more than two. `origins`: how many texts are independent, at least (shared text is
 * one origin) and at most (only copies are). Does not depend on the order.
 */
export const copiesIn = (articles: readonly Article[]): Copies => {
	const sorted = articles.toSorted((a, b) => a.id < b.id ? -1 : 1);
	const texts = sorted.map(textOf);
	const carriers = new Map<number, number[]>();
	const copies: Copy[] = [];
	const [loose, strict] = [sets(sorted.length), sets(sorted.length)];
	for (const index of originalFirst(sorted, texts)) {
		const text = texts[index];
		if (text === undefined) continue;
		const best = text.runs.size < FEWEST ? null : mostShared(text.runs, carriers);
		const of = best === null ? undefined : texts[best.of];
		const containment = best === null || of === undefined ? 0 : best.shared / Math.min(text.runs.size, of.runs.size);
		if (best !== null && of !== undefined && containment >= SHARED) {
			const kind = kindOf(text, of, containment);
			copies.push({article: sorted[index]?.id ?? '', of: sorted[best.of]?.id ?? '', kind, containment: Math.round(containment * 1000) / 1000});
			loose.join(index, best.of);
			if (kind !== 'shared') {
				strict.join(index, best.of);
				continue;
			}
		}

		if (text.runs.size < FEWEST) continue;
		for (const run of text.runs) {
			const list = carriers.get(run);
			if (list === undefined) carriers.set(run, [index]);
			else list.push(index);
		}
	}

	const count = (joined: typeof loose): number => groupsBy(sorted.length, item => joined.find(item)).length;
	return {copies: copies.sort((a, b) => a.article < b.article ? -1 : 1), origins: {low: count(loose), high: count(strict)}};
};
