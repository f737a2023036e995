import {commitLatest, wholeOf, type DocumentImport, type Rereading} from '../model/library.ts';
import {exitCodes, Problem} from '../model/problem.ts';
import {ownTables} from '../host/own-tables.ts';
import {cacheFolder, tilde} from '../host/paths.ts';
import {digest, group, stageVersions} from '../pipeline.ts';
import {examine, type Finding} from '../store/check.ts';
import type {StoredDocument} from '../store/data.ts';
import {correctionsInForce} from '../store/overrides.ts';
import {repairLibrary, type Orphan} from '../store/repair.ts';
import type {Command, Context} from './command.ts';

const reread = async ({document: {id, path, type, imported}, given}: StoredDocument, bytes: Uint8Array): Promise<Rereading | null> => {
	const own = await ownTables(process.env);
	try {
		const made = await digest({path, bytes, type, given: given ?? {}, imported, own});
		return {document: id, removed: made.removed, derivations: made.derivations, versions: stageVersions};
	} catch (error) {
		if (error instanceof Problem) return null;
		throw error;
	}
};

/** A document whose entry is lost is known by its bytes alone: its path is then where it lies. */
const importOf = ({effects}: Context) => async ({id, bytes, known}: Orphan): Promise<DocumentImport[]> => {
	const imported = known?.document.imported ?? effects.now().toISOString();
	const given = known?.given ?? {};
	const own = await ownTables(process.env);
	try {
		const made = await digest({path: known?.document.path ?? id, bytes, type: known?.document.type ?? null, given, imported, own});
		return made.derivations.length === 0 ? [] : [{document: made.document, bytes, removed: made.removed, derivations: made.derivations, versions: stageVersions, revises: null, given}];
	} catch (error) {
		if (error instanceof Problem) return [];
		throw error;
	}
};

/** Imports documents again that a lost library.json knew; returns what to tell. */
const importAgain = async (context: Context, orphans: readonly Orphan[]): Promise<string> => {
	const imports = (await Promise.all(orphans.map(importOf(context)))).flat();
	const library = await context.openLibrary('write');
	await commitLatest(library, async () => ({
		imports, grouping: group({
			derivations: [...await library.read((await library.articles()).items.map(card => card.id)), ...(await library.plan({imports})).derivations.map(wholeOf)],
			settled: await library.events(), storylines: await library.storylines(), corrections: correctionsInForce(await library.log()), background: await context.background(),
		}),
	}));
	await library.close();
	return `Documents that were read in again: ${imports.length}${imports.length < orphans.length ? `; that stay unread in the documents folder: ${orphans.length - imports.length}` : ''}.`;
};

const print = (context: Context, findings: readonly Finding[], folder: string): void => {
	for (const finding of findings) {
		if (context.flags.has('json')) context.io.print(JSON.stringify(finding));
		else context.io.print(`${finding.harm ? 'damage' : 'note'}  ${finding.kind}  ${finding.path}\n    ${finding.why} ${finding.remedy}`);
	}

	if (findings.length === 0 && !context.flags.has('json')) context.io.print(`${tilde(folder)} is whole, and nothing is left over.`);
};

export const command: Command = {
	usage: ['newsdeck doctor [--repair] [--json]'],
	summary: 'find what is damaged or left over in the library, say what it means, and mend it',
	examples: [
		['newsdeck doctor', 'looks only; exit 1 when something is damaged'],
		['newsdeck doctor --repair', 'mends; damaged files go into quarantine, none is deleted'],
	],
	wordless: true,
	flags: {repair: {help: 'mend what can be mended'}},
	async run(context) {
		const cache = await cacheFolder(process.env);
		const look = async () => examine(context.folder, {cache, progress: (done, all) => context.io.progress(`file ${done} of ${all}`)});
		const before = await look();
		context.io.progress('');
		if (!before.layout.folderExists) throw new Problem({exit: 'library', what: `There is no library at ${tilde(context.folder)}.`, why: '', remedy: 'Check the path.'});
		print(context, before.findings, context.folder);
		if (!context.flags.has('repair') || before.findings.length === 0) return before.findings.some(each => each.harm) ? exitCodes.nothing : exitCodes.done;

		const {done, orphans} = await repairLibrary(context.folder, {cache, now: context.effects.now, reread});
		const again = orphans.length > 0 ? [await importAgain(context, orphans)] : [];
		for (const line of [...done, ...again]) context.io.tell(line);
		const after = (await look()).findings.filter(each => each.harm);
		context.io.tell(after.length === 0 ? 'The library is whole.' : `What could not be mended: ${after.length}.`);
		return after.length === 0 ? exitCodes.done : exitCodes.nothing;
	},
};
