import {contentsOf} from './draft.ts';
import type {Entry} from './entries.ts';
import {canBeHeadline} from './headline.ts';
import {isTitleLike} from './line.ts';

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

/**
 * Parts a file into the pages it was pasted together from. A notice in the middle of a page ("Log in", "3 comments") is
 * followed by no headline: what comes after it is put back.
 */
export const pagesOf = (entries: readonly Entry[]): Entry[][] => {
	const pages: Entry[][] = [];
	for (const page of cutAtFurniture(entries)) {
		const before = pages.at(-1);
		const contents = contentsOf(page);
		const begins = contents[0]?.line.datePrefix !== null || contents[0]?.meta !== null || canBeHeadline(contents, 0);
		if (before !== undefined && (contents.length === 0 || !begins)) before.push(...page);
		else pages.push([...page]);
	}

	return pages;
};
