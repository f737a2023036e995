import {runWorker, WorkerEnded} from '../../host/worker.ts';
import type {ArticleId} from '../../model/article.ts';
import type {Watched} from '../../model/desk.ts';
import type {Grouping} from '../../model/event.ts';
import {wholeOf, type Library, type Told} from '../../model/library.ts';
import {Problem} from '../../model/problem.ts';
import {group, newsOf, type Grouped} from '../../pipeline.ts';
import {cleanForDisplay} from '../../text/sanitise.ts';
import type {GroupingJob, GroupingMessage, GroupingPart} from '../../worker.ts';
import {readAll} from '../asked/library-reading.ts';

/** From so many articles on they are grouped in a thread of its own: a screen must answer its keys meanwhile, and no more than is read of them is kept in memory. */
const MANY = 300;
/** Articles read and sent at a time: reading these takes no longer than somebody notices. */
const AT_ONCE = 100;

/** What a thread may use for so many articles: some three times what they need. */
const limitsFor = (articles: number): {megabytes: number; milliseconds: number} => ({megabytes: 512 + Math.ceil(articles / 60), milliseconds: 120_000 + 30 * articles});

const failed = ({how, message}: WorkerEnded, articles: number): Problem => {
	const limits = limitsFor(articles);
	const what = 'The articles were not grouped.';
	const remedy = 'The library is as it was.';
	switch (how) {
		case 'interrupted': return new Problem({exit: 'interrupted', what: 'The grouping was broken off.', why: '', remedy});
		case 'memory': return new Problem({exit: 'unreadable', what, why: `Grouping ${articles} articles takes more than ${limits.megabytes} MB of memory.`, remedy});
		case 'time': return new Problem({exit: 'unreadable', what, why: `Grouping ${articles} articles takes longer than ${Math.round(limits.milliseconds / 60_000)} minutes.`, remedy});
		case 'bug': return new Problem({exit: 'bug', what, why: `It came upon a bug in newsdeck: ${cleanForDisplay(message)}.`, remedy});
	}
};

/** Nobody looks on, and nobody breaks it off. */
export const unwatched: Watched = {progress() {}, signal: new AbortController().signal};

/** What is to be grouped: articles of the library, and others that are not in it yet. */
export type Whom = {readonly ids: readonly ArticleId[]; readonly fresh?: readonly Told[]};

/** Groups articles, many of them in a thread of its own. Throws a Problem where the thread dies, and where `signal` ends it; nothing is written either way. */
export const groupSafely = async (library: Library, grouped: Grouped, {ids, fresh = []}: Whom, {progress, signal}: Watched): Promise<Grouping> => {
	const articles = ids.length + fresh.length;
	if (articles < MANY) return group({...grouped, derivations: [...await readAll(library, ids), ...fresh.map(wholeOf)]});
	const parts = async function* (): AsyncGenerator<GroupingPart> {
		for (let at = 0; at < ids.length; at += AT_ONCE) {
			progress(`articles read: ${at} of ${articles}`);
			yield {kind: 'news', news: (await library.read(ids.slice(at, at + AT_ONCE))).map(newsOf)};
		}

		for (let at = 0; at < fresh.length; at += AT_ONCE) yield {kind: 'news', news: fresh.slice(at, at + AT_ONCE).map(each => newsOf(wholeOf(each)))};
		yield {kind: 'all'};
	};
	const job: GroupingJob = {kind: 'group', grouped};
	const result: {grouping: Grouping | null} = {grouping: null};
	try {
		await runWorker(job, [], limitsFor(articles), signal, heard => {
			const message = heard as GroupingMessage;
			if (message.kind === 'share') {
				progress(`grouped: ${message.percent} %`);
				return 'more';
			}

			result.grouping = message.grouping;
			return 'done';
		}, parts());
	} catch (error) {
		throw error instanceof WorkerEnded ? failed(error, articles) : error;
	} finally {
		progress('');
	}

	if (result.grouping === null) throw new Error('a thread ended without groups');
	return result.grouping;
};
