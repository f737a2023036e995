import table from '../../data/names.json' with {type: 'json'};
import {femaleNames, maleNames} from '../text/given-names.ts';

export type Gender = 'male' | 'female';

const set = (words: readonly string[]): ReadonlySet<string> => new Set(words);

/** Mr, Dr, Sir: part of how somebody is called. */
export const honorifics = set(table.honorifics);
/** President, Senator, General: stand before a name in capitals. */
export const titles = set([...table.honorifics, ...table.titles]);
/** Nouns for a person's part in things, lower case, singular. */
export const roleNouns = set(table.roles);
/** Roles that only one person in a story is likely to hold: the rest (a witness, an official) may be anybody. */
export const offices = set(table.offices);
export const organisationWords = set(table.organisationWords);
export const notPersons = set(table.notPersons);
export const aliases: ReadonlyMap<string, string> = new Map(Object.entries(table.aliases));
/** "the group" may stand for a coalition, "the firm" for a partnership: noun to the heads of names it fits, lower case. */
export const organisationHeads: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.organisationHeads));

const maleTitles = set([...table.maleTitles, ...table.maleRoles]);
const femaleTitles = set([...table.femaleTitles, ...table.femaleRoles]);

/** President, or Representative-elect. */
export const isTitle = (word: string): boolean => titles.has(word.replace(/-elect$/, ''));
/** Whether a word names somebody's part: a role noun, or "father-of-four". */
export const isRole = (word: string): boolean => roleNouns.has(word.toLowerCase()) || /^(?:grand)?(?:father|mother|dad|mum|mom)-of-/i.test(word);

/** What a given name tells; null for unknown names and for those that both bear. */
export const genderOfName = (word: string): Gender | null => maleNames.has(word) === femaleNames.has(word) ? null : maleNames.has(word) ? 'male' : 'female';

/** What a title or a role noun tells: Mrs, spokesman. */
export const genderOfTitle = (word: string): Gender | null => maleTitles.has(word) ? 'male' : femaleTitles.has(word) ? 'female' : null;

const STARTERS = 'a an the and but or nor so yet for if as at by in on of to up with from into onto over under after before since until while when where why how who whom whose which what that this these those there here he she it they we you i his her its their our your my me him them us one some many most much more few several both each every either neither no not all any another other others such only also even just still now then today yesterday tomorrow tonight earlier later meanwhile however moreover instead despite although though because unless whether during between among against without within about above across around along amid like unlike near once two three four five six seven eight nine ten yes well let more according asked speaking writing posting describing responding replying following given having being been was were is are do does did has have had will would can could should may might must shall never always often perhaps maybe rather indeed too very elsewhere nevertheless nonetheless therefore thus hence whatever whoever whenever said says added adds wrote writes tweeted replied concluded told';
const functionWords = set(STARTERS.split(' '));

/** Words that begin sentences without being names. */
export const isFunctionWord = (word: string): boolean => functionWords.has(word.toLowerCase());
