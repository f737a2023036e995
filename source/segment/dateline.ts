import months from '../../data/months.json' with {type: 'json'};
import {isoDay} from '../text/dates.ts';
import {guarded} from '../text/guarded.ts';
import {matchesOf} from '../text/matches.ts';
import {mayHold} from '../text/pattern-signs.ts';

/** A date a page states: ISO day, or date-time where the offset is stated too. */
export type PageDate = {readonly iso: string; readonly updated: boolean};

/** Names of the months in the languages that pages come in, without the full stop of a short one. */
const monthNumbers = new Map(months.flatMap((names, index) => names.map(name => [name, index + 1] as const)));
const monthOf = (name: string): number => monthNumbers.get(name.toLowerCase().replace(/\.$/, '')) ?? 0;
/**
 * Any word of the letters that months are written in may stand for a month in a pattern, which keeps it small; the table then says whether it is one. Of all letters
 * there are, without regard to case, the patterns would take most of a second to be made.
 */
const MONTH = '([A-Za-zÀ-ÖØ-öø-ɏЀ-ӿ\\u0620-\\u064A]{3,12})\\.?';
const NO_LETTER = '(?![\\p{L}\\d])';
const DAY_MONTH_YEAR = new RegExp(`(?<![\\p{L}\\d])(\\d{1,2})(?:[Ss][Tt]|[Nn][Dd]|[Rr][Dd]|[Tt][Hh]|[Ee][Rr]|º|\\.)?(?: [Oo][Ff]| [Dd][Ee]| [Dd][’'])? ?[-–]?${MONTH}(?: [Dd][Ee][Ll]?)?[,-]? ?(\\d{4})${NO_LETTER}`, 'gu');
const MONTH_DAY_YEAR = new RegExp(`(?<![\\p{L}\\d])${MONTH} (\\d{1,2})(?:[Ss][Tt]|[Nn][Dd]|[Rr][Dd]|[Tt][Hh])?,? (\\d{4})${NO_LETTER}`, 'gu');
const mayNameMonth = mayHold(months.flat());
const ISO = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?/;
const CJK_DAY = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/;
/** Which number is the day is sure only where one is above 12, or a dot or an American zone tells. */
const SLASHED = /(?<!\d)(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const AMERICAN = /\b(?:E[SD]?T|P[SD]?T|C[SD]T|M[SD]T)\b/;
const CLOCK = /\b(\d{1,2})[:.](\d{2})(?::\d{2})?\s?(a\.?m\.?|p\.?m\.?)?\s?(GMT|BST|UTC|EST|EDT|ET|PST|PDT|CET|CEST|EET|EEST|Z)?\b/i;
/** "ET" and its like change in summer: without a rule for it, the time is left out. */
const OFFSETS: Readonly<Record<string, string>> = {GMT: 'Z', UTC: 'Z', Z: 'Z', BST: '+01:00', CET: '+01:00', CEST: '+02:00', EET: '+02:00', EEST: '+03:00', EST: '-05:00', EDT: '-04:00', PST: '-08:00', PDT: '-07:00'};

const LABEL = '(?:(?:(?:first |originally |article )?(?:published|posted|updated|last updated|last modified|modified|created|date|filed|uploaded|released|issued|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|опубликовано|обновлено|publiziert|publikováno)(?: (?:on|at|in|am|le|el|em|il|op))? ?:? ?|(?:on|am|le|el|il|op) )?)';
const WEEKDAY = '(?:\\p{L}{2,10}\\.?,? )?';
const CLOCK_TEXT = '(?:(?:um |à |at |a las |alle |às )?\\d{1,2}[:.h]\\d{2}(?::\\d{2})? ?(?:[ap]\\.?m\\.?|uhr)?(?: ?\\(?(?:[A-Z]{1,4}|[+-]\\d{2}:?\\d{2})\\)?)?)';
const DAY_TEXT = `(?:\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?(?: of| de| d[’'])? ?-?${MONTH}(?: de| del)?[,-]? ?\\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?|\\d{4} ?[年년] ?\\d{1,2} ?[月월] ?\\d{1,2} ?[日일]|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})`;
const ONE_DATE = `${LABEL}(?:${CLOCK_TEXT}[,.]? (?:on )?)?${WEEKDAY}${DAY_TEXT}(?:[,·|/]? ?(?:[-–] ?)?(?:at )?${CLOCK_TEXT})?`;
/** Every date that is spelled out ends in its year, and every other has its day, month and year in digits. */
const FOUR_DIGITS = /\d{4}/;
const ANY_DATE = /\d{4}|\d[/.]\d{1,2}[/.]\d\d/;
const DATE_ROW = guarded(text => ANY_DATE.test(text), new RegExp(`^[(\\[]?${ONE_DATE}(?: ?[|·•/,;–—-]? ?${ONE_DATE})?[)\\]]?\\.?$`, 'iu'));
/** Before the body a date stands among other things: "By Jane Doe - Contributor 3 May 2021 Space", "Updated 1909 GMT May 3, 2021". */
const DATE_LABEL = /\b(?:published|posted|updated|modified|filed|released|by|von|par|por|gmt|utc|bst|e[sd]t|p[sd]t|[ap]\.?m\.?)\b|기사입력|입력|更新|公開|投稿|опубликован|[|·•]|\d{1,2}:\d{2}/i;
const DATE_LED = new RegExp(`^[(\\[]?${LABEL}${WEEKDAY}${DAY_TEXT}${NO_LETTER}`, 'iu');
const AGO = '(?:time)?(?:(?:about |over )?(?:\\d+|an?|one|two|three) ?(?:s|m|h|d|w|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?) ago|just now|yesterday|vor (?:\\d+|einem|einer) (?:sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?)|il y a \\d+ ?(?:minutes?|heures?|jours?|h|min)|hace \\d+ ?(?:minutos?|horas?|días?))';
/** Words of which one is in every "2 hours ago" and in whatever else tells a time without a clock. */
const TELLS_AGO = /ago$|just now$|yesterday$|vor|il y a|hace/i;
const AGO_ROW = guarded(text => TELLS_AGO.test(text), new RegExp(`^(?:(?:published|posted|updated|last updated|time):? )?${AGO}$`, 'i'));
const CLOCK_ROW = guarded(text => /\d[:.h]\d/i.test(text), new RegExp(`^(?:(?:posted|updated) at )?${CLOCK_TEXT}$`, 'i'));
/** "KYIV, 3 May 2024 (Reuters) -": a dateline with its year. */
const DATELINE = new RegExp(`^[A-Z .,'’-]{2,40}, (${DAY_TEXT}) (?:\\([A-Z][\\w .]{1,20}\\) )?[-–—]`, 'iu');

const clockOf = (text: string): string => {
	const match = CLOCK.exec(text);
	const offset = OFFSETS[match?.[4]?.toUpperCase() ?? ''];
	if (match === null || offset === undefined) return '';
	const half = match[3]?.toLowerCase().replaceAll('.', '');
	const hour = Number(match[1]) % (half === undefined ? 24 : 12) + (half === 'pm' ? 12 : 0);
	return `T${String(hour).padStart(2, '0')}:${match[2] ?? '00'}${offset}`;
};

/** "13/06/2014" and "11/13/19" have one reading; "06/07/2014" has two, and is no date here. */
const slashedDay = (text: string): string | null => {
	const match = SLASHED.exec(text);
	if (match === null) return null;
	const [first, second] = [Number(match[1]), Number(match[3])];
	const year = Number(match[4]) + (match[4]?.length === 2 ? 2000 : 0);
	if (AMERICAN.test(text) || second > 12) return isoDay(year, first, second);
	return first > 12 || match[2] === '.' || first === second ? isoDay(year, second, first) : null;
};

/** The first date with day, month and year in a text; a time joins it only where its offset is stated. */
const dateIn = (text: string): string | null => {
	const iso = ISO.exec(text) ?? (/[年년]/.test(text) ? CJK_DAY.exec(text) : null);
	if (iso !== null) {
		const day = isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
		return day !== null && iso[4] !== undefined && iso[5] !== undefined ? `${day}T${iso[4]}${iso[5]}` : day;
	}

	const spelled = !FOUR_DIGITS.test(text) || !mayNameMonth(text) ? [] : [
		...matchesOf(DAY_MONTH_YEAR, text).map(match => ({at: match.index, day: isoDay(Number(match[3]), monthOf(match[2] ?? ''), Number(match[1]))})),
		...matchesOf(MONTH_DAY_YEAR, text).map(match => ({at: match.index, day: isoDay(Number(match[3]), monthOf(match[1] ?? ''), Number(match[2]))})),
	].filter(({day}) => day !== null).sort((left, right) => left.at - right.at);
	const day = spelled[0]?.day ?? slashedDay(text);
	return day === null ? null : day + clockOf(text.replace(DAY_MONTH_YEAR, ' ').replace(MONTH_DAY_YEAR, ' ').replace(SLASHED, ' '));
};

/** A line that is nothing but a date, with or without "Published" and a time. */
export const isDateRow = (text: string): boolean => text.length < 120 && DATE_ROW.test(text) && (dateIn(text) !== null || SLASHED.test(text));
/** "2 hours ago", also glued to a label: "time2 hours ago". */
export const isAgoRow = (text: string): boolean => text.length < 60 && AGO_ROW.test(text);
/** "14:05 GMT": the stamp of a live blog's post. */
export const isClockRow = (text: string): boolean => text.length < 40 && CLOCK_ROW.test(text);

/** The numbers of any date there is. */
const HOLDS_DATE = /\d{4}|\d[/.]\d/;
/** A row before the body that holds a full date beside other things. */
export const holdsDate = (text: string): boolean => text.length < 160 && HOLDS_DATE.test(text) && (DATE_LED.test(text) || DATE_LABEL.test(text)) && dateIn(text) !== null;

/** The date of a date row; "updated" ones give way to published ones. */
export const dateOfRow = (text: string): PageDate | null => {
	const iso = dateIn(text);
	return iso === null ? null : {iso, updated: /updated|modified|aktualisiert|mis à jour|actualizado|atualizado|aggiornato|обновлено/i.test(text) && !/published|posted|veröffentlicht|publié|publicado|pubblicato|опубликовано/i.test(text)};
};

/** The date in the dateline at the head of a paragraph, where its year is stated. */
export const datelineOf = (text: string): string | null => {
	const match = DATELINE.exec(text);
	// The place is printed in capitals; the month is not.
	return match?.[1] === undefined || !/^\p{Lu}{3}/u.test(text) ? null : dateIn(match[1]);
};

/** An outlet glued to a time: "BBC News5 days ago", "The Herald · 3 May 2024". */
export const OUTLET_AND_TIME = guarded(text => ANY_DATE.test(text) || TELLS_AGO.test(text), new RegExp(`^(?:[•·-] ?)?([A-Z][\\w.&’' ]{1,38}?)(?!\\p{L}) ?[|·•,–—-]? ?(${AGO}|${ONE_DATE})$`, 'iu'));

/** For the test that holds each against its pattern. */
export const guardedDates = [DATE_ROW, AGO_ROW, CLOCK_ROW, OUTLET_AND_TIME];

const AGENCY = /^\p{Lu}[\p{L}\d .,'’-]{1,60}\(([\p{Lu}][\p{L} .]{1,30})\) ?[-–—]/u;
/** "TAMSIN (Reuters) -": the agency in the dateline, as printed. */
export const agencyOf = (text: string): string | null => AGENCY.exec(text)?.[1] ?? null;
