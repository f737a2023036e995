import type {Correction} from '../model/override.ts';
import {withMessage, type Ask, type State} from './state.ts';
import {say} from './words.ts';

/** The question of an overlay that asks for one line. */
export const questionOf = (about: Ask): string => ({label: 'What is this event called?'})[about.kind];

/** The correction that an answer makes, and what is told when it is in. */
const correctionOf = (about: Ask, text: string): {readonly correction: Correction; readonly told: string} =>
	({correction: {kind: 'label', event: about.event, label: text}, told: say.renamed(text)});

/** The state after the line was given; an empty one changes nothing. */
export const answer = (state: State, about: Ask, text: string): State => {
	if (text === '') return withMessage(state, say.nothingTyped);
	const {correction, told} = correctionOf(about, text);
	return {...state, request: {kind: 'correct', corrections: [correction], told}};
};
