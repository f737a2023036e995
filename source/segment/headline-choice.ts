import type {Content} from './draft.ts';
import {isInCapitals, isTitleLike, type Line} from './line.ts';
import {metaOf} from './meta.ts';
import {isSame, sharedBy, sharedWords, subjectOf} from './resemblance.ts';

const LONGEST_CLOSED_HEADLINE = 18;

/**
 * Whether the line at `index` can be the headline of what follows. An open line can. A closed one must be short and
 * either stand over a standfirst, a byline or its own copy, or share its words with the lead: some papers print
 * headlines with a full stop ("Troops return to border.").
 */
export const canBeHeadline = (contents: readonly Content[], index: number): boolean => {
	const content = contents[index];
	if (content === undefined || content.meta !== null || metaOf(content.line, true)?.date !== undefined) return false;
	if (isTitleLike(content.line)) return true;
	const {text, shape, words} = content.line;
	const next = contents[index + 1];
	if (next === undefined || shape !== 'prose' || words > LONGEST_CLOSED_HEADLINE || words < 3) return false;
	if (/^["“(]|^(?:He|She|It|They|His|Her|Their|This|That|These|Those|But|And|However)\b|[:;,]$|[.!?]["”’']? \p{Lu}/u.test(text)) return false;
	if ((next.meta !== null && next.meta.clock !== true) || isSame(content.line, next.line)) return true;
	if (next.line.shape === 'title' || next.line.shape === 'teaser') return next.line.words >= 8;
	return words <= 15 && words * 1.5 < next.line.words && sharedWords(content.line, next.line) >= 3;
};

const SHORTEST_LEAD = 10;
const LONGEST_HEADLINE = 30;
/** Paragraphs of the text that a headline is held against. */
const TOLD = 6;
const LABELLED = 4;
/** A sentence with its full stop is rather a standfirst. */
const CLOSED = 2;
/** Lines between which a headline is looked for again. */
const NEAR = 40;

/** Near the top of a page a short sentence is its text already; further down it stands in a menu ("Pants on fire!"). */
const TOP = 8;

const isLead = (contents: readonly Content[], index: number, saved: boolean): boolean => {
	const content = contents[index];
	if (content === undefined || content.meta !== null) return false;
	const {text, words, shape} = content.line;
	// A long line without its full stop is a paragraph all the same.
	if (shape === 'teaser') return words >= LONGEST_HEADLINE;
	if (shape !== 'prose') return false;
	return (words >= SHORTEST_LEAD || (!saved && index < TOP && words >= 3 && /[^.][.!?]["”’]?$/.test(text))) && !canBeHeadline(contents, index);
};

const isSentence = (contents: readonly Content[], index: number): boolean => {
	const content = contents[index];
	return content !== undefined && content.meta === null && content.line.shape === 'prose' && content.line.words >= 5 && /[^.][.!?]$/.test(content.line.text) && !canBeHeadline(contents, index);
};

const WINDOW = 8;
const TOGETHER = 3;

/**
 * The index of the first paragraph; the number of lines where there is none. On a page that was `saved` with its menu,
 * sentences stand among the furniture too: there the text begins where three paragraphs stand close together.
 */
export const leadOf = (contents: readonly Content[], saved: boolean): number => {
	if (!saved) {
		const first = contents.findIndex((_, index) => isLead(contents, index, false));
		return first < 0 ? contents.length : first;
	}

	const leads = contents.flatMap((_, index) => isLead(contents, index, true) ? [index] : []);
	const core = leads.find((index, at) => (leads[at + TOGETHER - 1] ?? Infinity) - index <= WINDOW);
	let lead = core ?? leads[0] ?? contents.length;
	// Shorter sentences right above belong to the text.
	if (core === undefined) return lead;
	while (isSentence(contents, lead - 1)) lead--;
	return lead;
};

const sizePoints = (words: number): number => words <= 2 ? 0 : words <= 4 ? 1 : words === 5 ? 2 : 3;

/** Its byline or date stands under a headline, or under the standfirst below it. */
const rowPoints = (contents: readonly Content[], index: number): number => {
	const isRow = (content: Content | undefined): boolean => content !== undefined && (content.meta ?? metaOf(content.line, true)) !== null;
	const next = contents[index + 1];
	if (isRow(next)) return 3;
	return next !== undefined && next.line.words >= 5 && isRow(contents[index + 2]) ? 2 : 0;
};

/** Words of menus and of boxes to log in; two of them make no headline. */
const LABELS = /\b(?:log ?in|sign ?in|sign ?up|log ?out|register|subscribe|newsletters?|follow|facebook|twitter|google|linkedin|e-?mail|rss|share|print|comments?|search|menu|home ?page|cookies?|photos?|videos?|blogs?|login|close)\b|[|»]/gi;

const toldShare = (line: Line, words: ReadonlySet<string>): number => {
	const subject = subjectOf(line);
	const told = sharedBy(subject, words);
	return subject.size === 0 ? 0 : Math.min(2, told) + 3 * told / subject.size;
};

const pointsOf = (contents: readonly Content[], index: number, words: ReadonlySet<string>): number => {
	const {line} = contents[index] as Content;
	const again = line.words >= 4 && contents.slice(index + 1, index + NEAR).some(other => isSame(line, other.line));
	const closed = line.shape === 'prose' ? CLOSED : 0;
	const labels = (line.text.match(LABELS)?.length ?? 0) >= 2 ? LABELLED : 0;
	return sizePoints(line.words) + rowPoints(contents, index) + toldShare(line, words) + (again ? 2 : 0) - labels - closed;
};

const SHORTEST_HEADLINE = 5;
const isCapital = (line: Line | undefined): boolean => line !== undefined && isInCapitals(line);

/** A standfirst may score higher than the headline above it, but not by more. */
const STANDFIRST = 3;

/**
 * Of the lines above the text that can be a headline (`candidates`, in order), the one that is: long enough, over a
 * byline or date, printed again, in the words of the text. Above "Herring came late, boats lost" stand "Home", "The
 * Salder Echo" and the headlines of other articles.
 */
export const chooseHeadline = (contents: readonly Content[], candidates: readonly number[], lead: number): number | null => {
	// A label in capitals stands over a headline in small letters; where all are in capitals they tell nothing.
	const small = candidates.some(index => !isCapital(contents[index]?.line));
	const words = new Set(contents.slice(lead, lead + TOLD).flatMap(({line}) => [...subjectOf(line)]));
	const scored = candidates.map(index => ({index, points: pointsOf(contents, index, words) - (small && isCapital(contents[index]?.line) ? LABELLED : 0)}));
	let best = scored[0];
	for (const candidate of scored) if (best === undefined || candidate.points > best.points) best = candidate;
	if (best === undefined) return null;
	// The nearest candidate above, with nothing but rows between.
	const at = scored.indexOf(best);
	const above = scored[at - 1];
	if (above === undefined || contents.slice(above.index + 1, best.index).some(({meta, line}) => meta === null && metaOf(line, true) === null)) return best.index;
	const line = contents[best.index]?.line;
	const aboveLine = contents[above.index]?.line;
	if (line === undefined || aboveLine === undefined || (aboveLine.words < SHORTEST_HEADLINE && contents[above.index + 1]?.line === line) || (isCapital(aboveLine) && !isCapital(line))) return best.index;
	const told = sharedWords(aboveLine, line) + Math.max(0, ...contents.slice(lead, lead + TOLD).map(content => sharedWords(aboveLine, content.line)));
	return above.points >= best.points - STANDFIRST && told > 0 ? above.index : best.index;
};
