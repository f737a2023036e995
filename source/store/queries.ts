import {unmarked} from '../model/article.ts';
import type {ArticleCard, ArticleId, Segment} from '../model/article.ts';
import type {Derivation, Library} from '../model/library.ts';
import type {LogEntry} from '../model/override.ts';
import {Problem} from '../model/problem.ts';
import type {Body, Revision, StoredCard} from './data.ts';
import type {Layout} from './layout.ts';
import {activeCorrections} from './overrides.ts';
import {readBodies} from './packs.ts';
import {pageOf} from './paging.ts';
import {readDocument} from './parts.ts';
import {correctCard, correctDerivation, isAstray, savedComparisons, savedSearches, trackedQuestions} from './replay.ts';
import {byArticle, type Source, type Spoken} from './source.ts';

/** What can be asked of one generation. */
export type Queries = Omit<Library, 'state' | 'summary' | 'plan' | 'commit' | 'close'>;

type Standing = {readonly corrections: readonly LogEntry[]; readonly ofArticle: Spoken};

const derivationOf = (card: StoredCard, {article: _article, figures, quotes, ...words}: Body): Derivation =>
	({article: {...card, ...unmarked, ...words}, figures, quotes: quotes.map(quote => ({...quote, review: null}))});

const textOf = (segment: Segment | null): string | null => segment?.text ?? null;

/** The card of an earlier reading; one that was not kept is told by the words of that time, and otherwise as the article is now. */
const earlierCard = (card: StoredCard | null, now: ArticleCard, body: Body, document: string): StoredCard =>
	card ?? {...now, document, headline: textOf(body.headlineSegment), standfirst: textOf(body.standfirstSegment), segmentCount: body.segments.length, figureCount: body.figures.length, quoteCount: body.quotes.length};

/** The answers of a library from one of its generations. */
export const queriesOf = (source: Source, layout: Layout): Queries => {
	let standing: Promise<Standing> | null = null;
	const corrected = async (): Promise<Standing> => {
		standing ??= source.rest('log').then(log => {
			const corrections = activeCorrections(log);
			return {corrections, ofArticle: byArticle(corrections)};
		});
		return standing;
	};
	const deletedIds = async (): Promise<ReadonlySet<ArticleId>> => new Set((await source.rest('deleted')).map(({card}) => card.id));

	/** What the stages read, uncorrected, of the articles that are there. */
	const derivations = async (ids: readonly ArticleId[]): Promise<readonly Derivation[]> => {
		const rows = await source.find([...new Set(ids)]);
		const bodies = await readBodies(layout, [...rows.values()].map(({ref}) => ref));
		return ids.flatMap(id => {
			const [row, body] = [rows.get(id), bodies.get(id)];
			return row && body ? [derivationOf(row.card, body)] : [];
		});
	};
	const documentOf = async (id: string) => (await source.rest('documents')).find(each => each.document.id === id) ?? null;

	return {
		documents: async () => (await source.rest('documents')).map(each => each.document),
		document: async id => {
			const found = await documentOf(id);
			return found && {document: found.document, removed: found.removed, versions: found.versions, given: found.given};
		},
		raw: async id => {
			const found = await documentOf(id);
			if (found !== null) return readDocument(layout, found);
			throw new Problem({exit: 'nothing', what: `There is no document ${id}.`, why: 'The library does not list it.'});
		},
		articles: async (options = {}) => {
			const {items, next} = await pageOf(source.articles, options);
			const {ofArticle} = await corrected();
			return {items: items.map(({value: {card}}) => correctCard(card, ofArticle.of(card.id))), next};
		},
		cards: async ids => {
			const [deleted, rows, {ofArticle}] = [await deletedIds(), await source.find(ids), await corrected()];
			return ids.flatMap(id => {
				const row = rows.get(id);
				return row === undefined || deleted.has(id) ? [] : [correctCard(row.card, ofArticle.of(id))];
			});
		},
		read: async (ids, {uncorrected = false} = {}) => {
			const deleted = await deletedIds();
			const read = await derivations(ids.filter(id => !deleted.has(id)));
			if (uncorrected) return read;
			const {ofArticle} = await corrected();
			return read.map(each => correctDerivation(each, ofArticle.of(each.article.id)).derivation);
		},
		prints: async () => {
			const {ofArticle} = await corrected();
			const rows = await source.articles.slice(0, source.articles.size);
			// What was taken back is not in force: an undo tells itself by the entry that is missing.
			return new Map(rows.map(({value: {card, ref}}) => [card.id, [ref.check, ...ofArticle.of(card.id).map(entry => entry.sequence)].join(' ')]));
		},
		places: async id => {
			const card = (await source.find([id])).get(id)?.card;
			if (card === undefined) return [];
			return [card, ...(await source.rest('places')).filter(place => place.article === id)].map(({document, path, startLine, endLine, externalId, url}) => ({document, path, startLine, endLine, externalId, url}));
		},
		revisions: async id => {
			const earlier: readonly Revision[] = (await source.rest('revisions')).filter(each => each.article === id);
			const card = (await source.find([id])).get(id)?.card ?? (await source.rest('tombstones')).find(each => each.card.id === id)?.card;
			const found: Array<{document: string; derivation: Derivation}> = [];
			if (card === undefined) return found;
			// One at a time: all have the same article id.
			for (const ref of earlier) {
				const body = (await readBodies(layout, [ref])).get(id);
				if (body) found.push({document: ref.document, derivation: derivationOf(earlierCard(ref.card, {...card, ...unmarked}, body, ref.document), body)});
			}
			return found;
		},
		tombstones: async () => {
			const {ofArticle} = await corrected();
			return [
				...(await source.rest('deleted')).map(({card}) => ({card: correctCard(card, ofArticle.of(card.id)), why: 'deleted' as const})),
				...(await source.rest('tombstones')).map(({card}) => ({card: correctCard(card, ofArticle.of(card.id)), why: 'read otherwise' as const})),
			];
		},
		events: async () => (await source.events.slice(0, source.events.size)).map(({value}) => value).sort((left, right) => left.index - right.index).map(({event}) => event),
		eventPage: async (options = {}) => {
			const {items, next} = await pageOf(source.events, options);
			return {items: items.map(({place: {instant}, value: {event}}) => ({...event, newest: instant})), next};
		},
		storylines: async () => source.rest('storylines'),
		log: async () => source.rest('log'),
		review: async () => {
			const {corrections, ofArticle} = await corrected();
			const events = new Set((await source.events.slice(0, source.events.size)).map(({value}) => value.event.id));
			const spoken = await source.find(ofArticle.ids);
			const articles = new Set(spoken.keys());
			// Only who read the page could tell that a cut finds its lines no more: it was taken down then.
			const documents = await source.rest('documents');
			const replaced = new Set(documents.flatMap(each => each.revises ?? []));
			const uncut = new Set(documents.filter(each => !replaced.has(each.document.id)).flatMap(each => each.unplaced));
			const lost = new Set<LogEntry>(corrections.filter(entry => uncut.has(entry.sequence)));
			const held = new Set<ArticleId>();
			for (const entry of corrections) {
				if (entry.act.kind !== 'correct') continue;
				const {correction} = entry.act;
				if (isAstray(correction, articles, events)) lost.add(entry);
				else if (correction.kind === 'figure' || correction.kind === 'quote') held.add(correction.on.article);
			}
			for (const each of await derivations([...held])) {
				for (const entry of correctDerivation(each, ofArticle.of(each.article.id)).unplaced) lost.add(entry);
			}
			return corrections.filter(entry => lost.has(entry));
		},
		saved: async () => savedComparisons((await corrected()).corrections),
		tracked: async () => trackedQuestions((await corrected()).corrections),
		searches: async () => savedSearches((await corrected()).corrections),
	};
};
