import {readdir} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {cachePath, openCacheFile} from './cache-file.ts';
import {openCache} from './cache.ts';
import type {LibraryData} from './data.ts';
import type {Opened} from './envelope.ts';
import {layoutOf, type Layout} from './layout.ts';
import {addedBy, type Journal, type OpenedJournal} from './journal.ts';
import {journalRemedy, openedJournal} from './journal-file.ts';
import {openedFile} from './library-file.ts';
import {lockState} from './lock.ts';
import {currentVersion} from './migrations.ts';
import {partName, partPath, partsIn} from './part-list.ts';
import {hashOfFile} from './parts.ts';
import {isMissing} from './problems.ts';

/** Something about a library's files that is not as it should be. `why` and `remedy` are sentences; `harm`: something is lost or could be. */
export type Finding = {
	readonly kind: 'library' | 'backup' | 'journal' | 'document' | 'documents' | 'bodies' | 'lock' | 'litter' | 'stray' | 'cache' | 'version';
	readonly path: string;
	readonly why: string;
	readonly remedy: string;
	readonly harm: boolean;
};

/** Called before each file that is read: how many are done, of how many. */
type Progress = (done: number, all: number) => void;

/** What the files named after their hashes turn out to be. */
export const checkParts = async (layout: Layout, data: LibraryData, progress: Progress = () => undefined): Promise<readonly Finding[]> => {
	const parts = partsIn(data);
	const findings: Finding[] = [];
	for (const [done, part] of parts.entries()) {
		progress(done, parts.length);
		const path = partPath(layout, part);
		const hash = await hashOfFile(path).catch(() => 'unreadable');
		if (hash === partName(part)) continue;
		const what = part.kind === 'bodies' ? 'The words, figures and quotes of articles' : 'What came in';
		findings.push({
			kind: part.kind, path, harm: true,
			why: hash === null ? `${what} lay in it, and it is gone.` : `${what} lie in it, and its bytes are not those that newsdeck wrote.`,
			remedy: part.kind === 'bodies' ? 'newsdeck doctor --repair keeps what can be read and reads the rest anew from the documents.' : 'newsdeck doctor --repair takes it from where it was imported from, if it is still there; else put it back from a backup.',
		});
	}
	return findings;
};

const namesIn = async (folder: string): Promise<readonly string[]> => readdir(folder).catch((error: unknown) => {
	if (isMissing(error)) return [];
	throw error;
});

/** Half-written files, and files that library.json does not speak of. */
export const strayIn = async (layout: Layout, data: LibraryData | null): Promise<readonly Finding[]> => {
	const known = new Set(data === null ? [] : partsIn(data).map(part => partPath(layout, part)));
	const findings: Finding[] = [];
	for (const folder of [layout.folder, dirname(layout.file), layout.documents, layout.bodies]) {
		for (const name of await namesIn(folder)) {
			const path = join(folder, name);
			if (name.endsWith('.tmp') || name.startsWith(`${basename(layout.lock)}.`) || name.startsWith(`${basename(layout.lock)}-`)) {
				if (!findings.some(each => each.path === path)) findings.push({kind: 'litter', path, harm: false, why: 'A newsdeck that was killed left it half written.', remedy: 'The next change takes it away, and so does newsdeck doctor --repair.'});
			} else if (data !== null && (folder === layout.documents || folder === layout.bodies) && !known.has(path)) {
				findings.push({kind: 'stray', path, harm: false, why: 'library.json does not speak of it: a change that was cut short wrote it, or somebody put it there.', remedy: 'newsdeck doctor --repair moves it into the quarantine folder.'});
			}
		}
	}
	return findings;
};

const lockFinding = async (layout: Layout): Promise<readonly Finding[]> => {
	const state = await lockState(layout.lock);
	if (state === null) return [];
	return [state.stale
		? {kind: 'lock', path: layout.lock, harm: false, why: 'The newsdeck that held it runs no more.', remedy: 'The next change takes it away, and so does newsdeck doctor --repair.'}
		: {kind: 'lock', path: layout.lock, harm: false, why: `${state.holder} is writing to this library now.`, remedy: 'Wait for it, or end it.'}];
};

const cacheFinding = async (layout: Layout, cache: string | null): Promise<readonly Finding[]> => {
	if (cache === null) return [];
	const path = cachePath(cache, layout.file);
	if (await hashOfFile(path).catch(() => null) === null) return [];
	const found = await openCacheFile(path) === null ? null : await openCache(path);
	const remedy = 'It is made anew by itself; newsdeck doctor --repair takes it away.';
	if (found === null) return [{kind: 'cache', path, harm: false, why: 'The cache cannot be used.', remedy}];
	return found.hash === await hashOfFile(layout.file) ? [] : [{kind: 'cache', path, harm: false, why: 'The cache is of an earlier library.json.', remedy}];
};

const libraryFindings = ({file, backup}: Layout, main: Opened | null, before: Opened | null): readonly Finding[] => {
	const wayBack = before?.kind === 'whole' ? `newsdeck doctor --repair goes back to generation ${before.generation}, which is whole, and reads later documents in again.` : 'newsdeck doctor --repair builds it anew from the documents and saves what can be read of the log.';
	return [
		...(main === null ? [{kind: 'library' as const, path: file, harm: true, why: 'It is gone, and what belongs to it is there.', remedy: wayBack}] : []),
		...(main?.kind === 'damaged' ? [{kind: 'library' as const, path: file, harm: true, why: `It is damaged: ${main.reason}.`, remedy: wayBack}] : []),
		...(main?.kind === 'newer' ? [{kind: 'version' as const, path: file, harm: true, why: `It is of version ${main.version}, newer than this newsdeck knows.`, remedy: 'Update newsdeck.'}] : []),
		...(main?.kind === 'whole' && main.version < currentVersion ? [{kind: 'version' as const, path: file, harm: false, why: `It is of version ${main.version}.`, remedy: 'The next change brings it up to date and keeps the old file.'}] : []),
		...(before?.kind === 'damaged' ? [{kind: 'backup' as const, path: backup, harm: true, why: `The generation before is damaged: ${before.reason}.`, remedy: 'newsdeck doctor --repair moves it away; the next change makes another.'}] : []),
	];
};

const journalFindings = ({journal, journalBackup}: Layout, found: OpenedJournal | null, before: OpenedJournal | null, misfit: string | null): readonly Finding[] => {
	const wrong = found?.kind === 'damaged' ? found.reason : misfit;
	return [
		...(found?.kind === 'newer' ? [{kind: 'version' as const, path: journal, harm: true, why: `It is of version ${found.version}, newer than this newsdeck knows.`, remedy: 'Update newsdeck.'}] : []),
		...(wrong === null ? [] : [{kind: 'journal' as const, path: journal, harm: true, why: `What was said last lies in it, and it is damaged: ${wrong}.`, remedy: journalRemedy}]),
		...(found === null && before !== null ? [{kind: 'journal' as const, path: journal, harm: true, why: 'What was said last lay in it, and it is gone; the one before it is there.', remedy: journalRemedy}] : []),
		...(found !== null && before?.kind === 'damaged' ? [{kind: 'backup' as const, path: journalBackup, harm: true, why: `The journal before is damaged: ${before.reason}.`, remedy: 'newsdeck doctor --repair moves it away; the next change makes another.'}] : []),
	];
};

/** What is in force: library.json with its journal; `misfit`: why the journal is not its own. */
const withJournal = (main: Opened | null, journal: Journal | null): {readonly data: LibraryData | null; readonly misfit: string | null} => {
	const data = main === null || main.kind === 'damaged' ? null : main.data;
	if (main?.kind !== 'whole' || data === null || journal === null) return {data, misfit: null};
	const read = addedBy(journal, main.hash, data.entries);
	if ('wrong' in read) return {data, misfit: read.wrong};
	return {data: read.added.length === 0 ? data : {...data, entries: [...data.entries, ...read.added]}, misfit: null};
};

/** A library as doctor finds it. `data`: of library.json and its journal, as far as that can be used; null where library.json cannot. */
export type Examined = {
	readonly layout: Layout & {readonly folderExists: boolean}; readonly main: Opened | null; readonly before: Opened | null; readonly journal: OpenedJournal | null;
	readonly data: LibraryData | null; readonly findings: readonly Finding[];
};

/** Looks at every file of a library without trusting or changing any. A folder that holds nothing of a library has no findings. */
export const examine = async (folder: string, {cache = null, progress}: {readonly cache?: string | null; readonly progress?: Progress} = {}): Promise<Examined> => {
	const layout = await layoutOf(folder);
	const [main, before] = [await openedFile(layout.file), await openedFile(layout.backup)];
	const [journal, journalBefore] = [await openedJournal(layout.journal), await openedJournal(layout.journalBackup)];
	const {data, misfit} = withJournal(main, journal?.kind === 'whole' ? journal.journal : null);
	const remains = before !== null || journal !== null || (await namesIn(layout.bodies)).length > 0 || (await namesIn(layout.documents)).length > 0;
	return {
		layout, main, before, journal, data,
		findings: [
			...(main === null && !remains ? [] : libraryFindings(layout, main, before)),
			...journalFindings(layout, journal, journalBefore, misfit),
			...(data === null ? [] : await checkParts(layout, data, progress)),
			...await strayIn(layout, data), ...await lockFinding(layout), ...await cacheFinding(layout, cache),
		],
	};
};
