import type {Qualifier} from '../model/figure.ts';
import {isDash, touches, type Token} from './tokens.ts';

/** A qualifier beside a value: its sign and how far it reaches (token numbers); `between` waits for an "and". */
export type Bound<Sign = Qualifier | 'between'> = {readonly sign: Sign; readonly from: number; readonly next: number};

/** FEATURES' table, longest first; "then" is a common slip for "than". A word may stand inside: "more than just 40" is rare and left. */
const BEFORE: ReadonlyArray<readonly [string, Qualifier | 'between']> = [
	['significantly more than', '>'], ['considerably more than', '>'], ['substantially more than', '>'], ['far more than', '>'], ['well more than', '>'], ['much more than', '>'], ['slightly more than', '>'], ['a little more than', '>'], ['little more than', '~'],
	['no more than', '<='], ['not more than', '<='], ['no fewer than', '>='], ['no less than', '>='], ['not less than', '>='], ['not fewer than', '>='],
	['far fewer than', '<'], ['slightly less than', '<'], ['slightly fewer than', '<'], ['a little less than', '<'], ['a little under', '<'], ['a little over', '>'], ['little less than', '~'],
	['more than', '>'], ['more then', '>'], ['greater than', '>'], ['higher than', '>'], ['larger than', '>'], ['bigger than', '>'], ['longer than', '>'], ['in excess of', '>'], ['upwards of', '>'], ['upward of', '>'], ['north of', '>'], ['well over', '>'], ['well above', '>'], ['just over', '>'], ['just above', '>'], ['slightly over', '>'], ['slightly above', '>'], ['over', '>'], ['above', '>'], ['exceeding', '>'], ['topping', '>'], ['surpassing', '>'],
	['at the very least', '>='], ['at least', '>='], ['a minimum of', '>='], ['minimum of', '>='], ['as few as', '>='], ['as little as', '>='], ['as low as', '>='],
	['fewer than', '<'], ['fewer then', '<'], ['less than', '<'], ['less then', '<'], ['lower than', '<'], ['smaller than', '<'], ['shy of', '<'], ['short of', '<'], ['well under', '<'], ['well below', '<'], ['just under', '<'], ['just below', '<'], ['slightly under', '<'], ['slightly below', '<'], ['under', '<'], ['below', '<'], ['south of', '<'],
	['up to', '<='], ['as many as', '<='], ['as much as', '<='], ['as high as', '<='], ['as long as', '<='], ['as large as', '<='], ['at most', '<='], ['a maximum of', '<='], ['maximum of', '<='], ['at the most', '<='],
	['somewhere around', '~'], ['somewhere in the region of', '~'], ['in the region of', '~'], ['in the order of', '~'], ['on the order of', '~'], ['in the vicinity of', '~'], ['close to', '~'], ['closer to', '~'], ['very nearly', '~'], ['approximately', '~'], ['approx', '~'], ['roughly', '~'], ['around', '~'], ['about', '~'], ['circa', '~'], ['nearly', '~'], ['almost', '~'], ['some', '~'], ['virtually', '~'], ['near', '~'], ['approaching', '~'], ['nearing', '~'], ['practically', '~'],
	['anywhere between', 'between'], ['somewhere between', 'between'], ['between', 'between'], ['anything between', 'between'],
];
const table = new Map<string, Array<{words: string[]; sign: Qualifier | 'between'}>>();
for (const [phrase, sign] of BEFORE) {
	const words = phrase.split(' ');
	const last = words.at(-1) ?? '';
	table.set(last, [...table.get(last) ?? [], {words, sign}].toSorted((left, right) => right.words.length - left.words.length));
}

/** "over", "under" and "about" are prepositions too: before a small count in letters ("over two villages") they tell a place. */
const PLACE_TOO = new Set(['over', 'under', 'above', 'below', 'near', 'about']);

const SPOKEN_ABOUT = /^(?:ask(?:s|ed|ing)?|information|details?|questions?|concerns?|stor(?:y|ies)|books?|films?|talk(?:s|ed|ing)?|worr(?:y|ied)|lied|documents?|evidence|news|allegations?|jokes?|joked|sp(?:eaks?|oke|oken)|complain(?:s|ed|ts?)?|facts?|doubts?|articles?|something|anything|nothing|conversations?|debate)$/;
const TURNED_OVER = /^(?:turn(?:s|ed|ing)?|hand(?:s|ed|ing)?|takes?|took|taken|taking|won|pass(?:es|ed)?|r[au]n|sign(?:s|ed)?|fl(?:y|ew|own|ying)|fell|look(?:s|ed|ing)?|f(?:ight|ought|ighting)|argue[ds]?|dispute[ds]?|concerns?|debates?|battles?|questions?|rows?|war|outrage|anger|fears?|divided|split|clash(?:es|ed)?|feuds?|criticism|controversy|protests?|lawsuits?|sued|resigned|arrested)$/;
const MOVES = /^(?:tick|go|went|gone|go(?:es|ing)|mov(?:e|es|ed|ing)|creep|creeps|crept|edg(?:e|es|ed|ing)|shot|shoots?|inch(?:es|ed|ing)?|ris(?:e|es|en|ing)|rose|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|nudg(?:e|es|ed|ing)|bump(?:s|ed|ing)?|push(?:es|ed|ing)?|add(?:s|ed|ing)?|tick(?:s|ed|ing)|brings?|brought|bringing|back|cre(?:eps|eping)|shooting|revis(?:e|es|ed|ing)|straight|right|way|all)$/;

/** The qualifier that ends right before token `at`. `soft`: the value is a small count in letters. */
export const boundBefore = (tokens: readonly Token[], at: number, soft: boolean): Bound | null => {
	const last = tokens[at - 1];
	if (!last || last.kind !== 'word') return null;
	for (const {words, sign} of table.get(last.lower) ?? []) {
		const from = at - words.length;
		if (from < 0 || !words.every((word, index) => tokens[from + index]?.lower === word)) continue;
		if (soft && words.length === 1 && PLACE_TOO.has(words[0] ?? '') && last.lower !== 'about') continue;
		// "the above 12", "take over 12", "is about two things"
		// "claims ticked up to 373,000": where a movement ends, no bound
		if (last.lower === 'to' && words[0] === 'up' && MOVES.test(tokens[from - 1]?.lower ?? '')) continue;
		// "information about two plans", "anger over 40 cuts", "turned over thousands of files": here it governs a noun or belongs to a verb
		if (words.length === 1 && (last.lower === 'about' ? SPOKEN_ABOUT : last.lower === 'over' ? TURNED_OVER : null)?.test(tokens[from - 1]?.lower ?? '')) continue;
		if (words.length === 1 && last.lower === 'some' && /^(?:for|in)$/.test(tokens[from - 1]?.lower ?? '') && soft) continue;
		return {sign, from, next: at};
	}

	return null;
};

/** "or more", "and more", "or so", "plus", a glued "+": the sign, and the token after it. */
export const boundAfter = (tokens: readonly Token[], at: number): Bound<Qualifier> | null => {
	const first = tokens[at];
	if (!first) return null;
	if (first.text === '+' && touches(tokens[at - 1], first)) return {sign: '>=', from: at, next: at + 1};
	if (isDash(first) && touches(tokens[at - 1], first) && tokens[at + 1]?.lower === 'plus') return {sign: '>=', from: at, next: at + 2};
	// "20-odd boats"
	if (isDash(first) && touches(tokens[at - 1], first) && tokens[at + 1]?.lower === 'odd') return {sign: '~', from: at, next: at + 2};
	if (first.lower === 'plus' && !/^[a-z]/.test(tokens[at + 1]?.text ?? '')) return {sign: '>=', from: at, next: at + 1};
	const second = tokens[at + 1]?.lower ?? '';
	if (first.lower === 'or' || first.lower === 'and') {
		if ((second === 'more' || (first.lower === 'or' && /^(?:over|above|greater|higher|longer)$/.test(second))) && !/^(?:than|then|wounded|injured)$/.test(tokens[at + 2]?.lower ?? '') && (first.lower === 'or' || !/^\p{Ll}/u.test(tokens[at + 2]?.text ?? ''))) return {sign: '>=', from: at, next: at + 2};
		if (first.lower === 'or' && /^(?:less|fewer|under|lower|below)$/.test(second)) return {sign: '<=', from: at, next: at + 2};
		if (first.lower === 'or' && (second === 'so' || second === 'thereabouts')) return {sign: '~', from: at, next: at + 2};
	}

	if (first.lower === 'at' && /^(?:least|most)$/.test(second) && !/^\d|^an?$/.test(tokens[at + 2]?.text ?? '')) return {sign: second === 'least' ? '>=' : '<=', from: at, next: at + 2};
	return null;
};

/** Low and high under a sign: a bound fills one side alone. */
export const bounded = (low: number, high: number, sign: Qualifier): {readonly low: number | null; readonly high: number | null} =>
	sign === '>' || sign === '>=' ? {low, high: null} : sign === '<' || sign === '<=' ? {low: null, high} : {low, high};
