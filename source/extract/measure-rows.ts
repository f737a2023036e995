import table from '../../data/measures.json' with {type: 'json'};
import {CHANGED_THING, finiteForms} from './change-words.ts';
import type {NumberSpan} from './numbers.ts';
import {isDash, isTitleCase, touches, type Token} from './tokens.ts';

/** A line of data/measures.json: what is measured, of what kinds of figure, and the words that tell so. `undergone`: it is done to those who are counted; `counted`: only of people whom a noun names; `notAfter`, `notBefore`: words beside it with which it tells something else. */
export type Row = {readonly measure: string; readonly kinds: readonly string[]; readonly words: readonly string[]; readonly nouns: readonly string[]; readonly component?: string; readonly stock?: boolean; readonly needs?: readonly string[]; readonly heads?: string; readonly generic?: boolean; readonly undergone?: boolean; readonly unless?: readonly string[]; readonly afterOnly?: readonly string[]; readonly counted?: boolean; readonly notAfter?: readonly string[]; readonly notBefore?: readonly string[]};
/** Every measure, the more telling first. */
export const rows: readonly Row[] = table.measures;
const heads = new Map<string, ReadonlySet<string>>(Object.entries(table.heads).map(([name, words]) => [name, new Set(words)]));

/** A change is told by every word of data/changes.json that goes its way, too. */
const MOVES = new Map([['increase', finiteForms('up')], ['decrease', finiteForms('down')]]);
export const tellsChange = (row: Row): boolean => MOVES.has(row.measure);

/** A phrase of a row; `rank`: the row's place. */
export type Entry = {readonly words: readonly string[]; readonly row: Row; readonly rank: number};
/** First word of each phrase, to its rows: one look-up a token. */
export const index = new Map<string, Entry[]>();
for (const [rank, row] of rows.entries()) {
	for (const phrase of [...row.words, ...MOVES.get(row.measure) ?? []]) {
		const words = phrase.split(' ');
		const first = words[0] ?? '';
		index.set(first, [...index.get(first) ?? [], {words, row, rank}]);
	}
}

/** "two targets were killed": whoever is killed or hurt lives, however the noun calls them. */
export const meansPeople = (span: NumberSpan): boolean => /^(?:targets|souls|figures|assets)$/.test(span.unit ?? '');

/** Whether a row measures figures of this kind. */
export const fits = (row: Row, span: NumberSpan): boolean => {
	if (span.kind === 'money') return row.kinds.includes('money');
	if (span.kind === 'percent') return row.kinds.includes('percent');
	if (span.kind === 'share') return row.kinds.includes('share');
	// "spent millions on roads": money, in a currency nobody names
	if (span.kind === 'count' && span.vague && (span.low ?? 0) >= 1000 && !span.counted?.plural && row.measure === 'spending') return true;
	if (row.kinds.includes('people') && (span.unit === 'people' || span.unit === null || (row.component !== undefined && meansPeople(span)))) return true;
	return row.kinds.includes(span.unit ?? '');
};

const headFits = (row: Row, span: NumberSpan): boolean => {
	if (row.heads === undefined) return true;
	const wanted = heads.get(row.heads);
	return span.kind !== 'count' || !span.counted?.plural || wanted?.has(span.counted?.head ?? '') === true;
};

/** Whether a phrase stands here and may tell of this figure. `context`: whether a word stands in the sentence. */
export const rowFits = (tokens: readonly Token[], {row, words}: Entry, at: number, span: NumberSpan, context: (word: string) => boolean): boolean => {
	// "Staff at a 900-worker mill voted", "a nine-justice majority upheld": what the mill is like tells nobody's vote
	if (span.compound !== null && span.kind === 'count' && span.compound !== 'magnitude') return false;
	if (!fits(row, span) || !headFits(row, span) || !words.every((word, offset) => tokens[at + offset]?.lower === word)) return false;
	if ((row.needs && !row.needs.some(word => context(word))) || row.unless?.some(word => context(word))) return false;
	// "figures released on Friday", "a survey had called for 40": nobody was set free, and no forces were asked for
	if (row.notAfter?.includes(tokens[at - 1]?.lower ?? '') || row.notBefore?.includes(tokens[at + words.length]?.lower ?? '') || (row.counted && span.counted?.plural !== true)) return false;
	// "the drop was not as bad as the 8% first reported": whatever was reported, nobody was asked
	const next = tokens[at + words.length];
	return !row.afterOnly?.includes(words[0] ?? '') || (at >= span.next && !((words[0] ?? '').endsWith('ed') && (next?.kind !== 'word' || next.lower === 'by')));
};

/** Named cases in which a phrase that fits stands there, at token `at`, and yet tells nothing of this figure. */
export const tellsNothing = (tokens: readonly Token[], span: NumberSpan, {row, words}: Entry, at: number): boolean => {
	const next = at + words.length;
	const before = next <= span.from;
	// "averaging 1.65% a year in cost-of-living rises": a part of a compound tells nothing by itself
	const counts = at >= span.next && at < (span.counted?.next ?? span.next);
	if (words.length === 1 && !counts && isDash(tokens[next]) && touches(tokens[at], tokens[next]) && touches(tokens[next], tokens[next + 1]) && !isDash(tokens[at - 1])) return true;
	// "Economists surveyed by a bank had looked for 2 million"
	// "recipients of Deferred Action for Childhood Arrivals", "the Dead Sea": a word inside a name
	if (row.kinds.includes('people') && /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? '') && !counts && tokens[at - 1]?.kind === 'word' && (/^\p{Lu}\p{Ll}/u.test(tokens[at - 1]?.text ?? '') || /^\p{Lu}\p{Ll}/u.test(tokens[next]?.text ?? '')) && !isTitleCase(tokens, 0, tokens.length)) return true;
	if (row.measure === 'surveyed' && tokens[next]?.lower === 'by' && (before || /^(?:economists|analysts|forecasters|strategists|experts)$/.test(tokens[at - 1]?.lower ?? ''))) return true;
	// "jumped to 4.4%", "dropped from 72 percent", "falls below 50%" tell where it stands; of "cut to 6%, the biggest reduction" the apposition tells of the cut
	if (tellsChange(row)) return before ? tokens.slice(next, span.from + 1).some(({lower}) => /^(?:to|from|below|above|under|past|beyond)$/.test(lower)) : tokens.slice(span.next, at).some(({text}) => /^(?:[,;:(–—]|--)$/.test(text)) || CHANGED_THING.test(tokens[next]?.lower ?? '');
	if (span.kind !== 'money') return false;
	// "takes $1 billion from the police budget": what is taken is not what there is
	if (!before && row.measure === 'budget' && tokens.slice(span.next, at).some(({lower}) => lower === 'from')) return true;
	// "sued for $5 billion over claims of fraud"
	if (!before && row.measure === 'stolen' && tokens.slice(span.next, at).some(({lower}) => lower === 'over')) return true;
	// "would cut the budget by $5 billion": what is cut is not that large
	if (before && row.measure === 'budget' && tokens[span.from - 1]?.lower === 'by') return true;
	// "couples earning up to $90,000 direct payments of $1,000": what they earn
	if (/^(?:making|earning|earn|earns|earned)$/.test(tokens[span.from - 1]?.lower ?? '') && !before && !/^(?:salary|profit|revenue)$/.test(row.measure)) return true;
	// "stimulus cheques and $600 in benefits": the next of a list
	if (before && row.measure === 'direct payments' && next === span.from - 1 && /^(?:and|or|,|in)$/.test(tokens[next]?.lower ?? '')) return true;
	// "tariffs on $60 billion of goods": what is taxed is not the tax
	if (row.measure === 'tax' && tokens[span.from - 1]?.lower === 'on') return true;
	// "a 54% tax on incomes above $31,000", "for incomes above": from there on it is taxed
	if (row.measure === 'tax' && before && tokens.slice(next, span.from).some(({lower}, ahead, all) => (lower === 'on' || lower === 'for') && /^(?:incomes?|earnings|earners?|households?|profits|salaries|estates|fortunes|wages|people|those|families|couples|individuals|companies|homes|assets|anyone|everyone)$/.test(all[ahead + 1]?.lower ?? ''))) return true;
	// "a settlement worth $7 million": the noun before it tells what is worth that
	return words[0] === 'worth' && index.get(tokens[at - 1]?.lower ?? '')?.some(other => fits(other.row, span)) === true;
};
