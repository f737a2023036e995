import type {Effects} from '../../model/effects.ts';
import type {Figure} from '../../model/figure.ts';
import type {Derivation, Library, MendableLibrary} from '../../model/library.ts';
import {textQuoteOf, type TextQuote} from '../../model/override.ts';
import {Problem} from '../../model/problem.ts';
import type {Quote} from '../../model/quote.ts';
import type {Action} from '../reduce/reduce.ts';
import type {Errand, Overlay, Request} from '../state.ts';
import {say} from '../words/words.ts';

/** The words a correction of this figure or quote holds on to. */
export const holdOn = (fact: Figure | Quote, {article}: Derivation): TextQuote => textQuoteOf(article, fact);

/** Carries a request out in the library; returns what to tell. Throws a Problem where the library refuses. */
export const carryOut = async (request: Exclude<Request, Errand>, library: Library, effects: Effects): Promise<string> => {
	const {generation} = await library.summary();
	const by = {who: effects.user, when: effects.now().toISOString()};
	if (request.kind !== 'correct') {
		const sequence = request.kind === 'undo' ? request.sequence : undefined;
		await library.commit({undo: {...by, redo: request.kind === 'redo', ...(sequence !== undefined && {sequence})}}, generation);
		return request.kind === 'redo' ? say.redone : request.told ?? say.undone;
	}

	await library.commit({
		corrections: request.corrections.map(correction => ({correction, ...by, why: null})),
		...(request.instead !== undefined && {undo: {...by, redo: false, sequence: request.instead}}),
	}, generation);
	return request.told;
};

/** What an overlay waits for: how a fact would read, or what an act on events would change. Null where it waits for nothing. */
export const foretell = async (overlay: Overlay | null, library: Library | MendableLibrary): Promise<Action | null> => {
	if (overlay?.kind === 'versions' && overlay.versions === null) {
		const [earlier, now] = [await library.revisions(overlay.article), await library.read([overlay.article], {uncorrected: true})];
		return {kind: 'versions', versions: [...earlier.map(({derivation}) => derivation), ...now]};
	}

	if (overlay?.kind === 'alike' && overlay.planned === null) {
		if (!('planAlike' in library)) throw new Problem({exit: 'library', what: say.cannotMend, why: ''});
		return {kind: 'planned-alike', planned: await library.planAlike(overlay.act)};
	}

	const draft = overlay?.kind === 'put-right' && overlay.draft?.planned === null ? overlay.draft : null;
	if (draft !== null) {
		if (!('planFact' in library)) throw new Problem({exit: 'library', what: say.cannotMend, why: ''});
		return {kind: 'drafted', planned: await library.planFact(draft.addition)};
	}

	if (overlay?.kind !== 'mend-events' || overlay.planned !== null) return null;
	if (!('planAct' in library)) throw new Problem({exit: 'library', what: say.cannotMend, why: ''});
	return {kind: 'planned', planned: await library.planAct(overlay.act)};
};
