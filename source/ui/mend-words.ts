import {count} from './words.ts';

/** What a person is told while readings are put right. */
export const mending = {
	noFact: 'There is no figure or quote under the cursor.',
	confirmedAlready: 'It is confirmed already; u takes that back.',
	confirmed: (text: string): string => `“${text}” is confirmed.`,
	rejected: (text: string): string => `“${text}” is rejected; u takes that back.`,
	onlyFacts: 'Only a figure or a quote is confirmed or rejected: press h.',
	putRight: (label: string, value: string): string => value === '' ? `${label}: nothing now; u takes that back.` : `${label}: ${value}; u takes that back.`,
	nothing: 'There is nothing to put right under the cursor.',
	gone: 'it is not here any more',
	now: 'now',
	first: 'first reading',
	same: 'the same',
	notRead: 'not read',
	added: 'a person added it: the first reading has nothing here',
	changed: (fields: number, another: boolean): string => `${count(fields, 'field')} changed${another ? '; it now answers another question' : ''}`,
	noMoreQuotes: 'no quote in this article',
} as const;
