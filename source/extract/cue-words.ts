import {changeWord} from './change-words.ts';
import {VERB} from './cue-clauses.ts';
import {DOCUMENTS, isWord, MADE, type Scope} from './cue-subjects.ts';
import {figureCues} from './cue-verbs.ts';
import {namesPeople, namesPerson} from './nouns.ts';
import {isCapital, isDash, touches} from './tokens.ts';

/** Nouns as often as verbs: taken as verbs only after a plain subject. */
const NOUNY = /^(?:suspect|suspects|report|reports|claim|claims|estimate|estimates|forecast|forecasts|state|states|note|notes|document|documents|comment|comments|post|posts|record|records|project|projects|fear|fears|tweet|tweets|demand|warning|calls?|find|show|answer|reply|promise|promises|pledge|pledges|boast|dispute|joke|remark|remarks|vow|vows|recall|lament|caution|counter|alert|finding|findings|showing|posting|posted|recorded|agree|agreed|observe|describe|described|put|puts|putting|gave|give|gives|think|know|knew|knows|continue|continued|continues|continuing|remind|documented|reject|rejected|rejects|repeat|repeats|repeated|repeating)$/;
/** Those who confirm somebody in office by their vote. */
const CHAMBER = /^(?:senate|senators|house|parliament|congress|assembly|legislature|lawmakers|mps|knesset|bundestag)$/;
const DAY = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** "were expecting 40", "is reporting 40 deaths": whoever does so says it; "was expected" is another's word. */
export const isProgressive = ({tokens, to}: Scope, at: number): boolean => /^(?:expecting|forecasting|predicting|projecting|estimating|reporting|claiming|saying|warning)$/.test(tokens[at]?.lower ?? '') && /^(?:is|are|was|were|been)$/.test(tokens[at - 1]?.lower ?? '') && at + 1 < to && tokens[at + 1]?.lower !== 'to' && tokens[at + 1]?.text !== '.';

/** "Figures released on Friday by the council show": the plural that the bare verb needs stands farther back. */
const isReleased = ({tokens, from}: Scope, at: number): boolean => {
	const clause = tokens.slice(Math.max(from, at - 14), at);
	const by = clause.findLastIndex(({lower}) => lower === 'by');
	const made = clause.slice(0, Math.max(0, by)).findLastIndex(({lower}) => MADE.test(lower));
	return made > 0 && by - made <= 4 && DOCUMENTS.test(clause[made - 1]?.lower ?? '') && clause.slice(made).every(({kind}) => kind === 'word');
};

/** "the country's", "the states'"; not "she's" and not the end of a quotation. */
const isPossessive = ({tokens, quoted}: Scope, at: number): boolean => {
	const word = tokens[at]?.lower ?? '';
	if (word.endsWith('\'s')) return !/^(?:he|she|it|who|there|that|what)'s$/.test(word);
	return /^[’']$/.test(word) && touches(tokens[at - 1], tokens[at]) && (tokens[at - 1]?.lower.endsWith('s') ?? false) && !quoted(at - 1);
};

/** "employers added a robust 235,000 jobs" adds things; "she added that", "added: “...”", "he added", "added there were 40" words. */
const addsWords = ({tokens, to, quoted}: Scope, at: number): boolean => {
	const next = tokens[at + 1];
	if (at + 1 >= to || next === undefined || quoted(at + 1) || (next.kind === 'mark' && !/^[$£€-]$/.test(next.text))) return true;
	const before = tokens[at - 1];
	if (before !== undefined && (quoted(at - 2) || /^[”"’']$/.test(before.text))) return next.lower !== 'to';
	// A verb of its own comes before any number; or "Forty were held, added Jane Roe."
	for (let index = at + 1; index < Math.min(to, at + 12); index += 1) {
		const token = tokens[index];
		if (token?.kind === 'mark') return before?.text === ',' && token.text !== '$';
		if (token === undefined || token.kind === 'number' || AMOUNT.test(token.lower)) return false;
		if (VERB.test(token.lower)) return true;
	}

	return before?.text === ',';
};

const AMOUNT = /^(?:about|nearly|almost|some|another|more|over|roughly|around|between|up|to|at|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions)$/;
/** "The storm claims at least 7 lives", "the group claimed responsibility for a blast that killed 22", "Continuing claims, which fell, are 7,000": nothing is said of a number. */
const claimsThing = ({tokens, from}: Scope, at: number): boolean => {
	const words = tokens.slice(at + 1, at + 10).map(({lower}) => lower);
	if (/^(?:responsibility|victory|credit|ownership|asylum|benefits)$/.test(words[0] ?? '') || (words[0] === ',' && at - from <= 2)) return true;
	const end = words.findIndex(word => /^(?:lives|life)$/.test(word));
	return end >= 0 && !words.slice(0, end).includes('that');
};

/** "told his chief of staff, Ann Roe, to hold back $4 million": an order, and no account. */
const isOrder = ({tokens, to}: Scope, at: number): boolean => {
	for (let index = at + 1; index < Math.min(to, at + 12); index += 1) {
		const {lower = '', kind} = tokens[index] ?? {};
		if (lower === 'to') return index > at + 1 && /^\p{Ll}+$/u.test(tokens[index + 1]?.text ?? '') && !/^(?:the|an?|his|her|its|their|be)$/.test(tokens[index + 1]?.lower ?? '');
		const apposed = lower === ',' && isCapital(tokens[index + 1]) || (lower === ',' && isCapital(tokens[index - 1]));
		if ((kind !== 'word' && !apposed) || (index > at + 1 && /^(?:that|the|an?|he|she|it|they|there|his|her|its|their|how|why|what|whether|in|on|was|were|is|are|has|have|had|would|will)$/.test(lower))) return false;
	}

	return false;
};

/** What a headline puts behind a noun: "Claims Fall to 90,000". */
const tellsOfNoun = (word: string): boolean => changeWord(word) !== undefined || /^(?:shows?|at|over|up|down|still)$/.test(word);

/** A participle, which describes a noun or is done by somebody else, and no finite verb. */
const isParticiple = (scope: Scope, at: number, previous: string): boolean => {
	const {tokens} = scope;
	const word = tokens[at]?.lower ?? '';
	const [earlier, before, next] = [tokens[at - 2]?.lower ?? '', tokens[at - 1], tokens[at + 1]];
	const following = next?.lower ?? '';
	const noun = isWord(next) && !isCapital(next) && following !== 'that';
	// "a notice published by the agency"
	if (/(?:ed|shown|found|written|told)$/.test(word) && following === 'by') return true;
	if (!word.endsWith('ed')) return false;
	// "the only announced plan", "Ms Roe, long considered a rival,"
	if (/^(?:only|newly|widely|highly|eagerly|much)$/.test(previous) || (/^(?:long|generally|commonly|largely|once|often|initially)$/.test(previous) && earlier === ',')) return true;
	// "Deficit expected to hit $1 million": by others
	if (/^(?:expected|projected|predicted|estimated|feared|believed|thought)$/.test(word) && following === 'to' && !/^(?:had|have|has|analysts|economists|forecasters|experts|officials|he|she|they|we|it|who)$/.test(previous)) return true;
	// "its previously announced plan"
	if (/^(?:previously|already|recently|earlier|officially)$/.test(previous) && /^(?:its|the|a|an|his|her|their)$|'s$/.test(earlier)) return true;
	// "24 confirmed deaths", "the country's reported deaths", "the states' estimated 11 million"
	if (before?.kind === 'number' ? next?.kind === 'word' : isPossessive(scope, at - 1) && (next?.kind === 'number' || noun)) return true;
	// "the accused killer", "a man accused of killing eight", "accused in the shooting of two": nobody accuses anybody
	if (word === 'accused') return /^(?:of|in|by)$/.test(following) || noun && next !== undefined && (namesPeople(next) || namesPerson(next) || /(?:er|or|ist)$/.test(following));
	// "average daily reported cases are up"
	if (/^(?:reported|confirmed|recorded|registered)$/.test(word) && /^(?:daily|weekly|average|total|newly|officially)$/.test(previous)) return true;
	// "a suit over alleged fraud"; but "prosecutors alleged fraud"
	if (word === 'alleged') return noun && !(isCapital(before) || (before !== undefined && namesPeople(before)) || /^(?:he|she|they|it|who|suit|lawsuit|complaint|indictment|filing|charges)$/.test(previous));
	// "were missing or feared dead", "a flood declared as over"
	if (word === 'feared' && /^(?:dead|killed|lost|trapped|missing|drowned)$/.test(following)) return true;
	if (word === 'declared' && /^(?:as|in|for|over|after|amid|across)$/.test(following)) return true;
	// "Fever reported death toll nears 300": a verb would have an article behind it; "one in four cases reported worldwide"
	return /^(?:reported|confirmed|estimated|recorded|documented|registered)$/.test(word) && (/^(?:death|toll|total|number|case|infection)$/.test(following) || /^(?:cases|deaths|infections|fatalities|casualties|injuries|losses|murders|homicides|crimes|incidents|attacks)$/.test(previous));
};

/** Does the word say that somebody tells something? `titled`: a headline that writes its words with capitals. */
export const isCue = (scope: Scope, at: number, titled: boolean): boolean => {
	const {tokens, from, to, quoted} = scope;
	const token = tokens[at];
	if (!isWord(token) || quoted(at) || !figureCues.has(token.lower)) return false;
	// "the United States": inside a sentence only a headline in title case writes its verbs with capitals
	if (at > from && isCapital(token) && !titled) return false;
	const before = tokens[at - 1];
	const previous = at > from ? before?.lower ?? '' : '';
	if (!isProgressive(scope, at) && /^(?:to|not|never|be|been|being|is|are|was|were|n't|a|an|the|of|his|her|its|their|no|any|these|those|such|new|there|more|than|widely|other|in|on|by|for|from|latest|get|got|let)$/.test(previous)) return false;
	if (isParticiple(scope, at, previous)) return false;
	// "official figures", "some claims"; but "a senior official said"
	if (/^(?:official|some)$/.test(previous) && NOUNY.test(token.lower)) return false;
	// "the statistics show", "the jobless figures suggest 40 deaths"
	if (/^(?:show|suggest|indicate|reveal)$/.test(token.lower) && (DOCUMENTS.test(previous) || isReleased(scope, at))) return true;
	// "Economists polled by Acme project 40": those asked say it
	if (/^(?:project|forecast|estimate)$/.test(token.lower) && tokens.slice(Math.max(from, at - 7), at).some(({lower}, ahead, words) => lower === 'by' && /^(?:polled|surveyed|asked)$/.test(words[ahead - 1]?.lower ?? ''))) return true;
	// "economists had forecast 40": the participle is the bare form
	if (token.lower === 'forecast' && /^(?:had|have)$/.test(previous)) return true;
	// "put the toll at 40"
	if (/^put(?:s|ting)?$/.test(token.lower)) {
		const what = tokens.slice(at + 1, at + 9);
		return what.some(word => /^(?:toll|number|figure|total|count|cost|costs|estimate|losses|damage|dead|price|share|deaths|casualties|value)$/.test(word.lower)) && what.some(word => word.lower === 'at');
	}
	// "did n't say", "a woman's claims"
	if (previous.endsWith('n\'t') || (NOUNY.test(token.lower) && previous.endsWith('\'s'))) return false;
	if (isDash(before) && before?.end === token.start) return false;
	const next = tokens[at + 1];
	const following = next?.lower ?? '';
	if (token.lower.startsWith('claim') && claimsThing(scope, at)) return false;
	if (/^add(?:s|ed|ing)?$/.test(token.lower) && !addsWords(scope, at)) return false;
	// "Iran responds to sabotage", "leaders agreed on a plan"
	if ((token.lower.startsWith('respond') && following === 'to') || (token.lower.startsWith('agree') && following !== 'that')) return false;
	// "everything they asked for", "announced it, and"
	if (/^ask(?:s|ed|ing)?$/.test(token.lower) && following === 'for') return false;
	if (/^(?:it|them|him|her|this)$/.test(following) && /^(?:[,.;:]|and|but|on|in|at|last)$/.test(tokens[at + 2]?.lower ?? '.') && !/^(?:told|tells|tell|telling)$/.test(token.lower)) return false;
	if ((/^(?:told|tells)$/.test(token.lower) || (/^ask(?:s|ed)$/.test(token.lower) && /^(?:his|her|their|its)$/.test(following))) && isOrder(scope, at)) return false;
	// "that the country would confirm 40 deaths": it has not
	if (/^(?:confirm|report|record|register|announce)$/.test(token.lower) && /^(?:would|could|may|might)$/.test(previous)) return false;
	// "the Senate confirmed 12 judges", "Senate confirms Ann Roe": a vote, and no words
	if (token.lower.startsWith('confirm') && following !== 'that' && tokens.slice(Math.max(from, at - 3), at).some(({lower}) => CHAMBER.test(lower))) return false;
	// "rejected a plan of $5m" turns down a thing; "rejected claims that 40 died" a number
	if (/^(?:reject|den|disput|refut)/.test(token.lower) && !tokens.slice(at + 1, at + 6).some(word => /^(?:that|claims?|reports?|suggestions?|allegations?|accusations?|figures?|estimates?|assertions?|having|any|toll|number|numbers)$|ing$/.test(word.lower))) return false;
	// "Unemployment claims fall": at the front a capital tells no name, and what follows a noun is a verb
	if (NOUNY.test(token.lower) && token.lower.endsWith('s') && at === from + 1 && next?.kind === 'word' && !isCapital(next) && !/^(?:that|the|a|an|it|its|he|she|they|to|no|more|at|up|over|about|nearly|almost|some|dozens|hundreds|thousands|millions|all|most|least|fewer|many|record|new|first|only|one|two|three|four|five|six|seven|eight|nine|ten)$/.test(following)) return false;
	if (NOUNY.test(token.lower)) {
		// "Jobless Claims Jump to 90,000"
		if (titled && tellsOfNoun(following.endsWith('ly') ? tokens[at + 2]?.lower ?? '' : following)) return false;
		// "Markets Shrug Off Weak Jobs Report", "Jobs report: 40,000 hired"
		const ends = at + 1 >= to || next === undefined || next.kind === 'mark';
		if (ends && (titled || next?.text === ':') && !(before !== undefined && namesPeople(before))) return false;
		// "denied reports that"
		if (at === from || figureCues.has(previous) || (token.lower.endsWith('s') && /^\p{Ll}+ed$/u.test(before?.text ?? '') && !namesPeople(before ?? token))) return false;
		// "media reports that", "heat in Western states"
		if (token.lower.endsWith('s') && /^(?:media|news|press|multiple|several|many|numerous|various|conflicting|unconfirmed|intelligence|initial|early|earlier|previous|prior|local|western|eastern|northern|southern|midwestern)$/.test(previous)) return false;
		// "ministers claim that", "the agency reports five deaths"; not "crime reports show"
		if (!(next?.lower === 'that' || next?.kind === 'number' || token.lower.endsWith('ed') && !/^(?:agreed|continued|rejected|described|repeated|posted|recorded)$/.test(token.lower) || isCapital(before) && !DAY.test(before?.text ?? '') || (before !== undefined && namesPeople(before)) || /^(?:he|she|they|it|we|i|who)$/.test(previous))) return false;
		if (next?.lower === 'of' || next?.lower === 'and') return false;
		// "a newspaper report that revealed": the bare verb needs several who speak
		if (!/(?:s|ed|ing|put|gave|knew)$/.test(token.lower) && !/^(?:they|we|i|you|who|to)$/.test(previous) && !previous.endsWith('s') && !/^(?:people|men|women|police|staff)$/.test(previous) && !(isCapital(before) && tokens[at - 2]?.lower === 'and')) return false;
		// "denied a Kent Times report that"
		if (!/(?:s|ed|ing)$/.test(token.lower) && isCapital(before)) {
			let name = at - 1;
			while (name > from && isCapital(tokens[name - 1])) name -= 1;
			if (/^an?$/.test(tokens[name - 1]?.lower ?? '')) return false;
		}
		// "the RIA state news agency": a bare form after one name is a noun
		if (!/(?:s|ed|ing)$/.test(token.lower) && isCapital(before) && !before?.lower.endsWith('s') && next?.lower !== 'that') return false;
	}

	return true;
};
