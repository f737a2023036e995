import {withStatements} from '../../compare/statements.ts';
import type {Column} from '../../model/comparison.ts';
import {exitCodes, Problem} from '../../model/problem.ts';
import {allCards, type Derivation} from '../../model/library.ts';
import {closest} from '../../text/closest.ts';
import type {Context} from '../command.ts';
import {askedArticles} from '../asked/asked.ts';
import {readAll, readLibrary} from '../asked/library-reading.ts';

/** Articles at a time where all are listed. */
const AT_ONCE = 500;

/** How facts are listed: what is left of some articles, the lines of one, and all of them as a table. */
type Listing = {
	readonly narrowed: (columns: readonly Column[]) => readonly Column[];
	readonly lines: (derivation: Derivation) => readonly string[];
	readonly csv: (columns: readonly Column[]) => string;
	/** Where nothing is left: the word that was asked for, and those there are. */
	readonly asked?: {readonly word: string | undefined; readonly known: (columns: readonly Column[]) => readonly string[]};
};

/** Prints facts of each article that was asked for, whose figures then know their statements, or of all, five hundred articles at a time. */
export const printFacts = async (context: Context, {narrowed, lines, csv, asked}: Listing): Promise<number> => {
	if (context.flags.has('csv') && context.flags.has('json')) throw new Problem({exit: 'usage', what: '--csv and --json are two ways to print the same.', why: '', remedy: 'Choose one.'});
	// Wrong usage is told before anything about the library.
	narrowed([]);
	const library = await readLibrary(context);
	const all = context.words.join('') === '';
	const ids = all ? (await allCards(library)).map(card => card.id) : (await askedArticles(context, library)).articles;
	const forTable: Column[] = [];
	const known = new Set<string>();
	let count = 0;
	const step = all ? AT_ONCE : ids.length;
	for (let i = 0; i < ids.length; i += step) {
		const read = await readAll(library, ids.slice(i, i + step));
		if (asked?.word !== undefined && count === 0) for (const word of asked.known(read)) known.add(word);
		for (const derivation of narrowed(all ? read : withStatements(read))) {
			const told = lines(derivation);
			count += told.length;
			if (context.flags.has('csv')) forTable.push(derivation);
			else for (const line of told) context.io.print(line);
		}
	}

	await library.close();
	if (context.flags.has('csv') && count > 0) context.io.write(csv(forTable));
	const near = asked?.word === undefined || known.has(asked.word.toLowerCase()) ? undefined : closest(asked.word, [...known]);
	if (count === 0) context.io.tell(ids.length === 0 ? 'The library is empty. newsdeck import PATH... fills it.' : `There are none in these articles.${near === undefined ? '' : ` Did you mean "${near}"?`}`);
	return count === 0 ? exitCodes.nothing : exitCodes.done;
};
