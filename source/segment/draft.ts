import type {ArticleKind, Basis, SegmentKind} from '../model/article.ts';
import type {Entry} from './entries.ts';
import type {Line} from './line.ts';
import {type Meta, metaOf} from './meta.ts';
import type {OutletFinding} from './outlet.ts';

/** An article while it is being cut. Built up by one function at a time and not changed afterwards. */
export type Draft = {
	kind: ArticleKind;
	headline: Line | null;
	standfirst: Line | null;
	body: Array<{readonly line: Line; readonly kind: SegmentKind}>;
	byline: string | null;
	outlet: {readonly outlet: string; readonly basis: Basis; readonly evidence: string | null} | null;
	/** What the whole page says of its outlet, for an article that does not say it itself: looked for when it is asked. */
	inferred: () => OutletFinding | null;
	/** Named in the dateline: the outlet, where the page names no other. */
	agency: OutletFinding | null;
	published: {readonly iso: string; readonly updated: boolean} | null;
	/** "5 days ago", as printed. */
	ago: string | null;
	/** Lines that are the article's but not its words: bylines, doubled headlines, link cards. */
	removed: Array<{readonly line: Line; readonly rule: string}>;
	children: Draft[];
	/** The record it is made of, by its place among them; null where it was cut out of a text. */
	origin: number | null;
};

export const newDraft = (kind: ArticleKind): Draft =>
	({kind, headline: null, standfirst: null, body: [], byline: null, outlet: null, inferred: () => null, agency: null, published: null, ago: null, removed: [], children: [], origin: null});

/** A line of a page that stayed, with what the rules found out about it and the lines around it. */
export type Content = {
	readonly line: Line;
	readonly meta: Meta | null;
	/** A share button, a row of dashes... stood between this line and the one before. */
	readonly breakBefore: boolean;
	/** The next removed line is a photo credit. */
	readonly creditAfter: boolean;
	/** It stands under a heading such as "Related articles". */
	readonly related: boolean;
	/** A menu stood between this line and the one before. */
	readonly menuBefore: boolean;
};

/** The lines of a page that stay, each with its surroundings. */
export const contentsOf = (entries: readonly Entry[]): Content[] => {
	const contents: Content[] = [];
	let breakBefore = false;
	let related = false;
	let hasText = false;
	let menuBefore = false;
	for (const [index, {line, verdict}] of entries.entries()) {
		if (verdict === null) {
			contents.push({line, meta: metaOf(line, false), breakBefore, creditAfter: entries[index + 1]?.verdict?.rule === 'photo credit', related, menuBefore});
			hasText ||= line.shape === 'prose' || line.shape === 'teaser';
			breakBefore = false;
			menuBefore = false;
		} else if (verdict.rule === 'menu') {
			menuBefore = true;
		} else if (verdict.role === 'end') {
			breakBefore = true;
		} else if (verdict.role === 'related') {
			breakBefore = true;
			// "Latest news" at the top of a page is its title, not a list of links under an article.
			related = hasText;
		}
	}

	return contents;
};

/** Takes what a meta row tells into the draft; what is known already stays, a published date wins over an updated one. */
export const takeMeta = (draft: Draft, line: Line, meta: Meta): void => {
	draft.removed.push({line, rule: meta.rule});
	if (meta.byline !== undefined) draft.byline ??= meta.byline;
	if (meta.outlet !== undefined) draft.outlet ??= {outlet: meta.outlet, basis: 'stated', evidence: null};
	if (meta.ago !== undefined) draft.ago ??= meta.ago;
	if (meta.date !== undefined && (draft.published === null || (draft.published.updated && !meta.date.updated))) draft.published = meta.date;
};

/** All raw lines the draft holds, its children's too. */
export const linesOf = (draft: Draft): Line[] => [
	...[draft.headline, draft.standfirst].filter(line => line !== null),
	...draft.body.map(({line}) => line),
	...draft.removed.map(({line}) => line),
	...draft.children.flatMap(linesOf),
];
