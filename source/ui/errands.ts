import type {ArticleId} from '../model/article.ts';
import type {Desk, Intake} from '../model/desk.ts';
import type {Derivation, Library} from '../model/library.ts';
import {Problem} from '../model/problem.ts';
import type {Action} from './reduce.ts';
import type {Errand} from './state.ts';
import {say} from './words.ts';

/** What errands are run with. `moved`: the screen is over another library now. */
export type ErrandOptions = {
	readonly desk: Desk | null;
	readonly intake: Intake | null;
	readonly signal: AbortSignal;
	progress(text: string): void;
	find(query: string): Promise<readonly ArticleId[]>;
	read(id: ArticleId): Promise<Derivation | undefined>;
	moved(library: Library): Promise<void>;
};

const nobody = (): Problem => new Problem({exit: 'usage', what: say.notInThisTerminal, why: ''});

/** An article as text: headline, whose it is, and its paragraphs. */
const asText = ({article}: Derivation): string =>
	[article.headline ?? 'without a headline', [article.outlet ?? 'outlet unknown', article.published ?? 'undated'].join(', '), ...article.segments.map(segment => segment.text)].join('\n\n');

/** Runs an errand; returns what the state is told of it. Throws a Problem where it cannot be run. */
export const runErrand = async (errand: Errand, options: ErrandOptions): Promise<Action> => {
	const {desk, intake} = options;
	if (errand.kind === 'find') return {kind: 'found', query: errand.query, articles: await options.find(errand.query)};
	if (errand.kind === 'import-files' || errand.kind === 'demo') {
		if (intake === null) throw nobody();
		const made = errand.kind === 'demo' ? {library: await intake.demo(), told: ''}
			: await intake.files(errand.path, {signal: options.signal, progress: options.progress});
		await options.moved(made.library);
		return {kind: 'home', message: made.told};
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
		case 'pager': {
			const derivation = await options.read(errand.article);
			if (derivation) await desk.page(asText(derivation));
			return {kind: 'mended', message: ''};
		}

		case 'redraw':
			await desk.redraw();
			return {kind: 'mended', message: ''};
	}
};
