import {remembered} from '../text/remembered.ts';
import {isCountry, isKnownPlace, wordsWithCountries} from './countries.ts';

/** Words that say that a place is meant, not which. */
const GENERIC = new Set('the a an of in at to on near around inside region regions oblast area areas province city town district border front frontline direction territory country'.split(' '));

const placeWords = (scope: string): string[] => [...new Set(wordsWithCountries(scope).map(word => word.replace(/^@/, '=')).filter(word => !GENERIC.has(word)))];

const WORLD = /^(?:world|worldwide|global|globally|globe|all over the (?:world|globe))$/;
/** Whether a place is the whole world. */
export const isWorld = (scope: string): boolean => WORLD.test(scope.toLowerCase().replace(/^(?:around|across|throughout) the /, ''));

const BORDER = /\b(?:border|frontier)\b/i;
const COMPASS = /^(?:south|north|east|west|southern|northern|eastern|western)$/;
const isCompass = (words: readonly string[]): boolean => words.every(word => COMPASS.test(word));

/** "Crimea" and "Crimean" are one place; "Kent" and "Kentucky" are two. */
const sameWord = (a: string, b: string): boolean => a === b || (!isKnownPlace(a) && !isKnownPlace(b) && isFormOf(a, b)) || (!isKnownPlace(a) && !isKnownPlace(b) && isFormOf(b, a));
const isFormOf = (long: string, short: string): boolean => short.length >= 4 && long.startsWith(short) && /^(?:n|an|ian|i|s)$/.test(long.slice(short.length));
const inside = (a: readonly string[], b: readonly string[]): boolean => a.every(word => b.some(other => sameWord(word, other)));

/** A place and what its own words put it in: "Russia’s Kursk region", "the Russian oblast of Kursk" and "Kursk, Russia" are Kursk, in Russia. */
const parted = remembered((scope: string): {readonly place: readonly string[]; readonly around: readonly string[]} => {
	const possessive = /^([^,]+?)[’']s\s+(.+)$/.exec(scope);
	const listed = possessive === null ? /^([^,]+),\s*(.+)$/.exec(scope) : null;
	const [, before, of] = possessive === null && listed === null ? /^(.+?\s(?:city|state|town|village|region|province|oblast|district|county|port|island|capital))\sof\s(.+)$/i.exec(scope) ?? [] : [];
	// "the Russian oblast of Kursk", "the Kursk region of Russia": the country is around the other, whichever stands first
	if (before !== undefined && of !== undefined) return placeWords(of).every(isCountry) ? {place: placeWords(before), around: placeWords(of)} : {place: placeWords(of), around: placeWords(before)};
	const [place = scope, around = ''] = possessive === null ? [listed?.[1], listed?.[2]] : [possessive[2], possessive[1]];
	return {place: placeWords(place), around: placeWords(around)};
});

/**
 * How two places stand to each other, by their words alone: "Lima, Peru" is within "Peru". Unknown where one is not told;
 * `other` where the words tell of no connection, which does not say that there is none ("Kursk" and "Russia").
 */
export const compareScopes = (a: string | null, b: string | null): 'same' | 'unknown' | 'within' | 'around' | 'other' => {
	if (a === null || b === null) return 'unknown';
	if (isWorld(a) || isWorld(b)) return isWorld(a) === isWorld(b) ? 'same' : isWorld(a) ? 'around' : 'within';
	const [left, right] = [parted(a), parted(b)];
	if (left.place.length === 0 || right.place.length === 0) return 'unknown';
	// "the southern border" of whoever writes may be "the U.S.-Mexico border"
	if (BORDER.test(a) && BORDER.test(b) && isCompass(left.place) !== isCompass(right.place)) return 'unknown';
	const [narrow, wide] = [inside(right.place, left.place), inside(left.place, right.place)];
	if (narrow && wide) return 'same';
	if (narrow || (left.around.length > 0 && inside(right.place, left.around))) return 'within';
	return wide || (right.around.length > 0 && inside(left.place, right.around)) ? 'around' : 'other';
};

/** Whether a place's own words may put it in another one: "Kursk" alone says nothing of where it lies. */
export const tellsWhere = (scope: string): boolean => {
	const {place, around} = parted(scope);
	return place.length > 1 || around.length > 0;
};

/** Whether a page says of another figure that the one place lies in the other: "Russia’s Kursk region" does so for "Kursk" and "Russia". */
export const toldInside = (a: string | null, b: string | null, told: readonly string[]): boolean =>
	told.some(scope => compareScopes(scope, a) === 'same' && compareScopes(scope, b) === 'within');
