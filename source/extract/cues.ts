import type {Stance} from '../model/figure.ts';
import {asideEnd, goesOn, partAfter, partBefore, VERB} from './cue-clauses.ts';
import {askedAfter, askedIn, expecting, hopedBy, withoutAuxiliaries} from './cue-polls.ts';
import {ADVERBS, documentBefore, isWord, mainSubject, makerAfter, phraseAfter, subjectBefore, type Scope} from './cue-subjects.ts';
import {figureCues} from './cue-verbs.ts';
import {isCue, isProgressive} from './cue-words.ts';
import {namesPeople} from './nouns.ts';
import {isCapital, isDash, isLongDash, isTitleCase, type Token} from './tokens.ts';

/** Somebody says something: the cue word, who (token range), and which tokens of the sentence are what was said. */
export type Cue = {
	readonly at: number;
	readonly next: number;
	readonly form: 'leading' | 'trailing' | 'according' | 'citing';
	readonly stance: Stance;
	readonly subject: readonly [number, number] | null;
	/** For "Yonhap reported, citing the spy agency" and "quoted the ministry as saying": the relay. */
	readonly relay: readonly [number, number] | null;
	readonly content: ReadonlyArray<readonly [number, number]>;
};

const leadingOrTrailing = (scope: Scope, at: number, subject: readonly [number, number]): 'leading' | 'trailing' => {
	const {tokens, from, to, quoted} = scope;
	const edge = tokens[subject[0] - 1];
	if (subject[0] <= from || edge === undefined || !(/^[,”"’]$/.test(edge.text) || isLongDash(edge) || quoted(subject[0] - 2))) {
		const bare = tokens[at + 1] === undefined || at + 1 >= to || /^[.!?]$/.test(tokens[at + 1]?.text ?? '');
		return bare ? 'trailing' : 'leading';
	}

	// "They all wrote to the mayor": what stands before is not in the letter
	if (/^(?:wrote|writes?)$/.test(tokens[at]?.lower ?? '') && /^(?:to|an?|the)$/.test(tokens[at + 1]?.lower ?? '')) return 'leading';
	// "Acme reported 2 million, Brill reported 3 million"
	const counts = tokens[at + 1]?.kind === 'number' || /^[$£€]$/.test(tokens[at + 1]?.text ?? '');
	if (counts && /^(?:report|record|count|estimate|register|log|confirm|project|forecast|predict|claim)(?:s|ed)?$/.test(tokens[at]?.lower ?? '')) return 'leading';
	// "Earlier this year, the report projected a gain of 12": an opening phrase tells nothing yet
	const opening = tokens.slice(from, subject[0] - 1);
	if (/^(?:earlier|later|last|this|on|in|at|by|meanwhile|however|yesterday|today|separately|overall|still|previously|recently|during|since|under|instead)$/.test(opening[0]?.lower ?? '') && opening.length <= 8 && !opening.some(token => token.kind === 'number' || VERB.test(token.lower)) && to - at > 5) return 'leading';
	for (let index = at + 1; index < to; index += 1) {
		const token = tokens[index];
		if (token === undefined) break;
		if (/^[:“"]$/.test(token.text) && index - at < 12) return 'leading';
		if (/^[,.;]$/.test(token.text) || isLongDash(token) || /^(?:so|as|while|because|after|before|when)$/.test(token.lower)) return 'trailing';
		if (VERB.test(token.lower)) return 'leading';
	}

	return 'trailing';
};

/** "Ann Roe, D-Kent., one of nine who voted no, said the town faces": names between commas, and no verb before the cue. */
const isApposed = ({tokens, from}: Scope, at: number): boolean => {
	const before = tokens.slice(from, at);
	return before.filter(({text}) => text === ',').length > 1 && !before.some(token => VERB.test(token.lower) || /\p{Ll}{2}ed$/u.test(token.text));
};

const cueAt = (scope: Scope, at: number, earlier: readonly Cue[]): Cue | null => {
	const {tokens, from, to} = scope;
	const token = tokens[at];
	if (token === undefined) return null;
	const next = at + 1;
	const stance = figureCues.get(token.lower) ?? 'certain';
	const base = {at, next, stance, relay: null};
	// "Interfax quoted the ministry as saying"
	if (token.lower === 'saying' && tokens[at - 1]?.lower === 'as') {
		for (let back = at - 2; back > Math.max(from, at - 14); back -= 1) {
			if (/^(?:quoted|cited|quotes|cites|quoting|citing)$/.test(tokens[back]?.lower ?? '')) return {...base, form: 'leading', subject: [back + 1, at - 1], relay: subjectBefore(scope, back), content: [[next, partAfter(scope, next)]]};
		}
	}

	const before = tokens[at - 1];
	const following = tokens[next];
	const afterQuote = before !== undefined && (/^[”"’,]$/.test(before.text) || isDash(before));
	const saying = /^(?:said|says|added|adds|wrote|explained|insisted|warned|noted|announced|reported|reports|claimed|claims|finds|warns|reveals|suggests|told)$/.test(token.lower);
	if (saying && following !== undefined && at > from && !/^(?:that|in|on|at|to|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/.test(following.lower) && (afterQuote && before?.text !== ',' || scope.quoted(at - 2) && afterQuote || (before?.text === ',' && isWord(following) && (isCapital(following) || /^(?:the|a|an|one|officials|police|his|her|its)$/.test(following.lower)) && subjectBefore(scope, at) === null && !isApposed(scope, at)) || (/^(?:says|finds|warns|reveals|suggests)$/.test(token.lower) && isCapital(following) && before?.kind === 'word' && !isCapital(before) && (!namesPeople(before) || /^(?:casualties|fatalities|lives|bodies|dead|injured)$/.test(before.lower)) && !/^(?:he|she|it|who|also|agency|ministry|report|study|survey|poll|police|group|source|office|government|company|union|charity|service|body|watchdog|department|party|data|army|team|paper|army|court|bank)$/.test(before.lower)))) {
		const subject = phraseAfter(tokens, next, to);
		if (subject) return {...base, form: 'trailing', subject, content: [[from, at]]};
	}

	// "brushed off government data that showed 40": the paper tells it
	const paper = /^(?:that|which)$/.test(before?.lower ?? '') ? documentBefore(scope, at - 1) : null;
	if (paper) return {...base, form: 'leading', subject: paper, content: [[next, partAfter(scope, next)]]};
	if (token.lower.endsWith('ing') && token.lower !== 'king' && !isProgressive(scope, at)) {
		// "a letter from the ward declaring her well again": no earlier speaker, and the clause's first verb comes later
		const opening = firstVerb(scope) < at && firstVerb(scope) > from ? subjectBefore(scope, firstVerb(scope)) : null;
		// "The board warned leaders that the fever is losing, saying": the speaker ends at the verb
		const early = opening !== null && tokens.slice(opening[0] + 1, opening[1]).some(word => /^\p{Ll}+ed$/u.test(word.text)) ? mainSubject(scope, at) : null;
		const subject = earlier.at(-1)?.subject ?? early ?? opening ?? (tokens[at - 1]?.text === ',' && /^(?:saying|adding|claiming|warning|noting|arguing|insisting|estimating|telling|putting)$/.test(token.lower) ? mainSubject(scope, at) : null);
		// "The number of cases has passed 900, with Kent recording 60": a number says nothing
		const counted = subject !== null && tokens.slice(subject[0], subject[0] + 3).some(({lower}) => /^(?:number|toll|total|count|tally)$/.test(lower)) && /^(?:recording|reporting|registering|counting)$/.test(token.lower);
		return subject && !counted ? {...base, form: 'leading', subject, content: [[next, partAfter(scope, next)]]} : null;
	}

	// "Sam Kiley reports": the paper names its own writer
	if (/^(?:reports|writes)$/.test(token.lower) && (following === undefined || next >= to || following.text === '.')) {
		const writer = subjectBefore(scope, at);
		if (writer && writer[1] - writer[0] >= 2 && writer[1] - writer[0] <= 3 && tokens.slice(...writer).every(word => /^\p{Lu}\p{Ll}/u.test(word.text) && !/^(?:The|News|Press|Times|Post|Agency|Journal|Daily|Channel|Guardian|Street|National|International)$/.test(word.text))) return null;
	}

	const shared = /^(?:but|and)$/.test(before?.lower ?? '') || (ADVERBS.test(before?.lower ?? '') && /^(?:but|and)$/.test(tokens[at - 2]?.lower ?? ''));
	const found = shared ? earlier.at(-1)?.subject ?? (firstVerb(scope) < at ? subjectBefore(scope, firstVerb(scope)) : ownSubject(scope, at)) : subjectBefore(scope, isProgressive(scope, at) ? withoutAuxiliaries(tokens, at) : at);
	// "the 160,000 posts analysts had been expecting"
	if (!found || (isProgressive(scope, at) && tokens.slice(...found).some(({kind}) => kind === 'number'))) return null;
	const {subject, relay} = askedIn(scope, publisherOnly(tokens, found));
	// "the new figure puts the toll at 40": a number speaks for nobody
	if (/^(?:figure|number|total|toll|sum|increase|rise|revision|change)$/.test(tokens[subject[1] - 1]?.lower ?? '')) return null;
	// "fell to 40, per its own estimates": a noun there
	if (tokens[subject[0]]?.lower === 'per') return null;
	// "with all results declared": a state of things, nobody's words
	if (isShare(tokens, subject) || (/^with$/i.test(tokens[subject[0] - 1]?.text ?? '') && token.lower.endsWith('ed'))) return null;
	const aside = asideEnd(scope, at, subject);
	if (aside !== null && aside > next) return {...base, form: 'leading', subject, relay, content: [[next, aside]]};
	// "The number, double what clerks expected, was 3 million": what they say is in the aside
	if (/^what$/i.test(tokens[subject[0] - 1]?.lower ?? '') && tokens[next]?.text === ',') return {...base, form: 'leading', subject, relay, content: []};
	const form = shared ? 'leading' : leadingOrTrailing(scope, at, subject);
	// "added 40 jobs, half what clerks had expected": these are not what they expected
	if (form === 'trailing' && tokens[subject[0] - 1]?.lower === 'what') return {...base, form, subject, relay, content: []};
	return {...base, form, subject, relay, content: form === 'leading' ? [[next, openingEnd(scope, next, subject) ?? partAfter(scope, next)]] : [[from, subject[0]], ...goesOn(scope, at)]};
};

/** "After police said that two were hurt, 12 guards came": what opens a sentence with its own verb ends at the comma. Null where it opens none. */
const openingEnd = ({tokens, from, to, quoted}: Scope, at: number, [start]: readonly [number, number]): number | null => {
	if (start - from > 8 || !/^(?:after|since|when|while|before|because|although|though|in|on|at|during|for)$/.test(tokens[from]?.lower ?? '') || !/^(?:after|since|when|while|before|because|although|though)$/.test(tokens[start - 1]?.lower ?? '')) return null;
	for (let index = at; index < to; index += 1) if (tokens[index]?.text === ',' && !quoted(index) && !/^(?:which|who|where|including|and|or)$/.test(tokens[index + 1]?.lower ?? '') && !(tokens[index + 1]?.kind === 'number' && tokens[index + 2]?.lower === 'of')) return index;
	return null;
};

/** "A report published by the council on wells through May shows": who published it, without what it is about. */
const publisherOnly = (tokens: readonly Token[], [from, to]: readonly [number, number]): readonly [number, number] => {
	const about = tokens[from - 1]?.lower === 'by' ? tokens.slice(from + 1, to).findIndex(({lower}) => /^(?:on|about|regarding)$/.test(lower)) : -1;
	return [from, about < 0 ? to : from + 1 + about];
};

/** "The bureau released its report and estimated": the subject of the verb before, where an article begins it. */
const ownSubject = (scope: Scope, at: number): readonly [number, number] | null => {
	const subject = mainSubject(scope, at);
	return subject && /^(?:the|an?)$/.test(scope.tokens[subject[0]]?.lower ?? '') ? subject : null;
};

/** "43% of Brits believe", "nearly half said": those asked, not the source. */
const isShare = (tokens: readonly Token[], [from, to]: readonly [number, number]): boolean => {
	for (let at = from; at < to; at += 1) if (/^(?:%|cent|percent|third|thirds|half|quarter|quarters|fifth|majority|most|who|firms)$/.test(tokens[at]?.lower ?? '')) return true;
	return false;
};

const firstVerb = ({tokens, from, to}: Scope): number => {
	for (let at = from + 1; at < to; at += 1) if (/^(?:is|are|was|were|has|have|had|will|would|could|can|did|does|may|might|declined|refused|warned|told|said|made|gave)$/.test(tokens[at]?.lower ?? '')) return at;
	return from;
};

/** "far below the 700,000 expected by forecasters": the participle's doer tells the figure right before it. */
const doneBy = ({tokens, from, to}: Scope, at: number): Cue | null => {
	const subject = phraseAfter(tokens, at + 2, to);
	let start = at;
	while (start > from && at - start < 6 && (tokens[start - 1]?.kind !== 'mark' || /^[$£€%]$/.test(tokens[start - 1]?.text ?? '')) && !/^(?:is|are|was|were|be|been|being|and|but|that|which|to)$/.test(tokens[start - 1]?.lower ?? '')) start -= 1;
	const stance = figureCues.get(tokens[at]?.lower ?? '') ?? 'certain';
	return subject && tokens.slice(start, at).some(token => token.kind === 'number') && !/^\d/.test(tokens[at + 2]?.text ?? '') ? {at, next: at + 1, form: 'according', stance, subject, relay: null, content: [[start, at]]} : null;
};

/** "according to police", "citing officials", "per the ministry". */
const phraseCue = (scope: Scope, at: number): Cue | null => {
	const {tokens, from, to, quoted} = scope;
	const word = tokens[at]?.lower ?? '';
	if (quoted(at)) return null;
	const hopes = expecting(scope, at);
	if (hopes) return {at, next: hopes.next, form: 'leading', stance: 'probable', ...askedIn(scope, hopes.subject), content: [[hopes.next, partAfter(scope, hopes.next)]]};
	const hoped = hopedBy(scope, at);
	if (hoped) return {at, next: at + 1, form: 'according', stance: 'probable', subject: hoped.subject, relay: hoped.relay, content: [hoped.hope]};
	const doer = /^(?:expected|predicted|forecast|estimated|reported|claimed|projected|recorded|confirmed|announced)$/.test(word) && tokens[at + 1]?.lower === 'by' ? doneBy(scope, at) : null;
	if (doer) return doer;
	const length = word === 'according' && tokens[at + 1]?.lower === 'to' ? 2 : word === 'as' && /^(?:reported|stated|quoted)$/.test(tokens[at + 1]?.lower ?? '') && tokens[at + 2]?.lower === 'by' ? 3 : word === 'citing' || (word === 'per' && tokens[at - 1]?.text === ',' && (isCapital(tokens[at + 1]) || /^(?:the|an?)$/.test(tokens[at + 1]?.lower ?? ''))) ? 1 : 0;
	if (length === 0) return null;
	const cited = phraseAfter(tokens, at + length, to);
	if (!cited) return null;
	const {subject, relay} = askedAfter(tokens, makerAfter(tokens, cited, to) ?? cited, to);
	if (word === 'citing') return {at, next: at + 1, form: 'citing', stance: 'certain', subject, relay: null, content: []};
	const comma = subject[1] < to && tokens[subject[1]]?.text === ',';
	// "He paid $60, but the inquiry went on, according to the paper.": at the end it vouches for the whole sentence
	const closing = tokens[at - 1]?.text === ',' && /^[.!?]?$/.test(tokens[subject[1]]?.text ?? '') && subject[1] >= to - 1;
	const content: Array<readonly [number, number]> = [[closing ? from : partBefore(scope, at), at]];
	if (comma || at - from < 2) content.push([subject[1], partAfter(scope, subject[1] + 1)]);
	return {at, next: at + length, form: 'according', stance: 'certain', subject, relay, content};
};

/** Every cue of a sentence (tokens from..to) that stands outside quotation marks, in order. */
export const cuesOf = (scope: Scope): Cue[] => {
	const found: Cue[] = [];
	const titled = isTitleCase(scope.tokens, scope.from, scope.to);
	for (let at = scope.from; at < scope.to; at += 1) {
		const phrase = phraseCue(scope, at);
		const cue = phrase ?? (isCue(scope, at, titled) ? cueAt(scope, at, found) : null);
		if (cue) found.push(cue);
	}

	return found;
};

/** The stance a cue word gives, "certain" for unknown ones. */
export const stanceOf = (cue: string): Stance => figureCues.get(cue.toLowerCase()) ?? 'certain';
