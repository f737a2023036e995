import type {Article, Segment} from './model/article.ts';
import type {Bytes, Document, FeedLink, Given, RawLine, RecordProblem, Removal} from './model/document.ts';
import type {Grouping, NewsEvent, Storyline} from './model/event.ts';
import type {Derivation, StageVersions} from './model/library.ts';
import {Problem} from './model/problem.ts';
import type {Correction} from './model/override.ts';
import type {OwnTables} from './model/own-tables.ts';
import {tiesIn} from './model/ties.ts';
import type {Background} from './cluster/background.ts';
import {clusterVersion, grouper, type Grouper} from './cluster/cluster.ts';
import {explain} from './cluster/explain.ts';
import {newsOf, type Clusterable} from './cluster/news.ts';
import {inOrder} from './cluster/order.ts';
import type {Shelf} from './cluster/shelf.ts';
import type {Progress} from './cluster/step.ts';
import {extract, extractVersion} from './extract/extract.ts';
import {fits, LONGEST_READ, shortEnough, withinBounds} from './readers/bounds.ts';
import {contentOf, headBytes, wholeBytes} from './readers/content.ts';
import {decodeLines} from './readers/decode.ts';
import {chooseReader, TELLING} from './readers/index.ts';
import {BATCH, type Reader, type Records, type Sent, unsent} from './readers/reader.ts';
import {isPacked, unpackStretches} from './readers/unpack.ts';
import type {ByHand, Context} from './segment/assemble.ts';
import type {Cut} from './segment/by-hand.ts';
import {recordCutter} from './segment/records.ts';
import {segment, segmentVersion} from './segment/segment.ts';
import {tablesWith} from './segment/tables.ts';
import {segmentWindows} from './segment/windows.ts';
import {sha256OfChunks} from './text/hash.ts';
import {cleanForDisplay} from './text/sanitise.ts';
import {unreadCollector} from './text/unseen.ts';

/** The versions of the stages of this program; kept with everything they derive. */
export const stageVersions: StageVersions = {segment: segmentVersion, extract: extractVersion, cluster: clusterVersion};

/** One thing that came in, and what was said about it. `imported` is an ISO time; `own` the user's tables beside the program's. */
export type Incoming = {readonly path: string; readonly bytes: Uint8Array | Bytes; readonly type: string | null; readonly given: Given; readonly imported: string; readonly byHand?: ByHand; readonly sent?: Sent; readonly own?: OwnTables | null; /** Where what was unpacked lies; absent: in memory. */ readonly keep?: (stretches: AsyncIterable<Uint8Array>) => Promise<Uint8Array | Bytes>};

const asBytes = (bytes: Uint8Array | Bytes): Bytes => bytes instanceof Uint8Array ? contentOf(bytes) : bytes;
const inMemory = async (stretches: AsyncIterable<Uint8Array>): Promise<Uint8Array> => Buffer.concat(await Array.fromAsync(stretches));

/** What the stages made of one document. Problems concern single records; the rest of the document is in. */
export type Digest = {
	readonly document: Document;
	readonly derivations: readonly Derivation[];
	readonly removed: readonly Removal[];
	/** Cuts of `byHand` that found no place on the page. */
	readonly unplaced: readonly Cut[];
	readonly problems: readonly RecordProblem[];
	/** Numbers in it that cannot be read for certain, in quotation marks with the reason; null where there are none. */
	readonly unread: string | null;
};

/** A paragraph past all bounds stands empty where figures are looked for: its number and those of the others stay. */
const readable = (segment: Segment): Segment => segment.text.length > LONGEST_READ ? {...segment, text: '', pieces: []} : segment;

/** article -> extract: the article with what was read in it. */
export const derive = (article: Article): Derivation => {
	const {figures, quotes} = extract({...article, segments: article.segments.map(readable)});
	return {article: {...article, figureCount: figures.length, quoteCount: quotes.length}, figures, quotes};
};

const longIn = (article: Article): RecordProblem[] => article.segments.filter(segment => readable(segment) !== segment)
	.map(({startLine, text}) => ({line: startLine, what: `a paragraph of ${text.length} characters is kept, but no figures or quotes were looked for in it`}));

const noArticles = (path: string, feeds: readonly FeedLink[]): Problem => new Problem({
	exit: 'unreadable', what: `${cleanForDisplay(path)} was not imported.`,
	why: feeds.length === 0 ? 'It is a list of feeds (OPML), and names none.' : `It is a list of feeds, not of articles: ${feeds.map(({title, url}) => `${title} <${url}>`).join(', ')}.`,
	remedy: 'Nothing was fetched. To fetch a feed: newsdeck import ADDRESS.',
});

/** What is known of a document once its last article was cut. `siblings`: how many top-level articles it has; null where its articles know that. */
export type Rest = Omit<Digest, 'derivations'> & {readonly siblings: number | null};
type Cutting = AsyncGenerator<readonly Article[], Rest>;

/** All at once: pages, whose lines tell each other what they are, and records that people cut otherwise. */
async function* cutWhole(reader: Reader, content: Uint8Array, {path, sent = unsent}: Incoming, document: Document, context: Context): Cutting {
	const found = await reader.read(content, sent);
	if (found.kind === 'feeds') throw noArticles(path, found.feeds);
	const reading = withinBounds(found, path);
	const {articles, removed, unplaced} = segment(reading, {...context, ...(context.byHand && {byHand: {...context.byHand, lines: () => decodeLines(content, sent)}})});
	const problems = [...reading.kind === 'records' ? reading.problems : [], ...articles.flatMap(longIn)];
	const numbers = unreadCollector();
	for (const {segments} of articles) for (const {text} of segments) numbers.add(text);
	yield* inBatches(articles);
	return {document, removed, unplaced, problems, unread: numbers.told(), siblings: null};
}

/** Handed over, some at a time: whoever goes through them may let go of those before. */
function* inBatches(articles: readonly Article[]): Generator<readonly Article[]> {
	const left = articles.toReversed();
	while (left.length > 0) yield Array.from({length: Math.min(BATCH, left.length)}, () => left.pop()).flatMap(article => article ?? []);
}

/** Records as they come: none but the last are in memory. */
async function* cutRecords(records: Records, content: Bytes, {sent = unsent}: Incoming, document: Document, context: Context): Cutting {
	const {cut, siblings} = recordCutter(context);
	const [outside, long, removed]: [RecordProblem[], RecordProblem[], Removal[]] = [[], [], []];
	const numbers = unreadCollector();
	const reading = records(content, sent);
	for (let next = await reading.next(); ; next = await reading.next()) {
		if (next.done === true) return {document, removed: removed.sort((a, b) => a.startLine - b.startLine), unplaced: [], problems: [...next.value, ...outside, ...long], unread: numbers.told(), siblings: siblings()};
		const articles = cut(next.value.filter(record => fits(record, outside)));
		for (const article of articles) {
			removed.push(...article.removed);
			long.push(...longIn(article));
			for (const {text} of article.segments) numbers.add(text);
		}

		yield articles;
	}
}

/** A longer text is no page, and is not looked at as one: what stands at its beginning tells nothing of its end. */
const LONGEST_PAGE = 2 * 1024 * 1024;

/** A long text, so many lines at a time. */
async function* cutLong(lines: Iterable<RawLine>, path: string, document: Document, context: Context): Cutting {
	const [long, removed]: [RecordProblem[], Removal[]] = [[], []];
	const numbers = unreadCollector();
	let siblings = 0;
	for (const window of segmentWindows(shortEnough(lines, path), context)) {
		removed.push(...window.removed);
		for (const article of window.articles) {
			siblings = Math.max(siblings, article.position);
			long.push(...longIn(article));
			for (const {text} of article.segments) numbers.add(text);
		}

		yield* inBatches(window.articles);
	}

	return {document, removed, unplaced: [], problems: long, unread: numbers.told(), siblings};
}

/** bytes -> readers -> segment: articles as they are cut, then the rest. Throws a Problem where no reader can make anything of the bytes. */
export async function* cut(incoming: Incoming): Cutting {
	const {path, bytes, type, given, imported, byHand, own = null, keep = inMemory} = incoming;
	const raw = asBytes(bytes);
	const content = isPacked(raw) ? asBytes(await keep(unpackStretches(path, raw))) : raw;
	const reader = chooseReader(path, headBytes(content, TELLING), type ?? undefined);
	const document: Document = {id: sha256OfChunks(raw.chunks()), path, bytes: raw.byteLength, type: reader.name, imported};
	const context = {document: document.id, path, given, ...(byHand && {byHand}), ...(own && {tables: tablesWith(own)})};
	// People's cuts are of the whole.
	if ((byHand?.cuts ?? []).length > 0) return yield* cutWhole(reader, wholeBytes(content), incoming, document, context);
	if (reader.pageLines !== undefined && content.byteLength > LONGEST_PAGE) return yield* cutLong(reader.pageLines(content, incoming.sent), path, document, context);
	return yield* reader.records !== undefined
		? cutRecords(reader.records, content, incoming, document, context)
		: cutWhole(reader, wholeBytes(content), incoming, document, context);
}

/** bytes -> readers -> segment -> extract. Throws a Problem where no reader can make anything of the bytes. */
export const digest = async (incoming: Incoming): Promise<Digest> => {
	const derivations: Derivation[] = [];
	const cutting = cut(incoming);
	for (let next = await cutting.next(); ; next = await cutting.next()) {
		if (next.done !== true) {
			derivations.push(...next.value.map(derive));
			continue;
		}

		const {siblings, ...rest} = next.value;
		return {...rest, derivations: siblings === null ? derivations : derivations.map(each => ({...each, article: {...each.article, siblings}}))};
	}
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
export {newsOf, type Clusterable, type Grouper, type Shelf};

/** Why articles are in their events. */
export {explain};

/** news -> cluster, one after the other in the order of their ids. `step` is told of progress, and stops the work by throwing. */
export const groupNews = ({settled, storylines, corrections, background, earlier = []}: Grouped, step?: Progress, shelf?: Shelf): Grouper =>
	grouper({settled, earlier, storylines: storylines.filter(({byHand}) => byHand !== true), background, ...settledBy(corrections), ...(step && {step})}, shelf);

/** articles -> cluster. */
export const group = ({derivations, ...grouped}: Grouped & {readonly derivations: readonly Derivation[]}): Grouping => {
	const {add, finish} = groupNews(grouped);
	for (const entry of inOrder(derivations.map(newsOf))) add(entry);
	return finish();
};
