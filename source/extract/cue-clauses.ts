import type {Scope} from './cue-subjects.ts';
import {isDash} from './tokens.ts';

/** A finite verb in what follows a cue means that the content comes after it. */
export const VERB = /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|been|be|that|killed|died|rose|fell|left|took|made|sent|went|came|lost|won|saw|got|began|became|needs?|remains?|includes?|wants?|hit|injured|wounded|reached|stood|stands)$/;

/** Where clauses part that one cue does not govern together: ", as ministers push", "; ", ", while", "and there are". */
const partsAt = ({tokens, quoted}: Scope, at: number): boolean => {
	if (quoted(at)) return false;
	const token = tokens[at];
	if (token?.text === ';') return true;
	const next = tokens[at + 1]?.lower ?? '';
	if (token?.text === ',' && /^(?:as|while|but|whereas|although|though)$/.test(next)) return true;
	// "pledged to cut waste as he met 40 mayors"
	if (token?.lower === 'as' && /^(?:he|she|they)$/.test(next) && tokens[at - 1]?.kind !== 'mark') return true;
	return token?.lower === 'and' && next === 'there' && /^(?:is|are|was|were)$/.test(tokens[at + 2]?.lower ?? '');
};

/** Where the part of the sentence ends that goes on at a token. */
export const partAfter = (scope: Scope, at: number): number => {
	for (let index = at; index < scope.to; index += 1) if (partsAt(scope, index)) return index;
	return scope.to;
};

/** Where the part of the sentence begins that a token stands in. */
export const partBefore = (scope: Scope, at: number): number => {
	for (let index = at - 1; index > scope.from; index -= 1) if (partsAt(scope, index)) return index;
	return scope.from;
};

/** "Two pilots — the ministry said they were volunteers — died": what is said between dashes stays between them. Its closing dash; null where it is no aside. */
export const asideEnd = ({tokens, to}: Scope, at: number, subject: readonly [number, number]): number | null => {
	const dash = (index: number): boolean => isDash(tokens[index]) && (tokens[index]?.text !== '-' || tokens[index]?.start !== tokens[index - 1]?.end);
	if (!dash(subject[0] - 1)) return null;
	for (let index = at + 1; index < Math.min(to, at + 30); index += 1) if (dash(index)) return index;
	return null;
};

/** "..., the department reported on Friday, with 40 of them in care": the sentence hangs on after the cue. */
export const goesOn = (scope: Scope, at: number): Array<readonly [number, number]> => {
	const {tokens, to} = scope;
	for (let index = at + 1; index < Math.min(to, at + 7); index += 1) {
		if (tokens[index]?.text !== ',') continue;
		// "The inquiry, he said, had cost £2m": the clause began before the cue and has its verb behind it
		if (VERB.test(tokens[index + 1]?.lower ?? '') && !tokens.slice(scope.from, at).some(token => VERB.test(token.lower))) return [[index + 1, partAfter(scope, index + 1)]];
		return /^(?:with|up|down|compared|including|bringing|leaving|making|more|fewer|far|well|nearly|almost|most|mostly|among|of)$/.test(tokens[index + 1]?.lower ?? '') ? [[index + 1, partAfter(scope, index + 1)]] : [];
	}

	return [];
};
