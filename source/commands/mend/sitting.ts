import type {OpenScreen} from '../../model/effects.ts';
import type {MendableLibrary} from '../../model/library.ts';
import {exitCodes, Problem} from '../../model/problem.ts';
import {deferred} from '../../store/deferred.ts';

/** Somebody before a screen: what they put right is written off the key, and when they leave at the latest. */
export type Sitting = {
	/** What the screen is opened over. */
	readonly library: MendableLibrary;
	/** The screen goes over to another library; what was put right in the one before is written first. */
	move(next: MendableLibrary): Promise<MendableLibrary>;
	/** The screen stands: complaints are told there. */
	begin(screen: OpenScreen): void;
	/** All that was pressed is worked off and written; the same end, however often it is asked for. Resolves with the exit code where that failed (and was told), else null. */
	end(): Promise<number | null>;
};

/** So often (milliseconds) the screen looks whether another program has written: two looks at the disk. */
const LOOK = 2000;

/** Sits down before a library; `complain` has the last word when the screen is gone. */
export const sitting = (first: MendableLibrary, complain: (line: string) => void): Sitting => {
	let screen: OpenScreen | null = null;
	const offTheKey = (library: MendableLibrary): MendableLibrary => deferred(library, {
		failed(error) {
			if (!(error instanceof Problem)) throw error;
			screen?.tell(error.message);
		},
	});
	const opened = offTheKey(first);
	let current = opened;
	let looking: NodeJS.Timeout | undefined;
	const finish = async (): Promise<number | null> => {
		clearInterval(looking);
		try {
			await screen?.finish();
			await current.close();
			return null;
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			complain(`newsdeck: ${error.message}`);
			return exitCodes[error.exit];
		}
	};
	let ended: Promise<number | null> | null = null;
	return {
		library: opened,
		begin(stands) {
			screen = stands;
			looking = setInterval(() => stands.look(), LOOK).unref();
		},
		async move(next) {
			await current.close();
			current = offTheKey(next);
			return current;
		},
		end: async () => ended ??= finish(),
	};
};
