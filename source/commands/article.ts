import {allCards, type Library} from '../model/library.ts';
import type {ArticleId} from '../model/article.ts';
import {articlesOf, type Correction} from '../model/override.ts';
import {exitCodes, Problem} from '../model/problem.ts';
import {activeCorrections} from '../store/overrides.ts';
import {articleJson, membership} from './print/article-json.ts';
import type {Command, Context} from './command.ts';
import {correct} from './mend/correcting.ts';
import {aliasOf, junkOf} from './mend/article-alike.ts';
import {cutActs, cutOne, isCutAct} from './mend/article-cut.ts';
import {fieldsFrom} from './facts/field-words.ts';
import {editLibrary, findArticles} from './asked/library-reading.ts';
import {idsFrom} from './asked/piped-ids.ts';

const usage = (what: string, remedy: string): Problem => new Problem({exit: 'usage', what, why: '', remedy});

type Act = {readonly needs: string; readonly least: number; readonly corrections: (article: ArticleId, words: readonly string[], off: boolean) => readonly Correction[]};

/** What can be done to an article: the words it takes behind the id, and what is taken down. */
const acts: Readonly<Record<string, Act>> = {
	set: {needs: 'FIELD=VALUE...', least: 1, corrections: (article, words) => [{kind: 'article', article, fields: fieldsFrom(words, 'outlet="Quay Daily"; published= takes a date away')}]},
	retitle: {needs: 'HEADLINE', least: 1, corrections: (article, words) => [{kind: 'article', article, fields: {headline: words.join(' ')}}]},
	tag: {needs: 'TAG...', least: 1, corrections: (article, words, off) => words.map(tag => ({kind: 'tag', article, tag, on: !off}))},
	note: {needs: '[TEXT]', least: 0, corrections: (article, words) => [{kind: 'note', article, text: words.join(' ')}]},
	star: {needs: '', least: 0, corrections: (article, _words, off) => [{kind: 'mark', article, mark: 'starred', on: !off}]},
	reviewed: {needs: '', least: 0, corrections: (article, _words, off) => [{kind: 'mark', article, mark: 'reviewed', on: !off}]},
	delete: {needs: '', least: 0, corrections: article => [{kind: 'delete', article, on: true}]},
};

/** What goes with an article that is deleted: its posts, what people said of it, the event it is in. */
const goesAlong = async (library: Library, id: ArticleId) => {
	const posts = (await allCards(library)).filter(card => card.parent === id).map(card => card.id);
	const gone = new Set([id, ...posts]);
	const corrections = activeCorrections(await library.log()).filter(({act}) => act.kind === 'correct' && articlesOf(act.correction).some(each => gone.has(each)));
	const event = (await library.events()).find(each => each.articles.includes(id)) ?? null;
	return {posts, corrections: corrections.map(entry => entry.sequence), event: event?.id ?? null, label: event?.label ?? null};
};

const deleteOne = async (context: Context, library: Library, id: ArticleId): Promise<void> => {
	const {label, ...along} = await goesAlong(library, id);
	await correct(context, library, [{kind: 'delete', article: id, on: true}]);
	const entry = (await library.log()).length;
	if (context.flags.has('json')) context.io.print(JSON.stringify({deleted: id, ...along, undo: entry}));
	const parts = [
		...(along.posts.length > 0 ? [`posts: ${along.posts.length}`] : []),
		...(along.corrections.length > 0 ? [`corrections: ${along.corrections.length}`] : []),
		...(label === null ? [] : [`its place in “${label}”`]),
	];
	context.io.tell(`${id} is out of the lists${parts.length === 0 ? '' : `, and with it ${parts.join(', ')}`}. Its bytes stay; newsdeck undo ${entry} brings all of it back.`);
};

const changeOne = async (context: Context, library: Library, id: ArticleId, corrections: readonly Correction[]): Promise<void> => {
	await correct(context, library, corrections);
	const [read] = await library.read([id]);
	if (read === undefined) return;
	const groups = membership({events: await library.events(), storylines: await library.storylines()});
	if (context.flags.has('json')) context.io.print(JSON.stringify(articleJson(read.article, groups(id))));
	else context.io.tell(`${id} is put right; newsdeck undo takes it back.`);
};

export const command: Command = {
	usage: [
		...Object.entries(acts).map(([name, {needs}]) => `newsdeck article ${name} ID|- ${needs}`.trimEnd()),
		'newsdeck article junk ID LINE [--everywhere] [--dry-run]', 'newsdeck article alias NAME OTHER-NAME [--dry-run]',
		...Object.entries(cutActs).map(([name, {lines}]) => `newsdeck article ${name} ID${lines ? ' LINE[-LINE]' : ''}`),
	],
	summary: 'put an article right, tag, note, star or delete it; every change is in the log and can be undone',
	examples: [
		['newsdeck article set a-3f2a outlet="Quay Daily" published=2025-03-31', 'fields: headline standfirst byline outlet published captured language url tags kind'],
		['newsdeck article tag a-3f2a harbour', '--remove takes the tag away'],
		['newsdeck search kursk | newsdeck article tag - kursk', 'ids from a pipe, for all but cuts'],
		['newsdeck article note a-3f2a "ask the union"', 'without words, the note is taken away'],
		['newsdeck article split a-3f2a 41', 'another article begins at line 41 of its page; show ID --raw shows the lines'],
		['newsdeck article restore a-3f2a 12-14', 'lines that were removed are text after all; a newer version of the page is cut likewise'],
		['newsdeck article junk a-3f2a 17 --dry-run', 'lines like line 17 are no text in this outlet\'s pages: see how many there are'],
		['newsdeck article alias "BBC News" BBC', 'what is called BBC is BBC News: outlets, sources, speakers'],
		['newsdeck article delete a-3f2a', 'says what goes along; nothing of it leaves the disk'],
	],
	flags: {
		remove: {help: 'with tag, star or reviewed: take it away'},
		everywhere: {help: 'with junk: in the pages of every outlet'},
		dryRun: {help: 'with junk or alias: show what is alike; write nothing'},
	},
	async run(context) {
		const [name = '', wanted, ...words] = context.words;
		if (name === 'alias') return aliasOf(context, wanted, words);
		if (name === 'junk') return junkOf(context, wanted, words);
		const act = Object.hasOwn(acts, name) ? acts[name] : isCutAct(name) ? {needs: cutActs[name].lines ? 'LINE' : '', least: cutActs[name].lines ? 1 : 0, corrections: () => []} : undefined;
		if (act === undefined) throw usage(name === '' ? 'article needs to be told what to do.' : `article cannot "${name}".`, `It can ${[...Object.keys(acts), 'junk', 'alias', ...Object.keys(cutActs)].join(', ')}.`);
		if (wanted === undefined || words.length < act.least) throw usage(`article ${name} needs ${['an ID', act.needs].filter(Boolean).join(' and ')}.`, 'newsdeck list shows the ids.');
		if (act.needs === '' && words.length > 0) throw usage(`"${words.join(' ')}" is not understood here.`, `article ${name} takes one ID.`);
		const library = await editLibrary(context);
		const ids = await findArticles(library, isCutAct(name) ? [wanted] : await idsFrom([wanted]));
		for (const id of ids) {
			const card = (await library.read([id]))[0]?.article;
			if (name === 'delete') await deleteOne(context, library, id);
			else if (isCutAct(name) && card !== undefined) await cutOne(context, library, card, name, words);
			else await changeOne(context, library, id, act.corrections(id, words, context.flags.has('remove')));
		}

		await library.close();
		return exitCodes.done;
	},
};
