import units from '../../data/units.json' with {type: 'json'};
import {isCapital, isDash, touches, type Token} from './tokens.ts';

/** The noun a count counts: `text` as printed with its modifiers, `head` the noun itself, lower case; tokens `from` up to `next`. */
export type Counted = {readonly head: string; readonly phrase: string; readonly people: boolean; readonly plural: boolean; readonly from: number; readonly next: number};

const PEOPLE = new Set(units.people);
const PLURALS = new Set(units.plurals);
const NOT_PLURAL = new Set(units.notPlural);
/** People named after where they are from or what they hold ("Ukrainians", "Democrats", "Houthis"). */
const DEMONYM = /^\p{Lu}\p{L}+(?:ans|ians|ese|ish|crats|ists|ites|is|ers)$/u;
/** Lower-case nouns of people by their ending, where the ending hardly lies: "guitarists", "comedians". */
const PERSON_ENDING = /(?:ologists|ographers|icians|arians|ssionals|keepers|workers|holders|makers|goers|owners|fighters|seekers|officers|leaders|trafficers|smugglers|ists)$/;

/** "freshmen", "fishermen"; not "specimen". */
const MEN = /^(?!(?:speci|regi|acu|abdo|sta|ra|lu)men$)\p{Ll}{2,}(?:wo)?men$/u;

/** Plurals that go before a noun: "arms dealers". */
const LEADING = /^(?:arms|sports|sales|goods|news|weapons|drugs|games|savings|customs|awards|communications|operations|systems|women|men|children|police|army|navy|human|human-rights|rights|services|affairs|relations|staff|crew|veterans|forces|hundreds|thousands|millions|dozens|tens|steps|elections|series|works|media|data|teachers|students)$/;

/** Words that end a noun phrase: prepositions, auxiliaries, pronouns, conjunctions, common verbs of news. */
const STOPS = new Set(('in on at from to upon with by for into onto over under after before since during between against through across near around about as than that which who whom whose where when while if because although though but so yet nor per via amid among without within towards toward beyond behind above below along alongside beneath throughout amongst besides except regarding concerning unlike despite until up down off out due thanks owing versus ' +
	'is are was were be been being am has have had having do does did will would can could may might must shall should ' +
	'he she it they we you i him them us me this his her its their our your my there here not never also still now then already just only even again too ' +
	'said say says told tell tells saying according claimed claims reported died dies dead killed injured wounded hurt missing arrested detained sent went came took taken made gave left lost fled remain remained remains need needed needs want wanted live lived lives signed voted believe believes think thinks die live work works worked took take takes began begin hit saw see seen know knew got get gets fell rose became become becomes held hold holds won win lose stood stand face faces faced ran run runs broke struck ' +
	'each every both either neither such ever ago earlier later away apart alone together respectively today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday ' +
	'requesting seeking claiming receiving filing facing awaiting attending watching using taking applying demanding needing wanting signing visiting fleeing leaving entering crossing wearing joining owning earning getting having paying losing lacking suffering calling').split(' '));
/** May stand between the number and its noun. */
const SKIPS = new Set(['of', 'the', 'these', 'those', 'other', 'more', 'additional', 'extra', 'further', 'new', 'his', 'her', 'its', 'their', 'our', 'your', 'my', 'all', 'so', 'such', 'odd', 'or', 'different', 'additional']);
const JOINED_PEOPLE = /^(?:and|or)$/;

/** "2,500 US troops": the country is no pronoun. */
const isStop = (token: Token | undefined): boolean => token !== undefined && STOPS.has(token.lower) && token.text !== 'US';

/** Does the word end a noun phrase: a preposition, an auxiliary, a pronoun? */
export const endsPhrase = (token: Token): boolean => isStop(token) || /^(?:and|or)$/.test(token.lower) || /(?:ed|ing)$/.test(token.lower);

const isPlural = (token: Token): boolean => {
	const word = token.lower.replace(/'s$/, '');
	if (PLURALS.has(word) || MEN.test(word)) return true;
	return word.length > 2 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('\'s') && !token.text.includes('’') && !token.text.includes('\'') && !NOT_PLURAL.has(word) && !word.endsWith('ous') && !word.endsWith('us');
};

/** Does the word name one person: "student" of "students"? */
export const namesPerson = (token: Token): boolean => PEOPLE.has(token.lower) || PEOPLE.has(`${token.lower}s`);

/** Does the word name people? */
export const namesPeople = (token: Token): boolean => PEOPLE.has(token.lower) || DEMONYM.test(token.text) && isPlural(token) || PERSON_ENDING.test(token.lower) || MEN.test(token.lower);

/** Is it a verb that has no -ed to tell it by: "brought"? */
export const isPast = (word: string): boolean => /^(?:brought|made|spent|gave|took|sent|won|got|paid|sought|built|sold|bought|kept|went|had|did|saw|said|put|set|drew|threw)$/.test(word);

const isVerbLike = (word: string): boolean => /(?:ed|ing)$/.test(word) && word.length > 4 && !/^(?:wounded|injured|displaced|buildings?|unnamed|hundred|united|unarmed|armed|red|retired|alleged|suspected|convicted|masked|related|registered|confirmed|reported|selected|listed|protected|elected|wanted|undocumented|unaccompanied|enslaved|leading|living|remaining|missing|existing|surviving|voting|fighting|working|operating|training|housing|outstanding|migrating|competing|nursing|parking|polling|visiting|serving|breeding|shipping|hospitalized|hospitalised|unidentified|unmarked|skilled|unskilled|paid|unpaid|used|abandoned|damaged|destroyed|detained|occupied|rigged|sealed|stolen|guided|manned|unmanned|inflated|combined|mixed|limited|advanced|trained|uninsured|insured|unvaccinated|vaccinated|infected|exhausted|renowned|unmarried|married|aged|acclaimed|charred|bedroomed|storied|wheeled|legged|bearded|hooded|uniformed|heavily|educated|advertising|marketing)$/.test(word);

/** Glues "asylum-seekers": a hyphened word is one. Returns the token after it. */
const wordEnd = (tokens: readonly Token[], at: number): number => {
	let next = at + 1;
	// "four envoys—both of them": that dash parts
	while (isDash(tokens[next]) && !/^(?:—|--+)$/.test(tokens[next]?.text ?? '') && touches(tokens[next - 1], tokens[next]) && touches(tokens[next], tokens[next + 1]) && (tokens[next + 1]?.kind === 'word' || (tokens[next + 1]?.kind === 'number' && isCapital(tokens[at])))) next += 2;
	// "40 Type-9s": the plural of a name with a numeral
	if (next > at + 1 && tokens[next - 1]?.kind === 'number' && touches(tokens[next - 1], tokens[next]) && tokens[next]?.lower === 's') next += 1;
	return next;
};

/** Nouns by their ending, which go on to another noun: "parts distribution sites". */
const ABSTRACT = /\p{Ll}(?:tion|sion|ment|ance|ence|ity|ship)$/u;
/** A people's name that describes as often: "11 Chinese officials". */
const ADJECTIVE = /^(?:\p{Lu}\p{Ll}+ese|French|Dutch|Swiss|Irish|Welsh|British|English|Spanish|Polish|Turkish)$/u;
/** May stand between a place and those who serve it: "two Los Angeles County deputies". */
const OF_PLACE = /^(?:County|City|State|Police|police|county|city|area|state)$/;

/** "two ISIS militants", "three Las Vegas waiters", "22 parts distribution sites": an ending in s before the noun that is counted. */
const leadsOn = (tokens: readonly Token[], head: Token, end: number): boolean => {
	const words = tokens.slice(end, end + 3);
	const stop = words.findIndex(token => token.kind !== 'word' || endsPhrase(token));
	const open = stop < 0 ? words : words.slice(0, stop);
	const [next, second] = open;
	if (next === undefined) return false;
	const counted = (token: Token | undefined): boolean => token !== undefined && isPlural(token) && !ADJECTIVE.test(token.text) && (!isCapital(token) || isCapital(head));
	if (ADJECTIVE.test(head.text)) return open.some(token => counted(token) && !isCapital(token));
	if (namesPeople(head)) return false;
	if (isCapital(head)) return counted(next) || (OF_PLACE.test(next.text) && (counted(second) || ((OF_PLACE.test(second?.text ?? '') || /['’]s$/.test(second?.text ?? '')) && counted(open[2]))));
	return ABSTRACT.test(next.lower) && counted(second);
};

/**
 * Finds the noun that a count at tokens `..at` counts: at most nine tokens on, the last plural of the first noun phrase.
 * "11,000 North Korean troops have", "four of the nine defendants", "seven soldiers and commanders told".
 */
export const countedNoun = (tokens: readonly Token[], at: number, limit: number): Counted | null => {
	// "“dozens” of vans"
	let from = /^[”"’']$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.lower === 'of' ? at + 1 : at;
	// "68 out of 105 seats"
	if (tokens[from]?.lower === 'out' && tokens[from + 1]?.lower === 'of') from += 2;
	while (from < limit && SKIPS.has(tokens[from]?.lower ?? '') && from - at < 4) {
		if (tokens[from]?.lower === 'or') return null;
		from += 1;
	}

	let head: Token | null = null;
	let next = from;
	let last: Token | null = null;
	for (let index = from; index < limit && index - from < 9;) {
		const token = tokens[index];
		if (!token) break;
		if (token.kind === 'number') {
			// "two of the 12 men", "four British-made S-300 missiles": go on only inside the phrase
			if (index > from && head) break;
			// "two 500-pound bombs"
			if (isDash(tokens[index + 1]) && touches(token, tokens[index + 1]) && tokens[index + 2]?.kind === 'word') { index += 3; continue; }
			index += 1;
			continue;
		}

		// "one of Mr. Roe's lawyers"
		if (tokens[index + 1]?.text === '.' && /^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)$/.test(token.text)) { index += 2; continue; }
		if (token.kind === 'mark') {
			// "two “unarmed” men", "10 large, red vans"
			if (/^[“”"‘'’]$/.test(token.text) && !head && !last) { index += 1; continue; }
			if (token.text === ',' && !head && tokens[index + 1]?.kind === 'word' && index > from && index - from < 4 && !isStop(tokens[index + 1]) && tokens[index + 1]?.lower !== 'and' && !isCapital(tokens[index + 1])) { index += 1; continue; }
			break;
		}

		const end = wordEnd(tokens, index);
		const compound = end > index + 1;
		const ending = tokens[end - 1] ?? token;
		const tail = compound && ending.lower === 's' ? {...ending, text: phraseOf(tokens, index, end), lower: phraseOf(tokens, index, end)} : ending;
		if (token.lower === 'of' && head && /^(?:sets|pairs|groups|types|kinds|members|pieces|lots|teams|rounds|counts|cases|units|boxes|bags|bottles|cups|loads|packs|busloads|truckloads|worth|copies|acts|charges|victims|residents|bodies|millions|thousands|hundreds|dozens)$/.test(head.lower) === false) break;
		if (token.lower === 'of') break;
		if (JOINED_PEOPLE.test(token.lower)) {
			const following = tokens[index + 1];
			// "soldiers and commanders": two names of people in one count
			if (head && namesPeople(head) && following && namesPeople(following) && isPlural(following) && !isCapital(following) && !/^(?:injured|wounded|dead|displaced|homeless)$/.test(following.lower)) {
				head = following;
				next = index + 2;
				index += 2;
				continue;
			}

			// "two Russian and North Korean soldiers", "10 men and women"
			// but "killing one student and wounding four" goes on with another verb
			if (!head && index > from && following?.kind === 'word' && !/^(?:an?|the|his|her|its|their)$/.test(following.lower) && !isVerbLike(following.lower)) { index += 1; continue; }
			break;
		}

		// "3.2 million new unemployment claims", "hundreds of lives": these are verbs only elsewhere
		const noun = !head && /^(?:claims|lives)$/.test(token.lower);
		if (!compound && !noun && isStop(token) && !(token.lower === 'dead' || token.lower === 'missing') ) break;
		if (!compound && /^(?:dead|missing|wounded|injured|hurt)$/.test(token.lower)) break;
		if (head && isVerbLike(token.lower)) break;
		// "to 2.1 million last week, data showed"
		if (/^(?:last|this|next)$/.test(token.lower) && /^(?:week|month|year|quarter|season|night|spring|summer|autumn|fall|winter)$/.test(tokens[index + 1]?.lower ?? '')) break;
		// "the 97-1 vote hours earlier": a time follows the noun
		if (index > from && !compound && /^(?:hours|days|weeks|months|years|minutes)$/.test(token.lower)) break;
		if (isVerbLike(tail.lower) && !head && !compound && index > from && isCapital(token)) break;
		// "83,718 cases marks a record": after a plural only a few nouns go on
		if (head && isPlural(tail) && !compound && !LEADING.test(head.lower)) break;
		if (isPlural(tail) && !(tail === token && leadsOn(tokens, token, end))) {
			head = tail;
			next = end;
		} else if (head) {
			// The phrase went on after a plural: "arms dealers" yes, "men last" no.
			const more = tokens[end];
			if (!(more && isPlural(more) && !isStop(more) && !isCapital(more) && LEADING.test(head.lower))) break;
		}

		last = tail;
		index = end;
		if (head && !head.lower.startsWith('arms') && next === index) {
			const following = tokens[index];
			if (following && following.kind === 'word' && !JOINED_PEOPLE.test(following.lower) && !isPlural(following) && !LEADING.test(head.lower)) break;
		}
	}

	if (!head) {
		if (!last) return null;
		// "a 7.1 quake rocked the coast": a verb ends what has no plural
		const verb = tokens.slice(from + 1, tokens.indexOf(last, from) + 1).findIndex(token => isVerbLike(token.lower));
		if (verb >= 0) last = tokens[from + verb] ?? last;
		const end = tokens.indexOf(last, from) + 1;
		return {head: last.lower, phrase: phraseOf(tokens, from, end), people: namesPeople(last), plural: false, from, next: end};
	}

	return {head: head.lower, phrase: phraseOf(tokens, from, next), people: namesPeople(head), plural: true, from, next};
};

/** The words of tokens from..next as they stand, one space between. */
export const phraseOf = (tokens: readonly Token[], from: number, next: number): string => {
	let text = '';
	for (let index = from; index < next; index += 1) {
		const token = tokens[index];
		if (token) text += (index > from && !touches(tokens[index - 1], token) ? ' ' : '') + token.text;
	}

	return text;
};
