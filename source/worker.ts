// The thread for what takes long. Heavy imports: where the bytes lie in, cards some at a time and the rest of the digest out. Grouping: news in, some articles at a time, the groups out.
import {parentPort} from 'node:worker_threads';
import type {Article, ArticleCard} from './model/article.ts';
import type {Grouping} from './model/event.ts';
import type {Derivation, Stretch} from './model/library.ts';
import {Problem, type ExitName} from './model/problem.ts';
import {cut, derive, groupNews, newsOf, type Clusterable, type Grouped, type Grouper, type Incoming, type Rest, type Shelf} from './pipeline.ts';
import {checkedLine} from './store/pack-bodies.ts';
import {bytesAt, openSpool, spooled, wordsAt, type Spool, type Spooled} from './store/spool.ts';

/** What the thread says of an import, in this order: any number of `articles`, then `done`; or `problem` alone. `places`: where their lines of a pack lie. */
export type WorkerMessage =
	| {readonly kind: 'articles'; readonly cards: readonly ArticleCard[]; readonly places: readonly Stretch[]}
	| {readonly kind: 'done'; readonly rest: Rest; readonly end: number}
	| {readonly kind: 'problem'; readonly exit: ExitName; readonly what: string; readonly why: string; readonly remedy: string};

/** What the thread is told of a grouping: the job, any number of `news` in the order of their ids, then `all`. An import is told in one message that has no kind. */
export type GroupingJob = {readonly kind: 'group'; readonly grouped: Grouped};
export type GroupingPart = {readonly kind: 'news'; readonly news: ReadonlyArray<Clusterable | LyingNews>} | {readonly kind: 'all'};
/** An article of an import, whose words the thread reads where they lie. */
export type LyingNews = {readonly card: Omit<Clusterable['article'], 'segments'>; readonly lies: Stretch};
/** What it says: how much is done, in per cent, each time that is more; then the groups. */
export type GroupingMessage = {readonly kind: 'share'; readonly percent: number} | {readonly kind: 'groups'; readonly grouping: Grouping};

/** An input to be read, and where its bytes lie: behind them, in the same file, go the articles' lines. `end`: how far that is written. */
export type ImportJob = Omit<Incoming, 'bytes'> & {readonly bytes: Pick<Spooled, 'file' | 'start' | 'byteLength'>};

const port = parentPort;
const say = (message: WorkerMessage | GroupingMessage): void => port?.postMessage(message);

const cardOf = ({article}: Derivation): ArticleCard => {
	const {headlineSegment: _headline, standfirstSegment: _standfirst, segments: _segments, removed: _removed, ...card} = article;
	return card;
};

/** Puts down where they lie what was read of some articles: here nothing is left of it. */
const sendArticles = (spool: Spool, articles: readonly Article[]): number => {
	const derivations = articles.map(derive);
	const places = derivations.map((each): Stretch => {
		const {file, start, byteLength} = spool.add(checkedLine(each).bytes);
		return {file, start, length: byteLength};
	});
	say({kind: 'articles', cards: derivations.map(cardOf), places});
	const last = places.at(-1);
	return last === undefined ? 0 : last.start + last.length;
};

const read = async ({bytes: {file, start, byteLength}, ...incoming}: ImportJob): Promise<void> => {
	try {
		let end = start + byteLength;
		const spool = openSpool({file, end});
		const cutting = cut({...incoming, bytes: spooled(file, start, byteLength)});
		for (let next = await cutting.next(); ; next = await cutting.next()) {
			if (next.done === true) return say({kind: 'done', rest: next.value, end});
			end = Math.max(end, sendArticles(spool, next.value));
		}
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		const {exit, what, why, remedy} = error;
		say({kind: 'problem', exit, what, why, remedy});
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

const grouperFor = ({grouped}: GroupingJob): Grouper => {
	let told = -1;
	return groupNews(grouped, (done, total) => {
		const percent = Math.floor(100 * done / Math.max(1, total));
		if (percent > told) say({kind: 'share', percent});
		told = Math.max(told, percent);
	}, shelfOn(openSpool()));
};

/** What grouping reads of an article, from where it lies. */
const fromThere = (entry: Clusterable | LyingNews): Clusterable => {
	if (!('lies' in entry)) return entry;
	const {segments, figures} = wordsAt(entry.card.id, entry.lies);
	return newsOf({article: {...entry.card, segments}, figures});
};

let grouper: Grouper | null = null;
port?.on('message', (message: ImportJob | GroupingJob | GroupingPart) => {
	if (!('kind' in message)) void read(message);
	else if (message.kind === 'group') grouper = grouperFor(message);
	else if (message.kind === 'news') for (const entry of message.news) grouper?.add(fromThere(entry));
	else if (grouper !== null) say({kind: 'groups', grouping: grouper.finish()});
});
