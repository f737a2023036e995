import type {ArticleId} from '../../model/article.ts';
import type {Library, MendableLibrary} from '../../model/library.ts';
import type {TrackedRow} from '../../model/tracking.ts';
import type {DeckData} from './load.ts';
import {gatherDoubts, openQueue, readUnplaced, refreshQueue, type Queue} from '../queue.ts';

/** What was found beside the keys, as far as it was looked for. Null: not yet. */
export type Found = {
	readonly queue: Queue | null;
	readonly followed: readonly TrackedRow[] | null;
	/** Corrections without a place. */
	readonly unplaced: number | null;
};
export const nothingFound: Found = {queue: null, followed: null, unplaced: null};

/** What looks through the library while somebody presses keys: nothing here makes a key wait. */
export type Lookout = {
	found(): Found;
	/** At the beginning: what has changed since the last visit, where that can be told without reading a large library. */
	glance(): void;
	/** Begins to look for what waits for a person; once. Resolves with the first of it, so that a key typed ahead finds a line to act on. */
	gather(): Promise<void>;
	/** Looks at the followed questions; once. Resolves when that is done, in a large library when it has begun. */
	follow(): Promise<void>;
	/** After corrections: what was found follows. `articles`: those they were about; `anew`: questions are followed otherwise now. */
	mended(articles: readonly ArticleId[], anew: boolean): Promise<void>;
	/** Another library, or other articles: everything is looked for anew when it is asked for. */
	forget(): void;
	/** Resolves when nothing is looked for any more. */
	settled(): Promise<void>;
};

/** TrackedRow questions are looked at unasked in libraries up to this size: a look reads every body. */
const UNASKED = 5000;

export const createLookout = ({library, data, changed, failed}: {
	readonly library: () => Library | MendableLibrary; readonly data: () => DeckData; readonly changed: () => void; readonly failed: (error: unknown) => void;
}): Lookout => {
	let found = nothingFound;
	/** Work begun for another state of the library tells nothing. */
	let turn = 0;
	let looks = 0;
	/** What was begun, with the promise of whoever waits for it. */
	const begun = new Map<'queue' | 'followed', Promise<unknown>>();
	let working: Promise<unknown> = Promise.resolve();

	const tell = (fresh: Partial<Found>): void => {
		found = {...found, ...fresh};
		changed();
	};

	const begin = (work: () => Promise<void>): Promise<void> => {
		const done = work().catch(failed);
		working = Promise.all([working, done]);
		return done;
	};

	const lookout: Lookout = {
		found: () => found,
		glance() {
			const mine = turn;
			void begin(async () => {
				if ((await library().log()).length === 0) return;
				const {length} = await readUnplaced(library());
				if (mine === turn && length > 0) tell({unplaced: length});
			});
			if (data().tracked.size > 0 && data().counts.articles <= UNASKED) void lookout.follow();
		},
		async gather() {
			if (begun.has('queue')) return void await begun.get('queue');
			const mine = turn;
			const first = Promise.withResolvers<void>();
			const all = begin(async () => {
				const queue = await openQueue(library(), data().entries);
				if (mine === turn) tell({queue, unplaced: queue.unplaced.length});
				for await (const {doubts, read} of gatherDoubts(library(), data().entries)) {
					const so = found.queue;
					if (mine !== turn || so === null) return;
					tell({queue: {...so, doubts: [...so.doubts, ...doubts], read: so.read + read}});
					first.resolve();
				}
			});
			begun.set('queue', Promise.race([first.promise, all]));
			await begun.get('queue');
		},
		async follow() {
			const from = library();
			if (!('following' in from)) return;
			const waits = data().counts.articles <= UNASKED;
			if (begun.has('followed')) return waits ? void await begun.get('followed') : undefined;
			const mine = ++looks;
			const all = begin(async () => {
				const followed = await from.following();
				if (mine === looks) tell({followed});
			});
			begun.set('followed', all);
			if (waits) await all;
		},
		async mended(articles, anew) {
			const before = found.queue;
			const after = before === null ? null : await refreshQueue(library(), before, articles);
			// What came in meanwhile stands behind what was there.
			if (after !== null && before !== null) tell({queue: {...after, doubts: [...after.doubts, ...found.queue?.doubts.slice(before.doubts.length) ?? []], read: found.queue?.read ?? 0}, unplaced: after.unplaced.length});
			begun.delete('followed');
			if (anew) await lookout.follow();
		},
		forget() {
			turn++;
			looks++;
			begun.clear();
			found = nothingFound;
			lookout.glance();
		},
		async settled() {
			for (let seen: unknown = null; seen !== working;) {
				seen = working;
				await working;
			}
		},
	};
	return lookout;
};
