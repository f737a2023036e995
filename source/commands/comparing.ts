import {chooseColumns, compare} from '../compare/compare.ts';
import type {Comparison} from '../model/comparison.ts';
import type {Library} from '../model/library.ts';
import {Problem} from '../model/problem.ts';
import type {Context} from './command.ts';
import {findArticles, findGroup, readAll} from './library-reading.ts';

/** How many articles of an event stand side by side when nobody chose them. */
const columnLimit = 4;

/**
 * The comparison that ids, --event or --query ask for. Ids are compared as they stand, in their order, the first as base;
 * of an event or a query the articles that answer its questions are chosen.
 */
export const comparisonFor = async (context: Context, library: Library): Promise<Comparison> => {
	const event = context.flags.text('event');
	const query = context.flags.text('query');
	if ([event !== undefined, query !== undefined, context.words.length > 0].filter(Boolean).length !== 1) {
		throw new Problem({exit: 'usage', what: 'Say what to compare: ids, or --event, or --query.', why: '', remedy: 'For instance: newsdeck compare --event kursk.'});
	}

	if (context.words.length > 0) {
		return compare(await readAll(library, await findArticles(library, context.words)));
	}

	if (event !== undefined) {
		const group = await findGroup(library, event);
		return compare(chooseColumns(await readAll(library, group.articles), columnLimit), {title: group.label});
	}

	const {searchLibrary} = await import('./search-library.ts');
	const {hits} = await searchLibrary(context, library, query ?? '');
	if (hits.length === 0) throw new Problem({exit: 'nothing', what: `Nothing matches "${query ?? ''}".`, why: '', remedy: 'Fewer or other words may.'});
	return compare(chooseColumns(await readAll(library, hits.map(hit => hit.article)), columnLimit), {title: query ?? ''});
};
