import fs from 'node:fs';
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {syncBuiltinESMExports} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Changes, Library} from '../../source/model/library.ts';
import {Problem} from '../../source/model/problem.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {fire, groupingOf, importOf, inquiry, now, undated} from '../store/samples.ts';
import type {Pledge} from './pledge.ts';

/** Every call that changes something on a disk, of node:fs/promises and of an open file. */
const CALLS = ['open', 'mkdir', 'link', 'rename', 'copyFile', 'writeFile'] as const;
const HANDLE_CALLS = ['writeFile', 'write', 'sync', 'chmod'] as const;
const CODES = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EACCES', 'EROFS', 'EMFILE', 'ENFILE', 'EIO'] as const;

/** Makes the `failing`th call that changes a disk fail with a code; returns how many calls there were, and how to end it. */
const failAt = (failing: number, code: string): {readonly calls: () => number; readonly restore: () => void} => {
	let calls = 0;
	const promises = fs.promises as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
	const kept = new Map(CALLS.map(name => [name, promises[name]]));
	const step = (name: string): void => {
		if (++calls === failing) throw Object.assign(new Error(`${code}: made to fail, ${name}`), {code, syscall: name});
	};

	for (const [name, original] of kept) {
		promises[name] = async (...given) => {
			// Opening a file only to read it changes nothing.
			const reads = name === 'open' && (given[1] === 'r' || given[1] === undefined || given[1] === fs.constants.O_RDONLY);
			if (!reads) step(name);
			const made = await original?.(...given);
			if (name === 'open' && !reads) {
				const handle = made as Record<string, (...given: unknown[]) => Promise<unknown>>;
				for (const call of HANDLE_CALLS) {
					const own = handle[call]?.bind(made);
					handle[call] = async (...words) => {
						step(`of an open file, ${call}`);
						return own?.(...words);
					};
				}
			}

			return made;
		};
	}

	syncBuiltinESMExports();
	return {
		calls: () => calls,
		restore() {
			for (const [name, original] of kept) if (original) promises[name] = original;
			syncBuiltinESMExports();
		},
	};
};

const first = importOf('harbour.txt', [fire]);
const second = importOf('inquiry.txt', [inquiry]);
const third = importOf('undated.txt', [undated]);

const note = (text: string): Changes => ({corrections: [{correction: {kind: 'note', article: first.derivations[0]?.article.id ?? '', text}, who: 'ada', when: now().toISOString(), why: null}]});
const imported: Changes = {imports: [second], grouping: groupingOf([first, second])};

/** What comes before the write that fails, that write, and what shows that it is there. A note goes into the journal; an import takes the journal into library.json. */
const writes: ReadonlyArray<{readonly name: string; readonly before: readonly Changes[]; readonly changes: Changes; readonly shows: string}> = [
	{name: 'an import', before: [], changes: imported, shows: second.document.id},
	{name: 'the first note', before: [], changes: note('Mine.'), shows: 'Mine.'},
	{name: 'a further note', before: [note('One.'), note('Two.')], changes: note('Mine.'), shows: 'Mine.'},
	{name: 'an import after notes', before: [note('One.'), note('Two.')], changes: imported, shows: second.document.id},
	{name: 'an import after which no journal is left', before: [note('One.'), {imports: [third]}], changes: imported, shows: second.document.id},
];

/** All a library holds, as text. */
const contents = async (folder: string): Promise<string> => {
	const library = await openLibrary(folder, {now});
	const cards = (await library.articles()).items;
	return JSON.stringify([await library.read(cards.map(card => card.id)), await library.events(), await library.documents(), await library.log()]);
};

const commit = async (library: Library, changes: Changes): Promise<void> => void await library.commit(changes, (await library.summary()).generation);

/** One commit whose `failing`th step fails. Null where it has not so many steps. */
const trial = async ({name, before: earlier, changes, shows}: (typeof writes)[number], failing: number, code: string): Promise<string[] | null> => {
	const folder = await mkdtemp(join(tmpdir(), 'newsdeck-failing-'));
	try {
		const library = await openLibrary(folder, {create: true, now});
		for (const each of [{imports: [first], grouping: groupingOf([first])}, ...earlier]) await commit(library, each);
		const before = await contents(folder);
		const {generation} = await library.summary();
		const fault = failAt(failing, code);
		let error: unknown = null;
		try {
			await library.commit(changes, generation);
		} catch (caught) {
			error = caught;
		} finally {
			fault.restore();
		}

		if (fault.calls() < failing) return null;
		const where = `${name}, step ${failing} with ${code}`;
		const broken: string[] = [];
		const after = await contents(folder).catch((caught: unknown) => `torn: ${String(caught)}`);
		// The step may be one that can be done without (a lock's second name): then the commit goes on.
		if (error !== null && !(error instanceof Problem && (error.exit === 'output' || error.exit === 'library'))) broken.push(`${where}: not a problem that is told: ${String(error)}`);
		if (error instanceof Problem && error.message.includes('\n')) broken.push(`${where}: more than one line`);
		const whole = after === before || after.includes(shows);
		if (after.startsWith('torn') || !whole) broken.push(`${where}: the old library cannot be read: ${after.slice(0, 200)}`);
		if (error === null && after === before) broken.push(`${where}: acknowledged and not there`);
		// Nothing that failed stands in the way of what is said next, by this newsdeck or another.
		for (const next of [library, await openLibrary(folder, {now})]) await commit(next, note('Later.')).catch((caught: unknown) => broken.push(`${where}: then ${String(caught)}`));
		const later = await contents(folder);
		if (later.split('"text":"Later."').length !== 3) broken.push(`${where}: what was said next is not there twice`);
		broken.push(...(await readdir(folder, {recursive: true})).filter(name => /\.tmp$|\.lock/.test(name)).map(name => `${where}: ${name} is left over`));
		return broken;
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};

export const failingDisk: Pledge = {
	name: 'a disk that is full, read-only or failing, at each step of a write',
	short: 1,
	long: CODES.length,
	async keep(times) {
		const broken: string[] = [];
		let steps = 0;
		for (const code of CODES.slice(0, times)) {
			for (const write of writes) {
				for (let failing = 1; ; failing++) {
					const found = await trial(write, failing, code);
					if (found === null) break;
					steps++;
					broken.push(...found);
				}
			}
		}

		return {counts: `${steps} failed steps, ${times} kinds of error, ${broken.length} left something torn, lost or lying about`, broken};
	},
};
