import type {ArticleId} from '../../model/article.ts';
import type {Comparison} from '../../model/comparison.ts';
import type {Derivation} from '../../model/library.ts';
import {keep} from './keep.ts';
import type {Format, RawPage, Tools} from '../world.ts';

/** Bodies kept at once. An article is some 10 kB; the rest of the library stays on disk. */
const KEPT = 200;

/** What was read of a library and made of it, the newest of each kind. */
export type Memories = {
	readonly bodies: ReturnType<typeof keep<Derivation>>;
	/** Readings as they were before anybody put them right. */
	readonly firsts: ReturnType<typeof keep<Derivation>>;
	readonly pages: ReturnType<typeof keep<RawPage>>;
	/** Null until every article of it has been read. */
	comparison(ids: readonly ArticleId[], title: string): Comparison | null;
	written(format: Format, of: Comparison): string;
	/** The library has changed. */
	clear(): void;
};

export const createMemories = (tools: Tools): Memories => {
	const bodies = keep<Derivation>(KEPT);
	const firsts = keep<Derivation>(4);
	const pages = keep<RawPage>(4);
	const comparisons = keep<Comparison>(40);
	const outputs = keep<string>(4);
	return {
		bodies, firsts, pages,
		comparison(ids, title) {
			const key = JSON.stringify([title, ...ids]);
			const kept = comparisons.get(key);
			if (kept) return kept;
			const columns = ids.flatMap(id => bodies.get(id) ?? []);
			if (columns.length < ids.length || ids.length === 0) return null;
			const fresh = tools.compare(columns, title);
			comparisons.set(key, fresh);
			return fresh;
		},
		written(format, of) {
			const key = `${format.name} ${of.title} ${of.columns.map(column => column.article.id).join(' ')}`;
			const kept = outputs.get(key) ?? format.write(of);
			outputs.set(key, kept);
			return kept;
		},
		clear() {
			for (const memory of [bodies, firsts, comparisons, outputs, pages]) memory.clear();
		},
	};
};
