import type {Effects} from '../../model/effects.ts';
import type {Action} from '../reduce/reduce.ts';
import {exportTarget} from '../screens/export-target.ts';
import type {View} from '../state.ts';
import type {World} from '../world.ts';

/** Whether a file of that name is there already: looked at once, before anything is said of it. */
export const lookThere = async (view: View, world: World, effects: Effects, dispatch: (action: Action) => void): Promise<void> => {
	const target = view.kind === 'export' && view.there === null ? exportTarget(view, world) : null;
	if (target) dispatch({kind: 'there', there: await effects.exists(target.name)});
};

/** Enter in the export view: writes the file; one that is there already only when it is pressed twice. Throws a Problem where it cannot be written. */
export const writeExport = async (view: View, world: World, effects: Effects, dispatch: (action: Action) => void): Promise<void> => {
	const target = view.kind === 'export' ? exportTarget(view, world) : null;
	if (view.kind !== 'export' || !target) return;
	if (view.there && !view.sure) {
		dispatch({kind: 'sure', name: target.name});
		return;
	}

	await effects.writeFile(target.name, target.content, {force: view.sure});
	dispatch({kind: 'written', name: target.name});
};
