// The thread for what takes long. Heavy imports: bytes in, the digest out, some articles at a time. Grouping: news in, some articles at a time, the groups out.
import {parentPort} from 'node:worker_threads';
import type {Grouping} from './model/event.ts';
import type {Derivation} from './model/library.ts';
import {Problem, type ExitName} from './model/problem.ts';
import {cut, derive, groupNews, type Clusterable, type Digest, type Grouped, type Incoming} from './pipeline.ts';

/** What the thread says of an import, in this order: any number of `articles`, then `done`; or `problem` alone. `bytes` come back to whoever sent them. */
export type WorkerMessage =
	| {readonly kind: 'articles'; readonly derivations: readonly Derivation[]}
	| {readonly kind: 'done'; readonly digest: Omit<Digest, 'derivations'>; readonly bytes: Uint8Array<ArrayBuffer>}
	| {readonly kind: 'problem'; readonly exit: ExitName; readonly what: string; readonly why: string; readonly remedy: string};

/** What the thread is told of a grouping: the job, any number of `news`, then `all`. An import is told in one message that has no kind. */
export type GroupingJob = {readonly kind: 'group'; readonly grouped: Grouped};
export type GroupingPart = {readonly kind: 'news'; readonly news: readonly Clusterable[]} | {readonly kind: 'all'};
/** What it says: how much is done, in per cent, each time that is more; then the groups. */
export type GroupingMessage = {readonly kind: 'share'; readonly percent: number} | {readonly kind: 'groups'; readonly grouping: Grouping};

/** Articles to a message: the other side need not hold them twice, nor be woken for each. */
const AT_ONCE = 64;

type ImportJob = Incoming & {readonly bytes: Uint8Array<ArrayBuffer>};

const port = parentPort;
const say = (message: WorkerMessage | GroupingMessage, transfer: readonly ArrayBuffer[] = []): void => port?.postMessage(message, [...transfer]);

const read = async (incoming: ImportJob): Promise<void> => {
	try {
		const {articles, ...digest} = await cut(incoming);
		for (let at = 0; at < articles.length; at += AT_ONCE) say({kind: 'articles', derivations: articles.slice(at, at + AT_ONCE).map(derive)});
		say({kind: 'done', digest, bytes: incoming.bytes}, [incoming.bytes.buffer]);
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
