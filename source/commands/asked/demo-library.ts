import {exists} from '../../host/files.ts';
import type {Changes, Library} from '../../model/library.ts';
import {copyLibrary} from '../../store/copy.ts';
import {openLibrary} from '../../store/lowdb-library.ts';

/**
 * The demo as it is shipped, read-only, until the first correction: then it is copied to the user's own folder, where the correction and
 * all later ones go. Once there is a copy, that is the demo.
 */
export const openDemo = async (shipped: string, own: string, now: () => Date): Promise<Library> => {
	if (await exists(own)) return openLibrary(own, {now});
	let library = await openLibrary(shipped, {readOnly: true, now});
	let copied = false;
	return {
		summary: async () => library.summary(),
		documents: async () => library.documents(),
		document: async id => library.document(id),
		raw: async id => library.raw(id),
		articles: async options => library.articles(options),
		cards: async ids => library.cards(ids),
		read: async (ids, how) => library.read(ids, how),
		state: async () => library.state(),
		prints: async () => library.prints(),
		places: async id => library.places(id),
		revisions: async id => library.revisions(id),
		tombstones: async () => library.tombstones(),
		events: async () => library.events(),
		eventPage: async options => library.eventPage(options),
		storylines: async () => library.storylines(),
		log: async () => library.log(),
		review: async () => library.review(),
		saved: async () => library.saved(),
		tracked: async () => library.tracked(),
		searches: async () => library.searches(),
		plan: async changes => library.plan(changes),
		async commit(changes: Changes, expected: number) {
			if (!copied) {
				await copyLibrary(shipped, own, {now});
				await library.close();
				library = await openLibrary(own, {now});
				copied = true;
			}

			return library.commit(changes, expected);
		},
		close: async () => library.close(),
	};
};
