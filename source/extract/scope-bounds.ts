import {phraseOf} from './nouns.ts';
import {isCapital, type Token} from './tokens.ts';

/** "the 58,000 who died in the Vietnam War", "during World War II": a war is where it was fought. */
export const warAt = (tokens: readonly Token[], at: number, to: number): string | null => {
	let end = at + (tokens[at]?.lower === 'the' ? 1 : 0);
	while (end < to && end - at < 6 && isCapital(tokens[end]) && tokens[end]?.lower !== 'war') end += 1;
	if (tokens[end]?.lower !== 'war' || !isCapital(tokens[end - 1]) || end >= to) return null;
	return phraseOf(tokens, at, end + (/^(?:I{1,3}|One|Two)$/.test(tokens[end + 1]?.text ?? '') ? 2 : 1));
};

/** "the first in the nation", "the worst toll in the country": the place of those it is compared with. */
export const isRecord = (tokens: readonly Token[], from: number, at: number): boolean => {
	for (let back = at - 1; back >= Math.max(from, at - 6); back -= 1) {
		const word = tokens[back]?.lower ?? '';
		if (tokens[back]?.kind !== 'word') return false;
		if (/^(?:first|only|largest|biggest|worst|deadliest|lowest|highest|smallest|most|fewest|best|oldest|longest|bloodiest)$/.test(word)) return true;
	}

	return false;
};

/** "Of the 50,000 victims, a third died in Kent": what happens to a part says nothing of the whole. */
export const isWhole = (tokens: readonly Token[], from: number, first: number): boolean => {
	if (!/^(?:the|all|those|these|its|their)$/.test(tokens[from - 1]?.lower ?? '') || tokens[from - 2]?.lower !== 'of') return false;
	const part = tokens[from - 3];
	return from - 2 <= first || part?.kind === 'number' || /^(?:%|percent|cent|half|third|quarter|fifth|most|some|many|one|two|three|four|five|six|seven|eight|nine|ten)s?$/.test(part?.lower ?? '');
};

/** "spoke in Kent as 40 boats sank": another clause, and maybe another place. */
export const isParted = (tokens: readonly Token[], at: number, from: number): boolean =>
	tokens.slice(at + 1, from).some(({lower}, index, words) => /^(?:while|when|after|because)$/.test(lower) || (lower === 'as' && !/^(?:many|much|few|high|low|little|of|at|well|the|a|an)$/.test(words[index + 1]?.lower ?? '') && !/^(?:as|such|well)$/.test(words[index - 1]?.lower ?? '')));

/** "the fever, which first emerged in Kent, has killed 40": where it comes from, told in an aside that is over before the figure. */
export const isInAside = (tokens: readonly Token[], first: number, at: number, from: number): boolean => {
	for (let back = at - 1; back > Math.max(first, at - 12); back -= 1) {
		if (tokens[back]?.text === ',') return false;
		if (/^(?:which|who|whose)$/.test(tokens[back]?.lower ?? '')) return tokens[back - 1]?.text === ',' && tokens.slice(back, at).some(({lower}) => /^(?:emerged|originated|first|born|based|founded|spent)$/.test(lower)) && tokens.slice(at, from).some(({text}) => text === ',');
	}

	return false;
};
