import type {Verdict} from './furniture.ts';
import type {Entry} from './entries.ts';
import {isTitleLike} from './line.ts';
import {type Look, lookOf, removedAs, SHORT, textsIn} from './look.ts';
import {metaOf} from './meta.ts';

/** A menu has six lines and more, four of which no pattern knows. */
const MENU = 6;
const UNKNOWN_IN_MENU = 4;

/** From `start`, the end of a run of short lines and of lines that patterns took. */
const runEnd = (looks: readonly Look[], start: number): number => {
	let end = start;
	while (looks[end] === 'short' || looks[end] === 'gone') end++;
	return end;
};

/** A short headline may stand under a menu: it is spared where its byline, its date or its text follows. */
const spared = (looks: readonly Look[], entries: readonly Entry[], end: number): number => {
	const last = entries[end - 1];
	const follows = looks[end] === 'row' || looks[end] === 'text';
	return follows && last?.verdict === null && last.line.words >= 3 && isTitleLike(last.line) ? end - 1 : end;
};

/**
 * Menus: runs of short lines before the first paragraph, after the last, or with a line in them that is furniture by its
 * words ("Home", "Share"). A list of names or results inside an article has none of these and stays.
 */
const withoutMenus = (entries: readonly Entry[]): Entry[] => {
	const looks = entries.map(lookOf);
	const firstText = looks.indexOf('text');
	const lastText = looks.lastIndexOf('text');
	const out = [...entries];
	for (let start = 0; start < entries.length; start++) {
		const runs = runEnd(looks, start);
		if (runs === start) continue;
		const unknown = looks.slice(start, runs).filter(look => look === 'short').length;
		const atEdge = start < firstText || start > lastText;
		if (runs - start >= MENU && unknown >= UNKNOWN_IN_MENU && (atEdge || unknown < runs - start)) {
			const end = spared(looks, entries, runs);
			const turns = start > firstText && entries.slice(start, end).some(({verdict}) => verdict?.role === 'foot' || verdict?.role === 'head');
			for (let at = start; at < end; at++) {
				const entry = entries[at];
				// Below the text "Most read" stays a heading over links, even among short lines; in the menu above it is none.
				if (entry !== undefined) out[at] = removedAs(entry, 'menu', start > firstText && entry.verdict?.role === 'related' ? 'related' : 'drop');
			}

			// A footer and the next page's menu flow together: what they part must stay parted.
			const last = out[end - 1];
			if (turns && last?.verdict != null) out[end - 1] = {line: last.line, verdict: {...last.verdict, role: 'foot'}};
		}

		start = runs;
	}

	return out;
};

const REPLY = /^(?:reply|replies|like|likes|dislike|report|report abuse|flag|upvote|downvote|quote|permalink|recommend|respond|flag as (?:offensive|abusive|inappropriate)|(?:reply|like|report|share|flag|quote|edit|history|permalink|\d+)(?:[ ·|•/]+(?:reply|replies|like|likes|report|share|share it|flag|quote|permalink|history|points?|upvotes?|\d+))+)$/i;
const REPLIES = 2;
/** Rows looked at below "3 comments" to see whether people answer each other there. */
const NEAR = 16;

const isReply = (entry: Entry): boolean => entry.line.words <= SHORT && REPLY.test(entry.line.text);

/** A short name over a date or "2 days ago": somebody signs what stands below. */
const signs = (entries: readonly Entry[], index: number): boolean => {
	const [name, row] = [entries[index], entries[index + 1]];
	if (name === undefined || row === undefined || name.verdict !== null || name.line.words > SHORT || row.verdict !== null) return false;
	const meta = metaOf(row.line, true);
	return meta !== null && (meta.ago !== undefined || meta.date !== undefined);
};

const peopleAnswer = (entries: readonly Entry[], index: number): boolean => {
	const below = entries.slice(index + 1, index + NEAR);
	return below.filter(isReply).length >= REPLIES || below.filter((_, at) => signs(below, at)).length >= REPLIES;
};

/** What readers wrote: from "3 comments" on, where rows such as "Reply" or names with dates follow, to the footer or the next page. */
const withoutComments = (entries: readonly Entry[]): Entry[] => {
	const out: Entry[] = [];
	let inside = false;
	let hasText = false;
	for (const [index, entry] of entries.entries()) {
		const {verdict} = entry;
		hasText ||= lookOf(entry) === 'text';
		if (verdict?.rule === 'comments') inside ||= hasText && peopleAnswer(entries, index);
		else if (verdict?.role === 'head' || verdict?.role === 'related' || verdict?.rule === 'legal') inside = false;
		out.push(inside && verdict === null ? {line: entry.line, verdict: {rule: 'comments', role: 'drop'}} : entry);
	}

	return out;
};

/** "Title of five words and more", and its byline or date close below: another article begins. */
const beginsArticle = (entries: readonly Entry[], index: number): boolean => {
	const line = entries[index]?.line;
	return line !== undefined && isTitleLike(line) && line.words >= 5
		&& entries.slice(index + 1, index + 3).some(({line: below}) => metaOf(below, true) !== null);
};

/** Notes are shorter than what they are notes to. */
const LONGEST_NOTES = 8;

/** "Notes to editors", "About the author": what stands under them is not the article's, to the next row that parts articles. */
const withoutNotes = (entries: readonly Entry[]): Entry[] => {
	const out: Entry[] = [];
	let notes: Verdict | null = null;
	let texts = 0;
	const looks = entries.map(lookOf);
	for (const [index, entry] of entries.entries()) {
		if (looks[index] === 'text') texts++;
		if (entry.verdict?.role === 'notes') notes = textsIn(looks, index + 1, looks.length) < Math.min(texts, LONGEST_NOTES) ? entry.verdict : null;
		else if (entry.verdict !== null && entry.verdict.role !== 'drop') notes = null;
		else if (notes !== null && beginsArticle(entries, index)) notes = null;
		out.push(notes === null || entry.verdict !== null ? entry : {line: entry.line, verdict: {rule: notes.rule, role: 'drop'}});
	}

	return out;
};

const CAPTIONS = 3;
const isLabelled = (entries: readonly Entry[], index: number, label: string): boolean => entries[index]?.verdict === null && entries[index + 1]?.verdict?.rule === 'image label' && entries[index + 1]?.line.text === label;

/** A gallery: captions, each with the same label of its picture behind it ("The ferry at the quay", "Fullscreen", "The crew", "Fullscreen"). A paragraph with a picture behind it has another paragraph or a caption next. */
const withoutGalleries = (entries: readonly Entry[]): Entry[] => {
	const out = [...entries];
	for (let start = 0; start < entries.length - 1; start++) {
		const label = entries[start + 1]?.line.text ?? '';
		let end = start;
		while (isLabelled(entries, end, label)) end += 2;
		if (end - start < CAPTIONS * 2) continue;
		for (let at = start; at < end; at += 2) out[at] = removedAs(entries[at] as Entry, 'gallery', 'drop');
		start = end - 1;
	}

	return out;
};

/** Takes menus, galleries, readers' comments and notes out of a file, before it is parted into pages. */
export const withoutClutter = (entries: readonly Entry[]): Entry[] => withoutNotes(withoutComments(withoutMenus(withoutGalleries(entries))));
