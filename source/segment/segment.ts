import type {Article, Segment} from '../model/article.ts';
import type {RawLine, Reading, Removal} from '../model/document.ts';
import {assemble, type Context} from './assemble.ts';
import {type Cut, cutByHand, type CutPage, placeOf, type Removed, withoutJunk} from './by-hand.ts';
import {withoutClutter} from './clutter.ts';
import {allRemoved, cutPages} from './cut-page.ts';
import type {Draft} from './draft.ts';
import {entriesOf} from './entries.ts';
import {articlesOfRecords, creditsOf} from './records.ts';
import {cutRecords} from './records-by-hand.ts';
import {ours} from './tables.ts';

/** What a document was cut into. Every line that is not blank is in one of the articles or among the removed. `unplaced`: people's cuts whose words are not there any more. */
export type Segmentation = {readonly articles: readonly Article[]; readonly removed: readonly Removal[]; readonly unplaced: readonly Cut[]};

/** Rises whenever the same page would be cut differently: derived data carries it. */
export const segmentVersion = 8;

const removal = ({line, rule}: Removed): Removal => ({startLine: line.number, endLine: line.lastNumber, rule});

/** Neighbouring lines of one rule are one removal; blank lines between do not part them. */
const joinNeighbours = (removals: readonly Removal[], filled: ReadonlySet<number>): Removal[] => {
	const joined: Removal[] = [];
	for (const next of removals) {
		const last = joined.at(-1);
		let gap = (last?.endLine ?? 0) + 1;
		while (gap < next.startLine && !filled.has(gap)) gap++;
		if (last !== undefined && last.rule === next.rule && gap >= next.startLine) joined[joined.length - 1] = {...last, endLine: next.endLine};
		else joined.push(next);
	}

	return joined;
};

/** Who the articles of a draft would be credited to, as far as the page and the importer tell. */
const creditedTo = (draft: Draft, {given}: Context): string | null => given.outlet ?? draft.outlet?.outlet ?? draft.inferred()?.outlet ?? null;

const segmentPage = (lines: readonly RawLine[], context: Context): Segmentation => {
	const pages = cutPages(withoutClutter(entriesOf(lines, context.tables ?? ours)));
	const read: CutPage = {drafts: pages.flatMap(({drafts}) => drafts), furniture: pages.flatMap(({furniture}) => furniture)};
	const {cuts, junk} = context.byHand ?? {cuts: [], junk: []};
	const {page, unplaced} = cutByHand(withoutJunk(read, junk, draft => creditedTo(draft, context)), cuts, ({at, through}) => {
		const [from, to] = [at, through].map(quote => placeOf(quote, lines, quote.document === context.document));
		return from == null || to == null ? null : {from, to};
	});
	const filled = new Set(lines.filter(({text}) => text.trim() !== '').map(({number}) => number));
	const removals = [...page.furniture, ...page.drafts.flatMap(allRemoved)].map(removal).sort((a, b) => a.startLine - b.startLine);
	const articles = page.drafts.flatMap((draft, index) => assemble(draft, context, {position: index + 1, siblings: page.drafts.length}, removals));
	return {
		articles: articles.map(article => ({...article, removed: joinNeighbours(article.removed, filled)})),
		removed: joinNeighbours(removals, filled),
		unplaced,
	};
};

/** The way back to the lines of a saved page's text: a paragraph is a line, or what is left of one from which something was taken out. */
const withPieces = (article: Article, lines: ReadonlyMap<number, string>): Article => {
	const placed = (part: Segment): Segment => {
		const column = lines.get(part.startLine)?.indexOf(part.text) ?? -1;
		return column < 0 ? part : {...part, pieces: [{at: 0, line: part.startLine, column, length: part.text.length}]};
	};

	return {
		...article, segments: article.segments.map(placed),
		headlineSegment: article.headlineSegment && placed(article.headlineSegment), standfirstSegment: article.standfirstSegment && placed(article.standfirstSegment),
	};
};

/**
 * Cuts a document into articles: pages by their furniture, articles by headlines, copies, rows and share buttons, live
 * blogs into posts; records stay as they came. Lines are 1-based, of the imported file. Never throws over content.
 */
export const segment = (reading: Exclude<Reading, {readonly kind: 'feeds'}>, context: Context): Segmentation => {
	if (reading.kind === 'page') return segmentPage(reading.lines, context);
	const {byHand, tables = ours} = context;
	const said = {cuts: byHand?.cuts ?? [], junk: byHand?.junk ?? [], lines: byHand?.lines ?? (() => []), credited: creditsOf(reading.records, context)};
	const cut = said.cuts.length === 0 ? {records: reading.records, removed: reading.removed, unplaced: []} : cutRecords(reading, said, context.document, tables);
	// What a person put back is not taken out again by a rule.
	const articles = articlesOfRecords(cut.records, said.cuts.length === 0 ? context : {...context, byHand: {cuts: [], junk: []}});
	const removed = [...cut.removed, ...articles.flatMap(article => article.removed)].sort((a, b) => a.startLine - b.startLine);
	if (reading.lines === undefined) return {articles, removed, unplaced: cut.unplaced};
	const words = new Map(reading.lines.map(({number, text}) => [number, text]));
	return {articles: articles.map(article => withPieces(article, words)), removed: joinNeighbours(removed, new Set(words.keys())), unplaced: cut.unplaced};
};
