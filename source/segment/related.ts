import {type Content, type Draft, linesOf} from './draft.ts';
import {isTitleLike, type Line} from './line.ts';
import {isSame, sharedWords} from './resemblance.ts';

/**
 * Bare headlines under "Related articles" are links, not articles: they go, unless somebody wrote a line under them.
 * `kept` hold at least a sentence; `links` are the drafts without one.
 */
export const partLinks = (drafts: readonly Draft[]): {readonly kept: Draft[]; readonly links: Draft[]} => {
	const isLink = (draft: Draft): boolean => draft.kind === 'related' && draft.body.length === 0 && draft.standfirst === null;
	return {kept: drafts.filter(draft => !isLink(draft)), links: drafts.filter(isLink)};
};

/** The raw lines of dropped links, to be removed with their rule. */
export const linkLines = (links: readonly Draft[]): Line[] => links.flatMap(linesOf);

const isBody = (content: Content | undefined): boolean => content !== undefined && content.meta === null && (content.line.shape === 'prose' || content.line.shape === 'teaser');

const tellsOf = (title: Content, text: Content): boolean => sharedWords(title.line, text.line) >= 2;

/**
 * Where a box of links in the middle of an article ends and the article goes on: at a paragraph that does not tell what
 * the link above it says. Only for plain links, dated or not; a text under one, or a headline printed twice, makes articles.
 */
const articleGoesOn = (related: readonly Content[]): number => {
	const at = related.findIndex((content, index) => index > 0 && isBody(content));
	const box = related.slice(0, at);
	const title = box.findLast(({meta, line}) => meta === null && isTitleLike(line));
	const text = related[at];
	if (title === undefined || text === undefined || tellsOf(title, text)) return -1;
	const doubled = box.some((content, index) => box[index + 1] !== undefined && isSame(content.line, box[index + 1]?.line ?? content.line));
	return doubled || box.some(({meta}) => meta?.outlet !== undefined) ? -1 : at;
};

/** Parts a page's lines into its own and those of related articles; an article that goes on behind a box of links stays whole. */
export const relatedPart = (contents: readonly Content[]): {readonly own: readonly Content[]; readonly related: readonly Content[]} => {
	const at = contents.findIndex(({related}) => related);
	if (at < 0) return {own: contents, related: []};
	const rest = contents.slice(at);
	const goesOn = articleGoesOn(rest);
	if (goesOn < 0) return {own: contents.slice(0, at), related: rest};
	const own = rest.slice(goesOn).map(content => ({...content, related: false}));
	return {own: [...contents.slice(0, at), ...own], related: rest.slice(0, goesOn)};
};

/** Under such a heading every headline begins an article, or is a link. */
export const relatedStarts = (related: readonly Content[]): number[] => {
	const starts: number[] = [];
	for (const [index, content] of related.entries()) {
		const current = related[starts.at(-1) ?? -1];
		const copy = current !== undefined && isSame(current.line, content.line);
		const between = related.slice((starts.at(-1) ?? 0) + 1, index);
		// Rows that nobody told us of stand between a headline and its copy: they are short.
		const row = content.line.words <= 4 && between.every(other => !isBody(other)) && related.slice(index + 1, index + 6).some(other => current !== undefined && isSame(current.line, other.line));
		if (index === 0 || (content.meta === null && isTitleLike(content.line) && !copy && !row)) starts.push(index);
	}

	return starts;
};
