import type {ArticleId} from '../../model/article.ts';
import type {NewsEvent, Storyline} from '../../model/event.ts';
import {allCards, type Derivation, type Library, type MendableLibrary} from '../../model/library.ts';
import {Problem} from '../../model/problem.ts';
import {exists} from '../../host/files.ts';
import {tilde} from '../../host/paths.ts';
import {wordsOf} from '../../search/words.ts';
import type {Context} from '../command.ts';

const requireLibrary = async (context: Context): Promise<void> => {
	if (!await exists(context.folder)) {
		throw new Problem({
			exit: 'library',
			what: `There is no library at ${tilde(context.folder)}.`,
			why: '',
			remedy: context.folderGiven ? 'Check the path, or make one with newsdeck import PATH... --library DIR.' : 'newsdeck import PATH... makes one; newsdeck demo shows the demo.',
		});
	}

};

/** Opens the library for reading, or says how to make one. */
export const readLibrary = async (context: Context): Promise<MendableLibrary> => {
	await requireLibrary(context);
	return context.openLibrary('read');
};

/** Opens the library for corrections, or says how to make one. */
export const editLibrary = async (context: Context): Promise<MendableLibrary> => {
	await requireLibrary(context);
	return context.openLibrary('write');
};

/** Bodies in the order asked for; a thousand at a time, so that memory stays bounded by the caller's own needs. */
export const readAll = async (library: Library, ids: readonly ArticleId[]): Promise<Derivation[]> => {
	const read: Derivation[] = [];
	for (let i = 0; i < ids.length; i += 1000) read.push(...await library.read(ids.slice(i, i + 1000)));
	return read;
};

/** An event or storyline, with all its articles. */
export type Group = {readonly kind: 'event' | 'storyline'; readonly id: string; readonly label: string; readonly articles: readonly ArticleId[]};

/** Events and storylines as groups of articles, storylines first. */
export const groupsOf = (events: readonly NewsEvent[], storylines: readonly Storyline[]): Group[] => {
	const byId = new Map(events.map(event => [event.id, event]));
	return [
		...storylines.map(({id, label, events: ids}) => ({kind: 'storyline' as const, id, label, articles: ids.flatMap(eventId => byId.get(eventId)?.articles ?? [])})),
		...events.map(({id, label, articles}) => ({kind: 'event' as const, id, label, articles})),
	];
};

/**
 * The one event or storyline that was meant: by id, by the beginning of an id, or by words that are all in its label
 * or in a headline of its articles. Several matches by words give the one with most articles. Throws a Problem, exit "nothing".
 */
export const findGroup = async (library: Library, wanted: string): Promise<Group> => {
	const found = await matching(library, groupsOf(await library.events(), await library.storylines()), wanted);
	const best = found.toSorted((a, b) => b.articles.length - a.articles.length || (a.id < b.id ? -1 : 1))[0];
	if (best === undefined) throw new Problem({exit: 'nothing', what: `No event or storyline matches "${wanted}".`, why: '', remedy: 'newsdeck events lists them.'});
	return best;
};

/** So many are named where words mean several. */
const TOLD = 4;

/** The one event that was meant, by id or by words that mean no other: what is put right must not hit one that happens to be larger. */
export const findEvent = async (library: Library, events: readonly NewsEvent[], wanted: string): Promise<NewsEvent> => {
	const ids = new Set((await matching(library, groupsOf(events, []), wanted)).map(({id}) => id));
	const found = events.filter(({id}) => ids.has(id));
	const [event] = found;
	if (event === undefined) throw new Problem({exit: 'nothing', what: `No event matches "${wanted}".`, why: '', remedy: 'newsdeck events lists them.'});
	if (found.length === 1) return event;
	const named = found.slice(0, TOLD).map(({id, label}) => `${id} (${label})`).join(', ');
	throw new Problem({exit: 'nothing', what: `"${wanted}" means ${found.length} events.`, why: `They are ${named}${found.length > TOLD ? ' and others' : ''}.`, remedy: 'Give the id of one.'});
};

const withId = (groups: readonly Group[], wanted: string): Group | undefined => groups.find(group => group.id === wanted || (wanted.length >= 4 && group.id.startsWith(wanted)));

/** The event or storyline of this id, or of one that begins so; null where it is no id of one. */
export const groupWithId = async (library: Library, wanted: string): Promise<Group | null> =>
	/^[es]-/.test(wanted) ? withId(groupsOf(await library.events(), await library.storylines()), wanted) ?? null : null;

/** Groups by id, by the beginning of an id, or by words: of those in a label, else in a headline. */
const matching = async (library: Library, groups: readonly Group[], wanted: string): Promise<readonly Group[]> => {
	const byId = withId(groups, wanted);
	if (byId !== undefined) return [byId];
	const asked = wordsOf(wanted);
	const headlines = new Map((await allCards(library)).map(card => [card.id, card.headline ?? '']));
	const holds = (text: string) => {
		const there = wordsOf(text);
		return asked.every(word => there.some(other => other.startsWith(word)));
	};

	const inLabel = groups.filter(group => holds(group.label));
	const inHeadlines = groups.filter(group => group.articles.some(id => holds(headlines.get(id) ?? '')));
	return asked.length === 0 ? [] : inLabel.length > 0 ? inLabel : inHeadlines;
};

/** The ids that were meant: whole, or their beginning where only one has it. Throws a Problem, exit "nothing". */
export const findArticles = async (library: Library, wanted: readonly string[]): Promise<ArticleId[]> => {
	const cards = await allCards(library);
	return wanted.map(id => {
		const exact = cards.find(card => card.id === id || card.externalIds.includes(id));
		if (exact !== undefined) return exact.id;
		const near = cards.filter(card => id.length >= 3 && card.id.startsWith(id));
		if (near.length === 1 && near[0] !== undefined) return near[0].id;
		throw new Problem({
			exit: 'nothing',
			what: `There is no article ${id}.`,
			why: near.length > 1 ? `${near.length} articles begin with it.` : '',
			remedy: /^[es]-/.test(id) ? `Articles' ids begin with a-; newsdeck compare ${id} sets an event or storyline side by side.` : 'newsdeck list shows the ids.',
		});
	});
};
