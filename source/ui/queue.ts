import {doubtsOf} from '../compare/doubts.ts';
import {nearestWords} from '../compare/nearest.ts';
import type {ArticleId} from '../model/article.ts';
import type {Derivation, Library, MendableLibrary} from '../model/library.ts';
import type {Correction, LogEntry} from '../model/override.ts';
import type {AuditSheet, Doubt, Unplaced} from '../model/review.ts';
import type {Entry} from './session/load.ts';

/** What waits for a person: corrections without a place, readings worth a second look, the audit. `read` of `of` articles were looked through so far. */
export type Queue = {
	readonly unplaced: readonly Unplaced[];
	readonly doubts: readonly Doubt[];
	readonly audit: AuditSheet | null;
	readonly read: number;
	readonly of: number;
};

/** Articles whose bodies are read together while the library is looked through. */
const AT_ONCE = 60;
/** Of a very large event only so many take part: what cannot be true together is looked for in pairs. */
const MOST_IN_EVENT = 60;

/** The first entry of the act that an entry belongs to. */
const actOf = ({sequence, begun}: LogEntry): number => begun ?? sequence;

const placed = (entry: LogEntry, beside: readonly Correction[], bodies: ReadonlyMap<ArticleId, Derivation>): Unplaced => {
	const correction = entry.act.kind === 'correct' ? entry.act.correction : null;
	if (correction?.kind !== 'figure' && correction?.kind !== 'quote') return {entry, beside, article: null, nearest: []};
	const derivation = bodies.get(correction.on.article);
	return {entry, beside, article: derivation === undefined ? null : correction.on.article, nearest: derivation === undefined ? [] : nearestWords(derivation, correction)};
};

/** The corrections that find no place, each with where it may belong. */
export const readUnplaced = async (library: Library): Promise<readonly Unplaced[]> => {
	const entries = await library.review();
	if (entries.length === 0) return [];
	const acts = Map.groupBy(await library.log(), actOf);
	const ids = entries.flatMap(({act}) => act.kind === 'correct' && 'on' in act.correction && typeof act.correction.on === 'object' ? [act.correction.on.article] : []);
	const bodies = new Map((await library.read([...new Set(ids)])).map(derivation => [derivation.article.id, derivation]));
	return entries.map(entry => placed(entry, (acts.get(actOf(entry)) ?? []).flatMap(({sequence, act}) => sequence === entry.sequence || act.kind !== 'correct' ? [] : [act.correction]), bodies));
};

const auditOf = async (library: Library | MendableLibrary): Promise<AuditSheet | null> => 'audit' in library ? library.audit() : null;

/** Events in batches of about so many articles, those without figures left out. */
const batches = (entries: readonly Entry[]): ReadonlyArray<ReadonlyArray<readonly ArticleId[]>> => {
	const filled: Array<Array<readonly ArticleId[]>> = [[]];
	let size = 0;
	for (const {kind, articles} of entries) {
		const ids = kind === 'event' ? articles.filter(card => card.figureCount > 0).map(card => card.id) : [];
		if (ids.length === 0) continue;
		if (size > AT_ONCE) {
			filled.push([]);
			size = 0;
		}

		filled.at(-1)?.push(ids);
		size += ids.length;
	}

	return filled;
};

/** What waits before anything was looked through. */
export const openQueue = async (library: Library | MendableLibrary, entries: readonly Entry[]): Promise<Queue> =>
	({unplaced: await readUnplaced(library), audit: await auditOf(library), doubts: [], read: 0, of: batches(entries).flat(2).length});

/** Looks through a library, event after event in the order of the deck; each yield is what was found in so many articles more. */
export const gatherDoubts = async function* (library: Library | MendableLibrary, entries: readonly Entry[]): AsyncGenerator<{readonly doubts: readonly Doubt[]; readonly read: number}> {
	for (const events of batches(entries)) {
		const bodies = new Map((await library.read(events.flat())).map(derivation => [derivation.article.id, derivation]));
		yield {doubts: events.flatMap(ids => doubtsOf(ids.slice(0, MOST_IN_EVENT).flatMap(id => bodies.get(id) ?? []))), read: events.flat().length};
	}
};

/** The same queue after something was put right: nothing moves, what a person has settled says so. `articles`: those the corrections were about. */
export const refreshQueue = async (library: Library | MendableLibrary, queue: Queue, articles: readonly ArticleId[]): Promise<Queue> => {
	const wanted = new Set([...articles, ...queue.doubts.flatMap(({figure}) => figure.review === null ? [] : [figure.article])]);
	const bodies = await library.read([...wanted]);
	const figures = new Map(bodies.flatMap(derivation => derivation.figures).map(figure => [figure.id, figure]));
	return {
		...queue, unplaced: await readUnplaced(library), audit: await auditOf(library),
		doubts: queue.doubts.flatMap(doubt => {
			if (!wanted.has(doubt.figure.article)) return [doubt];
			const figure = figures.get(doubt.figure.id);
			return figure === undefined ? [] : [{...doubt, figure}];
		}),
	};
};
