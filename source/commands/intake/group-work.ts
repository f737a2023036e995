import {runWorker, WorkerEnded} from '../../host/worker.ts';
import type {ArticleId} from '../../model/article.ts';
import type {Watched} from '../../model/desk.ts';
import type {Grouping} from '../../model/event.ts';
import {wholeOf, type Library, type Told} from '../../model/library.ts';
import {Problem} from '../../model/problem.ts';
import {group, newsOf, type Clusterable, type Grouped} from '../../pipeline.ts';
import {cleanForDisplay} from '../../text/sanitise.ts';
import type {GroupingJob, GroupingMessage, GroupingPart, LyingNews} from '../../worker.ts';
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

/** What a thread is told of an article that is not in the library yet: where it can read it, if it can. */
const lyingNews = (told: Told): Clusterable | LyingNews => {
	if (!('words' in told) || told.lies === null) return newsOf(wholeOf(told));
	const {id, headline, standfirst, published, document, language} = told.article;
	return {card: {id, headline, standfirst, published, document, language}, lies: told.lies};
};

/** Groups articles, many of them in a thread of its own. Throws a Problem where the thread dies, and where `signal` ends it; nothing is written either way. */
export const groupSafely = async (library: Library, grouped: Grouped, {ids, fresh = []}: Whom, {progress, signal}: Watched): Promise<Grouping> => {
	const articles = ids.length + fresh.length;
	if (articles < MANY) return group({...grouped, derivations: [...await readAll(library, ids), ...fresh.map(wholeOf)]});
	const newcomers = new Map(fresh.map(each => [each.article.id, each]));
	const all = [...new Set([...ids, ...newcomers.keys()])].sort();
	const parts = async function* (): AsyncGenerator<GroupingPart> {
		for (let at = 0; at < all.length; at += AT_ONCE) {
			progress(`articles read: ${at} of ${articles}`);
			const some = all.slice(at, at + AT_ONCE);
			const stored = new Map((await library.read(some.filter(id => !newcomers.has(id)))).map(each => [each.article.id, newsOf(each)]));
			yield {kind: 'news', news: some.flatMap(id => {
				const newcomer = newcomers.get(id);
				return newcomer === undefined ? stored.get(id) ?? [] : lyingNews(newcomer);
			})};
		}

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
