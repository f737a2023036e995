import {type Article, type ArticleCard, type Segment, unmarked} from '../../source/model/article.ts';
import type {NewsEvent, Storyline} from '../../source/model/event.ts';
import type {Effects} from '../../source/model/effects.ts';
import type {Figure} from '../../source/model/figure.ts';
import type {Derivation, Library} from '../../source/model/library.ts';
import {Problem} from '../../source/model/problem.ts';
import type {Quote} from '../../source/model/quote.ts';
import {sha256} from '../../source/text/hash.ts';

/** A figure of a story: its words must stand in the paragraph (or in the headline, -1). */
type ToldFigure = Partial<Figure> & {readonly text: string; readonly segment: number};
type ToldQuote = {readonly text: string; readonly segment: number; readonly speaker?: string};

/** A story as a test tells it. What is left out is absent, as in a page that does not say. */
export type Story = {
	readonly id: string;
	readonly headline: string | null;
	readonly paragraphs: readonly string[];
	readonly outlet?: string | null;
	readonly outletBasis?: Article['outletBasis'];
	readonly published?: string | null;
	readonly figures?: readonly ToldFigure[];
	readonly quotes?: readonly ToldQuote[];
	readonly removed?: Article['removed'];
};

const segment = (text: string, line: number, kind: Segment['kind']): Segment =>
	({kind, text, startLine: line, endLine: line, pieces: [{at: 0, line, column: 0, length: text.length}]});

const figureOf = (story: Story, told: ToldFigure, index: number, document: string): Figure => {
	const text = told.segment < 0 ? story.headline ?? '' : story.paragraphs[told.segment] ?? '';
	const start = text.indexOf(told.text);
	if (start < 0) throw new Error(`"${told.text}" is not in paragraph ${told.segment} of ${story.id}`);
	return {
		id: `${story.id}-f${index}`, article: story.id, externalId: null, document, sha256: document, line: told.segment < 0 ? 1 : 3 + told.segment * 2,
		start, end: start + told.text.length, sentence: text, low: null, high: null, qualifier: '=', boundsBasis: 'stated', unit: 'people', measure: null,
		measureText: null, components: null, subject: null, scope: null, flow: 'total', periodText: null, source: null, sourceText: null, sourceChain: [], directness: 'indirect',
		cue: null, stance: 'certain', hedges: [], basis: null, verification: null, asOf: null, asOfText: null, saidOn: null, saidOnText: null, statement: null, quoted: false,
		derived: false, minor: false, refusal: false, review: null, ...told,
	};
};

const quoteOf = (story: Story, told: ToldQuote, index: number): Quote => {
	const start = (story.paragraphs[told.segment] ?? '').indexOf(told.text);
	return {id: `${story.id}-q${index}`, article: story.id, externalId: null, line: 3 + told.segment * 2, segment: told.segment, start, end: start + told.text.length, text: told.text, speaker: told.speaker ?? null, speakerName: told.speaker ?? null, cue: null, review: null};
};

/** The page of a story: headline, then paragraphs with an empty line between them. */
export const pageOf = (story: Story): string => [story.headline ?? '', ...story.paragraphs].join('\n\n');

/** A story as the stages would hand it on, without running them. */
export const derive = (story: Story): Derivation => {
	const document = sha256(pageOf(story));
	const figures = (story.figures ?? []).map((told, index) => figureOf(story, told, index, document));
	const quotes = (story.quotes ?? []).map((told, index) => quoteOf(story, told, index));
	const article: Article = {
		id: story.id, externalId: null, externalIds: [], document, path: `pages/${story.id}.txt`, parent: null, kind: 'article', headline: story.headline, standfirst: null,
		byline: null, outlet: story.outlet ?? null, outletBasis: story.outlet ? story.outletBasis ?? 'stated' : null, outletEvidence: null, published: story.published ?? null,
		publishedBasis: story.published ? 'stated' : null, captured: null, language: 'en', startLine: 1, endLine: story.paragraphs.length * 2 + 1, url: null, tags: [],
		contentHash: document, position: 1, siblings: 1, segmentCount: story.paragraphs.length, figureCount: figures.length, quoteCount: quotes.length, ...unmarked,
		headlineSegment: story.headline === null ? null : segment(story.headline, 1, 'headline'), standfirstSegment: null,
		segments: story.paragraphs.map((text, index) => segment(text, 3 + index * 2, 'paragraph')), removed: story.removed ?? [],
	};
	return {article, figures, quotes};
};

const cardOf = ({article}: Derivation): ArticleCard => {
	const {headlineSegment: _h, standfirstSegment: _s, segments: _b, removed: _r, ...card} = article;
	return card;
};

/** A library that lives in memory: what the screen may ask, and nothing that writes. */
export const memoryLibrary = (stories: readonly Story[], events: readonly NewsEvent[], storylines: readonly Storyline[] = [], name = 'test'): Library => {
	const bodies = new Map(stories.map(story => [story.id, derive(story)]));
	const pages = new Map(stories.map(story => [sha256(pageOf(story)), pageOf(story)]));
	const newest = [...bodies.values()].map(cardOf).sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
	const inOrder = events.map(event => ({...event, newest: event.articles.flatMap(id => Date.parse(bodies.get(id)?.article.published ?? '') || []).sort((a, b) => b - a)[0] ?? null}))
		.sort((a, b) => (b.newest ?? -1) - (a.newest ?? -1));
	const refuse = async (): Promise<never> => {
		throw new Problem({exit: 'library', what: 'This library is not written to.', why: ''});
	};

	return {
		summary: async () => ({
			name, readOnly: true, generation: 1, documents: pages.size, articles: bodies.size, events: events.length, storylines: storylines.length,
			figures: [...bodies.values()].reduce((sum, body) => sum + body.figures.length, 0), outlets: new Set(newest.flatMap(card => card.outlet ?? [])).size,
		}),
		documents: async () => [], document: async () => null,
		raw: async id => new TextEncoder().encode(pages.get(id) ?? ''),
		articles: async () => ({items: newest, next: null}),
		cards: async ids => newest.filter(card => ids.includes(card.id)),
		read: async ids => ids.flatMap(id => bodies.get(id) ?? []),
		state: async () => 'as it was told', prints: async () => new Map([...bodies].map(([id, {figures, quotes, article}]) => [id, sha256(JSON.stringify([article, figures, quotes]))])),
		places: async () => [], revisions: async () => [], tombstones: async () => [], saved: async () => new Map(), tracked: async () => new Map(), searches: async () => new Map(), plan: refuse,
		events: async () => events, eventPage: async () => ({items: inOrder, next: null}), storylines: async () => storylines,
		log: async () => [], review: async () => [], commit: refuse, close: async () => {},
	};
};

/** An outside world that keeps the files it is given. */
export const memoryEffects = (existing: Readonly<Record<string, string>> = {}): Effects & {readonly files: Map<string, string>} => {
	const files = new Map(Object.entries(existing));
	return {
		files,
		user: 'tester',
		now: () => new Date('2026-01-02T10:00:00Z'),
		exists: async path => files.has(path),
		async writeFile(path, content, {force}) {
			if (files.has(path) && !force) throw new Problem({exit: 'output', what: `${path} was not written.`, why: 'A file of that name is there already.'});
			files.set(path, typeof content === 'string' ? content : (await Array.fromAsync(content)).join(''));
		},
	};
};

/** An event of these articles. */
export const eventOf = (id: string, label: string, articles: readonly string[], storylines: readonly string[] = []): NewsEvent => ({id, label, articles, storylines, why: []});
