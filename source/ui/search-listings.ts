import type {ListingItem} from './listings.ts';
import type {DeckData} from './session/load.ts';
import {thousands} from './words/words.ts';

const headed = (items: readonly ListingItem[], label: string): readonly ListingItem[] =>
	items.map((item, index) => index === 0 ? {...item, head: {label, count: thousands(items.length)}} : item);

/** Saved searches by name, then what was searched for before, the last one first. */
export const searchItems = ({searches, earlier}: DeckData): readonly ListingItem[] => [
	...headed([...searches].map(([name, query]): ListingItem => ({title: name, known: true, facts: query, right: '', articles: [], watched: {kind: 'search', name, query}})), 'Saved searches'),
	...headed(earlier.map((query): ListingItem => ({title: query, known: true, facts: '', right: '', articles: [], watched: {kind: 'search', name: null, query}})), 'Earlier searches'),
];
