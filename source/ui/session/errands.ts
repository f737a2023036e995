import type {ArticleId} from '../../model/article.ts';
import type {Desk, Intake} from '../../model/desk.ts';
import type {Watched} from '../../model/watched.ts';
import type {Derivation, Library} from '../../model/library.ts';
import {Problem} from '../../model/problem.ts';
import type {Action} from '../reduce/reduce.ts';
import type {Errand, Handed, Request} from '../state.ts';
import {sayPipe} from '../words/pipe-words.ts';
import {say} from '../words/words.ts';

/** What errands are run with. `moved`: the screen is over another library now, or over one that was written anew. */
export type ErrandOptions = {
	readonly desk: Desk | null;
	readonly intake: Intake | null;
	find(query: string): Promise<readonly ArticleId[]>;
	read(id: ArticleId): Promise<Derivation | undefined>;
	/** What a command is handed; it is kept among the earlier ones. */
	handed(errand: Handed): Promise<Iterable<string>>;
	moved(library: Library): Promise<void>;
};

/** Errands that take so long that keys are answered meanwhile. */
export type LongErrand = Extract<Errand, {readonly kind: 'import-files' | 'regroup'}> | (Handed & {readonly kind: 'pipe'});
export const isLong = (request: Request): request is LongErrand => request.kind === 'import-files' || request.kind === 'regroup' || request.kind === 'pipe';

/** Nobody is there to run an errand. */
const nobody = (): Problem => new Problem({exit: 'usage', what: say.notInThisTerminal, why: ''});

/** Does the long part of an errand; resolves to what is left, which is done between two keys and gives what the state is told. */
export const runBeside = async (errand: LongErrand, {desk, intake, library, moved, handed, watched}: Pick<ErrandOptions, 'desk' | 'intake' | 'moved' | 'handed'> & {readonly library: Library; readonly watched: Watched}): Promise<() => Promise<Action>> => {
	if (errand.kind === 'pipe') {
		if (desk === null) throw nobody();
		const ran = await desk.run(errand.words, await handed(errand), watched.signal);
		return async () => ({kind: 'ran', command: errand.command, ran});
	}

	if (intake === null) throw nobody();
	if (errand.kind === 'import-files') {
		const {told, open} = await intake.files(errand.path, watched);
		return async () => {
			await moved(await open());
			// Whoever goes on reading meanwhile stays where they are.
			return {kind: 'mended', message: told};
		};
	}

	const counts = await intake.regroup(library, watched);
	return async () => {
		await moved(library);
		return {kind: 'mended', message: say.regrouped(counts)};
	};
};

/** An article as text: headline, whose it is, and its paragraphs. */
const asText = ({article}: Derivation): string =>
	[article.headline ?? 'without a headline', [article.outlet ?? 'outlet unknown', article.published ?? 'undated'].join(', '), ...article.segments.map(segment => segment.text)].join('\n\n');

/** Runs an errand; returns what the state is told of it. Throws a Problem where it cannot be run. */
export const runErrand = async (errand: Exclude<Errand, {readonly kind: LongErrand['kind'] | 'break-off'}>, options: ErrandOptions): Promise<Action> => {
	const {desk, intake} = options;
	if (errand.kind === 'find') return {kind: 'found', query: errand.query, articles: await options.find(errand.query)};
	if (errand.kind === 'demo') {
		if (intake === null) throw nobody();
		await options.moved(await intake.demo());
		return {kind: 'home', message: ''};
	}

	if (desk === null) throw nobody();
	switch (errand.kind) {
		case 'copy':
			desk.copy(errand.text);
			return {kind: 'mended', message: say.copied(errand.what)};
		case 'address':
			await desk.open(errand.url);
			return {kind: 'mended', message: say.opened};
		case 'edit': return {kind: 'edited', text: await desk.edit(errand.text)};
		case 'complete-path': {
			const text = await desk.complete(errand.text);
			return text === errand.text ? {kind: 'mended', message: say.nothingToComplete} : {kind: 'edited', text};
		}

		case 'pager': {
			const derivation = await options.read(errand.article);
			if (derivation) await desk.page(asText(derivation));
			return {kind: 'mended', message: ''};
		}

		case 'pipe-here': {
			const code = await desk.runHere(errand.words, await options.handed(errand));
			return {kind: 'mended', message: sayPipe.came(errand.words[0] ?? '', code)};
		}

		case 'redraw':
			await desk.redraw();
			return {kind: 'mended', message: ''};
	}
};
