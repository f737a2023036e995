import {existsSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {stems} from '../../source/text/stems.ts';

/** Fewer texts than this tell nothing, and would bring rare names of single texts into the table. */
const FEWEST = 3;

/** In how many of the texts each stem and number stands, for those that stand in at least three; sorted by term. */
export const countTerms = (texts: Iterable<string>): {readonly documents: number; readonly counts: ReadonlyMap<string, number>} => {
	const counts = new Map<string, number>();
	let documents = 0;
	for (const text of texts) {
		documents += 1;
		for (const term of new Set(stems(text))) counts.set(term, (counts.get(term) ?? 0) + 1);
	}

	const kept = [...counts].filter(([, count]) => count >= FEWEST).sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
	return {documents, counts: new Map(kept)};
};

/** The table as `parseBackground` reads it. */
export const tableText = ({documents, counts}: ReturnType<typeof countTerms>): string => [
	'# In how many news texts each word (Porter stem) or number stands. Counts only; made by build.ts.',
	`documents\t${documents}`,
	...[...counts].map(([term, count]) => `${term}\t${count}`),
	'',
].join('\n');

const isRecord = (value: unknown): value is {readonly title?: unknown; readonly paras?: unknown} => typeof value === 'object' && value !== null;

/** The texts of a JSON Lines file of `{title, paras}`. */
export const textsOf = (lines: string): string[] => lines.split('\n').filter(line => line !== '').map(line => {
	const record: unknown = JSON.parse(line);
	if (!isRecord(record)) return '';
	return [record.title, ...Array.isArray(record.paras) ? record.paras : []].filter(part => typeof part === 'string').join('\n');
});

const datasets = new URL('../../../shared/datasets/', import.meta.url);
if (process.argv[1] === new URL(import.meta.url).pathname) {
	if (existsSync(datasets)) {
		const files = readdirSync(datasets).filter(name => name.endsWith('.jsonl')).sort();
		const table = countTerms(files.flatMap(name => textsOf(readFileSync(new URL(name, datasets), 'utf8'))));
		writeFileSync(new URL('news.tsv', import.meta.url), tableText(table));
		process.stderr.write(`${table.documents} texts, ${table.counts.size} terms\n`);
	} else {
		process.stderr.write('No datasets beside the project: the table stays as it is.\n');
		process.exitCode = 1;
	}
}
