import {marked, revisionChanges} from '../compare/revisions.ts';
import {exitCodes, Problem} from '../model/problem.ts';
import type {Library, Derivation} from '../model/library.ts';
import {cleanForDisplay} from '../text/sanitise.ts';
import {articleJson, membership, segmentsJson} from './print/article-json.ts';
import type {Command, Context} from './command.ts';
import {linesOf} from './asked/raw-page.ts';
import {findArticles, readAll, readLibrary} from './asked/library-reading.ts';
import {idsFrom} from './asked/piped-ids.ts';
import {outletText} from './print/text-lines.ts';

/** The lines of the page, with a minus and the rule where one was taken out: those can be put back. */
const rawLines = async (library: Library, {article}: Derivation): Promise<string[]> => {
	const lines = await linesOf(library, article.document);
	const removed = (await library.document(article.document))?.removed ?? [];
	return lines.filter(({number}) => number >= article.startLine && number <= article.endLine).map(({number, text}) => {
		const rule = text.trim() === '' ? undefined : removed.find(({startLine, endLine}) => startLine <= number && number <= endLine)?.rule;
		return `${String(number).padStart(5)}${rule === undefined ? `  ${text}` : `- ${text}  (removed: ${rule})`}`;
	});
};

const asText = ({article}: Derivation, numbered: boolean, alsoIn: readonly string[]): string[] => [
	article.headline ?? '(no headline)',
	...(article.standfirst === null ? [] : [article.standfirst]),
	[outletText(article), article.byline, article.published ?? 'undated', [article.path, ...alsoIn].map(cleanForDisplay).join(', ')].filter(part => part !== null).join('  '),
	'',
	...article.segments.flatMap((segment, i) => [numbered ? `[${i}] ${segment.kind}, line ${segment.startLine}: ${segment.text}` : segment.text, '']),
];

/** Each version of an article against the one before it, paragraph by paragraph; the marks are those of wdiff. */
const printChanges = async ({flags, io}: Context, library: Library, id: string): Promise<boolean> => {
	const [now] = await library.read([id], {uncorrected: true});
	const versions = [...(await library.revisions(id)).map(({derivation}) => derivation.article), ...(now ? [now.article] : [])];
	for (const [index, after] of versions.entries()) {
		const before = versions[index - 1];
		if (before === undefined) continue;
		const paragraphs = revisionChanges(before, after);
		if (flags.has('json')) {
			io.print(JSON.stringify({id, before: before.document, after: after.document, paragraphs}));
			continue;
		}

		io.print(`${id}  version ${index + 1} of ${versions.length}: ${cleanForDisplay(after.path)} ${after.document.slice(0, 8)}, before it ${cleanForDisplay(before.path)} ${before.document.slice(0, 8)}`);
		const changed = paragraphs.filter(({kind}) => kind !== 'same');
		for (const {parts} of changed) io.print(`  ${marked(parts)}`);
		if (changed.length === 0) io.print('  The words are the same: it was read anew.');
	}

	if (versions.length < 2) io.tell(`${id} came in once: there is no version before.`);
	return versions.length > 1;
};

const print = async (context: Context, library: Library, derivation: Derivation): Promise<void> => {
	if (context.flags.has('json')) {
		const groups = membership({events: await library.events(), storylines: await library.storylines()});
		const revisions = (await library.revisions(derivation.article.id)).map(({document, derivation: {article}}) => ({document, headline: article.headline, published: article.published, contentHash: article.contentHash}));
		context.io.print(JSON.stringify({
			...articleJson(derivation.article, groups(derivation.article.id)), segments: segmentsJson(derivation.article), places: await library.places(derivation.article.id), revisions,
		}));
		return;
	}

	const places = new Set((await library.places(derivation.article.id)).map(({path}) => path));
	places.delete(derivation.article.path);
	const lines = context.flags.has('raw') ? await rawLines(library, derivation) : asText(derivation, context.flags.has('segments'), [...places]);
	for (const line of lines) context.io.print(line);
};

export const command: Command = {
	usage: ['newsdeck show ID...|- [--raw|--segments|--changes] [--json]'],
	summary: 'articles whole, as they were cut or as the page had them',
	examples: [
		['newsdeck show a-3f2a', 'the beginning of an id is enough'],
		['newsdeck show a-3f2a --raw', 'the raw lines with their numbers'],
		['newsdeck search casulties | newsdeck show -', 'all that a search finds'],
		['newsdeck show a-3f2a --changes', 'what each version became of the one before: [-gone-] {+new+}'],
	],
	flags: {
		raw: {help: 'the lines of the page it came from; those taken out are marked, with the rule'},
		segments: {help: 'number the segments and name their kind'},
		changes: {help: 'word by word, what changed since the version before; exit 1 where it came in once'},
	},
	async run(context) {
		if (context.words.length === 0) throw new Problem({exit: 'usage', what: 'show needs the id of an article.', why: '', remedy: 'newsdeck list shows the ids.'});
		const library = await readLibrary(context);
		const ids = await findArticles(library, await idsFrom(context.words));
		let found = !context.flags.has('changes');
		if (context.flags.has('changes')) for (const id of ids) found = await printChanges(context, library, id) || found;
		else for (const derivation of await readAll(library, ids)) await print(context, library, derivation);
		await library.close();
		return found ? exitCodes.done : exitCodes.nothing;
	},
};
