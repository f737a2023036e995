import table from '../../data/countries.json' with {type: 'json'};
import type {Token} from './tokens.ts';

/** Country by name, capital or people: "Pyongyang", "North Korean" give "North Korean". Longest name first. */
const demonyms: ReadonlyArray<{readonly words: readonly string[]; readonly people: string}> = table.countries.flatMap(row => {
	const [name, people, cities, others] = row;
	if (typeof name !== 'string' || typeof people !== 'string' || !Array.isArray(cities) || !Array.isArray(others)) return [];
	return [name, people, `${people}s`, ...cities, ...others].map(words => ({words: words.split(' '), people}));
}).toSorted((left, right) => right.words.length - left.words.length);
/** Whose people there are, as adjectives: "North Korean". */
export const peoples: ReadonlySet<string> = new Set(demonyms.map(({people}) => people));
const byFirst = new Map<string, typeof demonyms>();
for (const entry of demonyms) byFirst.set(entry.words[0] ?? '', [...byFirst.get(entry.words[0] ?? '') ?? [], entry]);

/** Whose they are: the countries named in tokens from..to, as their people's adjective, in order. */
export const demonymsIn = (tokens: readonly Token[], from: number, to: number): ReadonlyArray<{readonly at: number; readonly people: string; readonly adjective: boolean}> => {
	const found: Array<{at: number; people: string; adjective: boolean}> = [];
	for (let at = from; at < to; at += 1) {
		const plain = (tokens[at]?.text ?? '').replace(/['’]s$/, '');
		const entry = byFirst.get(plain)?.find(({words}) => words.every((word, offset) => (tokens[at + offset]?.text ?? '').replace(/['’]s$/, '') === word));
		if (!entry) continue;
		found.push({at, people: entry.people, adjective: entry.words.join(' ') === entry.people});
		at += entry.words.length - 1;
	}

	return found;
};

const countries = new Set(demonyms.flatMap(({words, people}) => words.join(' ').startsWith(people) ? [] : [words.join(' ')]));
/** Whether words name a country or one of its cities, and not its people. */
export const isCountry = (words: string): boolean => countries.has(words.replace(/^the /, ''));
