import {allCards} from '../model/library.ts';
import {exitCodes, Problem} from '../model/problem.ts';
import {queryHelp} from '../search/query-help.ts';
import {articleJson, membership} from './print/article-json.ts';
import type {Command} from './command.ts';
import {readLibrary} from './asked/library-reading.ts';
import {searchLibrary} from './asked/search-library.ts';
import {articleLine, nothingMatches} from './print/text-lines.ts';

export const command: Command = {
	usage: ['newsdeck search QUERY [--fuzzy|--exact|--regex] [--limit N] [--json]'],
	summary: 'fuzzy search over headlines, outlets and text; best first',
	examples: [
		['newsdeck search casulties', 'typos are forgiven, and said so'],
		['newsdeck search \'outlet:bbc kursk -tariff\'', 'a field, a word, a word that must not be there'],
		['newsdeck search \'killed>1000 asof:2025-03\'', 'by the size and the time of a figure'],
		['newsdeck search --regex \'over [0-9,]+\'', 'a pattern'],
	],
	flags: {
		limit: {value: 'N', help: 'at most this many'},
		fuzzy: {help: 'forgive typos (the default)'},
		exact: {help: 'the words as they are typed'},
		regex: {help: 'a regular expression over headline and text'},
	},
	notes: queryHelp(),
	async run(context) {
		const query = context.words.join(' ');
		if (query.trim() === '') throw new Problem({exit: 'usage', what: 'search needs a query.', why: '', remedy: 'For instance: newsdeck search casualties.'});
		const library = await readLibrary(context);
		const mode = context.flags.has('regex') ? 'regex' : context.flags.has('exact') ? 'exact' : 'fuzzy';
		const {hits, readAs} = await searchLibrary(context, library, query, {mode, limit: context.flags.count('limit'), snippets: Number.POSITIVE_INFINITY});
		const byId = new Map((await allCards(library)).map(card => [card.id, card]));
		const groups = membership({events: await library.events(), storylines: await library.storylines()});
		for (const hit of hits) {
			const card = byId.get(hit.article);
			if (card === undefined) continue;
			context.io.print(context.flags.has('json')
				? JSON.stringify({...articleJson(card, groups(card.id)), score: hit.score, readAs, snippet: hit.snippet?.text ?? null})
				: articleLine(card) + (hit.snippet === null ? '' : `\n    ${hit.snippet.text}`));
		}

		await library.close();
		return hits.length === 0 ? nothingMatches(context, query) : exitCodes.done;
	},
};
