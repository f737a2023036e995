// `npm run quality`: reads the labelled pages and articles the whole way and prints the table; `--misses` names what was not right, `--raise` writes new floors where they are higher.
import {readFileSync, writeFileSync} from 'node:fs';
import {hasBasil, scoreAgreement, scoreBasil} from './basil.ts';
import type {Row} from './figures.ts';
import {hasSeeds, scoreSeeds} from './seeds.ts';

const floorsFile = new URL('floors.json', import.meta.url);
const print = ({name, right, of, misses}: Row, said: string): void => {
	process.stdout.write(`${name.padEnd(42)} ${`${Number(right.toFixed(2))}/${of}`.padStart(12)}  ${shareOf({right, of}).toFixed(3)}  ${said}\n`);
	if (process.argv.includes('--misses')) for (const miss of misses) process.stdout.write(`    ${miss}\n`);
};

const shareOf = ({right, of}: {readonly right: number; readonly of: number}): number => of === 0 ? 1 : right / of;

if (hasSeeds && hasBasil) {
	const floors: Record<string, number> = JSON.parse(readFileSync(floorsFile, 'utf8'));
	for (const line of [...scoreSeeds(), ...scoreBasil()]) {
		const share = shareOf(line);
		const floor = floors[line.name];
		print(line, floor === undefined ? 'no floor' : `floor ${floor.toFixed(3)}${share < floor ? '  ! below' : ''}`);
		if (process.argv.includes('--raise') && line.of > 0) floors[line.name] = Math.max(floor ?? 0, Math.floor(share * 1000) / 1000);
	}

	for (const line of scoreAgreement()) print(line, 'two readings');
	if (process.argv.includes('--raise')) writeFileSync(floorsFile, `${JSON.stringify(floors, null, '\t')}\n`);
} else {
	process.stdout.write('The labelled pages and articles are not at ../shared: nothing is scored.\n');
}
