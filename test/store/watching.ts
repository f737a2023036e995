import fs from 'node:fs';
import {syncBuiltinESMExports} from 'node:module';

/** Runs some work while whatever opens or reads a file goes by `first`, told its path. */
export const watching = async (first: (path: string) => Promise<void>, work: () => Promise<void>): Promise<void> => {
	const promises = fs.promises as unknown as Record<string, (...given: readonly unknown[]) => Promise<unknown>>;
	const kept = ['open', 'readFile'].map(name => [name, promises[name]!] as const);
	for (const [name, original] of kept) {
		promises[name] = async (...given) => {
			await first(String(given[0]));
			return original(...given);
		};
	}

	syncBuiltinESMExports();
	try {
		await work();
	} finally {
		for (const [name, original] of kept) promises[name] = original;
		syncBuiltinESMExports();
	}
};
/** The same, `work` while library.json cannot be opened or read at all. */
export const withoutLibraryJson = async (work: () => Promise<void>): Promise<void> => watching(async path => {
	if (path.endsWith('library.json')) throw new Error('library.json was opened');
}, work);
