import {matchesOf} from '../text/matches.ts';
import {isFunctionWord, organisationHeads, roleNouns} from './lexicon.ts';
import type {PlacedMention} from './people.ts';
import {withoutAdverbs} from './speech.ts';

/** Words that name a speaker, and where they begin in the segment. */
export type Phrase = {
	readonly words: string;
	readonly start: number;
	/** The name set beside it between commas: "a spokesman, Eric Roe, said". */
	readonly beside?: string;
};

const PRONOUN_END = /(?:^|[\s,;:“”"‘’'(—–])((?:he|she|they|it|we|I|him|her|them))$/i;
const CLAUSE = /[,;:()“”"—–]|\s(?:that|which|when|while|whilst|if|because|as|after|before|and|but|where|although|though|since|until|than|so)(?=\s)/giu;
const HONORIFIC = /(?:\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Prof|Professor|Ambassador|Senator|Sen|Rep|Gov|Judge|Gen|Col|Lt|Capt|Sgt|Rev)\.?\s)$/;
const ARTICLE = /\b(?:the\s|(?:a|an|one|another)\s(?:\p{Ll}+\s){0,3})$/iu;
const LINK = /\s(?:of|for|at|from|with|in|to|on)\s(?:(?:the|a|an|his|her|their|its)\s)?$/i;
const DETERMINER = /(?:^|\s)(the|a|an|one|another|his|her|their|its|our|my|some|several|many|two|three|four|five|six|other|both|this|that|these|those|no|any|every|each)(?=\s)/giu;
/** An opening phrase of time: "Ten minutes later", "Last week". */
const TIME = /\b(?:minutes?|hours?|days?|weeks?|months?|years?|moments?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|morning|afternoon|evening)\b/;
const AFTER_NAME = /^\s(?:\p{Ll}[\p{L}-]*\s){0,3}?([\p{Ll}][\p{L}-]*)(?=\s|$)/u;
const SOURCE = /(?:spokes(?:man|woman|person|people)|s|people|police|staff|statement|report|email|e-mail|letter|post|tweet|message|memo|document|note|study|survey|filing|sign|text|indictment|complaint|ruling|article|editorial|poll|everyone|someone|nobody|women|men|release|transcript|website|newspaper|agency|caption|advert|advertisement|ad|video|petition|motion|judgment|order|guidance|bill|law|constitution|sticker|banner|review|record|headline|company|group|ministry|government|party|union|office)$/i;

const trimLead = (words: string): string => words.replace(/^(?:(?:and|but|so|or|yet|then|meanwhile|however|later|earlier|still|also|even|now|today|yesterday|nor|because|although|though|as|while|when|that|said|says|told|like|including|added)\s+)+/i, '');

const isSourceWord = (word: string): boolean => {
	const plain = word.toLowerCase().replace(/['’]s?$/, '');
	return roleNouns.has(plain) || roleNouns.has(plain.replace(/s$/, '')) || organisationHeads.has(plain) || SOURCE.test(plain);
};

/** A part a person plays, or a kind of organisation; singular or plural. Narrower than a source word, which may be any plural. */
const isHolder = (word: string): boolean => {
	const plain = word.toLowerCase().replace(/['’]s?$/, '');
	return roleNouns.has(plain) || roleNouns.has(plain.replace(/s$/, '')) || organisationHeads.has(plain) || /^(?:spokes(?:men|women|people)|officials|people|sources|statement|report|letter)$/.test(plain);
};

/** The name that ends exactly here, with Mr or Ambassador before it; not a possessive. */
const nameEnding = (text: string, end: number, mentions: readonly PlacedMention[]): Phrase | null => {
	const mention = mentions.find(name => name.end === end && !name.possessive);
	if (mention === undefined) return null;
	const front = text.slice(Math.max(0, mention.start - 40), mention.start);
	// "the MoD", "one senior Labour": only persons go without their article.
	const title = mention.kind === 'person' ? HONORIFIC.exec(front) : ARTICLE.exec(front);
	const start = title === null ? mention.start : mention.start - title[0].length;
	return {words: text.slice(start, end), start};
};

const clauseStart = (lead: string): number => {
	let start = 0;
	for (const match of matchesOf(CLAUSE, lead)) {
		// A conjunction inside a name, as in "Department for Work and Pensions", is followed by a capital.
		if (!(/^\s(?:and|for)$/i.test(match[0]) && /^\s\p{Lu}/u.test(lead.slice(match.index + match[0].length)) && /\p{Lu}\p{L}+$/u.test(lead.slice(0, match.index)))) start = match.index + match[0].length;
	}

	return start;
};

/** A noun phrase without a name at the end of a clause: "one ally", "Keir Starmer’s official spokesman". */
const nounPhraseEnding = (clause: string, offset: number): Phrase | null => {
	const lead = clause.length - clause.trimStart().length;
	let words = trimLead(clause.trim());
	let start = offset + lead + (clause.trim().length - words.length);
	const last = words.split(/\s+/).at(-1) ?? '';
	const count = words.split(/\s+/).length;
	if (words === '' || /^(?:which|what|who|this|that|there|not|to|i|never)$/i.test(words)) return null;
	const determiners = matchesOf(DETERMINER, words);
	// "In a statement the group", "Footage showed the officer": from the determiner whose noun the rest hangs on.
	if (count > 7 || /^(?:in|on|at|during|for|with|by|from|speaking|writing|under|to|of|about)\s/i.test(words)) {
		const determiner = determiners.findLast(match => match.index === 0 || !/\s(?:of|for|at|from|with|in|to|on|by)$/i.test(words.slice(0, match.index)));
		if (determiner === undefined) {
			const tail = words.split(/\s+/).slice(-3);
			while (tail.length > 1 && /^(?:in|on|at|of|for|to|by|from|with|\p{Ll}+ed|\p{Ll}+ing)$/u.test(tail[0] ?? '')) tail.shift();
			const short = tail.join(' ');
			if (!isSourceWord(last)) return null;
			start += words.length - short.length;
			words = short;
		} else {
			const cut = determiner.index + (determiner[0].length - (determiner[1]?.length ?? 0));
			start += cut;
			words = words.slice(cut);
		}
	}

	if (words.split(/\s+/).length > 14) return null;
	const hasSource = words.split(/\s+/).some(word => isSourceWord(word.replace(/[^\p{L}-]/gu, '')));
	return hasSource || /^(?:the|a|an|one|another|his|her|their|its|some|many|several|this|my|our)\s/i.test(words) ? {words, start} : null;
};

/** The speaker's words at the end of `lead`, whose first character stands at `offset` of `text`. */
const endingPhrase = (text: string, lead: string, offset: number, mentions: readonly PlacedMention[]): Phrase | null => {
	// "Rep. Ann Roe (R-Ohio) said"
	const aside = /\s\([^()]{1,40}\)$/.exec(lead);
	if (aside !== null) return endingPhrase(text, lead.slice(0, aside.index), offset, mentions);
	const pronoun = PRONOUN_END.exec(lead);
	if (pronoun?.[1] !== undefined) return {words: pronoun[1], start: offset + lead.length - pronoun[1].length};
	const from = clauseStart(lead);
	const clause = lead.slice(from);
	const name = nameEnding(text, offset + lead.length, mentions);
	// "Jane Roe of the charity Shelter": what follows "of" is where she works.
	const opening = mentions.find(mention => mention.kind === 'person' && mention.start >= offset + from && !mention.possessive && /^\s(?:of|from|at)\s/.test(text.slice(mention.end, mention.end + 6)));
	if (opening !== undefined && opening.end < offset + lead.length && /^\s*(?:\p{L}[\p{L}’'-]*\.?\s){0,5}$/u.test(text.slice(offset + from, opening.start))) return nameEnding(text, opening.end, mentions);
	if (name === null) return nounPhraseEnding(clause, offset + from);
	const front = lead.slice(from, Math.max(from, name.start - offset));
	const link = LINK.exec(front);
	if (link === null) return name;
	// "A spokesman for Downing Street": the name is only what he speaks for.
	const head = front.slice(0, link.index);
	if (!head.split(/\s+/).some(word => isSourceWord(word)) && !/\b(?:one|some|many|those|\p{L}+s)$/iu.test(head)) return name;
	const phrase = nounPhraseEnding(clause, offset + from);
	return phrase ?? name;
};

/** A name or noun phrase that begins here: after "said", or as the subject of a sentence. */
export const phraseFrom = (text: string, narrative: string, from: number, to: number, mentions: readonly PlacedMention[], inverted = false): Phrase | null => {
	const stretch = narrative.slice(from, to);
	const lead = stretch.length - stretch.trimStart().length;
	const start = from + lead;
	const body = stretch.slice(lead);
	const pronoun = /^(?:he|she|they|it|we|I)\b/i.exec(body);
	if (pronoun !== null) return {words: pronoun[0], start};
	const stop = body.search(/[,;:!?“”"()—–]|(?<!\b(?:Mr|Mrs|Ms|Mx|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|Prof|Rev|St|Jr|\p{Lu}))\.|\s(?:who|which|that|when|while|as|after|before|because|during|in|on|to|has|have|had|was|were|is|are|will|would|could|can|did|does|do|and|but|about|said|told|earlier|yesterday|today|this|last|by)\s/u);
	const plain = (stop < 0 ? body : body.slice(0, stop)).trimEnd();
	const inside = mentions.filter(mention => mention.start >= start && mention.end <= start + plain.length);
	const name = inside.find(mention => mention.kind === 'person' && !mention.possessive) ?? inside.find(mention => !mention.possessive);
	const after = name === undefined ? null : AFTER_NAME.exec(narrative.slice(name.end, start + plain.length));
	if (name !== undefined && after !== null && name.kind !== 'person' && (isHolder(after[1] ?? '') || (inverted && narrative.slice(name.end, start + plain.length).trim() === after[0].trim()))) {
		// "A Western official", "the Yonhap news agency": up to the noun that follows the name.
		const end = name.end + after[0].length;
		const from = inside.length > 1 && inside[0] !== name ? name.start : start;
		return {words: text.slice(from, end), start: from};
	}

	// "the Democratic staffer", "North Korean state media": a name that only describes.
	if (inverted && name?.kind === 'other' && /^\s\p{Ll}/u.test(narrative.slice(name.end, start + plain.length)) && plain.split(/\s+/).length <= 9) return {words: plain, start};
	if (name !== undefined) {
		const front = text.slice(start, name.start);
		if (!LINK.test(` ${front}`) && front.split(/\s+/).length <= 9) return nameEnding(text, name.end, mentions);
	}

	const words = plain.split(/\s+/);
	// "The writers acknowledge": up to the noun for a person or body, unless "of" or "for" goes on.
	const holder = inverted ? -1 : words.findIndex((word, index) => isHolder(word) && !isHolder(words[index + 1] ?? '') && !/^(?:of|for|at|from|with|in|to)$/.test(words[index + 1] ?? ''));
	const cut = holder >= 0 ? holder + 1 : words.findIndex((word, index) => index > 0 && /^(?:[a-z]+ed|earlier|late|from)$/.test(word) && isSourceWord(words[index - 1] ?? ''));
	const short = (cut > 0 ? words.slice(0, cut) : words).join(' ');
	return short !== '' && words.length <= 14 && (words.some(word => isSourceWord(word)) || /^(?:the|a|an|one|another|his|her|their)\s/i.test(short)) ? {words: short, start} : null;
};

/** The subject of the sentence: the first part between commas that begins with a name, a pronoun or a person's part. */
export const mainSubject = (text: string, narrative: string, from: number, to: number, mentions: readonly PlacedMention[]): Phrase | null => {
	let start = from;
	for (const part of narrative.slice(from, to).split(',')) {
		const trimmed = part.trimStart().replace(/^[“"‘'”’\s]+/, '');
		const offset = start + part.length - trimmed.length;
		const own = trimmed.replace(/^(?:(?:and|but|so|or|yet|then|meanwhile|however|later|earlier|still|also|now)\s+)+/i, '');
		const at = offset + trimmed.length - own.length;
		const first = own.split(/\s+/)[0] ?? '';
		start += part.length + 1;
		if (/^(?:in|on|at|during|for|with|by|from|after|before|since|under|to|of|amid|if|when|while|because|although|though|where|once|until|as|despite|speaking|writing|asked|posting|describing|responding)$/i.test(first)) continue;
		if (TIME.test(own) && own.length < 50 && !mentions.some(mention => mention.kind === 'person' && mention.start >= at && mention.end <= at + own.length)) continue;
		const phrase = phraseFrom(text, narrative, at, Math.min(to, at + own.length), mentions);
		if (phrase !== null && (/^\p{Lu}/u.test(phrase.words) || !isFunctionWord(first) || /^(?:he|she|they|the|a|an|one|his|her|another|it|some)$/i.test(first))) return phrase;
	}

	return null;
};

/** "Emma Ross, 34, the director of a charity, said": the name before the apposition. */
const beforeApposition = (text: string, lead: string, offset: number, mentions: readonly PlacedMention[]): Phrase | null => {
	const parts = lead.split(',');
	let end = offset + lead.length;
	const candidates: Phrase[] = [];
	for (let index = parts.length - 1; index >= 0; index--) {
		const part = parts[index] ?? '';
		const tail = narrativeTail(parts, index);
		const dated = /\s(?:on|in)\s(?:\p{Lu}\p{Ll}+|\d+)(?:\s\d+)?$/u.exec(tail);
		const phrase = endingPhrase(text, dated === null ? tail : tail.slice(0, dated.index), offset, mentions);
		if (phrase !== null && index < parts.length - 1) candidates.push(phrase);
		// "His ex-wife, Amanda Phillips, said": the apposition is the name itself.
		if (phrase !== null && index === parts.length - 1 && mentions.some(mention => mention.kind === 'person' && mention.start === phrase.start && text.slice(end - part.trimStart().length, phrase.start).trim() === '')) return phrase;
		end -= part.length + 1;
		if (lead.length - (end - offset) > 240) break;
	}

	return candidates.find(phrase => mentions.some(mention => mention.kind === 'person' && mention.start >= phrase.start && mention.end <= phrase.start + phrase.words.length)) ?? candidates[0] ?? null;
};

const narrativeTail = (parts: readonly string[], index: number): string => parts.slice(0, index + 1).join(',');

/** The subject of a verb: the words before it, an apposition or a shared subject ("could not say but added") seen through. */
export const subjectBefore = (text: string, narrative: string, from: number, verb: number, participle: boolean, mentions: readonly PlacedMention[]): Phrase | null => {
	const lead = withoutAdverbs(narrative.slice(from, verb));
	if (participle) {
		const near = endingPhrase(text, lead, from, mentions);
		if (near !== null && /^(?:him|her|them)$/i.test(near.words)) return near;
		return mainSubject(text, narrative, from, verb, mentions) ?? near;
	}

	if (/\s(?:that|which)$/.test(lead)) return mainSubject(text, narrative, from, verb, mentions);
	const relative = /,?\s(?:who|and who)$/i.exec(lead);
	if (relative !== null) return endingPhrase(text, lead.slice(0, relative.index), from, mentions);
	if (/(?:^|\s)(?:and|but|then|or|before|after|while|when|yet)$/i.test(lead)) return mainSubject(text, narrative, from, verb, mentions);
	if (lead.endsWith(',')) return beforeApposition(text, lead.slice(0, -1), from, mentions) ?? mainSubject(text, narrative, from, verb, mentions);
	return endingPhrase(text, lead, from, mentions) ?? mainSubject(text, narrative, from, verb, mentions);
};
