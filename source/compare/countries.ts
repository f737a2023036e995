import table from '../../data/countries.json' with {type: 'json'};
import {literal} from '../text/literal.ts';
import {remembered} from '../text/remembered.ts';
import {tokens} from '../text/tokens.ts';

/** Every name by what it stands for: a country, however it or its people are called, is one ("=american"); a region or a city is its own ("#new mexico"). */
const meant = new Map<string, string>();
for (const row of table.countries) {
	const [name, people, cities, others] = row;
	if (typeof name !== 'string' || typeof people !== 'string' || !Array.isArray(cities) || !Array.isArray(others)) continue;
	for (const city of cities) meant.set(city, `#${city.toLowerCase()}`);
	for (const called of [name, people, `${people}s`, ...others]) meant.set(called, `=${people.toLowerCase()}`);
}

for (const region of table.regions) meant.set(region, `#${region.toLowerCase()}`);
const NAMES = new RegExp(`(?<![\\p{L}\\d])(?:${[...meant.keys()].toSorted((a, b) => b.length - a.length).map(literal).join('|')})(?![\\p{L}\\d])`, 'gu');
/** "troops in America" are not American troops, nor is "aid to Ukraine" Ukrainian aid. */
const PLACED = /\b(?:in|to|into|at|against|inside|near|across|on|towards?|for|with)\s(?:the\s)?$/i;

/** "Kuwait City", "American Airlines", "Bank of America": a part of another name. */
const NAMED_AFTER = /^\s\p{Lu}/u;
const NAMED_BEFORE = /\p{Lu}\p{L}+\sof\s(?:the\s)?$/u;

/**
 * The words of a place or a subject, its countries as one word whatever they are called there: "US", "America" and "American" are
 * "=american", and "@american" where they tell the place of something or whom it is for. Nothing printed is changed.
 */
export const wordsWithCountries: (text: string) => readonly string[] = remembered(text => {
	const words: string[] = [];
	let from = 0;
	for (const match of text.matchAll(NAMES)) {
		const [lead, rest] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
		const word = meant.get(match[0]) ?? match[0];
		if (word.startsWith('=') && (NAMED_AFTER.test(rest) || NAMED_BEFORE.test(lead))) continue;
		words.push(...tokens(text.slice(from, match.index)), PLACED.test(lead) && word.startsWith('=') ? `@${word.slice(1)}` : word);
		from = match.index + match[0].length;
	}

	return [...words, ...tokens(text.slice(from).replace(/^['’]s?/, ''))];
});

/** Whether a word stands for a country. */
export const isCountry = (word: string): boolean => /^[=@]/.test(word);

/** Whether a word stands for a country or a region that the table knows: it is that one or another, and no other word's beginning. */
export const isKnownPlace = (word: string): boolean => /^[=@#]/.test(word);
