import type {AlikeAct, PlannedAlike} from '../../model/alike.ts';
import {allCards, type Library} from '../../model/library.ts';
import type {Correction} from '../../model/override.ts';
import {exitCodes, Problem} from '../../model/problem.ts';
import {planAlike} from '../facts/alike.ts';
import type {Context} from '../command.ts';
import {correct} from './correcting.ts';
import {linesOf} from '../asked/raw-page.ts';
import {editLibrary, findArticles, readAll} from '../asked/library-reading.ts';

const usage = (what: string, remedy: string): Problem => new Problem({exit: 'usage', what, why: '', remedy});

/** Takes it down for all alike, or only says how many there are. */
const forAll = async (context: Context, library: Library, correction: Correction, found: string): Promise<number> => {
	const dry = context.flags.has('dryRun');
	if (!dry) await correct(context, library, [correction]);
	await library.close();
	if (context.flags.has('json')) context.io.print(JSON.stringify({correction, written: !dry}));
	context.io.tell(dry ? `Nothing was written. ${found}.` : `${found}; newsdeck undo takes it back.`);
	return exitCodes.done;
};

/** How many paragraphs of the library say exactly this, in the articles of one outlet or of all. */
const alike = async (library: Library, exact: string, outlet: string | null): Promise<number> => {
	const cards = (await allCards(library)).filter(card => outlet === null || card.outlet === outlet);
	const read = await readAll(library, cards.map(({id}) => id));
	return read.reduce((sum, {article}) => sum + article.segments.filter(({text}) => text.trim() === exact).length, 0);
};

/** `article junk ID LINE`: such a line is no text, in the outlet's pages or in all. */
export const junkOf = async (context: Context, wanted: string | undefined, [line, ...rest]: readonly string[]): Promise<number> => {
	if (wanted === undefined || line === undefined || rest.length > 0 || !/^\d{1,8}$/.test(line)) throw usage('article junk needs an ID and a LINE.', 'newsdeck show ID --raw shows the lines.');
	const library = await editLibrary(context);
	const [id = ''] = await findArticles(library, [wanted]);
	const card = (await library.read([id]))[0]?.article;
	// A record has no line of its own: its paragraph's words are meant.
	const paragraph = card?.segments.find(({startLine, pieces}) => startLine === Number(line) && pieces.length === 0);
	const exact = card === undefined ? '' : (paragraph?.text ?? (await linesOf(library, card.document)).find(({number}) => number === Number(line))?.text ?? '').trim();
	if (exact === '') throw usage(`Line ${line} has no words.`, 'newsdeck show ID --raw shows the lines.');
	const outlet = context.flags.has('everywhere') ? null : card?.outlet ?? null;
	const count = await alike(library, exact, outlet);
	return forAll(context, library, {kind: 'junk', outlet, exact}, `“${exact}” is no text ${outlet === null ? 'on any page' : `in the pages of ${outlet}`}: ${count} so far`);
};

/** Some of what would read otherwise, each in two lines: the words, and what changes. */
const EXAMPLES = 5;
const exampleLines = ({examples}: PlannedAlike): string[] => examples.slice(0, EXAMPLES).flatMap(({kind, article, text, sentence, fields}) => [
	`${article}  ${kind}  ${text}${kind === 'figure' ? `  “${sentence}”` : ''}`, ...fields.map(({name, was, now}) => `    ${name}: ${was || 'nothing'} → ${now || 'nothing'}`),
]);

/** Takes an act on all alike down, or only shows what it would change. */
const sayOfAll = async (context: Context, act: AlikeAct, said: string): Promise<number> => {
	const library = await editLibrary(context);
	const planned = await planAlike(library, act);
	const [correction] = planned.corrections;
	if (!context.flags.has('json') && context.flags.has('dryRun')) for (const line of exampleLines(planned)) context.io.print(line);
	if (correction === undefined) return exitCodes.nothing;
	return forAll(context, library, correction, `${said}: articles: ${planned.articles}, figures: ${planned.figures}, quotes: ${planned.quotes} so far`);
};

/** `article alias NAME OTHER-NAME`: what bears the other name is this one. */
export const aliasOf = async (context: Context, name: string | undefined, [alias, ...rest]: readonly string[]): Promise<number> => {
	if (name === undefined || alias === undefined || rest.length > 0 || name === alias) throw usage('article alias needs two names.', 'For instance: newsdeck article alias "BBC News" BBC.');
	return sayOfAll(context, {kind: 'alias', alias, name}, `${alias} is ${name}`);
};

/** `figure measure WORD MEASURE`: where this word is printed, it is to be read as this measure. */
export const measureOf = async (context: Context, [word, measure, ...rest]: readonly string[]): Promise<number> => {
	if (word === undefined || measure === undefined || rest.length > 0 || word === '' || measure === '') throw usage('figure measure needs a printed word and the measure it is to be read as.', 'For instance: newsdeck figure measure "losses" casualties --outlet "Quay Daily" --dry-run.');
	const outlet = context.flags.text('outlet') ?? null;
	return sayOfAll(context, {kind: 'measure', word, measure, outlet}, `“${word}” is ${measure}${outlet === null ? '' : ` in ${outlet}`}`);
};
