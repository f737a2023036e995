import {Problem} from '../../model/problem.ts';
import {sorts, type Sort} from '../../search/fields.ts';
import type {SearchMode} from '../../search/query.ts';
import type {Flags, FlagSpecs} from '../command.ts';

/** How a query is read and in which order it is answered: of the verbs that list articles. */
export const searchFlags = {
	limit: {value: 'N', help: 'at most this many'},
	sort: {value: 'ORDER', help: `in the order of ${sorts.join(', ')}; as sort: within a query`, choices: sorts},
	fuzzy: {help: 'forgive typos (the default)'},
	exact: {help: 'the words as they are typed'},
	regex: {help: 'a regular expression over headline and text'},
} satisfies FlagSpecs;

/** Reads the flags; an order that there is not is a Problem, exit "usage". */
export const readSearchFlags = (flags: Flags): {readonly mode: SearchMode; readonly sort: Sort | undefined; readonly limit: number | undefined} => {
	const [typed, limit] = [flags.text('sort'), flags.count('limit')];
	const sort = sorts.find(each => each === typed);
	if (typed !== undefined && sort === undefined) throw new Problem({exit: 'usage', what: `--sort ${typed} is no order.`, why: '', remedy: `Orders are ${sorts.join(', ')}.`});
	return {mode: flags.has('regex') ? 'regex' : flags.has('exact') ? 'exact' : 'fuzzy', sort, limit};
};
