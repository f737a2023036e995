import {type Article, type Basis, type Segment, unmarked} from '../model/article.ts';
import type {DocumentId, Given, RawLine, Removal} from '../model/document.ts';
import {sha256, shortId} from '../text/hash.ts';
import {languageOf} from '../text/language.ts';
import type {Cut, Junk} from './by-hand.ts';
import {resolveAgo} from './ago.ts';
import {type Draft, linesOf} from './draft.ts';
import {type Line, segmentOf} from './line.ts';
import {addressFinding} from './outlet.ts';
import {ours, type Tables} from './tables.ts';

/** What people said about the cutting of this document's pages, oldest first. `lines`: the raw lines to find their words in, of records that are no saved page. */
export type ByHand = {readonly cuts: readonly Cut[]; readonly junk: readonly Junk[]; readonly lines?: () => readonly RawLine[]};

/** Where the articles come from, and what the person who imports them said. `tables`: the program's own where none are given. */
export type Context = {readonly document: DocumentId; readonly path: string; readonly given: Given; readonly byHand?: ByHand; readonly tables?: Tables};

/** The same words elsewhere have the same hash. */
export const contentHashOf = (headline: string | null, segments: readonly Segment[]): string =>
	sha256([headline ?? '', ...segments.map(({text}) => text)].join('\n'));

type Dated = {readonly published: string | null; readonly publishedBasis: Basis | null};

const datesOf = (draft: Draft, given: Given, parent: Article | null): Dated => {
	if (given.date !== undefined) return {published: given.date, publishedBasis: 'given'};
	if (draft.published !== null) return {published: draft.published.iso, publishedBasis: 'stated'};
	const counted = draft.ago !== null && given.captured !== undefined ? resolveAgo(draft.ago, given.captured) : null;
	if (counted !== null) return {published: counted, publishedBasis: 'inferred'};
	return parent?.published == null ? {published: null, publishedBasis: null} : {published: parent.published, publishedBasis: 'inherited'};
};

type Named = {readonly outlet: string | null; readonly outletBasis: Basis | null; readonly outletEvidence: string | null};

const outletOf = (draft: Draft, {given, tables = ours}: Context, parent: Article | null): Named => {
	if (given.outlet !== undefined) return {outlet: given.outlet, outletBasis: 'given', outletEvidence: null};
	if (draft.outlet !== null) return {outlet: draft.outlet.outlet, outletBasis: draft.outlet.basis, outletEvidence: draft.outlet.evidence};
	if (parent !== null) return {outlet: parent.outlet, outletBasis: parent.outlet === null ? null : 'inherited', outletEvidence: null};
	// What an aggregator says of itself is not said of the articles it links to.
	const ofPage = draft.kind === 'related' ? null : addressFinding(given.url, tables.outlets) ?? draft.inferred();
	const found = ofPage ?? draft.agency;
	return found === null ? {outlet: null, outletBasis: null, outletEvidence: null} : {outlet: found.outlet, outletBasis: found.basis, outletEvidence: found.evidence};
};

const rangeOf = (lines: readonly Line[]): {readonly startLine: number; readonly endLine: number} => ({
	startLine: lines.reduce((least, {number}) => Math.min(least, number), Infinity),
	endLine: lines.reduce((most, {lastNumber}) => Math.max(most, lastNumber), 0),
});

/** The removals inside a range. They are in order: the first is found by halving, so that a page of a thousand posts takes no thousand passes. */
const within = (removals: readonly Removal[], range: {readonly startLine: number; readonly endLine: number}): Removal[] => {
	let first = 0;
	let high = removals.length;
	while (first < high) {
		const middle = Math.floor((first + high) / 2);
		if ((removals[middle]?.startLine ?? Infinity) < range.startLine) first = middle + 1;
		else high = middle;
	}

	let end = first;
	while ((removals[end]?.endLine ?? Infinity) <= range.endLine) end++;
	return removals.slice(first, end);
};

export type Place = {readonly position: number; readonly siblings: number};

/** The article of a draft and, behind it, those of its children. `removals`: all of the document, a line each. */
export const assemble = (draft: Draft, context: Context, place: Place, removals: readonly Removal[], parent: Article | null = null): Article[] => {
	const segments = draft.body.map(({line, kind}) => segmentOf(line, kind));
	const headlineSegment = draft.headline === null ? null : segmentOf(draft.headline, 'headline');
	const standfirstSegment = draft.standfirst === null ? null : segmentOf(draft.standfirst, 'standfirst');
	const range = rangeOf(linesOf(draft));
	const ofChildren = new Set(draft.children.flatMap(child => within(removals, rangeOf(linesOf(child)))));
	const ownRemovals = within(removals, range).filter(removal => !ofChildren.has(removal));
	const bodyLine = draft.body[0]?.line.number ?? range.startLine;
	const article: Article = {
		id: shortId('a', context.document, String(bodyLine)),
		externalId: null,
		externalIds: [],
		document: context.document,
		path: context.path,
		parent: parent?.id ?? null,
		kind: draft.kind,
		headline: headlineSegment?.text ?? null,
		standfirst: standfirstSegment?.text ?? null,
		byline: draft.byline,
		...outletOf(draft, context, parent),
		...datesOf(draft, context.given, parent),
		captured: context.given.captured ?? null,
		language: languageOf([draft.headline?.text ?? '', ...segments.map(({text}) => text)].join(' '), [draft.headline, ...draft.body.map(({line}) => line)].flatMap(line => line?.tokens ?? [])) ?? parent?.language ?? null,
		...range,
		url: context.given.url ?? null,
		tags: context.given.tags ?? [],
		contentHash: contentHashOf(headlineSegment?.text ?? null, segments),
		...place,
		segmentCount: segments.length,
		figureCount: 0,
		quoteCount: 0,
		...unmarked,
		headlineSegment,
		standfirstSegment,
		segments,
		removed: ownRemovals,
	};
	return [article, ...draft.children.flatMap(child => assemble(child, context, place, removals, article))];
};
