// `tsx bench/html.ts`: what reading saved pages costs, as a ratio to linkedom alone parsing the same pages. CPU time, alternating runs, medians. Needs ../shared.
import {readdirSync, readFileSync} from 'node:fs';
import {parseHTML} from 'linkedom';
import {decode} from '../source/readers/decode.ts';
import {html} from '../source/readers/html.ts';
import {unpack} from '../source/readers/unpack.ts';

const RUNS = 9;
const folder = new URL('../../shared/datasets/article-extraction/html/', import.meta.url);
const pages = readdirSync(folder).map(name => unpack(name, readFileSync(new URL(name, folder))));

const cost = async (work: () => Promise<void>): Promise<number> => {
	const before = process.cpuUsage();
	await work();
	const {user, system} = process.cpuUsage(before);
	return (user + system) / 1000;
};

const ours: number[] = [];
const bare: number[] = [];
for (let run = 0; run <= RUNS; run++) {
	const [read, parsed] = [
		await cost(async () => {
			for (const page of pages) await html.read(page);
		}),
		await cost(async () => {
			for (const page of pages) parseHTML(decode(page));
		}),
	];
	// The first run warms up.
	if (run === 0) continue;
	ours.push(read);
	bare.push(parsed);
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
process.stdout.write(`html: ${(median(ours) / median(bare)).toFixed(2)} times linkedom alone (${median(ours).toFixed(0)} ms to ${median(bare).toFixed(0)} ms, ${pages.length} pages)\n`);
