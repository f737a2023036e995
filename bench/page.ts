import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {resultOf, type Reading} from './harness.ts';
import type {Allowed} from './ratios.ts';

export const head = ['| what | ours | peer | ratio, or the number itself | spread | reach | reached | allowed | |', '|---|---|---|---|---|---|---|---|---|'];

const rounded = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** A reading as a row of the table. */
export const rowOf = (reading: Reading, allowed: Allowed): string => {
	const {what, unit, ours, peer, spread, reach, sense, note} = reading;
	const result = resultOf(reading);
	const theirs = peer === null ? '' : Number.isNaN(peer.value) ? `${peer.name}: peer missing` : `${peer.name} ${rounded(peer.value)}`;
	const reached = reach === null ? '' : result === null ? 'peer missing' : (sense === 'most' ? result <= reach : result >= reach) ? 'yes' : 'no';
	return `| ${what} | ${rounded(ours)} ${unit} | ${theirs} | ${result === null ? '' : rounded(result)} | ${spread === 0 ? '' : `${(spread * 100).toFixed(0)} %`} | ${reach === null ? '' : `${sense === 'most' ? '≤' : '≥'} ${Number(reach.toPrecision(3))}`} | ${reached} | ${allowed[what] ?? ''} | ${note ?? ''} |`;
};

const nameOf = (row: string): string => row.split(' | ')[0]?.replace(/^\| /, '') ?? '';
/** The row of a figure that could not be measured: what failed, in one line. */
export const failedRow = (figure: string, why: string): string => `| ${figure} | failed | | | | | | | ${why.split('\n', 1)[0]?.replaceAll('|', '/') ?? ''} |`;

const TAKES = 'Seconds of CPU that each takes: ';

/** The page with what has been measured; what was not stays as it was measured last, and so does what is said below the table. */
export const openPage = (file: URL) => {
	const [top = '', ...said] = (existsSync(file) ? readFileSync(file, 'utf8') : '').split(/^(?=## )/m);
	const lines = top.split('\n');
	const rows = new Map(lines.filter(line => line.startsWith('| ') && !line.startsWith('| what ')).map(line => [nameOf(line), line]));
	const takes = new Map((lines.find(line => line.startsWith(TAKES)) ?? '').slice(TAKES.length).replace(/\.$/, '').split(', ').flatMap(each => {
		const [name = '', seconds] = each.split(' ');
		return seconds === undefined ? [] : [[name, seconds] as const];
	}));
	return {
		/** Takes the rows of a figure, and the seconds it took, and writes the page. */
		take(figure: string, fresh: readonly string[], seconds: number | null): void {
			rows.delete(figure);
			for (const row of fresh) rows.set(nameOf(row), row);
			if (seconds !== null) takes.set(figure, seconds.toFixed(0));
			writeFileSync(file, [
				'# Measured', '',
				'`npm run bench` writes this table: CPU time, each figure beside its peer in the same run, one after the other, the median of at least nine runs (where it says so, of one).',
				'`npm run bench -- NAME...` runs some of them (bench/NAME.ts), `-- --check` fails where a ratio is worse than bench/ratios.json allows: what was reached, and its spread on top (`-- --raise` takes over what is better). The articles are made up, the same for the same seed',
				'(bench/data.ts, bench/news.ts, bench/library.ts). The spread is the middle half of the runs; peers from Debian are installed where that may be done, else their rows say that they are missing.',
				'Each figure runs in a process of its own; one that fails says so in its row, and the others go on.', '',
				...head, ...rows.values(), '', `${TAKES}${[...takes].map(each => each.join(' ')).join(', ')}.`, '', ...said,
			].join('\n'));
		},
	};
};
