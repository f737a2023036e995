import {newsOf} from '../../cluster/news.ts';
import {runWorker, WorkerEnded} from '../../host/worker.ts';
import type {ArticleId} from '../../model/article.ts';
import type {Watched} from '../../model/watched.ts';
import type {EventId, Explanation, Grouping} from '../../model/event.ts';
import {allCards, wholeOf, type Library, type Told} from '../../model/library.ts';
import {Problem} from '../../model/problem.ts';
import type {Clusterable, Grouped} from '../../pipeline.ts';
import {cleanForDisplay} from '../../text/sanitise.ts';
import type {LyingNews, NewsJob, NewsMessage, NewsPart, RegroupJob, RegroupMessage} from '../../worker.ts';
import {readAll} from '../asked/library-reading.ts';

/**
 * From so many articles on they are grouped in a thread of its own: a screen must answer its keys meanwhile, and no more than is read of them is kept in memory.
 * The stages themselves are loaded only where they run.
 */
const MANY = 300;
/** Articles read and sent at a time: reading these takes no longer than somebody notices. */
const AT_ONCE = 100;
/** Events sent at a time. */
const PAGE = 1000;

/** What a thread may use for so many articles: some three times what they need. */
const limitsFor = (articles: number): {megabytes: number; milliseconds: number} => ({megabytes: 512 + Math.ceil(articles / 60), milliseconds: 120_000 + 30 * articles});

/** What failed, as it is told: what was to be done, and what is as it was. */
type Failure = {readonly what: string; readonly work: string; readonly remedy: string};
const grouping: Failure = {what: 'The articles were not grouped.', work: 'grouping', remedy: 'The library is as it was.'};
const explaining: Failure = {what: 'Why they are in one event was not found out.', work: 'comparing', remedy: ''};

const failed = ({how, message}: WorkerEnded, articles: number, {what, work, remedy}: Failure): Problem => {
	const limits = limitsFor(articles);
	switch (how) {
		case 'interrupted': return new Problem({exit: 'interrupted', what: `The ${work} was broken off.`, why: '', remedy});
		case 'memory': return new Problem({exit: 'unreadable', what, why: `${work.charAt(0).toUpperCase()}${work.slice(1)} ${articles} articles takes more than ${limits.megabytes} MB of memory.`, remedy});
		case 'time': return new Problem({exit: 'unreadable', what, why: `${work.charAt(0).toUpperCase()}${work.slice(1)} ${articles} articles takes longer than ${Math.round(limits.milliseconds / 60_000)} minutes.`, remedy});
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

/** Has a thread do a job over articles that are read and sent bit by bit; what it says last. Throws a Problem where the thread dies, and where `signal` ends it. */
const inThread = async (library: Library, job: NewsJob, {ids, fresh = []}: Whom, {progress, signal}: Watched, told: Failure): Promise<NewsMessage> => {
	const articles = ids.length + fresh.length;
	const newcomers = new Map(fresh.map(each => [each.article.id, each]));
	const all = [...new Set([...ids, ...newcomers.keys()])].sort();
	const parts = async function* (): AsyncGenerator<NewsPart> {
		if (job.kind === 'reasons') {
			for (let after: string | null | undefined; after !== null;) {
				const {items, next}: Awaited<ReturnType<Library['eventPage']>> = await library.eventPage({limit: PAGE, ...(after !== undefined && {after})});
				yield {kind: 'events', events: items.map(({id, label, storylines, articles: members}) => ({id, label, storylines, articles: members, why: []}))};
				after = next;
			}
		}

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
	const result: {last: NewsMessage | null} = {last: null};
	try {
		await runWorker(job, [], limitsFor(articles), signal, heard => {
			const message = heard as NewsMessage;
			if (message.kind === 'share') {
				progress(`${job.kind === 'group' ? 'grouped' : 'compared'}: ${message.percent} %`);
				return 'more';
			}

			result.last = message;
			return 'done';
		}, parts());
	} catch (error) {
		throw error instanceof WorkerEnded ? failed(error, articles, told) : error;
	} finally {
		progress('');
	}

	if (result.last === null) throw new Error('a thread ended without a word');
	return result.last;
};

/** Groups articles, many of them in a thread of its own. Throws a Problem where the thread dies, and where `signal` ends it; nothing is written either way. */
export const groupSafely = async (library: Library, grouped: Grouped, {ids, fresh = []}: Whom, watched: Watched): Promise<Grouping> => {
	if (ids.length + fresh.length < MANY) {
		const {group} = await import('../../pipeline.ts');
		return group({...grouped, derivations: [...await readAll(library, ids), ...fresh.map(wholeOf)]});
	}

	const said = await inThread(library, {kind: 'group', grouped}, {ids, fresh}, watched, grouping);
	if (said.kind !== 'groups') throw new Error('a thread ended without groups');
	return said.grouping;
};

/** Why the articles of an event are in it, in the order of the event; in a large library a thread of its own finds out. Throws a Problem as grouping does. */
export const reasonsFor = async (library: Library, event: EventId, background: Grouped['background'], watched: Watched): Promise<readonly Explanation[]> => {
	const ids = (await allCards(library)).map(({id}) => id);
	if (ids.length < MANY) {
		const {explain} = await import('../../pipeline.ts');
		const events = await library.events();
		const reasons = explain({articles: await readAll(library, ids), events, background});
		return (events.find(({id}) => id === event)?.articles ?? []).flatMap(article => reasons.get(article) ?? []);
	}

	const said = await inThread(library, {kind: 'reasons', event, background}, {ids}, watched, explaining);
	if (said.kind !== 'reasons') throw new Error('a thread ended without reasons');
	return said.reasons;
};

/** How many events and storylines a library was grouped into. */
export type Counts = {readonly events: number; readonly storylines: number};

/**
 * Groups all of a large library anew and writes it, in a thread of its own: this one is told no more than how far it is. Null, and nothing is done, where it is small or lies where no other
 * thread can open it. Throws a Problem where the thread cannot, or dies, and where `signal` ends it before it writes.
 */
export const regroupThere = async (library: Library, background: Grouped['background'], {progress, signal}: Watched): Promise<Counts | null> => {
	const {articles} = await library.summary();
	const {place} = library;
	if (place === undefined || articles < MANY) return null;
	const result: {counts: Counts | null; problem: Problem | null} = {counts: null, problem: null};
	const job: RegroupJob = {kind: 'regroup', place, background};
	try {
		await runWorker(job, [], limitsFor(articles), signal, heard => {
			const message = heard as RegroupMessage;
			switch (message.kind) {
				case 'read': progress(`articles read: ${message.read} of ${message.of}`); return 'more';
				case 'share': progress(`grouped: ${message.percent} %`); return 'more';
				// What holds the lock is not ended.
				case 'writes': progress('writing'); return 'leave';
				case 'regrouped': result.counts = message; return 'done';
				case 'problem': result.problem = new Problem(message); return 'done';
			}
		});
	} catch (error) {
		throw error instanceof WorkerEnded ? failed(error, articles, grouping) : error;
	} finally {
		progress('');
	}

	if (result.problem !== null) throw result.problem;
	if (result.counts === null) throw new Error('a thread ended without a word');
	return {events: result.counts.events, storylines: result.counts.storylines};
};
