import type {Article, Segment} from './model/article.ts';
import type {Document, FeedLink, Given, Removal} from './model/document.ts';
import type {Grouping, NewsEvent, Storyline} from './model/event.ts';
import type {Derivation, StageVersions} from './model/library.ts';
import {Problem} from './model/problem.ts';
import type {Correction} from './model/override.ts';
import type {OwnTables} from './model/own-tables.ts';
import {tiesIn} from './model/ties.ts';
import type {Background} from './cluster/background.ts';
import {cluster, clusterVersion} from './cluster/cluster.ts';
import {newsOf, type Clusterable} from './cluster/news.ts';
import type {Progress} from './cluster/step.ts';
import {extract, extractVersion} from './extract/extract.ts';
import {LONGEST_READ, withinBounds} from './readers/bounds.ts';
import {decodeLines} from './readers/decode.ts';
import {chooseReader} from './readers/index.ts';
import {type Sent, unsent} from './readers/reader.ts';
import {unpack} from './readers/unpack.ts';
import type {ByHand} from './segment/assemble.ts';
import type {Cut} from './segment/by-hand.ts';
import {segment, segmentVersion} from './segment/segment.ts';
import {tablesWith} from './segment/tables.ts';
import {sha256} from './text/hash.ts';
import {cleanForDisplay} from './text/sanitise.ts';

/** The versions of the stages of this program; kept with everything they derive. */
export const stageVersions: StageVersions = {segment: segmentVersion, extract: extractVersion, cluster: clusterVersion};

/** One thing that came in, and what was said about it. `imported` is an ISO time; `own` the user's tables beside the program's. */
export type Incoming = {readonly path: string; readonly bytes: Uint8Array; readonly type: string | null; readonly given: Given; readonly imported: string; readonly byHand?: ByHand; readonly sent?: Sent; readonly own?: OwnTables | null};

/** What the stages made of one document. Problems concern single records; the rest of the document is in. */
export type Digest = {
	readonly document: Document;
	readonly derivations: readonly Derivation[];
	readonly removed: readonly Removal[];
	/** Cuts of `byHand` that found no place on the page. */
	readonly unplaced: readonly Cut[];
	readonly problems: ReadonlyArray<{readonly line: number; readonly what: string}>;
};

/** A paragraph past all bounds stands empty where figures are looked for: its number and those of the others stay. */
const readable = (segment: Segment): Segment => segment.text.length > LONGEST_READ ? {...segment, text: '', pieces: []} : segment;

/** article -> extract: the article with what was read in it. */
export const derive = (article: Article): Derivation => {
	const {figures, quotes} = extract({...article, segments: article.segments.map(readable)});
	return {article: {...article, figureCount: figures.length, quoteCount: quotes.length}, figures, quotes};
};

const unread = (article: Article): Digest['problems'] => article.segments.filter(segment => readable(segment) !== segment)
	.map(({startLine, text}) => ({line: startLine, what: `a paragraph of ${text.length} characters is kept, but no figures or quotes were looked for in it`}));

const noArticles = (path: string, feeds: readonly FeedLink[]): Problem => new Problem({
	exit: 'unreadable', what: `${cleanForDisplay(path)} was not imported.`,
	why: feeds.length === 0 ? 'It is a list of feeds (OPML), and names none.' : `It is a list of feeds, not of articles: ${feeds.map(({title, url}) => `${title} <${url}>`).join(', ')}.`,
	remedy: 'Nothing was fetched. To fetch a feed: newsdeck import ADDRESS.',
});

/** bytes -> readers -> segment. Throws a Problem where no reader can make anything of the bytes. */
export const cut = async ({path, bytes, type, given, imported, byHand, sent = unsent, own = null}: Incoming): Promise<Omit<Digest, 'derivations'> & {readonly articles: readonly Article[]}> => {
	const content = unpack(path, bytes);
	const reader = chooseReader(path, content, type ?? undefined);
	const document: Document = {id: sha256(bytes), path, bytes: bytes.length, type: reader.name, imported};
	const found = await reader.read(content, sent);
	if (found.kind === 'feeds') throw noArticles(path, found.feeds);
	const reading = withinBounds(found, path);
	const {articles, removed, unplaced} = segment(reading, {document: document.id, path, given, ...(byHand && {byHand: {...byHand, lines: () => decodeLines(content, sent)}}), ...(own && {tables: tablesWith(own)})});
	return {
		document,
		articles,
		removed,
		unplaced,
		problems: [...reading.kind === 'records' ? reading.problems : [], ...articles.flatMap(unread)],
	};
};

/** bytes -> readers -> segment -> extract. Throws a Problem where no reader can make anything of the bytes. */
export const digest = async (incoming: Incoming): Promise<Digest> => {
	const {articles, ...rest} = await cut(incoming);
	return {...rest, derivations: articles.map(derive)};
};

/** What people settled about the grouping, taken from the corrections in force. */
const settledBy = (corrections: readonly Correction[]) => ({
	...tiesIn(corrections),
	labels: new Map(corrections.flatMap(c => c.kind === 'label' ? [[c.event, c.label] as const] : [])),
});

/** What grouping is told beside the articles. With `settled` newcomers join the nearest event for the time being; with none everything is grouped anew. */
export type Grouped = {
	readonly settled: readonly NewsEvent[];
	readonly storylines: readonly Storyline[];
	readonly corrections: readonly Correction[];
	readonly background: Background;
	/** Events as they were, where everything is grouped anew: those found again keep their ids and labels. */
	readonly earlier?: readonly NewsEvent[];
};

/** What grouping reads of an article: what a thread is handed. */
export {newsOf, type Clusterable};

/** news -> cluster. `step` is told of progress, and stops the work by throwing. */
export const groupNews = ({settled, storylines, corrections, background, earlier = []}: Grouped, articles: readonly Clusterable[], step?: Progress): Grouping =>
	cluster({articles, settled, earlier, storylines: storylines.filter(({byHand}) => byHand !== true), background, ...settledBy(corrections), ...(step && {step})});

/** articles -> cluster. */
export const group = ({derivations, ...grouped}: Grouped & {readonly derivations: readonly Derivation[]}): Grouping => groupNews(grouped, derivations.map(newsOf));
