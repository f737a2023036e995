import {segmentAt, type Article} from '../model/article.ts';
import type {Place} from '../model/override.ts';
import type {Selection} from './state.ts';

/** A word of a segment: the marks around it are not part of it, unless there is nothing else. */
export type Word = {readonly start: number; readonly end: number};

/** Signs that stand before or after a word and belong to no number: brackets, quotation marks, commas, full stops. */
const BEFORE = /^[“”"‘’'«»([{…]+/u;
const AFTER = /[“”"‘’'«»)\]}.,;:!?…]+$/u;

/** The words of a text, in order. */
export const wordsOf = (text: string): Word[] => Array.from(text.matchAll(/\S+/g), match => {
	const bare = match[0].replace(BEFORE, '').replace(AFTER, '');
	const start = match.index + (bare === '' ? 0 : BEFORE.exec(match[0])?.[0].length ?? 0);
	return {start, end: start + (bare === '' ? match[0].length : bare.length)};
});

/** The words of the segment a selection is in. */
export const wordsHere = (article: Article, {segment}: Selection): Word[] => wordsOf(segmentAt(article, segment)?.text ?? '');

/** The stretch of text that is chosen; null where the segment has no such words. */
export const placeChosen = (article: Article, selection: Selection): Place | null => {
	const words = wordsHere(article, selection);
	const {segment, word, from} = selection;
	const [first, last] = [words[Math.min(word, from ?? word)], words[Math.max(word, from ?? word)]];
	return first && last ? {segment, start: first.start, end: last.end} : null;
};
