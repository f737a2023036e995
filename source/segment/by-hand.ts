import type {RawLine} from '../model/document.ts';
import type {Correction, LineQuote} from '../model/override.ts';
import {contentsOf, type Draft, linesOf, newDraft} from './draft.ts';
import {readArticle} from './body.ts';
import {isTitleLike, type Line} from './line.ts';

/** What people said about how pages are cut; only what concerns this document. */
export type Cut = Extract<Correction, {kind: 'cut'}>;
export type Junk = Extract<Correction, {kind: 'junk'}>;

/** A line that is no article's text, and why. */
export type Removed = {readonly line: Line; readonly rule: string};

/** A document while people's cuts are replayed on it: its articles, and the lines that no article holds. */
export type CutPage = {readonly drafts: readonly Draft[]; readonly furniture: readonly Removed[]};

/** Why a line is out that a person took out: of a page, or of a record. */
export const BY_HAND = 'taken out by hand';

/**
 * Where a quoted line stands now: the only line with its words, else the one with the same neighbours, else the one at the same
 * place of the same document. Null where the words are gone, or in several places that nothing tells apart.
 */
export const placeOf = (quote: LineQuote, lines: ReadonlyArray<Pick<RawLine, 'number' | 'text'>>, sameDocument: boolean): number | null => {
	const filled = lines.filter(({text}) => text.trim() !== '');
	const alike = filled.flatMap(({text, number}, index) => text.trim() === quote.exact.trim() ? [{number, index}] : []);
	if (sameDocument) {
		const there = alike.find(({number}) => number === quote.line);
		if (there !== undefined) return there.number;
	}

	if (alike.length === 1) return alike[0]?.number ?? null;
	const wordsAt = (index: number): string => filled[index]?.text.trim() ?? '';
	const around = alike.filter(({index}) => wordsAt(index - 1) === quote.before.trim() && wordsAt(index + 1) === quote.after.trim());
	return around.length === 1 ? around[0]?.number ?? null : null;
};

/** Lines of a page, both ends included. */
export type Range = {readonly from: number; readonly to: number};
const inside = (line: Line, {from, to}: Range): boolean => line.lastNumber >= from && line.number <= to;
const byNumber = (a: {readonly line: Line}, b: {readonly line: Line}): number => a.line.number - b.line.number;

const holds = (draft: Draft, range: Range): boolean => linesOf({...draft, children: []}).some(line => inside(line, range));
const firstLine = (draft: Draft): number => linesOf(draft).reduce((least, {number}) => Math.min(least, number), Infinity);
const isEmpty = (draft: Draft): boolean => draft.headline === null && draft.standfirst === null && draft.body.length === 0 && draft.children.length === 0;

/** The words of a draft as rows of a body: a headline that is one no longer is a heading. */
const textRows = (draft: Draft): Draft['body'] => [
	...draft.headline === null ? [] : [{line: draft.headline, kind: 'heading' as const}],
	...draft.standfirst === null ? [] : [{line: draft.standfirst, kind: 'paragraph' as const}],
	...draft.body,
];

const partition = <T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] => [items.filter(test), items.filter(item => !test(item))];

/** The draft without the words of a range, and those words as rows. */
const takeOut = (draft: Draft, range: Range): {readonly left: Draft; readonly taken: Draft['body']} => {
	const [taken] = partition(textRows(draft), ({line}) => inside(line, range));
	return {
		taken,
		left: {
			...draft,
			headline: draft.headline !== null && inside(draft.headline, range) ? null : draft.headline,
			standfirst: draft.standfirst !== null && inside(draft.standfirst, range) ? null : draft.standfirst,
			body: draft.body.filter(({line}) => !inside(line, range)),
		},
	};
};

const put = (draft: Draft, rows: Draft['body']): Draft => ({...draft, body: [...draft.body, ...rows].sort(byNumber)});

/** Changes the one level that the cut belongs to: posts first, for a line that a post holds is none of its live blog's. Null where no level takes it. */
const onLevel = (drafts: readonly Draft[], change: (level: readonly Draft[]) => readonly Draft[] | null): readonly Draft[] | null => {
	for (const [index, draft] of drafts.entries()) {
		const children = draft.children.length === 0 ? null : onLevel(draft.children, change);
		if (children !== null) return drafts.with(index, {...draft, children: [...children]});
	}

	return change(drafts);
};

/** From the range's first line on, the draft is another article: its rows are read anew, so that a date or a byline among them counts. */
const split = (range: Range) => (level: readonly Draft[]): readonly Draft[] | null => {
	const index = level.findIndex(draft => holds(draft, range));
	const draft = level[index];
	// A headline that is not printed stands right before its first line.
	if (draft === undefined || range.from <= Math.ceil(firstLine(draft))) return null;
	const below: Range = {from: range.from, to: Infinity};
	const {left, taken} = takeOut(draft, below);
	const [removedBelow, removedAbove] = partition(draft.removed, ({line}) => inside(line, below));
	const [childrenBelow, childrenAbove] = partition(draft.children, child => firstLine(child) >= range.from);
	if (taken.length === 0) return null;
	const first = taken[0]?.line;
	const fresh: Draft = draft.kind === 'post' || draft.kind === 'blurb'
		? {...newDraft('post'), origin: draft.origin, inferred: draft.inferred, headline: isTitleLike(first) ? first : null, body: isTitleLike(first) ? taken.slice(1) : taken, removed: removedBelow}
		: {...readArticle(contentsOf([...taken, ...removedBelow].sort(byNumber).map(({line}) => ({line, verdict: null})))), origin: draft.origin, inferred: draft.inferred, children: childrenBelow};
	return [...level.slice(0, index), {...left, removed: removedAbove, children: childrenAbove}, fresh, ...level.slice(index + 1)];
};

/** The article that holds the line goes into the one before it. */
const join = (range: Range) => (level: readonly Draft[]): readonly Draft[] | null => {
	const index = level.findIndex(draft => holds(draft, range));
	const [before, draft] = [level[index - 1], level[index]];
	if (before === undefined || draft === undefined) return null;
	const joined: Draft = {
		...before,
		body: [...before.body, ...textRows(draft)], removed: [...before.removed, ...draft.removed], children: [...before.children, ...draft.children],
		byline: before.byline ?? draft.byline, outlet: before.outlet ?? draft.outlet, published: before.published ?? draft.published, ago: before.ago ?? draft.ago,
	};
	return [...level.slice(0, index - 1), joined, ...level.slice(index + 1)];
};

/** Lines go over to the neighbour: up (-1) or down (1). */
const handOver = (range: Range, step: -1 | 1) => (level: readonly Draft[]): readonly Draft[] | null => {
	const index = level.findIndex(draft => textRows(draft).some(({line}) => inside(line, range)));
	const [draft, neighbour] = [level[index], level[index + step]];
	if (draft === undefined || neighbour === undefined) return null;
	const {left, taken} = takeOut(draft, range);
	// An article of which nothing is left is gone; what was removed in it stays accounted for in the neighbour.
	const gone = isEmpty(left);
	const rows = taken.map(row => row.kind === 'heading' && row.line === draft.headline ? {line: row.line, kind: 'heading' as const} : row);
	const grown = put(gone ? {...neighbour, removed: [...neighbour.removed, ...left.removed]} : neighbour, rows);
	return level.flatMap(each => each === draft ? (gone ? [] : [left]) : each === neighbour ? [grown] : [each]);
};

const remove = (range: Range, rule = BY_HAND) => (level: readonly Draft[]): readonly Draft[] | null => {
	const index = level.findIndex(draft => textRows(draft).some(({line}) => inside(line, range)));
	const draft = level[index];
	if (draft === undefined) return null;
	const {left, taken} = takeOut(draft, range);
	return level.with(index, {...left, removed: [...left.removed, ...taken.map(({line}) => ({line, rule}))]});
};

/** Removed lines are text after all: of the article that had them, else of the one above, else of the one below. */
const restore = (page: CutPage, range: Range): CutPage | null => {
	const rowsFrom = (lines: readonly Removed[]): Draft['body'] => lines.map(({line, rule}) =>
		({line, kind: line.shape === 'list' ? 'list' as const : rule.includes('caption') ? 'caption' as const : 'paragraph' as const}));
	const own = onLevel(page.drafts, level => {
		const index = level.findIndex(draft => draft.removed.some(({line}) => inside(line, range)));
		const draft = level[index];
		if (draft === undefined) return null;
		const [back, out] = partition(draft.removed, ({line}) => inside(line, range));
		return level.with(index, put({...draft, removed: out}, rowsFrom(back)));
	});
	if (own !== null) return {...page, drafts: own};
	const [back, out] = partition(page.furniture, ({line}) => inside(line, range));
	if (back.length === 0) return null;
	const drafts = onLevel(page.drafts, level => {
		const above = level.findLastIndex(draft => firstLine(draft) < range.from);
		const draft = level[Math.max(above, 0)];
		return draft === undefined || (above < 0 && level !== page.drafts) ? null : level.with(Math.max(above, 0), put(draft, rowsFrom(back)));
	});
	return drafts === null ? null : {drafts, furniture: out};
};

const changeOf = (act: Exclude<Cut['act'], 'restore'>, range: Range): (level: readonly Draft[]) => readonly Draft[] | null => {
	switch (act) {
		case 'split': return split(range);
		case 'join': return join(range);
		case 'previous': return handOver(range, -1);
		case 'next': return handOver(range, 1);
		case 'remove': return remove(range);
	}
};

const cutOnce = (page: CutPage, act: Cut['act'], range: Range): CutPage | null => {
	if (act === 'restore') return restore(page, range);
	const drafts = onLevel(page.drafts, changeOf(act, range));
	return drafts === null ? null : {...page, drafts};
};

/** An article that lost all its words is no article; what was removed in it is still removed. */
const settled = (page: CutPage): CutPage => {
	const [empty, kept] = partition(page.drafts, isEmpty);
	return {drafts: kept, furniture: [...page.furniture, ...empty.flatMap(draft => draft.removed)].sort(byNumber)};
};

/** Replays people's cuts, oldest first. `rangeOf`: the lines that one means; null where they are gone. A cut that finds no place is told in `unplaced`, and nothing else changes by it. */
export const cutByHand = (page: CutPage, cuts: readonly Cut[], rangeOf: (cut: Cut) => Range | null): {readonly page: CutPage; readonly unplaced: readonly Cut[]} => {
	const unplaced: Cut[] = [];
	let current = page;
	for (const cut of cuts) {
		const range = rangeOf(cut);
		const next = range === null || range.to < range.from ? null : cutOnce(current, cut.act, range);
		if (next === null) unplaced.push(cut);
		else current = settled(next);
	}

	return {page: current, unplaced};
};

/** Takes out lines that somebody called junk: everywhere, or in the articles of one outlet. `outletOf`: what the article would be credited to. */
export const withoutJunk = (page: CutPage, junk: readonly Junk[], outletOf: (draft: Draft) => string | null): CutPage => {
	if (junk.length === 0) return page;
	// A post is of its live blog's outlet where it names none.
	const clean = (draft: Draft, inherited: string | null): Draft => {
		const outlet = outletOf(draft) ?? inherited;
		const words = new Set(junk.filter(rule => rule.outlet === null || rule.outlet === outlet).map(rule => rule.exact.trim()));
		const [out, body] = partition(draft.body, ({line}) => words.has(line.text.trim()));
		return {...draft, body, removed: [...draft.removed, ...out.map(({line}) => ({line, rule: 'your junk line'}))], children: draft.children.map(child => clean(child, outlet))};
	};

	return settled({...page, drafts: page.drafts.map(draft => clean(draft, null))});
};
