import {readdirSync, readFileSync} from 'node:fs';
import {spawn} from '@lydell/node-pty';

/** CPU time of a running process so far, all its threads, in ms, to the nanosecond as the scheduler counts it (Linux). */
const cpuOfRunning = (pid: number): number => {
	let total = 0;
	for (const task of readdirSync(`/proc/${pid}/task`)) total += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]);
	return total / 1e6;
};

const pause = async (ms: number): Promise<void> => new Promise(resolve => {
	setTimeout(resolve, ms);
});

/** A program in a pseudo terminal, watched from outside: what it writes, and the CPU time it has taken. */
export type Watched = {
	/** Waits until `wanted` has been written and then nothing for a while; CPU time so far, in ms. Throws where it does not come. */
	readonly settled: (wanted?: string | RegExp) => Promise<number>;
	/** CPU time so far when `wanted` has been written, in ms, whatever goes on behind it; to within the 2 ms between two looks. */
	readonly drawn: (wanted: RegExp) => Promise<number>;
	/** CPU time from pressing these keys until all is still again, in ms. */
	readonly press: (keys: string) => Promise<number>;
	/** Bytes written so far. */
	readonly written: () => number;
	/** Ends it. With keys: as a person does, and waits for it. */
	readonly close: (keys?: string) => Promise<void>;
};

const QUIET = 120;
const LONGEST = 60_000;

/** Starts a program in a terminal of this size. */
export const watch = (file: string, args: readonly string[], {columns, rows, env}: {readonly columns: number; readonly rows: number; readonly env: Readonly<Record<string, string>>}): Watched => {
	const child = spawn(file, [...args], {cols: columns, rows, name: 'xterm-256color', env: {...env, TERM: 'xterm-256color', COLORTERM: 'truecolor', LANG: 'C.UTF-8'}});
	let text = '';
	child.onData(data => {
		text += data;
		// What a terminal answers to who asks for its attributes.
		if (data.includes('\u001B[c')) child.write('\u001B[?62;c');
	});
	let over = false;
	const ended = new Promise<void>(resolve => {
		child.onExit(() => {
			over = true;
			resolve();
		});
	});
	const settled = async (wanted: string | RegExp = ''): Promise<number> => {
		const begun = Date.now();
		const there = (): boolean => typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
		// Still: nothing written and no CPU time taken; a busy machine may keep a program from both, so the two must hold three times.
		for (let quiet = 0, seen = -1, cpu = -1; quiet < 3;) {
			if (over) throw new Error(`${file} ended: ${text.slice(-500)}`);
			if (Date.now() - begun > LONGEST) throw new Error(`${file} did not come to rest: ${text.slice(-500)}`);
			await pause(QUIET / 3);
			const now = cpuOfRunning(child.pid);
			quiet = there() && text.length === seen && now - cpu < 0.5 ? quiet + 1 : 0;
			[seen, cpu] = [text.length, now];
		}

		return cpuOfRunning(child.pid);
	};

	return {
		settled,
		async drawn(wanted) {
			for (const begun = Date.now(); !wanted.test(text);) {
				if (over || Date.now() - begun > LONGEST) throw new Error(`${file} did not draw ${wanted}: ${text.slice(-500)}`);
				await pause(2);
			}

			return cpuOfRunning(child.pid);
		},
		written: () => text.length,
		async press(keys) {
			const before = cpuOfRunning(child.pid);
			const length = text.length;
			child.write(keys);
			for (const begun = Date.now(); text.length === length;) {
				if (over || Date.now() - begun > LONGEST) throw new Error(`${file} drew nothing for ${JSON.stringify(keys)}`);
				await pause(2);
			}

			return await settled() - before;
		},
		async close(keys) {
			if (keys === undefined) return child.kill('SIGKILL');
			child.write(keys);
			await ended;
		},
	};
};
