import type {Cursor, Page} from '../model/library.ts';
import {Problem} from '../model/problem.ts';
import {parseJson} from './json.ts';

/** A place in the order of a list: milliseconds since 1970 (null: undated) and an id. */
export type Place = {readonly instant: number | null; readonly id: string};
/** A value with its place. */
export type Listed<T> = {readonly place: Place; readonly value: T};

/** A list in order, asked for piece by piece: newest first, undated last, then by id. */
export interface Listing<T> {
	readonly size: number;
	/** From one index up to another, which is not included. */
	slice(from: number, to: number): Promise<ReadonlyArray<Listed<T>>>;
	/** The first index after a place that need not be there any more: something may have come or gone since the last page. */
	after(place: Place): Promise<number>;
}

const timed = /T\d{2}:\d{2}/u;
const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/u;

/** When an ISO date or date-time is, for sorting only. A time without an offset counts as UTC, a date as its first minute: the computer's time zone changes nothing. */
export const instantOf = (published: string | null): number | null => {
	if (published === null) return null;
	const instant = Date.parse(timed.test(published) && !zoned.test(published) ? `${published}Z` : published);
	return Number.isNaN(instant) ? null : instant;
};

/** The order of lists: newest first, undated last, then by id. */
const comparePlaces = (left: Place, right: Place): number => {
	if (left.instant !== right.instant) return left.instant === null ? 1 : right.instant === null ? -1 : right.instant - left.instant;
	return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
};

/** How many of `size` places, in order, do not come after one; found by halving. */
export const countUpTo = (size: number, at: (index: number) => Place | undefined, place: Place): number => {
	let low = 0;
	let high = size;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const each = at(middle);
		if (each && comparePlaces(each, place) <= 0) low = middle + 1;
		else high = middle;
	}
	return low;
};

/** A list in memory, sorted once. */
export const listingOf = <T>(items: ReadonlyArray<Listed<T>>): Listing<T> & {readonly items: ReadonlyArray<Listed<T>>} => {
	const sorted = items.toSorted((left, right) => comparePlaces(left.place, right.place));
	return {
		items: sorted, size: sorted.length,
		slice: async (from, to) => sorted.slice(from, to),
		after: async place => countUpTo(sorted.length, index => sorted[index]?.place, place),
	};
};

const cursorOf = ({instant, id}: Place): Cursor => Buffer.from(JSON.stringify([instant, id])).toString('base64url');

const placeOf = (cursor: Cursor): Place => {
	const parsed = parseJson(Buffer.from(cursor, 'base64url'));
	const value: unknown = 'value' in parsed ? parsed.value : null;
	const [instant, id]: readonly unknown[] = Array.isArray(value) ? value : [];
	if ((typeof instant === 'number' || instant === null) && typeof id === 'string') return {instant, id};
	throw new Problem({exit: 'usage', what: 'The list cannot go on from there.', why: `${cursor} is not a cursor.`, remedy: 'Begin at its start.'});
};

/** One page; without a limit, all the rest. Throws a Problem (usage) for a cursor that is none. */
export const pageOf = async <T>(listing: Listing<T>, {after, limit = Number.POSITIVE_INFINITY}: {readonly after?: Cursor; readonly limit?: number}): Promise<Page<Listed<T>>> => {
	const start = after === undefined ? 0 : await listing.after(placeOf(after));
	const items = await listing.slice(start, Math.min(listing.size, start + Math.max(1, limit)));
	const last = items.at(-1)?.place;
	return {items, next: last && start + items.length < listing.size ? cursorOf(last) : null};
};
