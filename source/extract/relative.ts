import {isDash, type Token} from './tokens.ts';

/** What stands behind a "that" which opens a clause about the noun before it: "the raid that killed", not "said that Peru". */
const PREDICATE = /^(?:has|have|had|was|were|is|are|will|would|may|might|could|can|did|does|do|left|leaves|took|takes|struck|hit|hits|saw|sees|began|cost|costs|put|led|sent|kept|drew|shook|made|brought|came|went|sank|tore|broke|swept|\p{L}{2,}ed|(?:kill|claim|injur|wound|displac|threaten|affect)e?s)$/u;

/**
 * The token that opens the relative clause a token stands in; null in a main clause. "a raid on the port, which has left
 * hundreds dead": whose and where of the main clause say nothing of them. A clause between two commas is over behind the second.
 */
export const relativeAt = (tokens: readonly Token[], from: number, at: number): number | null => {
	for (let back = at - 1; back > from; back -= 1) {
		const {lower = '', text = ''} = tokens[back] ?? {};
		if (text === ';' || text === ':') return null;
		if (!/^(?:which|who|where|whose|that)$/.test(lower) || (lower === 'that' && !PREDICATE.test(tokens[back + 1]?.lower ?? ''))) continue;
		// "the war, which began in May, has killed 40", "in Kent, the first town that voted, guards lost 40 boats"
		const aside = /^(?:,|and|[–—]|--)$/.test(tokens[back - 1]?.text ?? '') || tokens.slice(from, back).some(token => token.text === ',');
		const closing = tokens.slice(back, at).find((token, index, all) => (token.text === ',' || isDash(token)) && (all[index + 1]?.kind ?? 'number') !== 'number' && !/^(?:including|and|or|but|leaving|killing|injuring|wounding|among|half|most|some|many|more|at|about|up|according|with)$/.test(all[index + 1]?.lower ?? ''));
		return aside && closing !== undefined ? null : back;
	}

	return null;
};
