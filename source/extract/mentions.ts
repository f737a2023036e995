import {isGivenName} from '../text/given-names.ts';
import {matchesOf} from '../text/matches.ts';
import {genderOfName, genderOfTitle, honorifics, isFunctionWord, isRole, isTitle, notPersons, organisationWords, roleNouns, titles, type Gender} from './lexicon.ts';
import {beginsCapital} from './tokens.ts';

/** A name as it is printed: where, and what it seems to name. */
export type Mention = {
	readonly start: number;
	readonly end: number;
	/** Without titles before it and the possessive after it. */
	readonly name: string;
	readonly kind: 'person' | 'organisation' | 'other';
	readonly gender: Gender | null;
	readonly possessive: boolean;
	/** "shadow home secretary": the part a person plays, lower case, printed before or right after the name. */
	readonly role: string | null;
};

/** What the whole article tells about its words: how to take a capital at the start of a sentence. */
export type Vocabulary = {readonly lower: ReadonlySet<string>; readonly capital: ReadonlySet<string>};

/** A word with its neighbours' say: whether a sentence may begin with it, whether a mark parts it from the word before. */
type Token = {readonly text: string; readonly start: number; readonly end: number; readonly initial: boolean; readonly possessive: boolean; readonly stop: boolean};

const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’&-]*(?:\.(?=\p{Lu}\.)\p{Lu})*/gu;
const JOINERS = new Set(['of', 'for', 'the', 'de', 'del', 'della', 'di', 'da', 'du', 'van', 'von', 'der', 'den', 'bin', 'bint', 'al', 'el', 'la', 'le', '&', 'and']);
const DATE = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)$/;
const PARTICLES = new Set(['de', 'del', 'della', 'di', 'da', 'du', 'van', 'von', 'der', 'den', 'bin', 'bint', 'al', 'el', 'la', 'le']);

/** The words of a paragraph. */
export type Tokens = readonly Token[];

/** Cuts a paragraph into words. */
export const tokensOf = (text: string): Token[] => {
	const tokens: Token[] = [];
	let last = 0;
	for (const match of matchesOf(WORDS, text)) {
		const raw = match[0];
		const between = text.slice(last, match.index);
		const plain = !/['’-]/.test(raw);
		const owner = plain ? null : /(?:['’]s|(?<=s)['’])$/.exec(raw);
		const word = plain ? raw : (owner === null ? raw : raw.slice(0, owner.index)).replace(/['’-]+$/, '');
		const end = match.index + word.length;
		const previous = tokens.at(-1);
		if (between === ' ' && tokens.length > 0) {
			tokens.push({text: word, start: match.index, end, initial: false, possessive: owner !== null, stop: false});
			last = match.index + raw.length;
			continue;
		}

		// "Mr. Kim", "J. D. Vance": the dot belongs to the word before.
		const dotted = /^\.\s$/.test(between) && previous !== undefined && (/^\p{Lu}$/u.test(previous.text) || titles.has(previous.text) || /^(?:St|Mt|Ft|Sens|Reps)$/.test(previous.text));
		const stop = !dotted && between !== ' ' && between !== ' & ' && tokens.length > 0;
		const initial = tokens.length === 0 || (!dotted && /[.!?:;“”"‘(—–]/.test(between)) || /^[\s]*['’]$/.test(between);
		tokens.push({text: word, start: match.index, end, initial, possessive: owner !== null, stop});
		last = match.index + raw.length;
	}

	return tokens;
};

/** Words in lower case, and words in capitals elsewhere than at the start of a sentence. */
export const vocabularyOf = (paragraphs: readonly Tokens[]): Vocabulary => {
	const lower = new Set<string>();
	const capital = new Set<string>();
	for (const tokens of paragraphs) {
		for (const token of tokens) {
			if (!beginsCapital(token.text)) lower.add(token.text);
			else if (!token.initial) capital.add(token.text);
		}
	}

	return {lower, capital};
};

const isNamePart = (token: Token, vocabulary: Vocabulary): boolean => {
	if (!beginsCapital(token.text) || token.text === 'I' || /^I['’]/.test(token.text)) return false;
	if (!token.initial) return !isFunctionWord(token.text) || vocabulary.capital.has(token.text) && !/^(?:The|A|An|But|And|He|She|It|They|We|In|On|At|As|If|So|When|While|After)$/.test(token.text);
	if (isFunctionWord(token.text)) return false;
	return isGivenName(token.text) || titles.has(token.text) || vocabulary.capital.has(token.text) || !(vocabulary.lower.has(token.text.toLowerCase()) || /(?:ing|ly)$/.test(token.text));
};

/** The index after the last token of the run that starts at `from`. */
const runEnd = (tokens: readonly Token[], from: number, vocabulary: Vocabulary): number => {
	let to = from + 1;
	let organisation = organisationWords.has(tokens[from]?.text ?? '');
	for (;;) {
		const previous = tokens[to - 1];
		if (previous?.possessive) return to;
		let next = to;
		while (next < to + 2 && tokens[next] !== undefined && !tokens[next]?.stop && JOINERS.has(tokens[next]?.text ?? '')) next++;
		const token = tokens[next];
		if (token === undefined || token.stop || token.initial || !isNamePart(token, vocabulary)) return to;
		const joiners = tokens.slice(to, next).map(word => word.text);
		// "Department for Work and Pensions" but "Jill Stein and Ralph Nader", "leader of Reform".
		if (joiners.length > 0 && !joiners.every(word => PARTICLES.has(word)) && !(organisation && joiners[0] !== 'the')) return to;
		if (joiners.includes('and') && !tokens.slice(from, to).some(word => /^(?:of|for|&)$/.test(word.text))) return to;
		organisation ||= organisationWords.has(token.text);
		to = next + 1;
	}
};

const ROLE_BEFORE = /(?:^|[\s,(“"'‘])((?:[\p{L}’'-]+\s){0,4}?([\p{L}-]+))\s$/u;
const AGE_AFTER = /^,\s\d{1,2}(?:,|\.|\s)/;
const CUE_AFTER = /^,?\s(?:said|says|told|tells|added|adds|wrote|writes|tweeted|claimed|warned|argued|insisted|explained|who)\b/;
const APPOSITION = /^,\s(?:\d{1,2},\s)?((?:the|a|an|his|her|their|who is)?\s?[^,.;:“”"()]{2,70})/;

const lastRoleIn = (phrase: string): string | null => {
	const words = phrase.toLowerCase().split(/\s+/);
	const at = words.findLastIndex(word => roleNouns.has(word.replace(/['’]s?$/, '')));
	return at < 0 ? null : words.slice(0, at + 1).join(' ');
};

const DETERMINERS = /^(?:the|a|an|his|her|their|our|its|former|then|who|is|and|but|as|by|with|to|of|from|when|while|after|that|said|told)\s+/;

const bare = (role: string): string => {
	let words = role;
	while (DETERMINERS.test(words)) words = words.replace(DETERMINERS, '');
	return words;
};

const roleAround = (text: string, start: number, end: number, prefix: string, follows: boolean): string | null => {
	const inRun = prefix === '' ? null : lastRoleIn(prefix);
	if (inRun !== null) return bare(inRun);
	const before = follows ? ROLE_BEFORE.exec(text.slice(Math.max(0, start - 60), start)) : null;
	if (before !== null && roleNouns.has((before[2] ?? '').toLowerCase())) return bare((before[1] ?? '').toLowerCase());
	const after = text.charAt(end) !== ',' ? null : APPOSITION.exec(text.slice(end, end + 90));
	// "said John Smith, head of policy at Shelter": the role is up to its first preposition.
	const role = after === null || /^(?:\p{L}+(?:ed|ing)|where|with|which|and|but|or|in|on|at|by|to|after|before|when|while)\s/u.test(after[1] ?? '') ? null : lastRoleIn((after[1] ?? '').split(/\s(?:of|at|for|in|with|from|who|on)\s/)[0] ?? '');
	return role === null ? null : bare(role);
};

const isPersonRun = (words: readonly string[], text: string, end: number, role: string | null, titled: boolean): boolean => {
	const first = words[0] ?? '';
	if (words.length > 5 || words.some(word => organisationWords.has(word))) return false;
	if (titled) return true;
	if (notPersons.has(first) || /^\p{Lu}{3,}$/u.test(first)) return false;
	if (isGivenName(first)) return words.length > 1 || AGE_AFTER.test(text.slice(end, end + 8));
	if (words.length < 2) return false;
	if (words.some(word => notPersons.has(word))) return false;
	const after = text.slice(end, end + 14);
	return role !== null || AGE_AFTER.test(after) || CUE_AFTER.test(after);
};

/** Names in one paragraph, in order. Not read: whose name it is; the cast knows that. */
export const mentionsIn = (text: string, tokens: Tokens, vocabulary: Vocabulary): Mention[] => {
	const mentions: Mention[] = [];
	for (let index = 0; index < tokens.length; index++) {
		const token = tokens[index];
		if (token === undefined || !isNamePart(token, vocabulary)) continue;
		const lead = tokens[index - 1]?.text ?? '';
		const to = runEnd(tokens, index, vocabulary);
		const run = tokens.slice(index, to);
		index = to - 1;
		const lastTitle = run.findLastIndex((word, at) => at < run.length - 1 && (isTitle(word.text) || isRole(word.text)));
		const title = run[lastTitle]?.text ?? '';
		const own = run.slice(lastTitle + 1);
		const organisation = run.some(word => organisationWords.has(word.text)) && own.some(word => organisationWords.has(word.text));
		const words = (organisation ? run : own).map(word => word.text);
		const head = organisation ? run[0] : own[0];
		const tail = run.at(-1);
		if (head === undefined || tail === undefined || (run.length === 1 && (titles.has(head.text) || isRole(head.text)))) continue;
		if (DATE.test(text.slice(run[0]?.start ?? head.start, tail.end))) continue;
		const prefix = run.slice(0, lastTitle + 1).map(word => word.text).join(' ');
		const role = organisation ? null : roleAround(text, run[0]?.start ?? head.start, tail.end, prefix, isRole(lead));
		const person = !organisation && isPersonRun(words, text, tail.end, role, isTitle(title) || (lastTitle >= 0 && isRole(title)));
		const gender = genderOfTitle(title) ?? (words.length > 1 || person ? genderOfName(words[0] ?? '') : null) ?? (role === null ? null : genderOfTitle(role.split(' ').at(-1) ?? ''));
		const royal = /^(?:King|Queen|Prince|Princess|Pope)$/.test(title) && words.length < 3;
		const start = royal ? run[lastTitle]?.start ?? head.start : head.start;
		mentions.push({start, end: tail.end, name: text.slice(start, tail.end), kind: person ? 'person' : organisation ? 'organisation' : 'other', gender: person ? gender : null, possessive: tail.possessive, role: person && !honorifics.has(title) || role !== null ? role : null});
	}

	return mentions;
};
