import fs from 'node:fs';
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {syncBuiltinESMExports} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Problem} from '../../source/model/problem.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {fire, groupingOf, importOf, inquiry, now} from '../store/samples.ts';
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

/** All a library holds, as text. */
const contents = async (folder: string): Promise<string> => {
	const library = await openLibrary(folder, {now});
	const cards = (await library.articles()).items;
	return JSON.stringify([await library.read(cards.map(card => card.id)), await library.events(), await library.documents()]);
};

/** One commit whose `failing`th step fails. Null where it has not so many steps. */
const trial = async (failing: number, code: string): Promise<string[] | null> => {
	const folder = await mkdtemp(join(tmpdir(), 'newsdeck-failing-'));
	try {
		const library = await openLibrary(folder, {create: true, now});
		await library.commit({imports: [first], grouping: groupingOf([first])}, 0);
		const before = await contents(folder);
		const fault = failAt(failing, code);
		let error: unknown = null;
		try {
			await library.commit({imports: [second], grouping: groupingOf([first, second])}, 1);
		} catch (caught) {
			error = caught;
		} finally {
			fault.restore();
		}

		if (fault.calls() < failing) return null;
		const where = `step ${failing} with ${code}`;
		const broken: string[] = [];
		const after = await contents(folder).catch((caught: unknown) => `torn: ${String(caught)}`);
		// The step may be one that can be done without (a lock's second name): then the commit goes on.
		if (error !== null && !(error instanceof Problem && (error.exit === 'output' || error.exit === 'library'))) broken.push(`${where}: not a problem that is told: ${String(error)}`);
		if (error instanceof Problem && error.message.includes('\n')) broken.push(`${where}: more than one line`);
		const whole = after === before || JSON.parse(after).length === 3 && after.includes(second.document.id);
		if (after.startsWith('torn') || !whole) broken.push(`${where}: the old library cannot be read: ${after.slice(0, 200)}`);
		if (error === null && after === before) broken.push(`${where}: acknowledged and not there`);
		broken.push(...(await readdir(folder, {recursive: true})).filter(name => /\.tmp$|\.lock/.test(name)).map(name => `${where}: ${name} is left over`));
		return broken;
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};

export const failingDisk: Pledge = {
	name: 'a disk that is full, read-only or failing, at each step of a write',
	short: 2,
	long: CODES.length,
	async keep(times) {
		const broken: string[] = [];
		let steps = 0;
		for (const code of CODES.slice(0, times)) {
			for (let failing = 1; ; failing++) {
				const found = await trial(failing, code);
				if (found === null) break;
				steps++;
				broken.push(...found);
			}
		}

		return {counts: `${steps} failed steps, ${times} kinds of error, ${broken.length} left something torn, lost or lying about`, broken};
	},
};
