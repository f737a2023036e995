import type {RecordParagraph, Removal} from '../../model/document.ts';
import type {Block} from './blocks.ts';
import {ruleOfText} from './furniture.ts';
import type {Metadata} from './metadata.ts';

/** What is left of an article's blocks. */
export type Kept = {readonly paragraphs: readonly RecordParagraph[]; readonly standfirst: string | null; readonly removed: readonly Removal[]};

const ASCII = /^[\0-\x7F]*$/;
/** Letters and digits only: marks and spaces differ between a page and what it says of itself. */
export const plain = (text: string | null): string => {
	const small = (text ?? '').toLowerCase();
	// Most prose needs no table of all scripts.
	return ASCII.test(small) ? small.replaceAll(/[^a-z\d]+/g, '') : small.replaceAll(/[^\p{L}\p{N}]+/gu, '');
};

/** Never 0, which stands for nothing at all. */
const withNext = (number: number, unit: number): number => ((Math.imul(number, 31) + unit) | 0) || 1;

/** So many letters and digits tell one text from another. */
const TELLING = 16;
/** A number of the first letters and digits, the same for all texts that are the same to `plain`; 0 where there are none. Others seldom share it. */
const beginningOf = (text: string): number => {
	let [number, count] = [0, 0];
	for (let at = 0; at < text.length && count < TELLING; at++) {
		const unit = text.charCodeAt(at);
		// Beyond ASCII it takes the table of all scripts.
		if (unit > 0x7F) return Array.from(plain(text).slice(0, TELLING), letter => letter.charCodeAt(0)).reduce(withNext, 0);
		const small = unit >= 0x41 && unit <= 0x5A ? unit + 0x20 : unit;
		if ((small < 0x61 || small > 0x7A) && (small < 0x30 || small > 0x39)) continue;
		number = withNext(number, small);
		count++;
	}

	return number;
};

/** Which of the blocks have the same letters and digits as one before them. Most begin otherwise, and need not be read to their end. */
const repeated = (blocks: readonly Block[], beginnings: readonly number[]): ReadonlySet<Block> => {
	const found = new Set<Block>();
	if (new Set(beginnings).size === blocks.length) return found;
	const byBeginning = Map.groupBy(blocks.keys(), index => beginnings[index] ?? 0);
	for (const alike of byBeginning.values()) {
		if (alike.length < 2) continue;
		const seen = new Set<string>();
		for (const index of alike) {
			const block = blocks[index];
			if (block === undefined) continue;
			const words = plain(block.text);
			if (words.length >= LONG_ENOUGH && seen.has(words)) found.add(block);
			seen.add(words);
		}
	}

	return found;
};

/** A line that is nothing but a link leads elsewhere, unless it is as long as prose. */
const ALL_LINK = .9;
const LONGEST_LINK = 200;
const isLink = ({kind, text, links}: Block): boolean => kind !== 'heading' && links >= ALL_LINK && text.length < LONGEST_LINK;

/** A list is one of links if most of its items are: a single linked item among others is the author's. */
const linkLists = (blocks: readonly Block[]): Set<Block> => {
	const found = new Set<Block>();
	let list: Block[] = [];
	for (const block of [...blocks, null]) {
		if (block?.kind === 'list') {
			list.push(block);
			continue;
		}

		if (list.length === 0) continue;
		if (list.filter(isLink).length * 2 > list.length) for (const item of list) if (isLink(item)) found.add(item);
		list = [];
	}

	return found;
};

const LONGEST_ROW = 120;

/** "By Jane Doe", "Jane Doe, Harbour Post": the byline's names and hardly more. */
const isByline = (text: string, byline: string | null): boolean => {
	if (byline === null || text.length > LONGEST_ROW) return false;
	const names = plain(byline);
	return names.length > 4 && plain(text).includes(names) && plain(text).length < names.length + 25;
};

/** The same words twice: a caption and its alternative, a passage printed large. The first in the text stays. */
const LONG_ENOUGH = 40;

type Judged = {readonly block: Block; readonly rule: string | null};

/** Under "More from us" the links go, even those with a few words beside them. */
const SOME_LINK = .3;
/** Other papers' headlines, each with its paper's name behind the link: what an entry of a feed that collects them has for a text. */
export const isListOfLinks = (blocks: readonly Block[]): boolean => blocks.every(({kind, links}) => kind === 'list' && links >= SOME_LINK);

const dropUnderRelated = (judged: Judged[]): void => {
	let under = false;
	for (const [index, {block, rule}] of judged.entries()) {
		if (rule !== null) under ||= rule === 'related links';
		else if (under && block.kind === 'list' && block.links >= SOME_LINK) judged[index] = {block, rule: 'related links'};
		else under = false;
	}
};

/** Takes out of an article's blocks what is none of its text, and finds its standfirst: the page's own description, where it opens the text. */
export const keepParagraphs = (blocks: readonly Block[], {title, description, byline}: Pick<Metadata, 'title' | 'description' | 'byline'>): Kept => {
	const links = linkLists(blocks);
	const beginnings = blocks.map(({text}) => beginningOf(text));
	const again = repeated(blocks, beginnings);
	const [titleBegins, descriptionBegins] = [title, description].map(told => told === null ? null : beginningOf(told));
	let standfirst: string | null = null;
	const judged: Judged[] = blocks.map((block, index) => {
		if (beginnings[index] === 0) return {block, rule: 'separator'};
		if (beginnings[index] === titleBegins && plain(block.text) === plain(title)) return {block, rule: 'headline printed again'};
		// A description that is longer or shorter than the paragraph was made of it: then the paragraph is text.
		if (standfirst === null && index < 3 && block.kind === 'heading' && beginnings[index] === descriptionBegins && plain(block.text) === plain(description)) {
			standfirst = block.text;
			return {block, rule: null};
		}

		if (block.kind === 'caption') return {block, rule: 'caption'};
		if (again.has(block)) return {block, rule: 'printed twice'};
		if (block.kind === 'list' ? links.has(block) : isLink(block)) return {block, rule: 'related links'};
		if (isByline(block.text, byline)) return {block, rule: 'byline'};
		return {block, rule: ruleOfText(block.text)};
	});
	dropUnderRelated(judged);
	// A heading over nothing was one of a list that is gone.
	for (let index = judged.length - 1; index >= 0; index--) {
		const one = judged[index];
		if (one === undefined || (one.rule === null && one.block.kind !== 'heading')) break;
		if (one.rule === null) judged[index] = {...one, rule: 'heading over nothing'};
	}

	return {
		standfirst,
		paragraphs: judged.filter(({block, rule}) => rule === null && block.text !== standfirst).map(({block: {kind, text, line}}) => ({kind, text, line})),
		removed: judged.flatMap(({block: {line}, rule}) => rule === null ? [] : [{startLine: line, endLine: line, rule}]),
	};
};
