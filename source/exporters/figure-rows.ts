import type {Article} from '../model/article.ts';
import type {Column} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {columnsOf} from './evidence.ts';
import {FIGURE_KEYS, figuresOf} from './fields.ts';

/** A value of a row: absent is null. */
export type Cell = string | number | boolean | readonly string[] | null;

type Described = {readonly name: string; readonly type: 'string' | 'number' | 'integer' | 'boolean'; readonly about: string};

const NUMBERS: ReadonlySet<string> = new Set(['low', 'high']);
const INTEGERS: ReadonlySet<string> = new Set(['line', 'segment', 'start', 'end']);
const FLAGS: ReadonlySet<string> = new Set(['quoted', 'derived', 'minor', 'refusal']);

/** What one needs of a figure's article, and of its place, to read its row alone. */
const OWN = {
	rawStart: ['integer', 'first UTF-16 unit in the raw line; empty for records', (figure: Figure, article: Article) => columnsOf(article, figure)?.from ?? null],
	rawEnd: ['integer', 'the unit after the last one', (figure: Figure, article: Article) => columnsOf(article, figure)?.to ?? null],
	checked: ['boolean', 'whether a person has looked at this reading', (figure: Figure) => figure.review !== null],
	outlet: ['string', 'who published it; empty where nobody says', (_: Figure, article: Article) => article.outlet],
	outletBasis: ['string', 'how the outlet is known: stated, inherited, inferred, given', (_: Figure, article: Article) => article.outletBasis],
	headline: ['string', 'of the article', (_: Figure, article: Article) => article.headline],
	published: ['string', 'ISO date or date-time of the article', (_: Figure, article: Article) => article.published],
	publishedBasis: ['string', 'how that date is known', (_: Figure, article: Article) => article.publishedBasis],
	captured: ['string', 'when the page was captured', (_: Figure, article: Article) => article.captured],
	url: ['string', 'address of the article', (_: Figure, article: Article) => article.url],
	path: ['string', 'the imported file', (_: Figure, article: Article) => article.path],
} as const satisfies Readonly<Record<string, readonly [Described['type'], string, (figure: Figure, article: Article) => Cell]>>;

/** The columns of a table of figures: the keys of a figure, then those of its place and article. */
export const rowColumns: readonly Described[] = [
	...FIGURE_KEYS.map((name): Described => ({name, type: NUMBERS.has(name) ? 'number' : INTEGERS.has(name) ? 'integer' : FLAGS.has(name) ? 'boolean' : 'string', about: ''})),
	...Object.entries(OWN).map(([name, [type, about]]): Described => ({name, type, about})),
];

/** One row a figure, in the order of columns and places, made one at a time. */
export function *figureRows(columns: Iterable<Column>): Generator<readonly Cell[]> {
	for (const column of columns) {
		for (const {figure, article} of figuresOf({columns: [column]})) {
			yield [...FIGURE_KEYS.map(key => figure[key]), ...Object.values(OWN).map(([, , of]) => of(figure, article))];
		}
	}
}

/** Rows in portions, each written as one text: few and large enough to be fast, small enough to be held. */
export function *inPortions<T>(rows: Iterable<T>, write: (rows: readonly T[]) => string): Generator<string> {
	const PORTION = 256;
	let held: T[] = [];
	for (const row of rows) {
		held.push(row);
		if (held.length < PORTION) continue;
		yield write(held);
		held = [];
	}

	if (held.length > 0) yield write(held);
}
