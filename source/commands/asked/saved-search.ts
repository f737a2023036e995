import type {Correction} from '../../model/override.ts';
import type {Library, MendableLibrary} from '../../model/library.ts';
import {exitCodes, Problem} from '../../model/problem.ts';
import {namersOf, renamed, savedTerm, whyNotSaved} from '../../search/saved.ts';
import {closest} from '../../text/closest.ts';
import type {Context} from '../command.ts';
import {correct} from '../mend/correcting.ts';
import {table} from '../print/table.ts';
import {editLibrary, readLibrary} from './library-reading.ts';

const usage = (what: string, remedy: string): Problem => new Problem({exit: 'usage', what, why: '', remedy});

const savedOf = async (library: Library, name: string): Promise<{readonly all: ReadonlyMap<string, string>; readonly query: string}> => {
	const all = await library.searches();
	const query = all.get(name);
	if (query !== undefined) return {all, query};
	const near = closest(name, [...all.keys()]);
	throw new Problem({exit: 'nothing', what: `No search is saved as "${name}".`, why: '', remedy: near === undefined ? 'newsdeck search --list shows what is saved.' : `Did you mean "${near}"?`});
};

const list = async (context: Context): Promise<number> => {
	const library = await readLibrary(context);
	const saved = [...await library.searches()];
	await library.close();
	if (context.flags.has('json')) for (const [name, query] of saved) context.io.print(JSON.stringify({name, query}));
	else for (const line of table(saved)) context.io.print(line);
	if (saved.length === 0) context.io.tell('No search is saved yet. newsdeck search --save NAME QUERY saves one.');
	return saved.length === 0 ? exitCodes.nothing : exitCodes.done;
};

/** Corrections that are made of what is saved now; the library is closed after. */
const change = async (context: Context, make: (library: MendableLibrary) => Promise<readonly Correction[]>, told: string): Promise<number> => {
	const library = await editLibrary(context);
	await correct(context, library, await make(library));
	await library.close();
	context.io.tell(told);
	return exitCodes.done;
};

const rename = async (context: Context, from: string, to: string): Promise<number> => change(context, async library => {
	const {all, query} = await savedOf(library, from);
	const why = to !== from && all.has(to) ? `Another search is saved as "${to}".` : whyNotSaved(to, query, all);
	if (why !== null) throw usage(why, 'newsdeck search --list shows what is saved.');
	return renamed(all, from, to).map(([name, renewed]) => ({kind: 'search', name, query: renewed}));
}, `“${from}” is saved as “${to}” now; newsdeck undo takes that back.`);

const remove = async (context: Context, name: string): Promise<number> => change(context, async library => {
	const {all} = await savedOf(library, name);
	const [other] = namersOf(all, name);
	if (other !== undefined) throw usage(`"${name}" stays: the saved search "${other}" names it.`, 'Save that one otherwise, or delete it first.');
	return [{kind: 'search', name, query: null}];
}, `“${name}” is saved no longer; newsdeck undo takes that back.`);

/** Listing, renaming and deleting what is saved; null where articles are searched for. */
export const manageSaved = async (context: Context): Promise<number | null> => {
	const {flags, words} = context;
	const [saved, to] = [flags.text('saved'), flags.text('rename')];
	const acts = [flags.has('list'), flags.has('delete'), to !== undefined].filter(Boolean).length;
	if (acts === 0) return null;
	if (acts > 1 || words.length > 0 || flags.has('list') === (saved !== undefined)) throw usage('--list stands alone; --rename and --delete need --saved NAME, and no words.', 'For instance: newsdeck search --saved drones --rename "the drones".');
	if (saved === undefined) return list(context);
	return to === undefined ? remove(context, saved) : rename(context, saved, to);
};

/** The query that is asked: what was typed, within the saved search where one is named. Throws a Problem where there is none of that name. */
export const queryAsked = async ({flags, words}: Context, library: Library): Promise<string> => {
	const name = flags.text('saved');
	if (name === undefined) return words.join(' ');
	await savedOf(library, name);
	return [savedTerm(name), ...words].join(' ');
};

/** Saves the query under the name of --save. A name or a query that cannot be saved is wrong usage. */
export const saveSearch = async (context: Context, library: Library, name: string, query: string): Promise<void> => {
	const why = whyNotSaved(name, query, await library.searches());
	if (why !== null) throw usage(why, 'newsdeck search --help has the language.');
	await correct(context, library, [{kind: 'search', name, query}]);
	context.io.tell(`Saved as “${name}”; newsdeck search --saved ${/\s/.test(name) ? `"${name}"` : name} asks it again.`);
};
