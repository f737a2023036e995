import {parseQuery} from './parse-query.ts';
import type {SavedSearches} from './reading.ts';
import {asValue} from './fields.ts';

/** A name is a few words: more does not fit beside anything. */
const LONGEST_NAME = 60;

/** The term that stands for a saved search in a query. */
export const savedTerm = (name: string): string => `saved:${asValue(name)}`;

/** Why a search cannot be saved under this name: its name, its query, or where it leads; null where it can. */
export const whyNotSaved = (name: string, query: string, saved: SavedSearches): string | null => {
	if (name.trim() === '') return 'A saved search needs a name.';
	// It has to stand in quotation marks after its field.
	if (/["“”]/.test(name)) return 'The name of a saved search has no quotation marks.';
	if (name.length > LONGEST_NAME) return `The name of a saved search has ${LONGEST_NAME} characters at most.`;
	if (query.trim() === '') return 'There is no search to save.';
	const {problem} = parseQuery(query, saved);
	// Read once more by its name: now it may lead back to itself.
	return (problem ?? parseQuery(savedTerm(name), new Map([...saved, [name, query]])).problem)?.message ?? null;
};

/** The saved searches that name this one. */
export const namersOf = (saved: SavedSearches, name: string): string[] =>
	[...saved].filter(([other, query]) => other !== name && parseQuery(query, saved).named.some(each => each.name === name)).map(([other]) => other);

/** What changes where a saved search gets another name: the queries, by name, with null for the old one; those that name it name it anew. */
export const renamed = (saved: SavedSearches, from: string, to: string): ReadonlyArray<readonly [name: string, query: string | null]> => {
	const query = saved.get(from);
	if (query === undefined || from === to) return [];
	const others = [...saved].flatMap(([name, text]): Array<readonly [string, string]> => {
		const there = parseQuery(text, saved).named.filter(each => each.name === from);
		if (name === from || there.length === 0) return [];
		// From the last to the first, so that the places before stay.
		return [[name, there.toReversed().reduce((so, place) => so.slice(0, place.from) + asValue(to) + so.slice(place.to), text)]];
	});
	return [[from, null], [to, query], ...others];
};
