import type {Entry} from './measure-rows.ts';
import {namesPeople} from './nouns.ts';
import type {NumberSpan} from './numbers.ts';
import {isCapital, isTitleCase, type Token} from './tokens.ts';

const ONE_DOES = /^(?:was|is|has)$/;
const TOGETHER = /^(?:total|group|family|pair|couple|crowd|team|number|crew|band|half|third|quarter)$/;
const DAY = /day$|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
const BESIDE = /^(?:been|was|were|be|being|is|are|get|gets|got|left|who|that|\p{L}+ly)$/u;
/** What somebody is accused of is done to others than the accused. */
const ACCUSED = /^(?:charged|convicted|indicted|sentenced|arrested|accused|jailed)$/;

/** With these somebody tells what others do; "feared", "believed" behind a noun tell of the noun. */
const SAYS = /^(?:say|said|claim|claimed|told|suggest|suggested|warn|warned|argue|argued|insist|insisted|declare|declared|announce|announced|allege|deny|denied|predict|predicted|agree|agreed|testify|testified|believe|think|fear|expect|hope|vowed|vow|promised)$/;

/** The first word of the clause before the figure: "Accused" of "Accused by more than 80 women". */
const leadOf = (tokens: readonly Token[], {from}: NumberSpan): number => tokens[from - 1]?.lower === 'by' ? from - 2 : from - 1;

/** "said", "familiar with the matter said", "who saw it told": do the people before token `at` tell it? */
const tells = (tokens: readonly Token[], at: number): boolean => {
	const verb = /^(?:familiar|briefed|close|with|who|involved|at|in|from|of)$/.test(tokens[at]?.lower ?? '') ? tokens.slice(at, at + 9).findIndex(({lower, kind}) => kind === 'mark' || SAYS.test(lower)) : 0;
	return verb >= 0 && /^(?:said|say|says|told|confirmed|added|reported)$/.test(tokens[at + verb]?.lower ?? '');
};

/** The word that rules a passive: "was" of "was later indicted", "has" of "has been freed"; null for a word without one. */
const auxiliary = (tokens: readonly Token[], at: number): string | null => {
	let back = at - 1;
	while (back > at - 4 && /^(?:been|later|also|now|then|\p{L}+ly)$/u.test(tokens[back]?.lower ?? '')) back -= 1;
	return /^(?:was|is|has|were|are|have|had|be)$/.test(tokens[back]?.lower ?? '') ? tokens[back]?.lower ?? null : null;
};

/**
 * Named cases in which a word at token `at`, behind the counted people (whose noun ends before `after`) or before them,
 * tells of others: of one person, of whom the counted harm, of whom they talk about.
 */
export const tellsOfOthers = (tokens: readonly Token[], span: NumberSpan, {row, words}: Entry, at: number, after: number): boolean => {
	const word = words[0] ?? '';
	const next = at + words.length;
	// "a man died after two girls robbed him": who dies stands before
	if (next <= span.from && /^(?:died|dies|die|dying|perished|drowned|succumbed)$/.test(word) && tokens.slice(next, span.from).some(({lower}) => /^(?:after|when|while|before|because)$/.test(lower))) return true;
	// "the mayor died on Monday, two aides said"
	if (next <= span.from && span.counted?.people === true && tokens[span.from - 1]?.text === ',' && tells(tokens, span.counted.next)) return true;
	// "charged with robbing two women": the two are not charged
	if (next <= span.from) return ACCUSED.test(word) && tokens.slice(next, span.from).some(({lower}, ahead, all) => /^(?:with|of|for|after)$/.test(lower) && all[ahead + 1]?.lower.endsWith('ing') === true);
	if (at < after) return false;
	// "two men were held for the murder of Jo Roe", "22 and a half years for injury to her": of those behind it
	if (row.component !== undefined && /^(?:of|to)$/.test(words.at(-1) ?? '')) return true;
	if (span.kind !== 'count') return false;
	// "40 pilots remain and are waiting to be evacuated", "still there in the last days of the evacuation": they were not
	if (row.measure === 'evacuated' && /^evacuations?$/.test(word)) return true;
	// "to protect 40 pupils from being deported"
	if (row.undergone === true && tokens[at - 1]?.lower === 'being' && tokens[at - 2]?.lower === 'from') return true;
	// "Accused by 80 women, Roe surrendered": whoever stands between the comma and the verb
	if (row.undergone === true && isCapital(tokens[at - 1]) && (tokens[at - 2]?.text === ',' || (isCapital(tokens[at - 2]) && tokens[at - 3]?.text === ',')) && at - 2 >= after && !DAY.test(tokens[at - 1]?.text ?? '') && !isTitleCase(tokens, 0, tokens.length) && /^(?:accused|named|sued|backed|supported|joined|followed|surrounded|watched|flanked)$/.test(tokens[leadOf(tokens, span)]?.lower ?? '')) return true;
	if (row.undergone === true && tokens[at - 1]?.lower === 'be' && tokens[at - 2]?.lower === 'to' && /^(?:wait|waits|waiting|waited|awaiting|yet|need|needs|needing|needed|hope|hopes|hoping|hoped|want|wants|wanting|wanted|still|trying|asking|asked|them|require|requires|required)$/.test(tokens[at - 3]?.lower ?? '')) return true;
	// "two senators call the bill “dead”"
	if (/^[“"‘']$/.test(tokens[at - 1]?.text ?? '') && /^[”"’']$/.test(tokens[next]?.text ?? '')) return true;
	if (!span.counted?.people || row.nouns.includes(word)) return false;
	// "a clerk who worked for two ministers, was indicted": one was
	if (row.undergone === true && span.counted.plural && span.low !== 1 && ONE_DOES.test(auxiliary(tokens, at) ?? '') && !tokens.slice(Math.max(0, span.from - 4), span.from).some(({lower}) => TOGETHER.test(lower))) return true;
	// "two doctors in Peru claim the virus has disappeared": it is not the doctors who did
	const says = tokens.slice(after, at).findIndex(({lower}, ahead, all) => SAYS.test(lower) && !/^(?:are|were|was|is|been|be|to|who|a|an|the|of)$/.test(all[ahead - 1]?.lower ?? '') && !/^(?:to|by|at|in|on|,)$/.test(all[ahead + 1]?.lower ?? ''));
	if (says >= 0 && says < 6 && !tokens.slice(after, after + says).some(({text}) => /^(?:[,(—–]|--)$/.test(text))) return true;
	// "sent 12 nurses to meet the first Danes evacuated": the noun right before the participle is done to
	const own = tokens[at - 1];
	if (row.undergone === true && word.endsWith('ed') && own !== undefined && at - 1 > after && namesPeople(own) && tokens.slice(after, at - 1).some(({lower}, ahead, words) => lower === 'to' && words[ahead + 1]?.kind === 'word') && !tokens.slice(after, at).some(({lower, text}) => text === ',' || /^(?:and|or|were|was|are|is|been|be)$/.test(lower))) return true;
	// "three officers arrested and detained Roe": a name is done to
	const verb = tokens[next]?.lower === 'and' && tokens[next + 1]?.lower.endsWith('ed') ? next + 2 : next;
	return row.undergone === true && /(?:ed|shot)$/.test(word) && !BESIDE.test(tokens[at - 1]?.lower ?? '') && isCapital(tokens[verb]) && !DAY.test(tokens[verb]?.text ?? '') && !isTitleCase(tokens, 0, tokens.length);
};
