import type {ArticleCard, ArticleId} from '../model/article.ts';
import type {NewsEvent} from '../model/event.ts';
import type {Summary} from '../model/library.ts';
import type {LogEntry} from '../model/override.ts';
import type {BodyRef, LibraryData} from './data.ts';
import {activeCorrections} from './overrides.ts';
import {inOrder} from './paging.ts';
import type {Ordered} from './paging.ts';
import {articlesOf, correctCard, correctLabels} from './replay.ts';

/** One generation of a library as readers want it: corrected, in order, found by id. Made once a generation. */
export type View = {
	readonly data: LibraryData;
	/** As the stages read them, uncorrected. */
	readonly cards: ReadonlyMap<ArticleId, ArticleCard>;
	readonly bodies: ReadonlyMap<ArticleId, BodyRef>;
	readonly ordered: Ordered;
	readonly events: readonly NewsEvent[];
	/** Standing corrections, oldest first. */
	readonly corrections: readonly LogEntry[];
	readonly ofArticle: ReadonlyMap<ArticleId, readonly LogEntry[]>;
};

const byArticle = (entries: readonly LogEntry[]): ReadonlyMap<ArticleId, readonly LogEntry[]> => {
	const found = new Map<ArticleId, LogEntry[]>();
	for (const entry of entries) {
		if (entry.act.kind !== 'correct') continue;
		for (const id of articlesOf(entry.act.correction)) {
			const list = found.get(id);
			if (list) list.push(entry);
			else found.set(id, [entry]);
		}
	}
	return found;
};

/** The view of one generation's data. */
export const viewOf = (data: LibraryData): View => {
	const corrections = activeCorrections(data.log);
	const ofArticle = byArticle(corrections);
	return {
		data,
		cards: new Map(data.articles.map(card => [card.id, card])),
		bodies: new Map(data.bodies.map(ref => [ref.article, ref])),
		ordered: inOrder(data.articles.map(card => correctCard(card, ofArticle.get(card.id) ?? []))),
		events: correctLabels(data.events, corrections),
		corrections,
		ofArticle,
	};
};

/** Counts for the title line: what `list` prints is what is counted. */
export const summaryOf = ({data, ordered, events}: View, known: Pick<Summary, 'generation' | 'readOnly'>): Summary => {
	const {cards} = ordered;
	return {
		name: data.name,
		...known,
		documents: data.documents.length,
		articles: cards.length,
		events: events.length,
		storylines: data.storylines.length,
		figures: cards.reduce((sum, card) => sum + card.figureCount, 0),
		outlets: new Set(cards.flatMap(card => card.outlet ?? [])).size,
	};
};
