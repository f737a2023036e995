import {HEADLINE, STANDFIRST, type Article} from '../model/article.ts';
import {aliases, genderOfTitle, honorifics, offices, organisationHeads, roleNouns, titles, type Gender} from './lexicon.ts';
import {mentionsIn, tokensOf, vocabularyOf} from './mentions.ts';
import {fitsRole, indexPeople, peopleOf, type PeopleIndex, type Person, type PlacedMention} from './people.ts';
import {pronounReader} from './pronouns.ts';

/** A place in an article: body segments from 0, headline -1, standfirst -2; the offset in the segment's text. */
export type Place = {readonly segment: number; readonly offset: number};

/** Who is named in an article, and who is meant by "Mr Kim", "He" or "the ministry". */
export type Cast = {
	readonly people: readonly Person[];
	/** In reading order: standfirst, then the body. Headlines in title case tell no names. */
	readonly mentions: readonly PlacedMention[];
	/** Is the word the last name of somebody in the article? Asked of headlines, which tell no mentions. */
	readonly isSurname: (word: string) => boolean;
	/** The fullest sure name for some words at a place; a full name comes back as it is; null when not sure. */
	resolve(words: string, at: Place): string | null;
};

const PRONOUN = /^(?:he|she|him|her|his|hers|himself|herself)$/i;
const NO_NAME = /^(?:a|an|one|another|some|several|many|few|most|all|two|three|four|five|both|other|others|no|it|its|they|their|them|we|i|you|who|this|these|those|that|there)\b/i;

const before = (mention: PlacedMention, at: Place): boolean => mention.segment < at.segment || (mention.segment === at.segment && mention.start <= at.offset);

/** Initials of the words with capitals: "Office for Budget Responsibility" OBR, "Ministry of Defence" MD and MoD. */
const initialsOf = (name: string): string[] => {
	const words = name.split(/[\s-]+/).filter(word => /^\p{L}/u.test(word));
	const capitals = words.filter(word => /^\p{Lu}/u.test(word)).map(word => word.charAt(0)).join('');
	return [capitals, words.filter(word => !/^(?:the|and)$/i.test(word)).map(word => word.charAt(0)).join('')];
};

const pickBearer = (bearers: readonly Person[], gender: Gender | null, mentions: readonly PlacedMention[], at: Place): string | null => {
	const fitting = gender === null ? bearers : bearers.filter(person => person.gender === null || person.gender === gender);
	const full = fitting.filter(person => person.words.length > 1);
	const candidates = full.length > 0 ? full : fitting;
	if (candidates.length <= 1) return candidates[0]?.name ?? null;
	// A family: the one who was introduced by now, if only one was.
	const introduced = candidates.filter(person => mentions.some(mention => mention.name === person.name && before(mention, at)));
	return introduced.length === 1 ? introduced[0]?.name ?? null : null;
};

const headOf = (name: string): string[] => name.toLowerCase().split(/[\s-]+/);

const resolveOrganisation = (words: string, mentions: readonly PlacedMention[], at: Place): string | null => {
	const plain = words.replace(/^the\s+/i, '');
	if (/^[\p{Lu}][\p{L}&]*\p{Lu}[\p{L}]*$/u.test(plain) || aliases.has(plain)) {
		const full = mentions.find(mention => mention.kind !== 'person' && mention.name.includes(' ') && (mention.name === aliases.get(plain) || initialsOf(mention.name).includes(plain)));
		return full?.name ?? aliases.get(plain) ?? plain;
	}

	if (/^\p{Lu}/u.test(plain)) return null;
	const asked = plain.toLowerCase().split(/\s+/);
	const heads = organisationHeads.get(asked.slice(-2).join(' ')) ?? organisationHeads.get(asked.at(-1) ?? '');
	if (heads === undefined) return null;
	const found = mentions.findLast(mention => mention.kind === 'organisation' && before(mention, at) && at.segment - mention.segment <= 12 && headOf(mention.name).some(word => heads.includes(word)));
	return found?.name ?? null;
};

const resolveRole = (words: string, people: readonly Person[], index: PeopleIndex, mentions: readonly PlacedMention[], at: Place): string | null => {
	const plain = words.replace(/^the\s+/i, '').toLowerCase();
	if (!roleNouns.has(plain.split(/[\s]+/).at(-1) ?? '')) return null;
	const named = mentions.filter(mention => mention.kind === 'person' && before(mention, at));
	// "The president" points back: another president, whom the article names only later, is not meant.
	const introduced = new Set(named.flatMap(mention => index.bearers(mention.name.split(' ').at(-1) ?? '').map(person => person.name)));
	const linked = people.filter(person => fitsRole(plain, person.roles) && introduced.has(person.name));
	if (linked.length === 1) return linked[0]?.name ?? null;
	if (linked.length > 1) {
		// Two presidents: the one who was named alone in this paragraph or the one before.
		const close = new Set(named.filter(mention => at.segment - mention.segment <= 1).flatMap(mention => linked.filter(person => person.name === mention.name || person.words.at(-1) === mention.name).map(person => person.name)));
		return close.size === 1 ? [...close][0] ?? null : null;
	}

	// "The Tory leader" is not introduced as one, but nobody else has been named.
	const others = new Set(named.filter(mention => !mention.possessive).map(mention => index.bearers(mention.name.split(' ').at(-1) ?? '')[0]?.name));
	const only = people.find(person => others.has(person.name));
	const gender = genderOfTitle(plain.split(' ').at(-1) ?? '');
	return others.size === 1 && only !== undefined && only.roles.length === 0 && (gender === null || only.gender === null || gender === only.gender) && offices.has(plain.split(' ').at(-1) ?? '') ? only.name : null;
};

const resolveName = (words: string, people: PeopleIndex, mentions: readonly PlacedMention[], at: Place): string | null => {
	const parts = words.split(/\s+/);
	const title = parts.findLast((part, index) => index < parts.length - 1 && titles.has(part.replace(/\.$/, '')))?.replace(/\.$/, '');
	const own = parts.slice(parts.findLastIndex((part, index) => index < parts.length - 1 && (titles.has(part.replace(/\.$/, '')) || roleNouns.has(part.toLowerCase()))) + 1);
	const name = own.join(' ');
	const exact = people.full(own) ?? people.byName.get(name);
	if (exact !== undefined && exact.words.length > 1) return exact.name;
	const royal = people.byName.get(words);
	if (royal !== undefined) return royal.name;
	if (own.length === 1) {
		const gender = title === undefined || !(honorifics.has(title) || titles.has(title)) ? null : genderOfTitle(title);
		const bearers = people.bearers(name);
		if (bearers.length > 0) return pickBearer(bearers, gender, mentions, at);
	}

	return name;
};

/** Reads who is named in an article. One pass over its text; resolving is cheap. */
export const buildCast = (article: Article): Cast => {
	const texts = article.segments.map(segment => segment.text);
	const standfirst = article.standfirstSegment?.text;
	const paragraphs = [...(standfirst === undefined ? [] : [{segment: STANDFIRST, text: standfirst}]), ...texts.map((text, segment) => ({segment, text}))].map(paragraph => ({...paragraph, tokens: tokensOf(paragraph.text)}));
	const vocabulary = vocabularyOf(paragraphs.map(({tokens}) => tokens));
	const read = paragraphs.flatMap(({segment, text, tokens}) => mentionsIn(text, tokens, vocabulary).map((mention): PlacedMention => ({...mention, segment})));
	const people = peopleOf(read);
	// A surname alone shows only now that it is somebody's.
	const person: PlacedMention['kind'] = 'person';
	const surnames = new Set(people.flatMap(person => [person.name, person.words.at(-1), person.words.length > 2 ? person.words[0] : undefined]));
	const mentions = read.map(mention => mention.kind === 'other' && surnames.has(mention.name) ? {...mention, kind: person} : mention);
	const index = indexPeople(people);
	const nameOf = (words: string, at: Place) => resolveName(words, index, mentions, at);
	const roleOf = (words: string, at: Place) => resolveRole(words, people, index, mentions, at);
	// Read when first asked: many articles have no pronoun that speaks.
	let pronouns: ((words: string, at: Place) => string | null) | null = null;

	const resolve = (raw: string, at: Place): string | null => {
		const words = raw.trim().replace(/[,.:;]+$/, '').replace(/['’]s?$/, '');
		if (words === '' || at.segment === HEADLINE && PRONOUN.test(words)) return null;
		if (PRONOUN.test(words)) return (pronouns ??= pronounReader(texts, mentions, index, nameOf, roleOf))(words, at);
		if (NO_NAME.test(words)) return null;
		const organisation = resolveOrganisation(words, mentions, at);
		if (organisation !== null) return organisation;
		const plain = words.replace(/^the\s+/i, '');
		const last = plain.split(/\s+/).at(-1) ?? '';
		if (!/^\p{Lu}|^[a-z]\p{Lu}/u.test(last)) return /[’']s?\s/.test(plain) ? null : roleOf(plain, at);
		if (roleNouns.has(last.toLowerCase())) return roleOf(plain, at);
		// "a spokesman for the ministry" names nobody.
		if (/\s(?:of|for|at|from|with|in)\s/.test(plain) && !/^\p{Lu}/u.test(plain)) return null;
		return nameOf(plain.replace(/^(?:\p{Ll}[\p{L}’'-]*\s)+(?=\p{Lu})/u, ''), at);
	};

	return {people, mentions, resolve, isSurname: word => surnames.has(word.replace(/['’]s?$/, ''))};
};
