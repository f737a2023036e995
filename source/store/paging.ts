import type {ArticleCard} from '../model/article.ts';
import type {Cursor, Page} from '../model/library.ts';
import {Problem} from '../model/problem.ts';
import {parseJson} from './json.ts';

/** A place in the order of a list: milliseconds since 1970 (null: undated) and the article's id. */
type Place = {readonly instant: number | null; readonly id: string};

const timed = /T\d{2}:\d{2}/u;
const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/u;

/** When an ISO date or date-time is, for sorting only. A time without an offset counts as UTC, a date as its first minute: the computer's time zone changes nothing. */
const instantOf = (published: string | null): number | null => {
	if (published === null) return null;
	const instant = Date.parse(timed.test(published) && !zoned.test(published) ? `${published}Z` : published);
	return Number.isNaN(instant) ? null : instant;
};

const compare = (left: Place, right: Place): number => {
	if (left.instant !== right.instant) return left.instant === null ? 1 : right.instant === null ? -1 : right.instant - left.instant;
	return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
};

/** Cards in the order of lists: newest first, undated last, then by id. */
export type Ordered = {readonly cards: readonly ArticleCard[]; readonly places: readonly Place[]};

/** Sorts once per generation; pages are then found by halving. */
export const inOrder = (cards: readonly ArticleCard[]): Ordered => {
	const sorted = cards.map(card => ({card, place: {instant: instantOf(card.published), id: card.id}})).sort((left, right) => compare(left.place, right.place));
	return {cards: sorted.map(each => each.card), places: sorted.map(each => each.place)};
};

const cursorOf = ({instant, id}: Place): Cursor => Buffer.from(JSON.stringify([instant, id])).toString('base64url');

const placeOf = (cursor: Cursor): Place => {
	const parsed = parseJson(Buffer.from(cursor, 'base64url'));
	const value: unknown = 'value' in parsed ? parsed.value : null;
	const [instant, id]: readonly unknown[] = Array.isArray(value) ? value : [];
	if ((typeof instant === 'number' || instant === null) && typeof id === 'string') return {instant, id};
	throw new Problem({exit: 'usage', what: 'The list cannot go on from there.', why: `${cursor} is not a cursor.`, remedy: 'Begin at its start.'});
};

/** First place after one that need not be there any more: an article may have come or gone since the last page. */
const firstAfter = (places: readonly Place[], place: Place): number => {
	let low = 0;
	let high = places.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const each = places[middle];
		if (each && compare(each, place) <= 0) low = middle + 1;
		else high = middle;
	}
	return low;
};

/** One page; without a limit, all the rest. Throws a Problem (usage) for a cursor that is none. */
export const pageOf = ({cards, places}: Ordered, {after, limit = Number.POSITIVE_INFINITY}: {readonly after?: Cursor; readonly limit?: number}): Page<ArticleCard> => {
	const start = after === undefined ? 0 : firstAfter(places, placeOf(after));
	const items = cards.slice(start, start + Math.max(1, limit));
	const last = places[start + items.length - 1];
	return {items, next: last && start + items.length < cards.length ? cursorOf(last) : null};
};
