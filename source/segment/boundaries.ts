import type {Content} from './draft.ts';
import {canBeHeadline, leadOf} from './headline-choice.ts';
import {leans, topicOf} from './cohesion.ts';
import {capitalShare, isTitleLike, TITLE_CASE} from './line.ts';
import {isSame, likeness, sharedWords, subjectOf} from './resemblance.ts';

const SHORTEST_TEXT = 8;
const isText = (content: Content): boolean => content.meta === null && content.line.shape === 'prose' && content.line.words >= SHORTEST_TEXT;
const isProse = (content: Content | undefined): boolean => content !== undefined && content.meta === null && (content.line.shape === 'prose' || content.line.shape === 'teaser');

/** A headline that is printed again close by, with nothing but rows of outlet and time between. */
const repeatsAt = (contents: readonly Content[], index: number): number | null => {
	const content = contents[index];
	if (content === undefined || content.meta !== null || content.line.words < 3) return null;
	for (let at = index + 1; at < Math.min(contents.length, index + 8); at++) {
		const other = contents[at];
		if (other === undefined) return null;
		if (isSame(content.line, other.line)) return at;
		// Rows between copies are short: an outlet nobody told us of looks like a title.
		if (other.meta === null && other.line.words > 6) return null;
	}

	return null;
};

const metaWithin = (contents: readonly Content[], from: number, count: number): boolean =>
	contents.slice(from, from + count).some(({meta}) => meta !== null);

/** Lines below a headline in which its text begins; a link with a date stands over another link, or over something else's text. */
const BELOW = 8;

/** Whether a text follows close below, and repeats a word of the headline. */
const announces = (contents: readonly Content[], index: number): boolean => {
	const title = contents[index];
	const lead = contents.slice(index + 1, index + BELOW).findIndex(isText);
	return title !== undefined && lead >= 0 && contents.slice(index + 1 + lead, index + 1 + lead + AROUND).some(({line}) => sharedWords(title.line, line) > 0);
};

/** "Headline, byline, date" or "headline, headline, outlet, 2 hours ago": an article begins, whatever stands before. */
const beginsWithRows = (contents: readonly Content[], index: number): boolean => {
	const copy = repeatsAt(contents, index);
	if (copy !== null) return metaWithin(contents, index + 1, copy - index + 3);
	if (!isTitleLike(contents[index]?.line)) return false;
	const next = contents[index + 1];
	if (next === undefined) return false;
	if (next.meta !== null) return next.meta.clock !== true;
	return (next.line.shape === 'title' || next.line.shape === 'teaser') && next.line.words >= 5 && contents[index + 2]?.meta?.clock === undefined && contents[index + 2]?.meta != null;
};

const LONG_HEADLINE = 8;
const SHORTEST_HEADLINE = 5;
/** A paragraph that lost its full stop begins like one. */
const GOES_ON = /^(?:["“]|(?:And|But|He|She|They|It|Mr|Mrs|Ms)\b)/;
const SHARED_SUBJECT = 2;
/** Paragraphs looked at on either side to see which of them a headline tells of. */
const AROUND = 4;

/**
 * An open line between paragraphs, with no furniture around: a headline, or a heading inside the article. Headings are
 * short; headlines are sentences of eight words and more, or five in title case, and what follows repeats their words.
 */
const isLongHeadline = (contents: readonly Content[], index: number): boolean => {
	const content = contents[index];
	if (content === undefined || content.meta !== null || content.line.shape !== 'title' || content.creditAfter) return false;
	const next = contents[index + 1];
	const lead = isProse(next) ? next : contents[index + 2];
	if (!isProse(contents[index - 1]) || !isProse(lead) || lead === undefined || (next !== undefined && isSame(next.line, content.line))) return false;
	const count = content.line.words;
	const subject = subjectOf(content.line);
	const told = (from: number, to: number): number =>
		subject.intersection(new Set(contents.slice(Math.max(0, from), to).flatMap(({line}) => [...subjectOf(line)]))).size;
	// A heading sums up what has its subject already; a headline tells of what follows it.
	const after = told(index + 1, index + 1 + AROUND);
	const announces = after >= SHARED_SUBJECT && after > told(index - AROUND, index);
	if (!announces || GOES_ON.test(content.line.text)) return false;
	return count >= LONG_HEADLINE || (count >= SHORTEST_HEADLINE && capitalShare(content.line.text) >= TITLE_CASE);
};

/** So many paragraphs below a headline are held against all that stands above it. */
const SECTION = 3;
/** Of two halves of one article hardly any pair shares fewer of the later one's words of meaning; of two articles three in four pairs do. */
const UNRELATED = .08;
const FEWEST_WORDS = 18;

/**
 * Under one menu, without rows and share buttons between, another story: its headline tells of what follows and of nothing before, and
 * what follows has next to no word with that. "Teachers vote to strike" under three paragraphs about a bridge; never "Fishermen fear for the herring" under dredging.
 */
const isOtherStory = (contents: readonly Content[], index: number): boolean => {
	const content = contents[index];
	const section = contents.slice(index + 1, index + 1 + SECTION);
	const [lead, second] = section;
	if (content === undefined || lead === undefined || second === undefined || content.meta !== null || content.creditAfter || !isTitleLike(content.line) || content.line.words < SHORTEST_HEADLINE) return false;
	if (GOES_ON.test(content.line.text) || leans(lead.line) || !isText(lead) || !isText(second) || !isProse(contents[index - 1])) return false;
	const before = topicOf(contents.slice(0, index));
	const title = topicOf([content]);
	const told = topicOf(section.filter(isText));
	if (told.size < FEWEST_WORDS || title.intersection(told).size < SHARED_SUBJECT || title.intersection(before).size > 0) return false;
	return told.intersection(before).size < told.size * UNRELATED;
};

const SHORT_HEADING = 5;

/** After a share button or a row of dashes; a short heading counts only where such rows part the page again and again. */
const beginsAfterBreak = (contents: readonly Content[], index: number, breaks: number): boolean => {
	const content = contents[index];
	if (content?.breakBefore !== true || !canBeHeadline(contents, index)) return false;
	return breaks >= 2 || content.line.words > SHORT_HEADING;
};

/** Under a headline that stands there nearly in the same words no article begins: it is printed over a film or a picture again. */
const AGAIN = .8;
const LONGEST_FRONT = 12;
const saysAgain = (contents: readonly Content[], start: number, index: number): boolean => {
	const content = contents[index];
	return content !== undefined && contents.slice(start, Math.min(index, start + LONGEST_FRONT)).some(({line}) => isTitleLike(line) && line.words >= SHORTEST_HEADLINE && likeness(line, content.line) >= AGAIN);
};

/** So many share buttons with a headline below part articles; one or two may stand within one. */
const PARTED = 3;
const partings = (contents: readonly Content[]): number => contents.filter(({breakBefore}, index) => breakBefore && canBeHeadline(contents, index)).length;

/** Whether share buttons or "Read more" part a text again and again, each time with a headline below: it is several articles. */
export const isParted = (contents: readonly Content[]): boolean => partings(contents) >= PARTED;

/** On a list of articles with "Read more" under each, texts are short. */
const LISTED_TEXTS = 4;
const isListing = (contents: readonly Content[]): boolean => isParted(contents) && contents.filter(isText).length <= partings(contents) * LISTED_TEXTS;

/**
 * Numbers of the lines at which an article of the page begins; the first line always is one. A page that was saved with
 * its menu (`saved`) holds one article with headings, or a list of articles; there a headline needs rows and its own text.
 */
export const articleStarts = (contents: readonly Content[], saved: boolean): number[] => {
	const starts: number[] = [];
	const breaks = contents.filter(({breakBefore}) => breakBefore).length;
	const doubledFront = contents[0] !== undefined && contents[1] !== undefined && isSame(contents[0].line, contents[1].line);
	const listing = !saved || isListing(contents);
	// What stands above the text of a saved page is its headline, its rows and furniture.
	const lead = saved ? leadOf(contents, !listing) : 0;
	const begins = (index: number): boolean => {
		if (saysAgain(contents, starts.at(-1) ?? 0, index)) return false;
		if (saved) return isOtherStory(contents, index) || (announces(contents, index) && (beginsWithRows(contents, index) || (listing && beginsAfterBreak(contents, index, breaks))));
		return beginsAfterBreak(contents, index, breaks) || beginsWithRows(contents, index) || isLongHeadline(contents, index)
			|| (doubledFront && isTitleLike(contents[index]?.line) && repeatsAt(contents, index) === index + 1);
	};

	let prose = true;
	for (const index of contents.keys()) {
		// Two headlines without a text between are one front: kicker and headline, headline and standfirst.
		const isStart: boolean = index === 0 || (index > lead && prose && begins(index));
		if (isStart) {
			starts.push(index);
			prose = false;
		}

		// A headline with a full stop looks like a paragraph, and is none.
		prose ||= isProse(contents[index]) && !(isStart && canBeHeadline(contents, index));
	}

	return starts;
};
