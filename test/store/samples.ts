import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type Article, type Segment, unmarked} from '../../source/model/article.ts';
import type {Grouping} from '../../source/model/event.ts';
import type {Figure} from '../../source/model/figure.ts';
import type {Derivation, DocumentImport} from '../../source/model/library.ts';
import type {Quote} from '../../source/model/quote.ts';
import {sha256, shortId} from '../../source/text/hash.ts';

export const now = (): Date => new Date('2025-06-01T12:00:00Z');

/** Does something with a folder that is gone afterwards. */
export const withFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
	const folder = await mkdtemp(join(tmpdir(), 'newsdeck-store-'));
	try {
		return await work(folder);
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};

export type Story = {
	readonly headline?: string | null;
	readonly body: readonly string[];
	readonly published?: string | null;
	readonly outlet?: string | null;
	readonly externalId?: string | null;
	readonly url?: string | null;
	readonly kind?: Article['kind'];
	/** Words of the body that are a figure, with its value. */
	readonly figures?: ReadonlyArray<readonly [string, number]>;
	/** Words of the body that are a quote. */
	readonly quotes?: readonly string[];
};

const segmentOf = (text: string, line: number, kind: Segment['kind'] = 'paragraph'): Segment =>
	({kind, text, startLine: line, endLine: line, pieces: [{at: 0, line, column: 0, length: text.length}]});

const placeOf = (body: readonly string[], words: string): {segment: number; start: number; end: number; line: number} => {
	const segment = body.findIndex(paragraph => paragraph.includes(words));
	const start = body[segment]?.indexOf(words) ?? 0;
	return {segment, start, end: start + words.length, line: segment + 2};
};

const figureOf = (article: Article, body: readonly string[], [text, value]: readonly [string, number]): Figure => {
	const place = placeOf(body, text);
	return {
		id: `${article.id}/${place.segment}/${place.start}`, article: article.id, externalId: article.externalId, document: article.document, sha256: article.document,
		...place, text, sentence: body[place.segment] ?? '', low: value, high: value, qualifier: '=', boundsBasis: 'stated', unit: 'people',
		measure: 'killed', measureText: 'killed', components: ['killed'], subject: 'dockers', scope: null, flow: 'total', periodText: null,
		source: 'the harbour office', sourceText: 'the harbour office', sourceChain: [], directness: 'indirect', cue: 'said', stance: 'certain', hedges: [],
		basis: null, verification: null, asOf: null, asOfText: null, saidOn: null, saidOnText: null, statement: null,
		quoted: false, derived: false, minor: false, refusal: false, review: null,
	};
};

const quoteOf = (article: Article, body: readonly string[], text: string): Quote =>
	({id: `${article.id}/q/${text.length}`, article: article.id, externalId: article.externalId, ...placeOf(body, text), text, speaker: 'She', speakerName: null, cue: 'said', review: null});

const derive = (story: Story, document: string, path: string, position: number, siblings: number): Derivation => {
	const {headline = null, body, published = null, outlet = null, externalId = null, url = null, kind = 'article'} = story;
	const article: Article = {
		id: shortId('a', document, String(position), body[0] ?? ''), externalId, externalIds: externalId === null ? [] : [externalId],
		document, path, parent: null, kind, headline, standfirst: null, byline: null, outlet, outletBasis: outlet === null ? null : 'stated', outletEvidence: null,
		published, publishedBasis: published === null ? null : 'stated', captured: null, language: 'en', startLine: 1, endLine: body.length + 1, url, tags: ['harbour'],
		contentHash: sha256([headline ?? '', ...body].join('\n')), position, siblings,
		segmentCount: body.length, figureCount: story.figures?.length ?? 0, quoteCount: story.quotes?.length ?? 0, ...unmarked,
		headlineSegment: headline === null ? null : segmentOf(headline, 1, 'headline'), standfirstSegment: null,
		segments: body.map((text, index) => segmentOf(text, index + 2)), removed: [{startLine: 9, endLine: 9, rule: 'share buttons'}],
	};
	return {article, figures: (story.figures ?? []).map(each => figureOf(article, body, each)), quotes: (story.quotes ?? []).map(each => quoteOf(article, body, each))};
};

/** A document as the pipeline hands it to the store. */
export const importOf = (path: string, stories: readonly Story[], revises: string | null = null): DocumentImport => {
	// Two pages with the same stories are two documents: their bytes differ.
	const bytes = Buffer.from(`${path}\n${stories.map(story => [story.headline ?? '', ...story.body].join('\n')).join('\n---\n')}`);
	const id = sha256(bytes);
	return {
		document: {id, path, bytes: bytes.length, type: 'plain-text', imported: now().toISOString()},
		bytes, removed: [{startLine: 40, endLine: 44, rule: 'donation plea'}],
		derivations: stories.map((story, index) => derive(story, id, path, index + 1, stories.length)),
		versions: {segment: 1, extract: 1, cluster: 1}, revises,
	};
};

/** All articles of some imports in one event. */
export const groupingOf = (imports: readonly DocumentImport[], label = 'The harbour fire'): Grouping => {
	const articles = imports.flatMap(each => each.derivations.map(derivation => derivation.article.id));
	return {
		events: [{id: 'e-harbour', label, storylines: ['s-harbour'], articles, why: articles.map(article => ({article, terms: ['harbour', 'fire'], likeness: 0.5}))}],
		storylines: [{id: 's-harbour', label: 'The harbour', events: ['e-harbour'], why: ['harbour']}],
	};
};

export const fire: Story = {
	headline: 'Fire in the old harbour', outlet: 'The Tidal Post', published: '2025-03-02',
	body: ['A fire in the old harbour killed 12 dockers on Sunday, the harbour office said.', 'Some 40 boats burned. “Nobody saw it coming,” said the pilot.', 'Another 12 dockers were missing, the union said.'],
	figures: [['killed 12', 12], ['Some 40', 40]], quotes: ['Nobody saw it coming,'],
};
export const inquiry: Story = {
	headline: 'Inquiry into harbour fire opens', outlet: 'Quay Daily', published: '2025-03-05T09:30:00+01:00',
	body: ['An inquiry opened into the fire that killed at least 14 people.'], figures: [['at least 14', 14]],
};
export const undated: Story = {headline: 'What we know of the fire', body: ['The pilots had warned of it for years, three of them told us.'], figures: [['three', 3]]};
