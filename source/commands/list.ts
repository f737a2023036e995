import {allCards, type Library} from '../model/library.ts';
import type {ArticleCard} from '../model/article.ts';
import {exitCodes} from '../model/problem.ts';
import {articleJson, membership, segmentsJson} from './print/article-json.ts';
import type {Sort} from '../search/fields.ts';
import type {Command, Context} from './command.ts';
import {readSearchFlags, searchFlags} from './asked/search-flags.ts';
import {readAll, readLibrary} from './asked/library-reading.ts';
import {articleCells, articleLine, nothingMatches} from './print/text-lines.ts';

/** Orders of a list that no query has put in one; the newest first is how cards come. */
const orders: Readonly<Record<Sort, ((a: ArticleCard, b: ArticleCard) => number) | null>> = {
	relevance: null, date: null, figures: (a, b) => b.figureCount - a.figureCount,
	// Unknown outlets come last.
	outlet: ({outlet: a}, {outlet: b}) => a === b ? 0 : (a ?? '\uFFFF') < (b ?? '\uFFFF') ? -1 : 1,
};

const chosen = async (context: Context, library: Library): Promise<ArticleCard[]> => {
	const cards = await allCards(library);
	const query = context.words.join(' ');
	const {mode, sort} = readSearchFlags(context.flags);
	const order = sort === undefined ? null : orders[sort];
	if (query === '') return order === null ? cards : cards.toSorted(order);
	// Loaded only for a query: a plain list needs no search.
	const {findCards} = await import('./asked/search-library.ts');
	return findCards(context, library, cards, query, {mode, sort});
};

export const command: Command = {
	usage: ['newsdeck list [QUERY] [--fuzzy|--exact|--regex] [--sort ORDER] [--limit N] [--full] [--json]'],
	summary: 'all articles and posts, newest first, undated last',
	examples: [
		['newsdeck list', 'a line an article'],
		['newsdeck list kursk --limit 5', 'those that a search finds'],
		['newsdeck list has:figures after:2024-12 sort:date', 'the query language of newsdeck search'],
		['newsdeck list --json --full', 'with their bodies, for a script'],
	],
	flags: {
		...searchFlags,
		full: {help: 'with --json: the segments of the body too'},
	},
	async run(context) {
		const library = await readLibrary(context);
		const cards = (await chosen(context, library)).slice(0, context.flags.count('limit'));
		const groups = membership({events: await library.events(), storylines: await library.storylines()});
		for (let i = 0; i < cards.length; i += 500) {
			const page = cards.slice(i, i + 500);
			if (!context.flags.has('json')) {
				// In a pipe each line is its own; on a terminal headlines stand below each other.
				const lines = context.io.terminal ? (await import('./print/table.ts')).table(page.map(articleCells)) : page.map(articleLine);
				for (const line of lines) context.io.print(line);
			} else if (context.flags.has('full')) {
				for (const {article} of await readAll(library, page.map(card => card.id))) {
					context.io.print(JSON.stringify({...articleJson(article, groups(article.id)), segments: segmentsJson(article)}));
				}
			} else {
				for (const card of page) context.io.print(JSON.stringify(articleJson(card, groups(card.id))));
			}
		}

		await library.close();
		if (cards.length > 0) return exitCodes.done;
		if (context.words.length > 0) return nothingMatches(context, context.words.join(' '));
		context.io.tell('The library is empty. newsdeck import PATH... fills it.');
		return exitCodes.nothing;
	},
};
