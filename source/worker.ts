// The thread for what takes long. Heavy imports: where the bytes lie in, articles some at a time and the rest of the digest out. Grouping: news in, some articles at a time, the groups out.
import {parentPort} from 'node:worker_threads';
import type {Article, ArticleCard} from './model/article.ts';
import type {Grouping} from './model/event.ts';
import type {Derivation} from './model/library.ts';
import {Problem, type ExitName} from './model/problem.ts';
import {cut, derive, groupNews, type Clusterable, type Grouped, type Incoming, type Rest} from './pipeline.ts';
import {checkedLine} from './store/pack-bodies.ts';
import {spooled, type Spooled} from './store/spool.ts';

/** What the thread says of an import, in this order: any number of `articles`, then `done`; or `problem` alone. `lines`: the articles' lines of a pack, one behind the other, each so long (its end among it). */
export type WorkerMessage =
	| {readonly kind: 'articles'; readonly cards: readonly ArticleCard[]; readonly lines: Uint8Array<ArrayBuffer>; readonly lengths: readonly number[]}
	| {readonly kind: 'done'; readonly rest: Rest}
	| {readonly kind: 'problem'; readonly exit: ExitName; readonly what: string; readonly why: string; readonly remedy: string};

/** What the thread is told of a grouping: the job, any number of `news`, then `all`. An import is told in one message that has no kind. */
export type GroupingJob = {readonly kind: 'group'; readonly grouped: Grouped};
export type GroupingPart = {readonly kind: 'news'; readonly news: readonly Clusterable[]} | {readonly kind: 'all'};
/** What it says: how much is done, in per cent, each time that is more; then the groups. */
export type GroupingMessage = {readonly kind: 'share'; readonly percent: number} | {readonly kind: 'groups'; readonly grouping: Grouping};

/** An input to be read, and where its bytes lie. */
export type ImportJob = Omit<Incoming, 'bytes'> & {readonly bytes: Pick<Spooled, 'file' | 'start' | 'byteLength'>};

const port = parentPort;
const say = (message: WorkerMessage | GroupingMessage, transfer: readonly ArrayBuffer[] = []): void => port?.postMessage(message, [...transfer]);

const cardOf = ({article}: Derivation): ArticleCard => {
	const {headlineSegment: _headline, standfirstSegment: _standfirst, segments: _segments, removed: _removed, ...card} = article;
	return card;
};

/** Articles read and on their way: here nothing is left of them. */
const sendArticles = (articles: readonly Article[]): void => {
	const derivations = articles.map(derive);
	const written = derivations.map(each => checkedLine(each).bytes);
	const lines = new Uint8Array(written.reduce((sum, {length}) => sum + length, 0));
	let end = 0;
	for (const bytes of written) {
		lines.set(bytes, end);
		end += bytes.length;
	}

	say({kind: 'articles', cards: derivations.map(cardOf), lines, lengths: written.map(({length}) => length)}, [lines.buffer]);
};

const read = async ({bytes, ...incoming}: ImportJob): Promise<void> => {
	try {
		const cutting = cut({...incoming, bytes: spooled(bytes.file, bytes.start, bytes.byteLength)});
		for (let next = await cutting.next(); ; next = await cutting.next()) {
			if (next.done === true) return say({kind: 'done', rest: next.value});
			sendArticles(next.value);
		}
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		const {exit, what, why, remedy} = error;
		say({kind: 'problem', exit, what, why, remedy});
	}
};

const groupAll = ({grouped}: GroupingJob, news: readonly Clusterable[]): void => {
	let told = -1;
	const grouping = groupNews(grouped, news, (done, total) => {
		const percent = Math.floor(100 * done / Math.max(1, total));
		if (percent > told) say({kind: 'share', percent});
		told = Math.max(told, percent);
	});
	say({kind: 'groups', grouping});
};

let job: GroupingJob | null = null;
const news: Clusterable[] = [];
port?.on('message', (message: ImportJob | GroupingJob | GroupingPart) => {
	if (!('kind' in message)) void read(message);
	else if (message.kind === 'group') job = message;
	else if (message.kind === 'news') news.push(...message.news);
	else if (job !== null) groupAll(job, news);
});
