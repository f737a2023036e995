import {commitLatest, type Changes, type Library} from '../../model/library.ts';
import type {Correction} from '../../model/override.ts';
import type {Context} from '../command.ts';

/** Corrections in this person's name, to be taken down. `why`: in their words, or null. */
export const signed = ({effects}: Context, corrections: readonly Correction[], why: string | null = null): NonNullable<Changes['corrections']> => {
	const by = {who: effects.user, when: effects.now().toISOString(), why};
	return corrections.map(correction => ({correction, ...by}));
};

/** Takes corrections down in this person's name. `why`: in their words, or null. */
export const correct = async (context: Context, library: Library, corrections: readonly Correction[], why: string | null = null): Promise<void> => {
	await commitLatest(library, async () => ({corrections: signed(context, corrections, why)}));
};
