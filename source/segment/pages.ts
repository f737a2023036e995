import {type Content, contentsOf} from './draft.ts';
import type {Entry} from './entries.ts';
import {canBeHeadline, leadOf} from './headline-choice.ts';
import {isTitleLike} from './line.ts';
import {sharedWords} from './resemblance.ts';

const isContent = (entry: Entry): boolean => entry.verdict === null;
const hasProse = (entries: readonly Entry[]): boolean => entries.some(entry => isContent(entry) && (entry.line.shape === 'prose' || entry.line.shape === 'teaser'));

/** Where the file changes from one saved page to the next, as far as furniture tells. */
const cutAtFurniture = (entries: readonly Entry[]): Entry[][] => {
	const pages: Entry[][] = [];
	let page: Entry[] = [];
	let afterFoot = false;
	const turn = (): void => {
		pages.push(page);
		page = [];
		afterFoot = false;
	};

	for (const entry of entries) {
		const role = entry.verdict?.role;
		const heads = role === 'head' || (isContent(entry) && entry.line.datePrefix !== null);
		// Furniture before any text belongs to the page that is beginning.
		if (heads && hasProse(page)) turn();
		else if (role === 'foot') afterFoot = hasProse(page);
		else if (role === 'related') afterFoot = false;
		else if (role === undefined && afterFoot) {
			if (isTitleLike(entry.line)) turn();
			else afterFoot = false;
		}

		page.push(entry);
	}

	pages.push(page);
	return pages;
};

/** Lines above a text that are looked at for its headline, and paragraphs that are held against it. */
const ABOVE = 12;
const BELOW = 4;

/** Whether one of the lines over the first text is its headline: they share a word. A footer with a sentence is no page. */
const tellsOwnText = (contents: readonly Content[]): boolean => {
	const lead = leadOf(contents, false);
	const texts = contents.slice(lead, lead + BELOW);
	return contents.slice(Math.max(0, lead - ABOVE), lead).some(({line}) => texts.some(text => sharedWords(line, text.line) > 0));
};

/**
 * Parts a file into the pages it was pasted together from. A notice in the middle of a page ("Log in", "3 comments") is
 * followed by no headline: what comes after it is put back.
 */
export const pagesOf = (entries: readonly Entry[]): Entry[][] => {
	const pages: Entry[][] = [];
	for (const page of cutAtFurniture(entries)) {
		const before = pages.at(-1);
		const contents = contentsOf(page);
		const begins = contents[0]?.line.datePrefix != null || (contents[0] !== undefined && contents[0].meta !== null) || (canBeHeadline(contents, 0) && tellsOwnText(contents));
		if (before !== undefined && (contents.length === 0 || !begins)) before.push(...page);
		else pages.push([...page]);
	}

	return pages;
};
