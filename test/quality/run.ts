// `npm run quality`: reads the labelled pages and articles the whole way and prints the table; `--misses` names what was not right, `--raise` writes new floors where they are higher.
import {readFileSync, writeFileSync} from 'node:fs';
import {scoreAgreement} from './basil.ts';
import type {Row} from './figures.ts';
import {hasLabels, scores, shareOf} from './scores.ts';

const floorsFile = new URL('floors.json', import.meta.url);
const print = (row: Row, said: string): void => {
	process.stdout.write(`${row.name.padEnd(42)} ${`${Number(row.right.toFixed(2))}/${row.of}`.padStart(12)}  ${shareOf(row).toFixed(3)}  ${said}\n`);
	if (process.argv.includes('--misses')) for (const miss of row.misses) process.stdout.write(`    ${miss}\n`);
};

if (hasLabels) {
	const floors: Record<string, number> = JSON.parse(readFileSync(floorsFile, 'utf8'));
	for (const row of await scores()) {
		const share = shareOf(row);
		const floor = floors[row.name];
		print(row, floor === undefined ? 'no floor' : `floor ${floor.toFixed(3)}${share < floor ? '  ! below' : ''}`);
		if (process.argv.includes('--raise') && row.of > 0) floors[row.name] = Math.max(floor ?? 0, Math.floor(share * 1000) / 1000);
	}

	for (const row of scoreAgreement()) print(row, 'two readings');
	if (process.argv.includes('--raise')) writeFileSync(floorsFile, `${JSON.stringify(floors, null, '\t')}\n`);
} else {
	process.stdout.write('The labelled pages and articles are not at ../shared: nothing is scored.\n');
}
