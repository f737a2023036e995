import type {Article} from '../model/article.ts';
import {oneLine, safeUrl} from './escape.ts';
import type {Listed} from './exporter.ts';

/** One article as bibliographies have it. Absent is null; nothing is guessed. */
export type Citation = {
	/** The article's id; letters, digits and hyphens. */
	readonly key: string;
	readonly kind: 'article' | 'post';
	readonly title: string | null;
	readonly outlet: string | null;
	/** The byline, as printed. */
	readonly author: string | null;
	/** [year], [year, month] or [year, month, day]. */
	readonly published: readonly number[] | null;
	readonly captured: readonly number[] | null;
	readonly url: string | null;
	readonly language: string | null;
	/** Where it stands: the file, its lines and its hash; and what of it is inferred. */
	readonly note: string;
};

const dateParts = (iso: string | null): number[] | null => {
	const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso ?? '');
	return found === null ? null : found.slice(1).filter(part => part !== undefined).map(Number);
};

const citationOf = (article: Article): Citation => {
	const inferred = [article.outlet !== null && article.outletBasis === 'inferred' ? 'outlet' : '', article.published !== null && article.publishedBasis === 'inferred' ? 'date' : ''].filter(Boolean);
	return {
		key: article.id.replace(/[^\w-]/g, '').replace(/^$/, 'article'),
		kind: article.kind === 'article' || article.kind === 'related' ? 'article' : 'post',
		title: article.headline,
		outlet: article.outlet,
		author: article.byline,
		published: dateParts(article.published),
		captured: dateParts(article.captured),
		url: safeUrl(article.url),
		language: article.language,
		note: `${oneLine(article.path)}, lines ${article.startLine}–${article.endLine}, sha256 ${article.document}${inferred.length === 0 ? '' : `; inferred: ${inferred.join(', ')}`}`,
	};
};

/** Each article once, in the order of the columns. */
export const citationsOf = ({columns}: Listed): Citation[] => columns.map(({article}) => citationOf(article));
