import {allCards} from '../model/library.ts';
import {exitCodes, Problem} from '../model/problem.ts';
import {queryHelp} from '../search/query-help.ts';
import {articleJson, membership} from './print/article-json.ts';
import type {Command} from './command.ts';
import {editLibrary, readLibrary} from './asked/library-reading.ts';
import {readSearchFlags, searchFlags} from './asked/search-flags.ts';
import {searchLibrary} from './asked/search-library.ts';
import {articleLine, nothingMatches} from './print/text-lines.ts';

export const command: Command = {
	usage: [
		'newsdeck search QUERY [--fuzzy|--exact|--regex] [--sort ORDER] [--limit N] [--save NAME] [--json]',
		'newsdeck search --saved NAME [WORDS|--rename NEW|--delete]', 'newsdeck search --list [--json]',
	],
	summary: 'fuzzy search over headlines, outlets and text; best first',
	examples: [
		['newsdeck search casulties', 'typos are forgiven, and said so'],
		['newsdeck search \'outlet:bbc kursk -tariff\'', 'a field, a word, a word that must not be there'],
		['newsdeck search \'killed>1000 asof:2025-03\'', 'by the size and the time of a figure'],
		['newsdeck search \'killed>1000\' --save losses', 'saved under a name'],
		['newsdeck search \'saved:losses outlet:bbc\'', 'asked within another, in list, events and --query too'],
		['newsdeck search --regex \'over [0-9,]+\'', 'a pattern'],
	],
	flags: {
		...searchFlags,
		save: {value: 'NAME', help: 'save this search under a name'},
		saved: {value: 'NAME', help: 'the search saved under this name; further words narrow it'},
		rename: {value: 'NEW', help: 'with --saved: give it this name'},
		delete: {help: 'with --saved: save it no longer'},
		list: {help: 'list what is saved: name and query'},
	},
	notes: queryHelp(),
	async run(context) {
		const {flags, words} = context;
		// Loaded only where something is saved or asked by its name: a plain search needs none of it.
		const saving = flags.has('list') || flags.has('delete') || ['save', 'saved', 'rename'].some(name => flags.text(name) !== undefined) ? await import('./asked/saved-search.ts') : null;
		const managed = await saving?.manageSaved(context) ?? null;
		if (managed !== null) return managed;
		if (words.join('').trim() === '' && flags.text('saved') === undefined) throw new Problem({exit: 'usage', what: 'search needs a query.', why: '', remedy: 'For instance: newsdeck search casualties.'});
		const {mode, sort, limit} = readSearchFlags(flags);
		const name = flags.text('save');
		if (mode !== 'fuzzy' && (name !== undefined || flags.text('saved') !== undefined)) throw new Problem({exit: 'usage', what: `--${mode} is not kept with a saved search.`, why: '', remedy: 'Write it into the query: \'word is exact, /over [0-9]+/ a pattern.'});
		const library = name === undefined ? await readLibrary(context) : await editLibrary(context);
		const query = saving === null ? words.join(' ') : await saving.queryAsked(context, library);
		if (saving !== null && name !== undefined) await saving.saveSearch(context, library, name, query);
		const {hits, readAs} = await searchLibrary(context, library, query, {mode, sort, limit, snippets: Number.POSITIVE_INFINITY});
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
