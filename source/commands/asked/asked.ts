import type {ArticleId} from '../../model/article.ts';
import type {Column} from '../../model/comparison.ts';
import {allCards, type Library} from '../../model/library.ts';
import {exitCodes, Problem} from '../../model/problem.ts';
import type {Command, Context, FlagSpecs} from '../command.ts';
import {findArticles, findGroup, readAll, readLibrary} from './library-reading.ts';
import {idsFrom} from './piped-ids.ts';
import {narrow, narrowingFlags, readNarrowing} from './narrow.ts';

const nothingAsked = (): Problem => new Problem({exit: 'usage', what: 'Say of which event or articles.', why: '', remedy: 'An event\'s id, words of its label, or ids of articles; newsdeck events lists them.'});

/** The articles that were asked for: all by their ids, else those of the event or storyline with these words. */
export const askedArticles = async ({words}: Context, library: Library): Promise<{readonly title: string; readonly articles: readonly ArticleId[]}> => {
	const cards = await allCards(library);
	// The beginning of an id is one where it looks like one: "a-3f2a". Anything else may be a word of a label.
	const isId = (word: string): boolean => cards.some(card => card.id === word || card.externalIds.includes(word) || (/^a-[\da-f]{2,}$/.test(word) && card.id.startsWith(word)));
	if (words.every(word => word === '-' || isId(word))) return {title: '', articles: await findArticles(library, await idsFrom(words))};
	const group = await findGroup(library, words.join(' '));
	return {title: group.label, articles: group.articles};
};

/** What a view prints: one object a line with --json, else lines of text. `nothing`: what a person is told where there is none. */
export type Printed = {readonly objects: ReadonlyArray<Readonly<Record<string, unknown>>>; readonly text: readonly string[]; readonly nothing: string; readonly none?: 'done'};

/** What narrows the figures; a view that shows more than figures asks whether anything does. */
export type Asked = {readonly columns: readonly Column[]; readonly title: string; readonly narrowed: boolean};

/** A verb that shows one view of an event or of some articles, narrowed by the flags they all have. */
export const viewCommand = (spec: Pick<Command, 'usage' | 'summary' | 'examples'> & {readonly print: (asked: Asked) => Printed}): Command => ({
	usage: spec.usage.map(line => `${line} [--measure M] [--outlet O] [--source S] [--stance S] [--from DATE] [--to DATE] [--json]`),
	summary: spec.summary,
	examples: spec.examples,
	flags: narrowingFlags satisfies FlagSpecs,
	async run(context) {
		if (context.words.length === 0) throw nothingAsked();
		const narrowing = readNarrowing(context.flags);
		const library = await readLibrary(context);
		const {title, articles} = await askedArticles(context, library);
		const columns = await readAll(library, articles);
		await library.close();
		const printed = spec.print({title, columns: narrow(columns, narrowing), narrowed: narrowing.figures.length > 0});
		const lines = context.flags.has('json') ? printed.objects.map(object => JSON.stringify(object)) : printed.text;
		for (const line of lines) context.io.print(line);
		if (printed.objects.length > 0) return exitCodes.done;
		context.io.tell(printed.nothing);
		return printed.none === 'done' ? exitCodes.done : exitCodes.nothing;
	},
});
