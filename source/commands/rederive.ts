import {allCards, commitLatest, wholeOf, type Derivation, type Library, type Rereading} from '../model/library.ts';
import {exitCodes} from '../model/problem.ts';
import {correctionsInForce} from '../store/overrides.ts';
import type {Command, Context} from './command.ts';
import {editLibrary, findArticles} from './asked/library-reading.ts';
import {withGroups} from './mend/mending.ts';
import {figureChanges, readAnew, type FigureChange} from './intake/rereading.ts';
import {figureLine} from './print/text-lines.ts';

/** The documents that were asked for: those of the articles named, else all. */
const wantedDocuments = async (library: Library, words: readonly string[]): Promise<string[]> => {
	if (words.length === 0) return (await library.documents()).map(({id}) => id);
	const ids = new Set(await findArticles(library, words));
	return [...new Set((await allCards(library)).flatMap(card => ids.has(card.id) ? [card.document] : []))];
};

const printChanges = (context: Context, changes: readonly FigureChange[], articles: ReadonlyMap<string, Derivation>): void => {
	for (const change of changes) {
		if (context.flags.has('json')) {
			context.io.print(JSON.stringify(change));
			continue;
		}

		const card = articles.get(change.article)?.article;
		if (card === undefined) continue;
		context.io.print(`${change.article}  line ${(change.now ?? change.was)?.line}`);
		context.io.print(`  was  ${change.was === null ? 'not read' : figureLine(change.was, card)}`);
		context.io.print(`  now  ${change.now === null ? 'not read' : figureLine(change.now, card)}`);
	}
};

export const command: Command = {
	usage: ['newsdeck rederive [ID...] [--dry-run] [--json]'],
	summary: 'read documents anew with this version of newsdeck; show each figure that reads differently',
	examples: [
		['newsdeck rederive --dry-run', 'what would read differently; nothing is written'],
		['newsdeck rederive', 'write the new readings; the old ones stay as revisions'],
		['newsdeck rederive a-3f2a', 'only the page this article came from'],
	],
	flags: {dryRun: {help: 'only show; write nothing'}},
	async run(context) {
		const dry = context.flags.has('dryRun');
		const library = await (dry ? context.openLibrary('read') : editLibrary(context));
		const documents = await wantedDocuments(library, context.words);
		const readings: Rereading[] = [];
		for (const [index, id] of documents.entries()) {
			context.io.progress(`read ${index} of ${documents.length}`);
			const reading = await readAnew(library, id);
			if (reading !== null) readings.push(reading);
		}

		context.io.progress('');
		const plan = await library.plan({readings});
		const derivations = plan.derivations.map(wholeOf);
		const touched = [...new Set([...plan.gone, ...plan.derivations.map(({article}) => article.id)])];
		const before = await library.read(touched, {uncorrected: true});
		const changes = figureChanges(before, derivations);
		printChanges(context, changes, new Map([...before, ...derivations].map(each => [each.article.id, each])));
		if (!dry) await commitLatest(library, async () => withGroups(library, {readings}, correctionsInForce(await library.log()), context.background));
		await library.close();
		const unplaced = readings.reduce((sum, reading) => sum + (reading.unplaced?.length ?? 0), 0);
		const counts = `documents: ${readings.length}, articles that read differently: ${touched.length}, figures: ${changes.length}${unplaced > 0 ? `, cuts that find no place: ${unplaced}` : ''}${plan.gone.length > 0 ? `, articles that are gone: ${plan.gone.length}` : ''}`;
		context.io.tell(`${dry ? 'Nothing was written' : 'Read anew'}; ${counts}.`);
		return exitCodes.done;
	},
};
