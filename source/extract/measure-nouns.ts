import {figureCues} from './cue-verbs.ts';
import type {Component} from '../model/figure.ts';
import {countedNoun, endsPhrase, isPast, phraseOf} from './nouns.ts';
import type {NumberSpan} from './numbers.ts';
import {isCapital, isTitleCase, type Token} from './tokens.ts';

/** What a figure measures: our term, the words printed for it, and which losses the text names. `at`: token of the word that decided, null for the noun alone. */
export type Measured = {readonly measure: string | null; readonly measureText: string | null; readonly components: readonly Component[] | null; readonly stock: boolean; readonly at: number | null};

/** Nothing is told of what a figure measures. */
export const nothing: Measured = {measure: null, measureText: null, components: null, stock: false, at: null};

const endsWith = (token: Token | undefined): boolean => token === undefined || endsPhrase(token);

/** "$1bn for border security", "$3m in ticket money": what the money is for. */
const purposeOf = (tokens: readonly Token[], at: number): Measured => {
	let from = at;
	// "$5m for 75 new judges"
	while (tokens[from]?.kind === 'number' || /^(?:a|an|the|its|their|his|her|new|more|additional|extra)$/.test(tokens[from]?.lower ?? '')) from += 1;
	let next = from;
	while (next - from < 3 && tokens[next]?.kind === 'word' && /^\p{Ll}/u.test(tokens[next]?.text ?? '') ) {
		if (endsWith(tokens[next])) break;
		next += 1;
	}

	const phrase = phraseOf(tokens, from, next);
	return next === from || /^(?:each|every|one|first|second|years?|months?|people|example|now|good|free|total|all|those|what|which|last|next|fiscal|return|exchange)\b|(?:year|month|week|time)s?$/.test(phrase) ? nothing : {...nothing, measure: phrase, measureText: phrase};
};

/** What a compound describes: "tour" of "four-nation European tour". */
const described = (tokens: readonly Token[], at: number): string | null => {
	const noun = tokens.slice(at, at + 4).find(token => !isCapital(token));
	return noun?.kind === 'word' && !endsPhrase(noun) ? noun.text : tokens[at]?.kind === 'word' ? tokens[at]?.text ?? null : null;
};

const NAMED_MONEY = /^(?:Act|Bill|Plan|Law|Program|Programme|Package|Fund|Project|Deal)$/;

/** "Puerto Ricans", "South Koreans": half of the name names nobody. */
const TWO_WORDS = /^(?:Puerto|Costa|Sri|North|South|New|Saudi|African|Asian|Native|El)$/;

/** The noun itself where no term of ours fits: "drone war" of "$1.3 billion drone war", "villages". */
export const byNoun = (tokens: readonly Token[], span: NumberSpan): Measured => {
	if (span.counted?.plural) {
		const words = span.counted.phrase.split(' ');
		const pair = words.length > 2 && /^(?:and|or)$/.test(words.at(-2) ?? '') ? words.slice(-3).join(' ') : words.length > 1 && TWO_WORDS.test(words.at(-2) ?? '') && /^\p{Lu}/u.test(words.at(-1) ?? '') ? words.slice(-2).join(' ') : words.at(-1) ?? span.counted.head;
		return {...nothing, measure: pair.toLowerCase(), measureText: pair};
	}

	if (span.compound !== null && span.kind === 'count') return {...nothing, measure: span.unit, measureText: described(tokens, span.next)};
	// "one home"; but "23 currently held", "100,412 last week" count no adverb and no time
	if (span.counted && span.kind === 'count') return (span.low ?? span.high ?? 2) > 1 && !span.counted.people ? nothing : {...nothing, measure: span.counted.head, measureText: span.counted.head};
	if (span.kind === 'duration') return {...nothing, measure: 'duration', measureText: null};
	if (span.kind === 'count' && span.unit === null) return nothing;
	// "74 percent of promised benefits", "$5 million advertising blitz"; not "$10 million the following year", "100 percent false"
	const of = tokens[span.next]?.lower === 'of';
	if (span.kind === 'percent' && !of || /^(?:the|a|an|this|that|these|so|such|more|extra|anyway|again|other|\p{L}+ly)$/u.test(tokens[span.next]?.lower ?? '')) return nothing;
	if (span.kind === 'money' && /^(?:for|in)$/.test(tokens[span.next]?.lower ?? '')) return purposeOf(tokens, span.next + 1);
	const noun = countedNoun(tokens, span.next, tokens.length);
	// "the $3 trillion Heroes Act": the last word of its name tells
	const named = span.kind === 'money' ? tokens.slice(span.next, span.next + 6).findIndex((token, index, all) => NAMED_MONEY.test(token.text) && all.slice(0, index).every(isCapital)) : -1;
	if (named > 0) return {...nothing, measure: tokens[span.next + named]?.lower ?? null, measureText: phraseOf(tokens, span.next, span.next + named + 1)};
	// "71% of Alba, Ala., waiters", "the $30 million President Roe brought in": no name is a measure
	// "seeks $5m alleging anti-harbour bias"
	if (noun && figureCues.has(tokens[noun.from]?.lower ?? '') && tokens[noun.from]?.lower.endsWith('ing')) return nothing;
	if (noun && !noun.plural && ((isCapital(tokens[noun.next - 1]) && !isTitleCase(tokens, 0, tokens.length)) || isPast(noun.head))) return nothing;
	if (noun && /-$|(?:that|it|there|what|who)[’']s$|[^\p{L}\s'’-]|['’](?!s\b|\p{L})/u.test(noun.phrase.replaceAll(/(?<=\p{L})-\d+\b/gu, '')) || /(?:ed|ing|ly)$|^(?:anyway|false|true|years?|quarters?|months?|weeks?|decades?|days?|nights?|seasons?|mornings?|available|short|apart|apiece|alone|left|sure|certain|right|wrong|next|last)$/.test(noun?.head ?? '')) return nothing;
	return noun && noun.next - noun.from <= 4 ? {...nothing, measure: noun.phrase.toLowerCase(), measureText: noun.phrase} : nothing;
};
