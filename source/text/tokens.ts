/*
 * Words for comparing texts: folded, and marks are gone. Two other cuts exist for a reason: extract/tokens.ts keeps the marks
 * and every offset, since a figure is read from its neighbours; search/words.ts folds accents and cuts unspaced scripts by
 * the character, since what a person types must meet what an article says.
 */

/** A run of letters or a number. Apostrophes stay inside a word; points and commas inside a number. */
const TOKEN = /(?:\p{Lu}\.){2,}|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{Nd}+(?:[.,]\p{Nd}+)*/gu;
/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A word longer than this is no word (a hash, a pasted address): it is cut, so that nothing later pays for its length. */
const LONGEST = 40;

/** Neighbouring pairs of characters: what stands in for words where a script has no spaces. */
const pairs = (run: string): string[] => {
	const characters = [...run];
	return characters.length < 3 ? [run] : characters.slice(1).map((character, index) => `${characters[index]}${character}`);
};

const asNumber = (token: string): string => token.replace(/,(?=\p{Nd}{3}(?!\p{Nd}))/gu, '');

const PLAIN = /^[a-z]{1,40}$/;

const asWord = (token: string): string => {
	// Most words need nothing done to them.
	if (PLAIN.test(token)) return token;
	// "US" is a country and "us" is not: lower case alone would make the country a pronoun.
	if (token === 'US' || token === 'U.S.') return 'usa';
	return token.replaceAll('.', '').replace(/['’]s?$/iu, '').replaceAll('’', '\'').toLowerCase().slice(0, LONGEST);
};

/** A word or number of a text: `token` as it is compared, `text` as it is printed, at `start`. */
export type Token = {readonly token: string; readonly text: string; readonly start: number};

/**
 * The words and numbers of a text with their places, in order. The token is in lower case, without a possessive ending,
 * thousands without commas ("5,000" is "5000"), initials without points ("U.K." is "uk"). Linear in the length of the text.
 */
export const printedTokens = (text: string): Token[] => {
	const found: Token[] = [];
	for (const match of text.matchAll(TOKEN)) {
		const [run] = match;
		if (/^\p{Nd}/u.test(run)) found.push({token: asNumber(run).slice(0, LONGEST), text: run, start: match.index});
		else if (UNSPACED.test(run)) for (const pair of pairs(run)) found.push({token: pair, text: pair, start: match.index});
		else found.push({token: asWord(run), text: run, start: match.index});
	}

	return found;
};

/** The words and numbers of a text as they are compared, in order: what `printedTokens` finds, without the places. */
export const tokens = (text: string): string[] => printedTokens(text).map(found => found.token);
