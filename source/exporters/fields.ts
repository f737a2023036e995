import type {Article, ArticleCard} from '../model/article.ts';
import type {Comparison} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';

/** The keys of a figure as every machine-readable output spells them, in this order. */
export const FIGURE_KEYS = [
	'id', 'article', 'externalId', 'document', 'sha256', 'line', 'segment', 'start', 'end', 'text', 'sentence', 'low', 'high', 'qualifier', 'boundsBasis',
	'unit', 'measure', 'measureText', 'components', 'subject', 'scope', 'flow', 'periodText', 'source', 'sourceText', 'sourceChain', 'directness', 'cue',
	'stance', 'hedges', 'basis', 'verification', 'asOf', 'asOfText', 'saidOn', 'saidOnText', 'statement', 'quoted', 'derived', 'minor', 'refusal', 'review',
] as const satisfies ReadonlyArray<keyof Figure>;

/** The keys of a quote, likewise. */
export const QUOTE_KEYS = ['id', 'article', 'externalId', 'line', 'segment', 'start', 'end', 'text', 'speaker', 'speakerName', 'cue', 'review'] as const;

/** The keys of an article, as `list --json` has them, without its events: a comparison does not know them. */
export const ARTICLE_KEYS = [
	'id', 'externalId', 'externalIds', 'document', 'path', 'parent', 'kind', 'headline', 'standfirst', 'byline', 'outlet', 'outletBasis', 'published',
	'publishedBasis', 'captured', 'language', 'startLine', 'endLine', 'url', 'tags',
] as const satisfies ReadonlyArray<keyof ArticleCard>;

/** Only these keys, in this order: nothing that a newer program adds in memory slips into a file unannounced. */
export const pick = <T extends object>(from: T, keys: ReadonlyArray<keyof T & string>): Record<string, unknown> =>
	Object.fromEntries(keys.map(key => [key, from[key]]));

/** Figures of the comparison with the article each is from, in the order of columns and places. */
export const figuresOf = (comparison: Pick<Comparison, 'columns'>): ReadonlyArray<{readonly figure: Figure; readonly article: Article}> =>
	comparison.columns.flatMap(({article, figures}) => figures
		.toSorted((a, b) => a.segment - b.segment || a.start - b.start || (a.id < b.id ? -1 : 1))
		.map(figure => ({figure, article})));
