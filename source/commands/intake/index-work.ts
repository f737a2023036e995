import {searchFolder} from '../../host/effects.ts';
import {cacheFolder} from '../../host/paths.ts';
import {runWorker, WorkerEnded} from '../../host/worker.ts';
import {Problem} from '../../model/problem.ts';
import type {Watched} from '../../model/watched.ts';
import {cleanForDisplay} from '../../text/sanitise.ts';
import type {IndexJob, IndexMessage} from '../../worker.ts';

/** What a thread may use for so many articles: some three times what it needs. */
const limitsFor = (articles: number): {megabytes: number; milliseconds: number} => ({megabytes: 1024 + Math.ceil(articles / 30), milliseconds: 120_000 + 30 * articles});

/** Makes the search index of the library in a folder, in a thread of its own, and keeps it where searches look for it. Throws a Problem where the thread dies, and where `signal` ends it. */
export const indexInThread = async (folder: string, articles: number, {progress, signal}: Watched): Promise<void> => {
	const job: IndexJob = {kind: 'index', folder, cache: await cacheFolder(process.env), kept: await searchFolder(folder)};
	try {
		await runWorker(job, [], limitsFor(articles), signal, heard => {
			const message = heard as IndexMessage;
			if (message.kind === 'indexed') return 'done';
			progress(`texts read: ${message.percent} %`);
			return 'more';
		});
	} catch (error) {
		if (!(error instanceof WorkerEnded)) throw error;
		throw new Problem({exit: error.how === 'interrupted' ? 'interrupted' : 'unreadable', what: 'The search index was not made beside the keys.', why: error.how === 'interrupted' ? '' : `Its thread ended: ${cleanForDisplay(error.message)}.`, remedy: 'The next search makes it.'});
	}
};
