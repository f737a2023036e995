// Measures one figure and hands its readings to the process that asked for it: bench/run.ts.
import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {cpuNow, type Reading} from './harness.ts';
import {shelf} from './shelf.ts';

/** What became of a figure: its readings with the seconds of CPU it took (with all programs it ran), or why it was left out. */
export type Measured = {readonly readings: readonly Reading[]; readonly seconds: number} | {readonly leftOut: string};

/** CPU time of programs that were run and have ended, in ms, as Linux counts it; elsewhere none. */
const cpuOfChildren = (): number => {
	if (!existsSync('/proc/self/stat')) return 0;
	// The name of the program, in brackets, may hold blanks; a tick is a hundredth of a second.
	const fields = readFileSync('/proc/self/stat', 'utf8').replace(/^.*\) /s, '').split(' ');
	return (Number(fields[13]) + Number(fields[14])) * 10;
};

const [name = ''] = process.argv.slice(2);
const loaded = await shelf[name]?.();
if (loaded === undefined) throw new Error(`nothing that is measured is called ${name}`);
const {needs, run} = loaded.figure;
const measured: Measured = needs !== undefined && !existsSync(needs) ? {leftOut: `it needs ${fileURLToPath(needs)}`} : {readings: await run(), seconds: (cpuNow() + cpuOfChildren()) / 1000};
process.send?.(measured, () => process.disconnect());
