import {diffArrays} from 'diff';
import type {Article} from '../model/article.ts';
import type {ChangedParagraph, WordChange} from '../model/views.ts';

/** Words as printed, each with the blanks after it. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [];

/** Texts that differ in more words than this are two texts: to look for what they share would take minutes. */
const MOST_CHANGES = 2000;

/** What one text became, word by word (Myers' difference, by the package diff). */
export const wordChanges = (before: string, after: string): WordChange[] => {
	const found = diffArrays(wordsOf(before), wordsOf(after), {comparator: (left, right) => left.trimEnd() === right.trimEnd(), maxEditLength: MOST_CHANGES});
	if (found === undefined) return [{kind: 'removed', text: before}, {kind: 'added', text: after}];
	return found.map(({added, removed, value}) => ({kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('').trimEnd()}));
};

/** One paragraph is another one rewritten where so many of its words are in it, in their order. */
const REWRITTEN = 0.4;

const shared = (before: string, after: string): number => {
	const changes = wordChanges(before, after);
	const count = (kind: WordChange['kind']): number => changes.reduce((sum, change) => change.kind === kind ? sum + wordsOf(change.text).length : sum, 0);
	return count('same') / Math.max(1, count('same') + Math.max(count('added'), count('removed')));
};

/** Paragraphs that went and came at one place: those that are one rewritten stand together, in their order. */
const paired = (gone: readonly string[], fresh: readonly string[]): ChangedParagraph[] => {
	const rows: ChangedParagraph[] = [];
	let next = 0;
	for (const text of fresh) {
		const at = gone.findIndex((before, index) => index >= next && shared(before, text) >= REWRITTEN);
		if (at < 0) {
			rows.push({kind: 'added', parts: [{kind: 'added', text}]});
			continue;
		}

		rows.push(...gone.slice(next, at).map((before): ChangedParagraph => ({kind: 'removed', parts: [{kind: 'removed', text: before}]})), {kind: 'changed', parts: wordChanges(gone[at] ?? '', text)});
		next = at + 1;
	}

	return [...rows, ...gone.slice(next).map((before): ChangedParagraph => ({kind: 'removed', parts: [{kind: 'removed', text: before}]}))];
};

const paragraphsOf = ({headlineSegment, standfirstSegment, segments}: Pick<Article, 'headlineSegment' | 'standfirstSegment' | 'segments'>): string[] =>
	[headlineSegment, standfirstSegment, ...segments].flatMap(segment => segment === null ? [] : [segment.text]);

/** What an article became from one version to the next, paragraph by paragraph: headline, standfirst, body. */
export const revisionChanges = (before: Article, after: Article): ChangedParagraph[] => {
	const rows: ChangedParagraph[] = [];
	let gone: readonly string[] = [];
	for (const {added, removed, value} of diffArrays(paragraphsOf(before), paragraphsOf(after))) {
		if (removed) {
			gone = value;
			continue;
		}

		rows.push(...paired(gone, added ? value : []), ...(added ? [] : value.map((text): ChangedParagraph => ({kind: 'same', parts: [{kind: 'same', text}]}))));
		gone = [];
	}

	return [...rows, ...paired(gone, [])];
};

/** Changes as one line, with the marks of wdiff: "killed [-12-] {+15+} dockers". */
export const marked = (parts: readonly WordChange[]): string =>
	parts.map(({kind, text}) => kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`).join(' ');
