import {stem} from '../text/stems.ts';
import {printedTokens, type Token} from '../text/tokens.ts';
import {smallWords} from './small-words.ts';

/** Words of a phrase at most; a name is taken whole ("Centre for the Care of Seals"), up to so many. */
const LONGEST = 4;
const LONGEST_NAME = 7;

/** A mark that ends a phrase; a point only where a space follows. */
const MARK = /[^\p{L}\p{N}\s'’.-]|\.\s/u;
/** "Two million doses" are doses: what is counted is no part of what a story is called. */
const COUNTS: ReadonlySet<string> = new Set(['hundred', 'hundreds', 'thousand', 'thousands', 'million', 'millions', 'billion', 'billions', 'trillion', 'trillions', 'dozen', 'dozens', 'percent', 'per', 'cent']);
/** Small words that a name can begin with: "New Harbour", "First Lady". */
const IN_NAMES: ReadonlySet<string> = new Set(['new', 'first', 'last', 'second', 'one', 'two', 'three', 'same']);

/** What a phrase is called for: somebody (a name, with or without a title), a thing, or something that neither is. */
export type PhraseKind = 'who' | 'what' | 'neither';

/** A run of words. `key`: its stems; `words`: how many there are, what hyphens join being one; `named`: it holds a name. */
export type Phrase = {readonly key: string; readonly text: string; readonly kind: PhraseKind; readonly words: number; readonly named: boolean};

/** A text in words, each with its stem; `names`: those with a capital of their own. */
export type Words = {readonly text: string; readonly found: readonly Token[]; readonly stems: readonly string[]; readonly names: readonly boolean[]};

const begins = (text: string, {start}: Token): boolean => /(?:^|[.!?:\n]["”’')]?\s*["“‘'(]?)$/u.test(text.slice(Math.max(0, start - 4), start));

/** "The 3rd harbour master": the end of an ordinal is no word that a story is called by. */
const endsOrdinal = (text: string, {token, start}: Token): boolean => /^(?:st|nd|rd|th)$/.test(token) && /\p{Nd}$/u.test(text.slice(Math.max(0, start - 1), start));

/** Cuts texts into words. A capital at the start of a sentence is a name's only where the texts never write the word small. */
export const wordsIn = (texts: readonly string[]): Words[] => {
	const cut = texts.map(text => ({text, found: printedTokens(text).filter(word => !endsOrdinal(text, word))}));
	const small = new Set(cut.flatMap(({found}) => found.flatMap(({token, text}) => /^\p{Ll}/u.test(text) ? [token] : [])));
	return cut.map(({text, found}) => ({
		text, found, stems: found.map(({token}) => stem(token)),
		names: found.map(word => /^\p{Lu}/u.test(word.text) && (!begins(text, word) || !small.has(word.token))),
	}));
};

/** "North Korean", "British": an adjective, of which a label is waiting for the noun. */
const ADJECTIVE = /(?:[^r]ish|[aeio]an|ese|ench|utch|eek|iss|aqi|eli)$/u;
/** "Killed a woman", "arresting on suspicion": what was done, without who did it. The shooting, the dredging are things. */
const DONE = /(?:ed|ing)$/u;
const DONE_LAST = /[^e]ed$/u;

/** Words that wait for their noun: "Democratic presidential", "the former". */
const WAITING: ReadonlySet<string> = new Set(['former', 'presidential', 'democratic', 'republican', 'federal', 'national', 'political', 'gay', 'top', 'major', 'possible', 'likely', 'final', 'early', 'public', 'local', 'current', 'potential', 'key', 'recent', 'second', 'third', 'partial', 'lead']);
/** "PORT ELLERY (Wire) –": where it was written, not whom it is about. */
const DATELINE = /^\p{Lu}{5,}$/u;

const kindOf = (words: readonly Token[], names: readonly boolean[]): PhraseKind => {
	const [first, last] = [words[0], words.at(-1)];
	if (first === undefined || last === undefined) return 'neither';
	const small = words.slice(1, -1).some(({token}) => smallWords.has(token));
	if (WAITING.has(last.token) || DATELINE.test(last.text)) return 'neither';
	if (names.at(-1) === true) return ADJECTIVE.test(last.token) || (names[0] !== true && (small || DONE.test(first.token))) ? 'neither' : 'who';
	return DONE_LAST.test(last.token) || (small && DONE.test(first.token)) ? 'neither' : 'what';
};

/** Runs of words that begin and end with a word that says something, and have no mark inside. Names are not cut. `common`: the words they are made of; none: any. */
export const phrasesIn = ({text, found, stems, names}: Words, common?: ReadonlySet<string>): Phrase[] => {
	const isIn = stems.map(word => common === undefined || common.has(word));
	const between = (index: number): string => text.slice((found[index - 1]?.start ?? 0) + (found[index - 1]?.text.length ?? 0), found[index]?.start ?? 0);
	// Whether a phrase can go on from the word before: nothing between the two ends it.
	const goesOn = (index: number): boolean => index > 0 && index < found.length && !MARK.test(`${found[index - 1]?.text ?? ''}${between(index)}${found[index]?.text ?? ''}`);
	const isJoined = (index: number): boolean => index > 0 && index < found.length && between(index) === '-';
	const isSmall = (index: number): boolean => {
		const token = found[index]?.token ?? '';
		return smallWords.has(token) && !(IN_NAMES.has(token) && (isJoined(index + 1) || (names[index] === true && names[index + 1] === true)));
	};

	const inName = (index: number): boolean => names[index] === true && !/['’]s?$/u.test(found[index]?.text ?? '');
	const phrases: Phrase[] = [];
	for (const [start, first] of found.entries()) {
		if (isIn[start] !== true || isSmall(start) || isJoined(start) || MARK.test(first.text) || /^\p{N}/u.test(first.text) || COUNTS.has(first.token)) continue;
		// "Jersey" is no name where "New Jersey" stands.
		if (names[start] === true && inName(start - 1) && !smallWords.has(found[start - 1]?.token ?? '') && goesOn(start)) continue;
		if (names[start] === true && names[start - 1] === true && IN_NAMES.has(found[start - 1]?.token ?? '') && goesOn(start)) continue;
		let joined = 0;
		let named = false;
		for (let last = start; last < found.length && (last === start || (isIn[last] === true && goesOn(last))); last += 1) {
			const word = found[last];
			named ||= names[last] === true;
			if (isJoined(last)) joined += 1;
			const size = last - start + 1 - joined;
			if (word === undefined || size > LONGEST_NAME) break;
			const some = found.slice(start, last + 1);
			if (size > LONGEST && some.some(({token}, index) => names[start + index] !== true && !smallWords.has(token))) break;
			if (isSmall(last) || isJoined(last + 1) || /^\p{N}/u.test(word.text) || COUNTS.has(word.token)) continue;
			if (inName(last) && names[last + 1] === true && goesOn(last + 1)) continue;
			phrases.push({
				key: stems.slice(start, last + 1).join(' '), text: text.slice(first.start, word.start + word.text.length).replace(/['’]s?$/u, ''),
				kind: kindOf(some, names.slice(start, last + 1)), words: size, named,
			});
		}
	}

	return phrases;
};
