const WORLD = '(?:worldwide|globally|(?:around|across|throughout|all over) the (?:world|globe))';
/** What a count of the whole world is a count of. */
const COUNTED = '(?:cases|deaths|fatalities|infections|toll|tally|total|count|number|population)';
/** Behind the figure, with nothing between that begins another thought: "3 million people have died of it worldwide". */
const BEHIND = new RegExp(`^(?:\\s(?!(?:in|at|near|as|while|than|who|which|that|when|after|before|but|and|with|amid|to|for|by)\\s)[\\p{L}’'-]+){0,10}?\\s(${WORLD})(?![\\p{L}-])`, 'u');
const OPENING = new RegExp(`^(${WORLD}),?\\s[^,;:\\d]{0,60}$`, 'iu');
/** "The global death toll passed", "the number of cases worldwide has reached". */
const AHEAD = new RegExp(`\\b(global|worldwide)\\s(?:[\\p{L}’'-]+\\s){0,2}?${COUNTED}\\s(?:(?:for|of)\\s[^,;:]{0,80}\\s|[^,;:\\d]{0,20})$|\\b${COUNTED}\\s(?:of\\s)?(?:[\\p{L}’'-]+\\s){0,5}?(${WORLD})\\s[^,;:\\d]{0,30}$`, 'iu');

/**
 * The words that make a figure a count of the whole world, as printed; null where none do. `clause` with the figure's
 * offsets in it. A place is another matter (scope.ts): "60 of them in Kent".
 */
export const worldwideIn = (clause: string, from: number, to: number): string | null => {
	if (!/world|glob/i.test(clause)) return null;
	const behind = BEHIND.exec(clause.slice(to))?.[1];
	if (behind !== undefined) return behind;
	const lead = clause.slice(0, from);
	const [, adjective, adverb] = AHEAD.exec(lead) ?? [];
	return OPENING.exec(lead)?.[1] ?? adjective ?? adverb ?? null;
};
