import type {Background} from '../../cluster/background.ts';
import {broughtUpToDate, joinNews, labelAlone, type Brought} from '../../cluster/join-news.ts';
import {indexOf} from '../../cluster/news-index.ts';
import type {ArticleCard} from '../../model/article.ts';
import type {Grouping, NewsEvent} from '../../model/event.ts';
import {articlesOf, type Correction} from '../../model/override.ts';
import {allCards, wholeOf, type Library, type Plan} from '../../model/library.ts';
import {correctionsInForce} from '../../store/overrides.ts';
import type {Context} from '../command.ts';
import {groupSafely, unwatched} from './group-work.ts';
import {keepIndex, readIndex} from './index-cache.ts';
import {readAll} from '../asked/library-reading.ts';

/** A smaller library is grouped with the newcomers as fast as they join it. */
const LARGE = 2000;
/** So much of the library can come in at once, or be unknown to the index, before grouping as a whole is worth it. */
const SHARE = 0.05;

/** The index of the library as it is: the one that was kept, or a new one where that is too old. */
const indexFor = async (context: Context, library: Library, cards: readonly ArticleCard[], grouping: Grouping): Promise<Brought> => {
	const kept = await readIndex(context.folder);
	const brought = kept === null ? null : broughtUpToDate(kept.index, kept.hashes, cards, grouping.events);
	if (brought !== null && brought.unknown.length + brought.gone <= cards.length * SHARE) return brought;
	const index = indexOf({articles: await readAll(library, cards.map(({id}) => id)), events: grouping.events, background: await context.background()});
	const hashOf = new Map(cards.map(({id, contentHash}) => [id, contentHash]));
	const hashes = index.articles.map(id => hashOf.get(id) ?? '');
	await keepIndex(context.folder, {index, hashes});
	return broughtUpToDate(index, hashes, cards, grouping.events);
};

/** The events and storylines as they were grouped: what people called them, and the storylines people made, are replayed over them and not kept in them. */
const asGrouped = async (library: Library, inForce: readonly Correction[], background: Background): Promise<Grouping> => {
	const storylines = (await library.storylines()).filter(({byHand}) => byHand !== true);
	const [lines, called] = [new Set(storylines.map(({id}) => id)), new Set(inForce.flatMap(each => each.kind === 'label' ? [each.event] : []))];
	const events: NewsEvent[] = [];
	for (const event of await library.events()) {
		const label = called.has(event.id) ? labelAlone((await readAll(library, event.articles)).map(({article}) => article), background) : event.label;
		events.push({...event, label, storylines: event.storylines.filter(id => lines.has(id))});
	}

	return {events, storylines};
};

/**
 * The grouping with what an import brings, joined by the index: the bodies of a large library are not read. Null where the library is small, much comes in,
 * or people said of newcomers where they belong: then all is grouped together.
 */
const joined = async (context: Context, library: Library, plan: Plan): Promise<Grouping | null> => {
	const cards = await allCards(library);
	if (cards.length < LARGE || plan.derivations.length > cards.length * SHARE) return null;
	const there = new Set(cards.map(({id}) => id));
	const newcomers = plan.derivations.filter(({article}) => !there.has(article.id));
	const inForce = correctionsInForce(await library.log());
	const spokenOf = new Set(inForce.filter(({kind}) => kind === 'together' || kind === 'apart').flatMap(articlesOf));
	if (newcomers.some(({article}) => spokenOf.has(article.id))) return null;
	const gone = new Set(plan.gone);
	const stored = await asGrouped(library, inForce, await context.background());
	const events = stored.events.map(event => gone.size === 0 ? event : {...event, articles: event.articles.filter(id => !gone.has(id)), why: event.why.filter(({article}) => !gone.has(article))});
	const left = events.filter(({articles}) => articles.length > 0);
	const ids = new Set(left.map(({id}) => id));
	const grouping = {events: left, storylines: stored.storylines.map(line => ({...line, events: line.events.filter(id => ids.has(id))})).filter(line => line.events.length > 0)};
	const brought = await indexFor(context, library, cards, stored);
	const others = await readAll(library, brought.unknown.filter(id => !gone.has(id)));
	return joinNews({brought, others, newcomers: newcomers.map(wholeOf), grouping, background: await context.background()});
};

/** Joins the newcomers of a plan to the events there are: to those of a large library by its index, else grouped with all of it. */
export const regrouped = async (context: Context, library: Library, plan: Plan): Promise<Grouping> => {
	const grouping = await joined(context, library, plan);
	if (grouping !== null) return grouping;
	const replaced = new Set([...plan.gone, ...plan.derivations.map(({article}) => article.id)]);
	return groupSafely(library, {
		settled: await library.events(),
		storylines: await library.storylines(),
		corrections: correctionsInForce(await library.log()),
		background: await context.background(),
	}, {ids: (await allCards(library)).flatMap(({id}) => replaced.has(id) ? [] : [id]), fresh: plan.derivations}, {progress: context.io.progress, signal: context.signal ?? unwatched.signal});
};
