import {commitLatest, type Changes, type MendableLibrary} from '../model/library.ts';
import {isLight, type LogEntry} from '../model/override.ts';
import {extendLog} from './overrides.ts';
import {correctCard, correctDerivation} from './replay.ts';
import {byArticle} from './source.ts';

type Corrections = NonNullable<Changes['corrections']>;

const onlyLight = ({corrections = [], ...others}: Changes): boolean =>
	corrections.length > 0 && Object.values(others).every(each => each === undefined) && corrections.every(({correction}) => isLight(correction));

/**
 * The library as a screen has it: what a key puts right is read from here at once and written a little later, in one commit with all that comes within
 * `delay` milliseconds. The first is written at once: only then is it known that this library can be written. So is what others depend on (a cut, a name,
 * an undo), after all that waits. `failed` is told of a later write that did not succeed; its corrections wait on and go with the next one.
 * `close` writes what waits: who has one must close it on every end that can be caught.
 */
export const deferred = (library: MendableLibrary, {failed, delay = 300}: {readonly failed: (error: unknown) => void; readonly delay?: number}): MendableLibrary => {
	let waiting: Corrections = [];
	let proven = false;
	let timer: NodeJS.Timeout | undefined;
	let writing: Promise<void> = Promise.resolve();
	/** Generations that were written from here, each on the one before it. */
	const own = new Set<number>();
	/** Generations that were written at once. */
	const direct = new Set<number>();
	/** The newest generation that is known here, whoever wrote it; null before anybody asked. */
	let seen: number | null = null;
	/** Follows from generation to generation those that were written from here. */
	const known = (): number | null => {
		while (seen !== null && (own.has(seen + 1) || direct.has(seen + 1))) seen++;
		return seen;
	};

	const write = async (): Promise<void> => {
		clearTimeout(timer);
		timer = undefined;
		const batch = waiting;
		if (batch.length === 0) return;
		own.add(await commitLatest(library, async () => ({corrections: batch})));
		waiting = waiting.slice(batch.length);
	};
	/** One after the other: what is being written is not written again by the next. */
	const flush = async (): Promise<void> => {
		writing = writing.then(write, write);
		return writing;
	};
	/** What waits, as the log will have it. Taken before the library is asked: what is written meanwhile is then replayed twice, which changes nothing. */
	const entries = (): readonly LogEntry[] => extendLog([], {corrections: waiting});
	const whenWritten = <Input extends readonly unknown[], Output>(ask: (...input: Input) => Promise<Output>) => async (...input: Input): Promise<Output> => {
		await flush();
		return ask(...input);
	};

	return {
		...library,
		articles: async options => {
			const ofArticle = byArticle(entries());
			const {items, next} = await library.articles(options);
			return {items: items.map(card => correctCard(card, ofArticle.of(card.id))), next};
		},
		cards: async ids => {
			const ofArticle = byArticle(entries());
			return (await library.cards(ids)).map(card => correctCard(card, ofArticle.of(card.id)));
		},
		read: async (ids, options) => {
			const ofArticle = byArticle(entries());
			const found = await library.read(ids, options);
			return options?.uncorrected === true ? found : found.map(each => correctDerivation(each, ofArticle.of(each.article.id)).derivation);
		},
		log: whenWritten(library.log),
		// A search that was asked before must not answer for a library in which something has been put right since.
		state: whenWritten(library.state),
		othersWrote: async () => {
			const {generation} = await library.summary();
			const before = known();
			seen = generation;
			return before !== null && before !== generation;
		},
		prints: whenWritten(library.prints),
		review: whenWritten(library.review),
		tombstones: whenWritten(library.tombstones),
		foresee: whenWritten(library.foresee),
		planAct: whenWritten(library.planAct),
		planAlike: whenWritten(library.planAlike),
		planFact: whenWritten(library.planFact),
		audit: whenWritten(library.audit),
		commit: async (changes, expected) => {
			if (!proven || !onlyLight(changes)) {
				await flush();
				// Whoever asks knew the generation before what waited was written, and all of that is their own.
				let latest = expected;
				while (own.has(latest + 1)) latest++;
				const generation = await library.commit(changes, latest);
				direct.add(generation);
				proven = true;
				return generation;
			}

			const corrections = (changes.corrections ?? []).map((each, index) => ({...each, ...(index === 0 && {anew: true as const})}));
			// What could never be replayed is refused now.
			extendLog([], {corrections});
			waiting = [...waiting, ...corrections];
			timer ??= setTimeout(() => void flush().catch(failed), delay);
			return expected;
		},
		close: async () => {
			try {
				await flush();
			} finally {
				await library.close();
			}
		},
	};
};
