// The thread for what takes long. Heavy imports: where the bytes lie in, cards some at a time and the rest of the digest out. The search index: a folder in, a word when it is kept. Grouping, and the reasons of an event: news in, some articles at a time, the groups or reasons out.
import {parentPort} from 'node:worker_threads';
import type {Article, ArticleCard} from './model/article.ts';
import type {Bytes} from './model/document.ts';
import type {EventId, Explanation, Grouping, NewsEvent} from './model/event.ts';
import {allCards, commitLatest, type Derivation, type LibraryPlace, type Stretch} from './model/library.ts';
import {Problem, type ExitName} from './model/problem.ts';
import {cut, derive, explain, groupNews, newsOf, type Clusterable, type Grouped, type Grouper, type Incoming, type Rest, type Shelf} from './pipeline.ts';
import {openLibrary} from './store/lowdb-library.ts';
import {correctionsInForce} from './store/overrides.ts';
import {checkedLine} from './store/pack-bodies.ts';
import {bytesAt, openSpool, spooled, wordsAt, type Spool, type Spooled} from './store/spool.ts';

/** What the thread says of an import, in this order: any number of `articles`, then `done`; or `problem` alone. `places`: where their lines of a pack lie; `percent`: how much of the input is read. */
export type WorkerMessage =
	| {readonly kind: 'articles'; readonly cards: readonly ArticleCard[]; readonly places: readonly Stretch[]; readonly percent: number}
	| {readonly kind: 'done'; readonly rest: Rest; readonly end: number}
	| {readonly kind: 'problem'; readonly exit: ExitName; readonly what: string; readonly why: string; readonly remedy: string};

/** What the thread is told of a grouping, or of an event whose reasons are asked for: the job, any number of `events`, any number of `news` in the order of their ids, then `all`. An import is told in one message that has no kind. */
export type NewsJob = {readonly kind: 'group'; readonly grouped: Grouped} | {readonly kind: 'reasons'; readonly event: EventId; readonly background: Grouped['background']};
/** Or all of a grouping anew: the library is read, grouped and written here. It says how many articles are read of how many, how much is grouped, when it writes (again not, where somebody else came first), and what it came to; or `problem`. */
export type RegroupJob = {readonly kind: 'regroup'; readonly place: LibraryPlace; readonly background: Grouped['background']};
export type RegroupMessage =
	| {readonly kind: 'read'; readonly read: number; readonly of: number}
	| Extract<NewsMessage, {readonly kind: 'share'}>
	| {readonly kind: 'writes'}
	| {readonly kind: 'regrouped'; readonly events: number; readonly storylines: number}
	| Extract<WorkerMessage, {readonly kind: 'problem'}>;
export type NewsPart = {readonly kind: 'events'; readonly events: readonly NewsEvent[]} | {readonly kind: 'news'; readonly news: ReadonlyArray<Clusterable | LyingNews>} | {readonly kind: 'all'};
/** An article of an import, whose words the thread reads where they lie. */
export type LyingNews = {readonly card: Omit<Clusterable['article'], 'segments'>; readonly lies: Stretch};
/** What it says: how much is done, in per cent, each time that is more; then the groups or the reasons. */
export type NewsMessage = {readonly kind: 'share'; readonly percent: number} | {readonly kind: 'groups'; readonly grouping: Grouping} | {readonly kind: 'reasons'; readonly reasons: readonly Explanation[]};

/** What the thread is told to index: the library in a folder, where its cache lies, and where the index is kept. It says how much is done, in per cent, then that it is there. */
export type IndexJob = {readonly kind: 'index'; readonly folder: string; readonly cache: string | null; readonly kept: string | null};
export type IndexMessage = {readonly kind: 'share'; readonly percent: number} | {readonly kind: 'indexed'};

/** An input to be read, and where its bytes lie: behind them, in the same file, go the articles' lines. `end`: how far that is written. */
export type ImportJob = Omit<Incoming, 'bytes'> & {readonly bytes: Pick<Spooled, 'file' | 'start' | 'byteLength'>};

const port = parentPort;
const say = (message: WorkerMessage | NewsMessage | RegroupMessage | IndexMessage): void => port?.postMessage(message);

const sayProblem = (error: unknown): void => {
	if (!(error instanceof Problem)) throw error;
	const {exit, what, why, remedy} = error;
	say({kind: 'problem', exit, what, why, remedy});
};

const cardOf = ({article}: Derivation): ArticleCard => {
	const {headlineSegment: _headline, standfirstSegment: _standfirst, segments: _segments, removed: _removed, ...card} = article;
	return card;
};

/** Puts down where they lie what was read of some articles: here nothing is left of it. */
const sendArticles = (spool: Spool, articles: readonly Article[], percent: number): number => {
	const derivations = articles.map(derive);
	const places = derivations.map((each): Stretch => {
		const {file, start, byteLength} = spool.add(checkedLine(each).bytes);
		return {file, start, length: byteLength};
	});
	say({kind: 'articles', cards: derivations.map(cardOf), places, percent});
	const last = places.at(-1);
	return last === undefined ? 0 : last.start + last.length;
};

/** How far bytes have been read that are read from their beginning more than once: the last time counts. */
const readSoFar = (): {readonly told: (bytes: Bytes) => Bytes; readonly percent: () => number} => {
	let share = 0;
	return {
		percent: () => Math.floor(100 * share),
		told: ({byteLength, chunks}) => ({byteLength, * chunks() {
			let read = 0;
			for (const chunk of chunks()) {
				read += chunk.length;
				share = read / byteLength;
				yield chunk;
			}
		}}),
	};
};

const read = async ({bytes: {file, start, byteLength}, ...incoming}: ImportJob): Promise<void> => {
	try {
		let end = start + byteLength;
		const spool = openSpool({file, end});
		const {told, percent} = readSoFar();
		// What is unpacked lies behind what came, and is read from there.
		const cutting = cut({...incoming, bytes: told(spooled(file, start, byteLength)), keep: async stretches => {
			const unpacked = await spool.take(stretches, 0);
			return unpacked instanceof Uint8Array ? unpacked : told(unpacked);
		}});
		for (let next = await cutting.next(); ; next = await cutting.next()) {
			if (next.done === true) return say({kind: 'done', rest: next.value, end});
			end = Math.max(end, sendArticles(spool, next.value, percent()));
		}
	} catch (error) {
		sayProblem(error);
	}
};

/** Articles on the disk, by number: grouping looks at their words again only to name what it found. */
const shelfOn = (spool: Spool): Shelf => {
	const places: Stretch[] = [];
	return {
		put(article) {
			const {file, start, byteLength} = spool.add(Buffer.from(JSON.stringify(article)));
			places.push({file, start, length: byteLength});
		},
		at(number) {
			const place = places[number];
			if (place === undefined) return undefined;
			const article: Clusterable['article'] = JSON.parse(Buffer.from(bytesAt(place)).toString());
			return article;
		},
	};
};

/** What grouping reads of an article, from where it lies. */
const fromThere = (entry: Clusterable | LyingNews): Clusterable => {
	if (!('lies' in entry)) return entry;
	const {segments, figures} = wordsAt(entry.card.id, entry.lies);
	return newsOf({article: {...entry.card, segments}, figures});
};

/** Tells how much is done, in per cent, each time that is more. */
const sharer = (): ((done: number, total: number) => void) => {
	let told = -1;
	return (done, total) => {
		const percent = Math.floor(100 * done / Math.max(1, total));
		if (percent > told) say({kind: 'share', percent});
		told = Math.max(told, percent);
	};
};

/** A job over articles that come one after the other; `all` says what it came to. */
type NewsWork = {readonly add: (article: Clusterable) => void; readonly all: () => void};

const grouping = (grouped: Grouped): NewsWork => {
	const grouper: Grouper = groupNews(grouped, sharer(), shelfOn(openSpool()));
	return {add: grouper.add, all: () => say({kind: 'groups', grouping: grouper.finish()})};
};

const reasoning = (event: EventId, background: Grouped['background'], events: readonly NewsEvent[]): NewsWork => {
	const articles: Clusterable[] = [];
	return {
		add: article => void articles.push(article),
		all() {
			const reasons = explain({articles, events, background, step: sharer()});
			say({kind: 'reasons', reasons: (events.find(({id}) => id === event)?.articles ?? []).flatMap(article => reasons.get(article) ?? [])});
		},
	};
};

/** Articles of a library that are read at once. */
const AT_ONCE = 100;

/** Groups a library anew and writes it down, as the only writer of all processes and threads. */
const regroup = async ({place, background}: RegroupJob): Promise<void> => {
	try {
		const library = await openLibrary(place.folder, {cache: place.cache, now: () => new Date()});
		const counts = {events: 0, storylines: 0};
		await commitLatest(library, async () => {
			const ids = (await allCards(library)).map(({id}) => id).sort();
			say({kind: 'read', read: 0, of: ids.length});
			const spool = openSpool();
			const {add, finish} = groupNews({
				settled: [], earlier: await library.events(), storylines: await library.storylines(), corrections: correctionsInForce(await library.log()), background,
			}, sharer(), shelfOn(spool));
			for (let at = 0; at < ids.length; at += AT_ONCE) {
				for (const each of await library.read(ids.slice(at, at + AT_ONCE))) add(newsOf(each));
				say({kind: 'read', read: at, of: ids.length});
			}

			const grouping = finish();
			spool.close();
			counts.events = grouping.events.length;
			counts.storylines = grouping.storylines.length;
			say({kind: 'writes'});
			return {grouping};
		});
		// With its cache, so that whoever looks next need not read all of it.
		await library.close();
		say({kind: 'regrouped', ...counts});
	} catch (error) {
		sayProblem(error);
	}
};

/** Reads every text of a library for the search. Only here is the search loaded. */
const index = async ({folder, cache, kept}: IndexJob): Promise<void> => {
	const [{createLibrarySearch}, {keptFiles}] = await Promise.all([import('./search/library-search.ts'), import('./host/kept-files.ts')]);
	const library = await openLibrary(folder, {readOnly: true, now: () => new Date(), cache});
	await createLibrarySearch({library, cache: keptFiles(async () => kept)}).search('', {progress: sharer()});
	await library.close();
	say({kind: 'indexed'});
};

let work: NewsWork | null = null;
const events: NewsEvent[] = [];
port?.on('message', (message: ImportJob | NewsJob | RegroupJob | NewsPart | IndexJob) => {
	if (!('kind' in message)) return void read(message);
	switch (message.kind) {
		case 'regroup': return void regroup(message);
		case 'index': return void index(message);
		case 'group': work = grouping(message.grouped); break;
		case 'reasons': work = reasoning(message.event, message.background, events); break;
		case 'events': events.push(...message.events); break;
		case 'news': for (const entry of message.news) work?.add(fromThere(entry)); break;
		case 'all': work?.all(); break;
	}
});
