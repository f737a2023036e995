import type {Clusterable} from './news.ts';

const byId = (left: Clusterable, right: Clusterable): number => left.article.id < right.article.id ? -1 : left.article.id > right.article.id ? 1 : 0;

/** Each article once, sorted by id: everything after this knows articles by number only, so the order of import is forgotten here. */
export const inOrder = (articles: readonly Clusterable[]): Clusterable[] =>
	articles.toSorted(byId).filter((entry, index, all) => entry.article.id !== all[index - 1]?.article.id);
