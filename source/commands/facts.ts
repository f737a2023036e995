import {withStatements} from '../compare/statements.ts';
import {exitCodes} from '../model/problem.ts';
import {allCards, type Derivation} from '../model/library.ts';
import type {Context} from './command.ts';
import {findGroup, readAll, readLibrary} from './library-reading.ts';

/** Prints something of each article of an event, whose figures then know their statements, or of all, five hundred articles at a time. */
export const printFacts = async (context: Context, lines: (derivation: Derivation) => readonly string[]): Promise<number> => {
	const library = await readLibrary(context);
	const wanted = context.words.join(' ');
	const ids = wanted === '' ? (await allCards(library)).map(card => card.id) : (await findGroup(library, wanted)).articles;
	let count = 0;
	const step = wanted === '' ? 500 : ids.length;
	for (let i = 0; i < ids.length; i += step) {
		const read = await readAll(library, ids.slice(i, i + step));
		for (const derivation of wanted === '' ? read : withStatements(read)) {
			for (const line of lines(derivation)) {
				context.io.print(line);
				count++;
			}
		}
	}

	await library.close();
	if (count === 0) context.io.tell(ids.length === 0 ? 'The library is empty. newsdeck import PATH... fills it.' : 'There are none in these articles.');
	return count === 0 ? exitCodes.nothing : exitCodes.done;
};
