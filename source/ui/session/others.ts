import type {Library} from '../../model/library.ts';

/** What a look at the library needs of the screen. `turn`: does something between two keys. */
type Around = {
	readonly library: () => Library;
	/** Nobody is in the middle of something that the library is read for. */
	readonly isFree: () => boolean;
	readonly turn: (task: () => Promise<void>) => Promise<void>;
	/** Reads the library anew, and tells it. */
	readonly follow: () => Promise<void>;
};

/**
 * Looks whether another program has written to the library: an import from cron, a second screen. What cannot be looked at now is told by the
 * next key that reads it; a look tells nothing.
 */
export const createOthers = ({library, isFree, turn, follow}: Around) => ({
	look(): void {
		if (!isFree()) return;
		library().othersWrote?.().then(async wrote => wrote ? turn(follow) : undefined, () => undefined);
	},
});
