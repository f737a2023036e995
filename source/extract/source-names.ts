import type {Resolve} from './attribution.ts';
import {DOCUMENT} from './cue-subjects.ts';
import {organisationHeads, organisationWords} from './lexicon.ts';
import {namesPeople, phraseOf} from './nouns.ts';
import {demonymsIn} from './demonyms.ts';
import {isCapital, type Token} from './tokens.ts';

/** Words that name nobody by themselves. */
export const PRONOUN = /^(?:he|she|it|they|we|i|who|this|that|which|these|those|many|some|others|one|it's|someone|everyone|nobody|you|him|her|them)$/i;
const ORGANISED = /^(?:by|from|for|at)$/;

const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** The "for" or "of" of a name in capitals that ends at a token: "for" of "Office for National Statistics"; empty where there is none. */
const nameLink = (tokens: readonly Token[], from: number, at: number): string => {
	let back = at - 1;
	while (back > from && isCapital(tokens[back])) back -= 1;
	return back < at - 1 && isCapital(tokens[back - 1]) ? tokens[back]?.lower ?? '' : '';
};

/** Begins a sentence without being a name: "Preliminary figures", "Early data". */
const DESCRIBES = /^(?:preliminary|provisional|initial|early|latest|new|official|unofficial|recent|government|internal|leaked|separate|previous|earlier|public|federal|state|local|police|court|company|final|partial|updated|revised|independent|additional|satellite|census|exit|a|an|the)$/;

/** "A poll by Ipsos taken before": the pollster; "the YouGov survey": YouGov; "official data": as it stands. */
export const publisherOf = (tokens: readonly Token[], from: number, to: number): string | null => {
	for (let at = from; at < to; at += 1) {
		// "the Office for National Statistics", "the Bureau of Labor Statistics": the word ends a name; "Bureau of Labor Statistics data" is the bureau's
		if (isCapital(tokens[at]) && /^(?:for|of)$/.test(nameLink(tokens, from, at))) {
			if (tokens.slice(at + 1, to).some(token => DOCUMENT.test(token.text))) continue;
			return null;
		}

		// "the Congressional Research Service" is a name and no research
		if (!DOCUMENT.test(tokens[at]?.lower ?? '') || (isCapital(tokens[at]) && isCapital(tokens[at + 1]) && at + 1 < to)) continue;
		for (let next = at + 1; next < Math.min(to, at + 9); next += 1) {
			// "an Acme analysis of data from the council": whoever analyses tells the number
			if (tokens[next]?.lower === 'of' && isCapital(tokens[at - 1]) && at > from) break;
			if (ORGANISED.test(tokens[next]?.lower ?? '')) {
				let start = next + 1;
				if (/^(?:the|an?)$/.test(tokens[start]?.lower ?? '')) start += 1;
				let end = start;
				if (MONTH.test(tokens[start]?.text ?? '')) continue;
				while (end < to && (isCapital(tokens[end]) || (/^(?:of|for|and|the|&)$/.test(tokens[end]?.lower ?? '') && isCapital(tokens[end + 1])))) end += 1;
				if (end > start) return phraseOf(tokens, tokens[start - 1]?.lower === 'the' ? start - 1 : start, end);
			}
		}

		// "the Hull Political Report" is called so; "a CNN Poll" in a headline is CNN's
		if (isCapital(tokens[at]) && isCapital(tokens[at - 1]) && tokens[from]?.lower === 'the' && tokens.slice(from + 1, at + 1).every(isCapital)) return null;
		let start = at;
		while (start > from && (isCapital(tokens[start - 1]) || (/^[/-]$/.test(tokens[start - 1]?.text ?? '') && isCapital(tokens[start]) && isCapital(tokens[start - 2])) || (/^(?:of|for|and)$/.test(tokens[start - 1]?.lower ?? '') && isCapital(tokens[start]) && isCapital(tokens[start - 2])) || /^(?:opinion|latest|new|recent|official|annual|monthly|quarterly|exit|snap|online|economic)$/.test(tokens[start - 1]?.lower ?? '')) && !/^(?:the|a|an)$/.test(tokens[start - 1]?.lower ?? '')) start -= 1;
		while (start < at && DESCRIBES.test(tokens[start]?.lower ?? '') && start === from) start += 1;
		let end = start;
		while (end < at && (isCapital(tokens[end]) || (/^[/-]$/.test(tokens[end]?.text ?? '') && isCapital(tokens[end + 1])) || (/^(?:of|for|and)$/.test(tokens[end]?.lower ?? '') && isCapital(tokens[end + 1])))) end += 1;
		return end > start ? phraseOf(tokens, start, end).replace(/['’]s$/, '') : null;
	}

	return null;
};

const ORGANISED_BODY = /^\p{Lu}{2,5}$/u;
/** "the Fund said it expects": a pronoun right behind another cue is who that cue speaks of, where a body speaks (it) or several people do (they). Null where that is not sure. */
export const saidOfItself = (tokens: readonly Token[], [at, end]: readonly [number, number], outer: {readonly next: number; readonly subject: readonly [number, number] | null}): readonly [number, number] | null => {
	const {subject, next} = outer;
	if (subject === null || end - at !== 1 || !(at === next || (at === next + 1 && (tokens[next]?.lower ?? '').endsWith('day')) || (at - next <= 7 && tokens[at - 1]?.lower === 'that' && !tokens.slice(next, at - 1).some(({lower}) => lower === 'that' || lower === ',')))) return null;
	const last = tokens[subject[1] - 1];
	if (last === undefined) return null;
	const body = organisationWords.has(last.text) || organisationHeads.has(last.lower) || ORGANISED_BODY.test(last.text) || /^(?:company|fund|treasury|government|army|military|firm|department|ministry|navy|city|state)$/.test(last.lower);
	return (tokens[at]?.lower === 'it' && body) || (tokens[at]?.lower === 'they' && namesPeople(last) && last.lower.endsWith('s')) ? subject : null;
};

/** "The nation reported 40 cases, according to": a country or a state that has cases, no authority that speaks. */
export const isPlace = (tokens: readonly Token[], [from, to]: readonly [number, number]): boolean =>
	/^(?:country|nation|state|city|county|region|province|world)$/.test(tokens[to - 1]?.lower ?? '') || demonymsIn(tokens, from, to).some(({at, adjective}) => !adjective && at <= from + 1 && phraseOf(tokens, from, to).split(' ').length <= 3);

/** The printed words of a subject, without a leading "that", and the name behind a pronoun. */
export const nameOf = (tokens: readonly Token[], [from, to]: readonly [number, number], resolve: Resolve): {source: string | null; text: string} => {
	const text = phraseOf(tokens, from, to).replace(/\s?['’]s$/, match => match.trim() === match ? match : '');
	const offset = tokens[from]?.start ?? 0;
	if (PRONOUN.test(text)) return {source: resolve(text, offset), text};
	// "census data released on Monday": what was done with it names nobody
	if (tokens.slice(from, to).some(token => DOCUMENT.test(token.lower))) return {source: publisherOf(tokens, from, to) ?? text.replace(/\s(?:released|unveiled|published|issued|obtained|compiled|gathered|collected|seen|shared|reported|posted|provided|reviewed)$/, ''), text};
	if (/^the\s\p{Ll}/u.test(text.toLowerCase().startsWith('the ') ? `the ${text.slice(4)}` : text)) return {source: resolve(text, offset) ?? text, text};
	return {source: text, text};
};
