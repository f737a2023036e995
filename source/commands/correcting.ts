import {commitLatest, type Library} from '../model/library.ts';
import type {Correction} from '../model/override.ts';
import type {Context} from './command.ts';

/** Takes corrections down in this person's name. `why`: in their words, or null. */
export const correct = async ({effects}: Context, library: Library, corrections: readonly Correction[], why: string | null = null): Promise<void> => {
	const by = {who: effects.user, when: effects.now().toISOString(), why};
	await commitLatest(library, async () => ({corrections: corrections.map(correction => ({correction, ...by}))}));
};
