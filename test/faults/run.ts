// The long form of every promise: `npm run faults`, or `npm run faults killed racing` for some. One line a promise; exit 1 when one is broken.
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {pledges} from './pledges.ts';

const wanted = process.argv.slice(2);
const broken: string[] = [];
for (const pledge of pledges.filter(({name}) => wanted.length === 0 || wanted.some(word => name.includes(word)))) {
	const began = performance.now();
	const made = await pledge.keep(pledge.long);
	const seconds = Math.round((performance.now() - began) / 1000);
	if ('why' in made) {
		console.log(`left out  ${pledge.name}: ${made.why}`);
		continue;
	}

	console.log(`${made.broken.length === 0 ? 'kept    ' : 'BROKEN  '}  ${pledge.name}: ${made.counts} (${seconds} s)`);
	for (const line of made.broken.slice(0, 20)) console.log(`          ${line}`);
	broken.push(...made.broken);
}

// What a large library costs to open, and that the cleaner grows as the text does, are measured, not tried.
if (wanted.length === 0) {
	const bench = path.join(import.meta.dirname, '../../bench/run.ts');
	if (existsSync(bench) && spawnSync('tsx', [bench, 'open', 'worst-cases'], {stdio: ['ignore', 'inherit', 'inherit']}).status !== 0) broken.push(bench);
}

process.exit(broken.length === 0 ? 0 : 1);
