import type {Correction, LogEntry, TrackedQuestion} from '../../model/override.ts';
import type {Doubt, DoubtReason} from '../../model/review.ts';
import {key} from '../keys/key-names.ts';
import {dateWords, quoted, takesBack} from './words.ts';

/** Why a reading is worth a second look: in a few words, and in a sentence. */
const doubts: Readonly<Record<DoubtReason, {readonly short: string; readonly why: string}>> = {
	'in tension': {short: 'cannot all be true as read', why: 'By logic alone this and what stands below cannot all be true as they are read; one may be misread here.'},
	'nobody named': {short: 'whose word is not found', why: 'Somebody’s words are reported, and no name was found for whose they are.'},
	'a pronoun': {short: 'who is meant is worked out', why: 'A pronoun stands where the source does; who is meant was worked out from what comes before.'},
	'of whom': {short: 'of whom is left out', why: 'People are counted, and the sentence does not say whose they are.'},
	misspelt: {short: 'read as “than”', why: 'The page has “then” where a bound is meant; it was read as “than”.'},
	'of what': {short: 'what is counted is not found', why: 'No word was found for what this number counts.'},
};

export const doubtShort = ({why, figure}: Doubt): string => why === 'a pronoun' ? `${quoted(figure.sourceText ?? '')} read as ${figure.source ?? ''}` : doubts[why].short;
export const doubtWhy = ({why}: Doubt): string => doubts[why].why;

const fieldsOf = (fields: Readonly<Record<string, string | number | null>>): string => Object.entries(fields).map(([name, value]) => `${name}: ${value ?? 'nothing'}`).join(', ');

/** What a person put right, in a few words. */
export const correctionWords = (correction: Correction): string => {
	switch (correction.kind) {
		case 'figure':
		case 'quote': return correction.review === 'edited' && Object.keys(correction.fields).length > 0 ? fieldsOf(correction.fields) : `${quoted(correction.on.exact)} ${correction.review === 'edited' ? `added as a ${correction.kind}` : correction.review}`;
		case 'cut': return `${{split: 'split before', join: 'join at', previous: 'to the article before:', next: 'to the article after:', restore: 'put back', remove: 'take out'}[correction.act]} ${quoted(correction.at.exact)}`;
		case 'article': return fieldsOf(correction.fields);
		case 'tag': return `tag: ${correction.tag}`;
		case 'mark': return correction.mark;
		case 'note': return `note: ${correction.text}`;
		case 'passage': return `a passage holds ${correction.holds}`;
		case 'label': return `called ${quoted(correction.label)}`;
		case 'together': return 'two articles belong together';
		case 'apart': return 'two articles stand apart';
		case 'comparison': return `comparison ${quoted(correction.name)}`;
		case 'storyline': return `storyline ${quoted(correction.label)}`;
		case 'search': return `search ${quoted(correction.name)}`;
		default: return correction.kind;
	}
};

/** The words that a correction held on to; null where it was about something else. */
export const heldWords = (correction: Correction): {readonly before: string; readonly exact: string; readonly after: string} | null => {
	if (correction.kind === 'cut') return {before: '', exact: correction.at.exact, after: ''};
	return 'on' in correction && typeof correction.on === 'object' ? {before: correction.on.prefix, exact: correction.on.exact, after: correction.on.suffix} : null;
};

/** "by tester, 2 Jan 2026, 17:05". */
export const whoAndWhen = ({who, when}: LogEntry): string => [`by ${who}`, dateWords(when), /T(\d\d:\d\d)/.exec(when)?.[1]].filter(Boolean).join(', ');

/** "casualties, North Korean troops, in Kursk, a total". */
export const questionWords = ({measure, subject, scope, flow}: TrackedQuestion): string =>
	[measure, subject, scope === null ? null : `in ${scope}`, flow === 'total' ? 'a total' : flow === 'period' ? 'of a period' : null].filter(Boolean).join(', ');

/** The sentences of the review and of the followed questions. */
export const sayReview = {
	gone: 'Its article is not in the library any more.',
	noPlace: 'The page came in again, and the words it held on to are not in it.',
	pageChanged: 'The page was read anew, and the line it held on to is not there.',
	otherThing: 'What it was about is not in the library any more.',
	end: 'Nothing is put elsewhere by itself, and nothing is lost.',
	noneNear: 'no words in this article come near',
	attached: (text: string): string => `It holds on to “${text}” now; ${takesBack}.`,
	letGo: 'Let go; it stays in the log.',
	holdsNothing: 'Taken down: no figure is missing there.',
	onlyHere: 'Here there is nothing to reject: it is no figure.',
	passageNotRejected: `Nothing was read here: ${key('confirm')} says that nothing is missing, ${key('add-fact')} adds what is.`,
	report: 'What the audit comes to',
	reportOpen: (open: string): string => `${open} still to check: the numbers move with each answer.`,
	reportDone: 'Every row was checked.',
	reportCommand: `newsdeck audit --report prints this paragraph; ${key('copy')} copies it.`,
	nothingToAttach: `There are no words near enough: ${key('put-right')} puts a figure right where it stands now, ${key('reject')} lets this go.`,
	seen: (name: string): string => `“${name}” is seen: the next look begins here.`,
	seenAlready: 'Nothing is otherwise since the last look.',
	unfollowed: (name: string): string => `“${name}” is followed no longer; ${takesBack}.`,
	noAnswer: 'No figure answers this question yet.',
	sinceLook: 'since you looked: ',
	noPlaceNow: (amount: string): string => `${amount} without a place`,
	follows: (name: string): string => `“${name}” is followed; ${key('go-questions')} lists what is.`,
	noMeasure: 'What this number counts is not known: put it right first.',
} as const;
