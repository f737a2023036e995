import {guarded} from '../text/guarded.ts';
import {mayHold} from '../text/pattern-signs.ts';

const NAME_WORD = '(?:[\\p{Lu}][\\p{L}’\'.-]*|de|da|del|della|van|von|der|den|la|le|bin|al|el|O[’\'][\\p{Lu}][\\p{L}]+)';
const NAME = `\\p{Lu}[\\p{L}’'.-]*(?: ${NAME_WORD}){1,4}`;
const NAMES = `${NAME}(?:(?:, | and | & |, and )${NAME}){0,4}`;
const JOB = '(?:(?:[\\p{L}&’\'-]+ ){0,5}(?:correspondent|editor|reporter|writer|columnist|journalist|producer|chief|analyst|critic|contributor|presenter|staff|fellow|professor|bureau|agency|team|desk)(?: (?:at|in|for|of) [\\p{L}& .\'’-]{2,40})?)';
const PLACE = '(?: (?:in|at|for|from|of) [\\p{Lu}][\\p{L}& .,\'’-]{1,50})?';

/** What the patterns below need, told in less time than they take. How a row with "by" begins: */
const BY_START = /^(?:words|written|report|story|analysis|text|opinion|posted|published|by|von|par|por|door|autor|автор)/iu;
/** A name is two words at least, both as names are written. */
const TWO_NAMES = /^\p{Lu}[\p{L}’'.-]* [\p{Lu}dvlbae]/u;
const beginsWithNames = (text: string): boolean => TWO_NAMES.test(text);
const mayHoldJob = mayHold(['correspondent|editor|reporter|writer|columnist|journalist|producer|bureau chief|analyst|critic|contributor']);
/** The words behind a name in a teaser. */
const TELLING = / (?:report|write|explain|investigate|ask|examine|look|meet|speak|talk|visit|travel|find|hear|analyses|unpacks|break|assesses|argues)|\b(?:speak|talk|spoke|talked) to /;

/** "By Jane Doe", "Words by Jane Doe and John Roe, in Kyiv"; also "BY JANE DOE". */
const BY_ROW = guarded(text => BY_START.test(text), new RegExp(`^(?:(?:words|written|reported|reporting|story|analysis|report|text|opinion|posted|published) )?(?:by|von|par|por|door|autore?|autora?|автор):? (?:the )?(${NAMES}|\\p{Lu}[\\p{L}’'.-]{2,})(?:,? ?(?:[|·•–—-] ?)?(?:${JOB}|[A-Z][\\w &.’']{1,40}))?${PLACE}(?:[ ,|·•–—-]+(?:published|updated|posted|last updated|@)?:? ?.{0,60})?$`, 'iu'));
/** "记者 李明", "文／李明": reporter or author, and a name of two to four signs. */
const HAN_ROW = guarded(text => text > '\u3000', /^(?:本报|本報)?(?:记者|記者|作者|撰文|文)(?:[:：／/ ]+)(\p{Script=Han}{2,4})(?: ?(?:报道|報導))?$/u);
/** "Jane Doe, Political correspondent", "Jane Doe | Kyiv bureau chief": the capital letters matter. */
const NAME_AND_JOB = guarded(text => beginsWithNames(text) && mayHoldJob(text), new RegExp(`^(${NAMES})(?:, ?| ?[|·•–—-] ?| )\\(?(?:[Tt]he )?((?:[\\p{L}.&’'-]+ ){0,6}(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter|[Cc]olumnist|[Jj]ournalist|[Pp]roducer|[Bb]ureau [Cc]hief|[Aa]nalyst|[Cc]ritic|[Cc]ontributor)(?: (?:at|in|for|of) [\\p{L}& .'’-]{2,40})?)\\)?$`, 'u'));
const NAME_IN_PLACE = guarded(text => beginsWithNames(text) && text.includes(' in '), new RegExp(`^(${NAMES}) in [\\p{Lu}][\\p{L}]+(?:[ ,][\\p{L} ,]{0,30})?$`, 'u'));
const ONLY_NAME = guarded(beginsWithNames, new RegExp(`^${NAMES}$`, 'u'));
/** The line about the author under an article: "Jane Doe is the MP for ...", "Jane Doe is a writer living in Leeds." */
const BIOGRAPHY = guarded(beginsWithNames, new RegExp(`^(${NAME}) (?:is|was|has been|works as|writes|covers|reports) (?:(?:an?|the|our|[\\p{L}’']+['’]s|currently|also|former|chief|senior|professor|director|about|on|for|from|political|shadow) ?)`, 'u'));
const JOBS = /\b(?:correspondent|editor|reporter|writer|columnist|journalist|author|professor|lecturer|fellow|mp|minister|senator|member|director|chief|chair|leader|founder|head|president|secretary|analyst|researcher|academic|broadcaster|campaigner|economist|historian|novelist|barrister|lawyer|politician|peer|executive|covers|writes|reports|ambassador)\b/i;
/** "Reporting by Jane Doe; editing by John Roe" closes agency copy. */
const REPORTING = /^\(?(?:additional )?reporting by (.{3,160}?)(?:;.{0,160})?\)?\.?$/i;
const CONTACT = guarded(text => text.includes('@') || /^(?:follow|email) /i.test(text), /^(?:@[\w.]{2,40}|[\w.+-]{1,64}@[\w.-]{3,80}|follow .{3,60} on (?:twitter|x)|email .{3,60})$/i);
/** In the text under a link: "Jane Doe reports", "Jane Doe speaks to soldiers who ...". */
const TEASER = guarded(text => TELLING.test(text), new RegExp(`(?:^|[,.?!–—-] |\\b(?:to|and|as|where) )(${NAME}) (?:reports?|writes?|explains?|investigates?|asks?|examines?|looks? (?:at|back|into)|meets?|speaks? to|talks? to|visits?|travels? to|finds? out|hears? from|analyses|unpacks|breaks? down|assesses|argues)\\b`, 'u'));
const SPEAK_TO = guarded(text => TELLING.test(text), new RegExp(`\\b(?:speak|talk|spoke|talked) to (${NAME}) about\\b`, 'u'));

/** For the test that holds each against its pattern. */
export const guardedBylines = [BY_ROW, HAN_ROW, NAME_AND_JOB, NAME_IN_PLACE, ONLY_NAME, BIOGRAPHY, CONTACT, TEASER, SPEAK_TO];

/** "Jane Doe, Harbour correspondent" is one name; "Jane Doe, John Roe and Ann Poe" are three. */
const withoutJob = (names: string): string => names.replace(/(?:,| [|·•–—-]) ?[^,]*\b(?:correspondent|editor|reporter|writer|columnist|journalist|producer|chief|analyst|critic|contributor|presenter|fellow|professor|staff|bureau|desk)\b.*$/i, '').replace(/@\S+.*$/, '').trim();

/** A byline row under or over a headline; the name as printed. `front`: the row stands before the body, where a bare name is enough. */
export const bylineOf = (text: string, front: boolean): string | null => {
	if (text.length > 200) return null;
	const by = BY_ROW.exec(text)?.[1];
	// "By" is followed by a capital: "by far the largest" is no name.
	if (by !== undefined && /\bby:? (?:the )?\p{Lu}/u.test(text.replace(/\b(?:by|von|par|por|door|autore?|autora?)\b|автор/i, 'by'))) return withoutJob(by.replace(/ (?:in|at|for|from|on|published|updated|posted) .*$/i, '').trim());
	const han = HAN_ROW.exec(text)?.[1];
	if (han !== undefined) return han;
	const job = NAME_AND_JOB.exec(text);
	if (job?.[1] !== undefined) return job[1];
	const place = front ? NAME_IN_PLACE.exec(text) : null;
	return place?.[1] ?? null;
};

/** A line that could be nothing but one or more names. */
export const isBareName = (text: string): boolean => text.length < 80 && ONLY_NAME.test(text);

/** The author a biography line tells of; it stands at the end of an article. */
export const biographyOf = (text: string): string | null => {
	if (text.length > 320) return null;
	const name = BIOGRAPHY.exec(text)?.[1];
	return name !== undefined && JOBS.test(text.slice(name.length)) ? name : null;
};

/** "Reporting by ..." at the end: the names as printed. */
export const reportingOf = (text: string): string | null => text.length > 330 ? null : REPORTING.exec(text)?.[1] ?? null;
/** An address or account of the author. */
export const isContact = (text: string): boolean => text.length < 130 && CONTACT.test(text);
/** The journalist a teaser announces. */
export const teaserByline = (text: string): string | null => TEASER.exec(text)?.[1] ?? SPEAK_TO.exec(text)?.[1] ?? null;
