import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';

/** Where a program lies; null where it is not installed. */
export const programAt = (name: string): string | null => (process.env['PATH'] ?? '').split(':').map(folder => path.join(folder, name)).find(file => existsSync(file)) ?? null;

/** CPU time of a program and its children, in ms, from the system's own count; throws where it fails. */
export const cpuOfProgram = (file: string, args: readonly string[], options: {readonly input?: string | Buffer; readonly env?: NodeJS.ProcessEnv; readonly codes?: readonly number[]} = {}): number => {
	// `times` of the shell counts children that were waited for, in hundredths of a second or better.
	const {status, stderr} = spawnSync('bash', ['-c', 'TIMEFORMAT="%6U %6S"; time "$@" >/dev/null 2>&1', 'time', file, ...args], {input: options.input ?? '', encoding: 'utf8', env: options.env ?? process.env, maxBuffer: 1 << 26});
	if (!(options.codes ?? [0]).includes(status ?? -1)) throw new Error(`${file} ${args.join(' ')} ended with ${status}: ${stderr}`);
	const [user = Number.NaN, system = Number.NaN] = stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
	return (user + system) * 1000;
};
