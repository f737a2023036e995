import {randomUUID} from 'node:crypto';
import {link, readFile, readdir, rm, stat, unlink, writeFile} from 'node:fs/promises';
import {hostname} from 'node:os';
import {basename, dirname, join} from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {Problem} from '../model/problem.ts';
import {sha256} from '../text/hash.ts';
import {isRecord, parseJson} from './json.ts';
import {hasCode, isMissing} from './problems.ts';

/** How long a writer waits for another, in milliseconds. */
const patience = 5000;
/** So many times the patience in all, however often the holder changes. */
const MOST_HOLDERS = 12;

type Holder = {readonly pid: number; readonly started: string | null; readonly host: string};
/** `age` in milliseconds, by the disk's clock and ours. */
type Held = {readonly text: string; readonly holder: Holder | null; readonly age: number};
/** A lock without a holder is given this long to be filled in (see `claim`), in milliseconds. */
const grace = 1000;
type Wait = {readonly patience: number; readonly since: string};

/** Process start in clock ticks since boot (field 22 of /proc/PID/stat), since a pid alone is soon somebody else's. "gone" also for a zombie; null where there is no /proc. */
const startOf = async (pid: number): Promise<string | 'gone' | null> => {
	try {
		const status = await readFile(`/proc/${pid}/stat`, 'utf8');
		const [state, ...rest] = status.slice(status.lastIndexOf(')') + 2).split(' ');
		return state === 'Z' || state === 'X' ? 'gone' : rest[18] ?? null;
	} catch {
		return null;
	}
};

const answers = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return hasCode(error, 'EPERM');
	}
};

const asHolder = (text: string): Holder | null => {
	const parsed = parseJson(Buffer.from(text));
	if ('wrong' in parsed || !isRecord(parsed.value)) return null;
	const {pid, started, host} = parsed.value;
	return typeof pid === 'number' && pid > 0 && typeof host === 'string' && (typeof started === 'string' || started === null) ? {pid, started, host} : null;
};

const look = async (path: string): Promise<Held | null> => {
	try {
		const text = await readFile(path, 'utf8');
		return {text, holder: asHolder(text), age: Date.now() - (await stat(path)).mtimeMs};
	} catch (error) {
		if (isMissing(error)) return null;
		throw error;
	}
};

/** Nobody can say whether a process on another computer still runs: its lock is never called stale. */
const isStale = async ({holder, age}: Held): Promise<boolean> => {
	if (holder === null) return age > grace;
	if (holder.host !== hostname()) return false;
	const start = await startOf(holder.pid);
	if (start === 'gone' || !answers(holder.pid)) return true;
	return start !== null && holder.started !== null && start !== holder.started;
};

/** Who holds a lock, and whether that process is gone; null where nobody does. */
export const lockState = async (path: string): Promise<{readonly holder: string; readonly stale: boolean} | null> => {
	const held = await look(path);
	if (held === null) return null;
	return {holder: held.holder ? `Process ${held.holder.pid} on ${held.holder.host}` : 'Another newsdeck', stale: await isStale(held)};
};

const busy = (path: string, held: Held | null): Problem => new Problem({
	exit: 'library',
	what: `Nothing was written beside ${path}.`,
	why: held?.holder ? `Process ${held.holder.pid} on ${held.holder.host} is writing to this library.` : 'Another newsdeck is writing to this library.',
	remedy: `Wait for it, or end it; if it runs no more, remove ${path}.`,
});

const claimFile = async (path: string, text: string): Promise<boolean> => {
	try {
		await writeFile(path, text, {flag: 'wx', mode: 0o600});
		return true;
	} catch (error) {
		if (hasCode(error, 'EEXIST')) return false;
		throw error;
	}
};

/** A link is made or not made, with the text already in it: nobody ever sees a lock half written. Disks without hard links (exFAT) get an exclusive file instead. */
const claim = async (path: string, text: string): Promise<boolean> => {
	const own = `${path}.${process.pid}.${randomUUID()}`;
	try {
		// Within the try: on a full disk the name is made and the text is not, and the name must not stay.
		await writeFile(own, text, {flag: 'wx', mode: 0o600});
		await link(own, path);
		return true;
	} catch (error) {
		if (hasCode(error, 'EEXIST', 'ENOENT')) return false;
		if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error;
		return await claimFile(path, text);
	} finally {
		await rm(own, {force: true});
	}
};

/**
 * Removes a dead owner's lock. Who removes it must first hold a lock named after that very lock's text, and looks again under it:
 * so a lock that a third process took in between is never removed.
 */
const breakStale = async (path: string, held: Held, wait: Wait): Promise<void> => {
	const permission = `${path}-${sha256(held.text).slice(0, 12)}`;
	await acquire(permission, wait);
	try {
		if ((await look(path))?.text === held.text) await unlink(path);
	} finally {
		await rm(permission, {force: true});
	}
};

const acquire = async (path: string, wait: Wait): Promise<void> => {
	const text = `${JSON.stringify({pid: process.pid, started: await startOf(process.pid), host: hostname(), since: wait.since, nonce: randomUUID()})}\n`;
	// A lock that goes from hand to hand is no lock that hangs: the waiting begins anew with each holder, up to a bound.
	const begun = performance.now();
	let since = begun;
	let holder = '';
	for (;;) {
		const held = await look(path);
		if (held !== null && held.text !== holder) {
			holder = held.text;
			since = performance.now();
		}

		if (held === null) {
			if (await claim(path, text)) return;
		} else if (await isStale(held)) {
			await breakStale(path, held, wait);
			continue;
		}
		const waited = performance.now();
		if (waited - since > wait.patience || waited - begun > wait.patience * MOST_HOLDERS) throw busy(path, held);
		await sleep(5 + Math.random() * 20);
	}
};

/** What killed processes left: claims never linked (their name ends in the process and a UUID), and permissions to break a lock that is long gone. */
const sweep = async (path: string): Promise<void> => {
	const folder = dirname(path);
	const leftovers = (await readdir(folder)).filter(name => name.startsWith(`${basename(path)}.`) || name.startsWith(`${basename(path)}-`));
	for (const name of leftovers) {
		const claimant = /\.(\d+)\.[0-9a-f-]{36}$/u.exec(name)?.[1];
		const held = await look(join(folder, name));
		if (held === null) continue;
		// One killed before its first byte has no text to tell by; a living one whose claim is taken away just claims again.
		const dead = held.text === '' && claimant !== undefined ? !answers(Number(claimant)) : await isStale(held);
		if (dead) await rm(join(folder, name), {force: true});
	}
};

/** Does `work` as the only writer of all processes. Throws a Problem that names the other one when it does not let go in time. */
export const withLock = async <T>(path: string, now: () => Date, work: () => Promise<T>, milliseconds: number = patience): Promise<T> => {
	await acquire(path, {patience: milliseconds, since: now().toISOString()});
	try {
		await sweep(path);
		return await work();
	} finally {
		await rm(path, {force: true});
	}
};
