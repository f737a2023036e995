import {conflictsIn, followedIn} from '../../compare/followed.ts';
import {track} from '../../compare/track.ts';
import {trackedRows, type Looked} from '../../compare/tracked.ts';
import type {Article} from '../../model/article.ts';
import type {Column} from '../../model/comparison.ts';
import type {Figure} from '../../model/figure.ts';
import {allCards, type Library} from '../../model/library.ts';
import type {Correction, LogEntry, TrackedQuestion} from '../../model/override.ts';
import type {Look, ToldFigure, TrackedRow} from '../../model/tracking.ts';
import {activeCorrections, correctionsInForce} from '../../store/overrides.ts';
import {readAll} from '../asked/library-reading.ts';

/** A figure by its id, and the article it was in: where an earlier reading of it is found. */
type Seen = ReadonlyMap<string, string>;

/** Articles read at a time while a question's figures are looked for. */
const AT_ONCE = 500;

/** What was seen of a question until the last look. A question that was given up and followed again begins anew. */
const seenBefore = (corrections: readonly Correction[], name: string): Seen => {
	const seen = new Map<string, string>();
	for (const each of corrections) {
		if (each.kind === 'question' && each.name === name && each.tracked === null) seen.clear();
		if (each.kind !== 'look' || each.name !== name) continue;
		for (const {id, article} of each.figures) seen.set(id, article);
		for (const id of each.gone) seen.delete(id);
	}

	return seen;
};

const told = (figure: Figure, {outlet, published, captured}: Article, imported: string): ToldFigure => {
	const [day, dayBasis] = published !== null ? [published, 'published' as const] : captured !== null ? [captured, 'captured' as const] : [imported, 'imported' as const];
	return {figure, outlet, day: day.slice(0, 10), dayBasis};
};

/** An article that holds the question, and its figures that do. */
type Holding = {readonly column: Column; readonly figures: readonly Figure[]};

/** What holds each question. The library is read once, however many are followed, and only where there is a figure: read by the stages, or put in by a person. */
const holdingsOf = async (library: Library, corrections: readonly Correction[], questions: readonly TrackedQuestion[]): Promise<ReadonlyArray<readonly Holding[]>> => {
	const mended = new Set(corrections.flatMap(each => each.kind === 'figure' ? [each.on.article] : []));
	const ids = (await allCards(library)).filter(({id, figureCount}) => figureCount > 0 || mended.has(id)).map(({id}) => id);
	const found = questions.map((): Holding[] => []);
	for (let i = 0; i < ids.length; i += AT_ONCE) {
		for (const column of await library.read(ids.slice(i, i + AT_ONCE))) {
			for (const [place, question] of questions.entries()) {
				const figures = followedIn(question, column);
				if (figures.length > 0) found[place]?.push({column, figures});
			}
		}
	}

	return found;
};

/** All articles of the events that the question is held in: what stands beside its figures there may contradict them. */
const surroundings = async (library: Library, holdings: readonly Holding[]): Promise<Column[]> => {
	const held = new Set(holdings.map(({column}) => column.article.id));
	const events = (await library.events()).filter(({articles}) => articles.some(id => held.has(id)));
	return readAll(library, [...new Set([...held, ...events.flatMap(({articles}) => articles)])]);
};

/** Earlier readings of these articles from other documents than today's: what a newer version of the page replaced, not what newsdeck read anew. */
const earlier = async (library: Library, articles: Iterable<string>): Promise<ReadonlyMap<string, {readonly article: Article; readonly document: string; readonly figures: readonly Figure[]}[]>> => {
	const found = new Map<string, {article: Article; document: string; figures: readonly Figure[]}[]>();
	for (const id of new Set(articles)) {
		const [now] = await library.read([id]);
		if (now === undefined) continue;
		const revisions = await library.revisions(id);
		found.set(id, revisions.filter(({document}) => document !== now.article.document).map(({document, derivation}) => ({article: derivation.article, document, figures: derivation.figures})));
	}

	return found;
};

type Asked = {readonly name: string; readonly question: TrackedQuestion; readonly holdings: readonly Holding[]; readonly since: string | null};

const lookFor = async (library: Library, corrections: readonly Correction[], {name, question, holdings: held, since}: Asked): Promise<Omit<Looked, 'lookedAt'>> => {
	const documents = await library.documents();
	const imported = new Map(documents.map(document => [document.id, document.imported]));
	const order = new Map(documents.map(({id}, index) => [id, index]));
	const toldIn = (article: Article) => (figure: Figure): ToldFigure => told(figure, article, imported.get(article.document) ?? '');
	const holdings = held.toSorted((a, b) => (order.get(a.column.article.document) ?? 0) - (order.get(b.column.article.document) ?? 0) || a.column.article.startLine - b.column.article.startLine);
	const now = holdings.flatMap(({column, figures}) => figures.map(toldIn(column.article)));
	const around = await surroundings(library, holdings);
	const all = new Map(around.flatMap(({article, figures}) => figures.map(figure => [figure.id, toldIn(article)(figure)] as const)));
	const before = seenBefore(corrections, name);
	// By day, only pages that had come in otherwise by then count as changed since.
	const revisedSince = since === null ? new Set<string>() : new Set(around.flatMap(({article: {id, document}}) => (imported.get(document) ?? '').slice(0, 10) >= since ? [id] : []));
	const candidates = since === null ? [...before].flatMap(([id, article]) => all.has(id) ? [] : [article]) : [...revisedSince];
	const readings = await earlier(library, candidates);
	const replaced = since === null ? new Set<string>() : new Set([...readings].flatMap(([id, revisions]) => revisions.length > 0 ? [id] : []));
	const seen = (figure: Figure): boolean => since === null ? before.has(figure.id) : !replaced.has(figure.article) && (all.get(figure.id)?.day ?? '') < since;
	const was = [...readings].flatMap(([id, revisions]) => {
		const matched = revisions.flatMap(({article, figures}) => followedIn(question, {article, figures, quotes: []}).map(toldIn(article)));
		const last = revisions.at(-1)?.document;
		return since === null ? matched.filter(({figure}) => before.get(figure.id) === id) : matched.filter(({figure, day}) => figure.document === last && day < since);
	});
	// An article that newsdeck itself read anew, or a person mended, tells nothing new.
	const reread = new Set(since === null ? [...readings].flatMap(([id, revisions]) => revisions.length === 0 ? [id] : []) : []);
	const asked = new Set(now.map(({figure}) => figure.id));
	const changes = [
		...track({now: now.filter(({figure}) => !reread.has(figure.article) || seen(figure)), seen, was}),
		...conflictsIn(around, {asked, seen: figure => seen(figure) || reread.has(figure.article), told: all}),
	];
	const fresh = [...new Set([...asked, ...changes.flatMap(({kind, figures}) => kind === 'in conflict' ? figures : [])])].filter(id => !before.has(id));
	const gone = [...before.keys()].filter(id => !all.has(id));
	const look: Look | null = fresh.length + gone.length === 0 ? null : {kind: 'look', name, figures: fresh.map(id => ({id, article: all.get(id)?.figure.article ?? ''})), gone};
	return {name, question, changes, told: now, look};
};

/** The day of the last look at each question that is still followed, by name. */
const lastLooks = (log: readonly LogEntry[]): ReadonlyMap<string, string> => {
	const days = new Map<string, string>();
	for (const {when, act} of activeCorrections(log)) {
		if (act.kind !== 'correct') continue;
		const {correction} = act;
		if (correction.kind === 'look') days.set(correction.name, when.slice(0, 10));
		if (correction.kind === 'question' && correction.tracked === null) days.delete(correction.name);
	}

	return days;
};

/** Looks at followed questions: against the last look, or, with `since`, against what had been told before that day. */
export const lookAt = async (library: Library, questions: ReadonlyArray<readonly [name: string, question: TrackedQuestion]>, since: string | null): Promise<Looked[]> => {
	const log = await library.log();
	const corrections = correctionsInForce(log);
	const days = lastLooks(log);
	const holdings = await holdingsOf(library, corrections, questions.map(([, question]) => question));
	const looked: Looked[] = [];
	for (const [place, [name, question]] of questions.entries()) {
		looked.push({...await lookFor(library, corrections, {name, question, holdings: holdings[place] ?? [], since}), lookedAt: days.get(name) ?? null});
	}

	return looked;
};

/** The followed questions of a library as a list shows them; nothing is remembered. Reads no article where none is followed. */
export const trackedIn = async (library: Library): Promise<TrackedRow[]> => {
	const tracked = [...await library.tracked()];
	return tracked.length === 0 ? [] : trackedRows(await lookAt(library, tracked, null));
};
