// `npm run quality`: reads the labelled pages the whole way and prints the table; `--misses` names what was not right, `--raise` writes new floors where they are higher.
import {readFileSync, writeFileSync} from 'node:fs';
import {scoreAlignment} from './alignment.ts';
import {hasSeeds, scoreSeeds} from './seeds.ts';

const floorsFile = new URL('floors.json', import.meta.url);

if (hasSeeds) {
	const floors: Record<string, number> = JSON.parse(readFileSync(floorsFile, 'utf8'));
	const rows = [...scoreSeeds(), ...scoreAlignment()];
	for (const {name, right, of, misses} of rows) {
		const share = of === 0 ? 1 : right / of;
		const floor = floors[name];
		process.stdout.write(`${name.padEnd(34)} ${`${Number(right.toFixed(2))}/${of}`.padStart(12)}  ${share.toFixed(3)}  ${floor === undefined ? 'no floor' : `floor ${floor.toFixed(3)}`}${floor !== undefined && share < floor ? '  ! below' : ''}\n`);
		if (process.argv.includes('--misses')) for (const miss of misses) process.stdout.write(`    ${miss}\n`);
		if (process.argv.includes('--raise') && of > 0) floors[name] = Math.max(floor ?? 0, Math.floor(share * 1000) / 1000);
	}

	if (process.argv.includes('--raise')) writeFileSync(floorsFile, `${JSON.stringify(floors, null, '\t')}\n`);
} else {
	process.stdout.write('The labelled pages are not at ../shared: nothing is scored.\n');
}
