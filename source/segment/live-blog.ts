import table from '../../data/boilerplate.json' with {type: 'json'};
import {teaserByline} from './byline.ts';
import {subjectChanges} from './cohesion.ts';
import {type Content, type Draft, newDraft, takeMeta} from './draft.ts';
import {readFront} from './headline.ts';
import {isTitleLike} from './line.ts';
import {isSame, likeness} from './resemblance.ts';

const CUES = table.liveCues.map(pattern => new RegExp(pattern, 'i'));
const SHORTEST_POST_TITLE = 4;

const isTitle = (content: Content | undefined): boolean =>
	content !== undefined && content.meta === null && isTitleLike(content.line) && content.line.words >= SHORTEST_POST_TITLE;
const isProse = (content: Content | undefined): boolean => content !== undefined && content.meta === null && (content.line.shape === 'prose' || content.line.shape === 'list');

/** A card repeats the headline above it, perhaps shorter or in other words; next to it, half of the words are enough. */
const CARD = .6;
const CARD_BESIDE = .5;
/** Before a paragraph a line must be nearly the same words to be a card and not the next post's headline. */
const CARD_BEFORE_PROSE = .8;

const isCard = (draft: Draft, content: Content, next: Content | undefined): boolean => {
	if (draft.headline === null) return false;
	if (isSame(draft.headline, content.line)) return true;
	const alike = likeness(draft.headline, content.line);
	return alike >= (isProse(next) ? CARD_BEFORE_PROSE : draft.body.length === 0 ? CARD_BESIDE : CARD);
};

/** A card stands under its post, or under one of the next: older headlines are not looked at. */
const NEAR_TITLES = 6;
type Numbered = {readonly content: Content; readonly index: number};
const titlesBefore = (titles: readonly Numbered[], index: number): readonly Numbered[] => {
	let end = 0;
	let high = titles.length;
	while (end < high) {
		const middle = Math.floor((end + high) / 2);
		if ((titles[middle]?.index ?? Infinity) < index) end = middle + 1;
		else high = middle;
	}

	return titles.slice(Math.max(0, end - NEAR_TITLES), end);
};

const TOO_OFTEN = 4;

/** What speaks for a live blog, counted over a page without its front. */
const signs = (contents: readonly Content[]) => {
	// The head of a table comes again and again: it is nobody's headline and no card.
	const times = new Map<string, number>();
	for (const {line} of contents) times.set(line.text, (times.get(line.text) ?? 0) + 1);
	const numbered = contents.map((content, index) => ({content, index})).filter(({content}) => (times.get(content.line.text) ?? 0) < TOO_OFTEN);
	const titles = numbered.filter(({content, index}) => isTitle(content) && isProse(contents[index + 1]));
	const cards = numbered.filter(({content, index}) => isTitle(content) && titlesBefore(titles, index).some(title => likeness(title.content.line, content.line) >= CARD_BEFORE_PROSE));
	const teasers = contents.filter(({line, meta}, index) => meta === null && line.shape === 'teaser' && isProse(contents[index + 1]));
	// A paragraph that lost its full stop looks like a teaser; one that names a reporter or comes twice is one.
	const sure = contents.filter(({line, meta}, index) => meta === null && line.shape === 'teaser' && (teaserByline(line.text) !== null || (contents[index + 1] !== undefined && isSame(line, contents[index + 1]?.line ?? line))));
	// A time with a text close below is a post's; one over a link belongs to a list.
	const clocks = contents.filter(({meta}, index) => (meta?.clock === true || (meta?.ago !== undefined && meta.outlet === undefined)) && contents.slice(index + 1, index + 4).some(content => isProse(content)));
	return {titles: titles.length, cards: cards.length, teasers: teasers.length, sureTeasers: sure.length, clocks: clocks.length};
};

const ENOUGH_PROSE = 10;
const ENOUGH_CHANGES = 3;

/**
 * Whether a page is a live blog: its headline says so, or posts carry times, or headlines come back as link cards, or
 * (weakest) teasers stand between paragraphs whose subject changes again and again. On a page that was `saved` with its
 * menu, boxes of links repeat headings ("Read: Boats lost off Salder") and teasers stand between paragraphs anyway.
 */
export const isLiveBlog = (contents: readonly Content[], saved = false): boolean => {
	const front = readFront(newDraft('live-blog'), contents);
	const rest = contents.slice(front);
	const head = contents.slice(0, front).map(({line}) => line.text);
	const {titles, cards, teasers, sureTeasers, clocks} = signs(rest);
	const breaks = rest.filter(({breakBefore}) => breakBefore).length;
	if (head.some(text => CUES.some(cue => cue.test(text)))) return titles + teasers + clocks + breaks >= 2;
	if (clocks >= 3) return true;
	if (saved) return false;
	if (cards >= 2 && titles >= 2) return true;
	const prose = rest.filter(content => isProse(content)).map(({line}) => line);
	return teasers >= 2 && sureTeasers >= 1 && titles === 0 && breaks === 0 && prose.length >= ENOUGH_PROSE && subjectChanges(prose, prose).length >= ENOUGH_CHANGES;
};

type State = {readonly posts: Draft[]; current: Draft | null; afterCard: boolean};

/** Begins a post; an open line is its headline. */
const open = (state: State, content: Content): Draft => {
	const draft = newDraft('post');
	if (content.meta === null && isTitleLike(content.line)) draft.headline = content.line;
	state.posts.push(draft);
	state.current = draft;
	state.afterCard = false;
	return draft;
};

const addText = (draft: Draft, content: Content): void => {
	const heads = content.line.shape === 'title' && content.line.words < SHORTEST_POST_TITLE;
	draft.body.push({line: content.line, kind: content.line.shape === 'list' ? 'list' : heads ? 'heading' : 'paragraph'});
	if (!isProse(content)) draft.byline ??= teaserByline(content.line.text);
};

const hasProse = (draft: Draft | null): boolean => draft?.body.some(({line}) => line.shape === 'prose' || line.shape === 'list') === true;
const removeCard = (draft: Draft, content: Content): void => {
	draft.removed.push({line: content.line, rule: 'link card'});
	draft.byline ??= teaserByline(content.line.text);
};

/** An open line: a post's headline, a link card, the text under one, or a teaser of its own. */
const readOpenLine = (state: State, content: Content, next: Content | undefined, headless: boolean): void => {
	const {current} = state;
	const title = isTitle(content) || (content.breakBefore && isTitleLike(content.line) && isProse(next));
	const before = current?.body.find(({line}) => isSame(line, content.line));
	if (current !== null && (before !== undefined || (title && isCard(current, content, next)))) {
		removeCard(current, content);
		state.afterCard = current.headline !== null;
	} else if (current !== null && state.afterCard && !isProse(next) && !content.breakBefore) {
		if (current.body.length === 0) addText(current, content);
		else removeCard(current, content);
		state.afterCard = false;
	} else if (current?.headline != null && current.body.length === 0 && !content.breakBefore && (!title || !isProse(next))) {
		addText(current, content);
	} else if (title && (isProse(next) || !headless)) {
		open(state, content);
	} else if (current !== null && content.line.words < SHORTEST_POST_TITLE) {
		addText(current, content);
	} else {
		const draft = newDraft('blurb');
		addText(draft, content);
		state.posts.push(draft);
		state.current = draft;
		state.afterCard = false;
	}
};

const readPosts = (contents: readonly Content[], headless: boolean): Draft[] => {
	const state: State = {posts: [], current: null, afterCard: false};
	let stamped = false;
	for (const [index, content] of contents.entries()) {
		const next = contents.slice(index + 1).find(({meta}) => meta === null);
		const stamp = content.meta?.clock === true || content.meta?.ago !== undefined;
		if (content.meta !== null) {
			// A time stands over its post, or under the post's headline.
			const under = state.current !== null && state.current.body.length === 0;
			const draft = stamp && !under ? open(state, content) : state.current ?? open(state, content);
			takeMeta(draft, content.line, content.meta);
			stamped = stamp && !under;
		} else if (stamped && state.current !== null && isTitleLike(content.line)) {
			state.current.headline = content.line;
			stamped = false;
		} else if (isProse(content)) {
			const blurb = state.current !== null && state.current.headline === null && state.current.body.length > 0 && !hasProse(state.current);
			const twice = [contents[index - 1], contents[index + 1]].some(other => other !== undefined && isSame(other.line, content.line));
			const draft = state.current === null || blurb || content.breakBefore ? open(state, content) : state.current;
			if (twice) draft.removed.push({line: content.line, rule: 'caption printed twice'});
			else addText(draft, content);
			state.afterCard = false;
			stamped = false;
		} else {
			readOpenLine(state, content, next, headless);
			stamped = false;
		}
	}

	return state.posts;
};

/** A long post without a headline is cut where its subject changes. */
const cutHeadless = (post: Draft, all: readonly Content[]): Draft[] => {
	if (post.headline !== null || !hasProse(post) || post.body.length < 4) return [post];
	const changes = subjectChanges(post.body.map(({line}) => line), all.filter(({meta}) => meta === null).map(({line}) => line));
	const edges = [0, ...changes, post.body.length];
	return edges.slice(0, -1).map((from, index) => {
		const to = edges[index + 1] ?? post.body.length;
		const body = post.body.slice(from, to);
		const first = index === 0 ? 0 : body[0]?.line.number ?? 0;
		const end = index === edges.length - 2 ? Infinity : post.body[to]?.line.number ?? Infinity;
		const removed = post.removed.filter(({line}) => line.number >= first && line.number < end);
		return {...newDraft('post'), body, removed, ...(index === 0 ? {byline: post.byline} : {})};
	});
};

const asBlurb = (post: Draft): Draft => hasProse(post) ? post : {...post, kind: 'blurb'};

/** The parent with its lead, and its posts as children. */
export const readLiveBlog = (contents: readonly Content[]): Draft => {
	const parent = newDraft('live-blog');
	const rest = contents.slice(readFront(parent, contents));
	const leadEnd = rest.findIndex(content => content.breakBefore || content.meta?.clock === true || content.meta?.ago !== undefined || isTitle(content) || content.line.shape === 'teaser');
	const lead = rest.slice(0, leadEnd < 0 ? rest.length : leadEnd);
	for (const content of lead) {
		if (content.meta !== null) takeMeta(parent, content.line, content.meta);
		else addText(parent, content);
	}

	const after = rest.slice(lead.length);
	const headless = !after.some((content, index) => isTitle(content) && isProse(after[index + 1]));
	const posts = readPosts(after, headless).flatMap(post => cutHeadless(post, contents)).map(asBlurb);
	const holdsWords = (post: Draft): boolean => post.headline !== null || post.body.length > 0;
	parent.children = posts.filter(holdsWords);
	// A time without a post is still a line of the page.
	parent.removed.push(...posts.filter(post => !holdsWords(post)).flatMap(({removed}) => removed));
	if (parent.children.length === 0) parent.kind = 'article';
	return parent;
};
