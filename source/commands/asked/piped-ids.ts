import {readStdin} from '../../host/files.ts';
import {Problem} from '../../model/problem.ts';

const idIn = (line: string): string[] => {
	// What is set in under a line belongs to it: a snippet of search, a quotation's speaker.
	if (!line.trimStart().startsWith('{')) return line.split(/\s/, 1).filter(Boolean);
	try {
		const value: unknown = JSON.parse(line);
		if (typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string') return [value.id];
	} catch {
		// Told below, as a line without an id.
	}

	throw new Problem({exit: 'unreadable', what: `Standard input has a line without an id: ${line.slice(0, 60)}`, why: '', remedy: 'Give ids, one a line, or what newsdeck list, search or figures prints.'});
};

/** The ids in what a program printed: of a table the cells under `id`, which stand first in each that newsdeck writes; else of each line. */
const idsIn = (text: string): string[] => {
	const [first = '', ...rest] = text.split('\n');
	return /^\uFEFF?"?id"?[,\t]/.test(first) ? rest.flatMap(line => /^"?([^",\t\r]+)/.exec(line)?.[1] ?? []) : [first, ...rest].flatMap(idIn);
};

/**
 * The ids that were typed, each once; for "-" those on standard input: JSON Lines with an `id`, a table with a column of them, or lines that begin with one. Throws a Problem, exit
 * "nothing", where standard input was asked for and holds none.
 */
export const idsFrom = async (words: readonly string[]): Promise<string[]> => {
	const ids: string[] = [];
	for (const word of words) ids.push(...word === '-' ? idsIn(new TextDecoder().decode(await readStdin())) : [word]);
	if (ids.length === 0 && words.length > 0) throw new Problem({exit: 'nothing', what: 'Standard input holds no id.', why: '', remedy: 'newsdeck list and newsdeck search print some.'});
	return [...new Set(ids)];
};
