import type {ArticleId} from '../../model/article.ts';
import type {DocumentId} from '../../model/document.ts';
import type {Library} from '../../model/library.ts';
import type {Memories} from './memories.ts';
import type {SessionOptions} from './session-options.ts';

/** What is read of a library when a view needs it, unless it was read before. */
export type Reading = {
	bodies(ids: readonly ArticleId[]): Promise<void>;
	/** The article as it was before anybody put it right. */
	first(id: ArticleId): Promise<void>;
	/** A raw page. */
	page(document: DocumentId): Promise<void>;
};

/** `changed`: there is something new to be drawn. */
export const createReading = ({library, memories: {bodies, firsts, pages}, rawLines, changed}: {
	readonly library: () => Library; readonly memories: Memories; readonly rawLines: SessionOptions['rawLines']; readonly changed: () => void;
}): Reading => ({
	async bodies(ids) {
		const missing = ids.filter(id => !bodies.get(id));
		if (missing.length === 0) return;
		for (const body of await library().read(missing)) bodies.set(body.article.id, body);
		changed();
	},
	async first(id) {
		if (firsts.get(id)) return;
		for (const body of await library().read([id], {uncorrected: true})) firsts.set(id, body);
		changed();
	},
	async page(document) {
		if (document === '' || pages.get(document)) return;
		const bytes = await library().raw(document);
		const known = await library().document(document);
		const lines = rawLines === undefined ? new TextDecoder().decode(bytes).split(/\r\n|[\n\r]/) : (await rawLines(known?.document ?? {path: '', type: 'text'}, bytes)).map(({text}) => text);
		pages.set(document, {lines, removed: known?.removed ?? []});
		changed();
	},
});
