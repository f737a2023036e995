import type {Gender} from './lexicon.ts';
import type {Mention} from './mentions.ts';

/** Somebody the article names. `first` and `places` count mentions in reading order. */
export type Person = {
	/** The fullest form printed. */
	readonly name: string;
	readonly words: readonly string[];
	readonly gender: Gender | null;
	/** Parts they are said to play, lower case: "shadow home secretary". */
	readonly roles: readonly string[];
};

export type PlacedMention = Mention & {readonly segment: number};

const wordsOf = (name: string): string[] => name.split(/\s+/).map(word => word.replace(/[.’']s?$/, ''));

type Draft = {name: string; words: string[]; gender: Gender | null; roles: Set<string>};

/** "Donald J. Trump" and "Donald Trump": the same first and last word. */
const fullKey = (words: readonly string[]): string => `${words[0]} ${words.at(-1)}`;

const absorb = (draft: Draft, mention: Mention) => {
	draft.gender ??= mention.gender;
	if (mention.role !== null) draft.roles.add(mention.role);
};

/** Gathers the persons of an article: full names first, then the titled surnames that nobody's full name explains. */
export const peopleOf = (mentions: readonly PlacedMention[]): Person[] => {
	const drafts: Draft[] = [];
	const byFull = new Map<string, Draft>();
	const bySurname = new Map<string, Draft[]>();
	const enter = (draft: Draft) => {
		drafts.push(draft);
		for (const word of new Set([draft.words.at(-1) ?? '', ...(draft.words.length > 2 ? [draft.words[0] ?? ''] : [])])) bySurname.set(word, [...bySurname.get(word) ?? [], draft]);
	};

	const persons = mentions.filter(mention => mention.kind === 'person');
	for (const mention of persons) {
		const words = wordsOf(mention.name);
		if (words.length < 2) continue;
		let draft = byFull.get(fullKey(words));
		if (draft === undefined) {
			draft = {name: mention.name, words, gender: null, roles: new Set()};
			byFull.set(fullKey(words), draft);
			enter(draft);
		}

		absorb(draft, mention);
	}

	for (const mention of persons) {
		const words = wordsOf(mention.name);
		if (words.length > 1) continue;
		const bearers = bySurname.get(words[0] ?? '') ?? [];
		if (bearers.length === 0) enter({name: mention.name, words, gender: mention.gender, roles: new Set(mention.role === null ? [] : [mention.role])});
		else if (bearers.length === 1 && bearers[0] !== undefined && !(mention.gender !== null && bearers[0].gender !== null && mention.gender !== bearers[0].gender)) absorb(bearers[0], mention);
	}

	return drafts.map(draft => ({...draft, roles: [...draft.roles]}));
};

/** Persons by the words that call them. */
export type PeopleIndex = {
	readonly byName: ReadonlyMap<string, Person>;
	/** By first and last word: two-word names and longer. */
	full(words: readonly string[]): Person | undefined;
	/** Whoever bears a surname; else whose family name stands first (Kim Jong Un), or whose given name it is. */
	bearers(word: string): readonly Person[];
};

/** Makes persons findable; cheap to ask. */
export const indexPeople = (people: readonly Person[]): PeopleIndex => {
	const fulls = new Map(people.filter(person => person.words.length > 1).map(person => [fullKey(person.words), person]));
	const last = Map.groupBy(people, person => person.words.at(-1) ?? '');
	const first = Map.groupBy(people, person => person.words[0] ?? '');
	return {
		byName: new Map(people.map(person => [person.name, person])),
		full: words => words.length > 1 ? fulls.get(fullKey(words)) : undefined,
		bearers: word => last.get(word) ?? first.get(word) ?? [],
	};
};

const strip = (words: string): string => words.toLowerCase().replace(/^(?:the|this|that|its|his|her|their)\s+/, '').replace(/[-’']/g, ' ');

/**
 * Whether "the foreign secretary" may be the person printed as "former foreign secretary": the same head, and no word
 * of one that the other gainsays (home against foreign).
 */
export const fitsRole = (description: string, roles: readonly string[]): boolean => {
	const asked = strip(description).split(/\s+/);
	return roles.some(role => {
		const known = strip(role).split(/\s+/);
		if (asked.at(-1) !== known.at(-1)) return false;
		const more = asked.slice(0, -1).filter(word => !known.includes(word));
		const rest = known.slice(0, -1).filter(word => !asked.includes(word));
		return more.length === 0 || rest.length === 0;
	});
};
