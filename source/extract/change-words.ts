import table from '../../data/changes.json' with {type: 'json'};

/** Where a word takes a number: up, down, whichever way its particle says ("edged up"), to a level ("reached 40"), or nowhere ("stayed at 40"). */
export type Way = keyof typeof table;
/**
 * What data/changes.json tells of one form of a word. `noun`: this form names the change ("a rise"); `done`: somebody does it to the
 * number ("cut"), so that only "by" tells how far it went; `object`: it may be done to things as well ("dropped 12 charges").
 */
export type ChangeWord = {readonly way: Way; readonly noun: boolean; readonly done: boolean; readonly object: boolean};

type Row = {readonly word: string; readonly forms: readonly string[]; readonly noun?: boolean; readonly done?: boolean; readonly object?: boolean};
const rowsOf: Readonly<Record<Way, readonly Row[]>> = table;
const WAYS: readonly Way[] = ['up', 'down', 'either', 'level', 'steady'];
const words = new Map<string, ChangeWord>(WAYS.flatMap(way => rowsOf[way].flatMap(({word, forms, noun = false, done = false, object = false}) =>
	[word, ...forms].map(form => [form, {way, noun: noun && form === word, done, object}] as const))));

/** What a word in small letters tells of a change; undefined where it tells of none. */
export const changeWord = (word: string | undefined): ChangeWord | undefined => words.get(word ?? '');

/** Whether a word tells that a number rises or falls, by itself or by somebody's doing. */
export const isMove = (word: string | undefined): boolean => /^(?:up|down|either)$/.test(changeWord(word)?.way ?? '');

/** The words of some ways in every form but the participle in -ing; what is done to a number is left out. */
export const finiteForms = (...ways: readonly Way[]): string[] => [...words].filter(([form, {way, done}]) => ways.includes(way) && !done && !form.endsWith('ing')).map(([form]) => form);

/** "five percent cut their hours": there the word is a verb with somebody who does it. */
export const CHANGED_THING = /^(?:their|its|his|her|our|my|your|back|out|off|short|down)$/;
