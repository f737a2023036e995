import type {Article} from '../../source/model/article.ts';
import type {Column} from '../../source/model/comparison.ts';
import type {Figure} from '../../source/model/figure.ts';
import {articleOf} from './article.ts';

/** A figure as a test tells it: its words, and whatever differs from a plain total of casualties in the first paragraph. */
export const figure = (text: string, fields: Partial<Figure> = {}): Figure => ({
	id: `f-${text}`, article: 'a', externalId: null, document: 'd', sha256: 'd', line: 1, segment: 0, start: 0, end: text.length, text, sentence: text,
	low: null, high: null, qualifier: '=', boundsBasis: 'stated', unit: 'people', measure: 'casualties', measureText: null, components: null, subject: null, scope: null, flow: 'total', periodText: null,
	source: null, sourceText: null, sourceChain: [], directness: 'indirect', cue: null, stance: 'certain', hedges: [], basis: null, verification: null, asOf: null, asOfText: null, saidOn: null, saidOnText: null,
	statement: null, quoted: false, derived: false, minor: false, refusal: false, review: null, ...fields,
});

/** A plain number: exactly so many people. */
export const number = (value: number, fields: Partial<Figure> = {}): Figure => figure(value.toLocaleString('en-US'), {low: value, high: value, ...fields});

/** Where a figure's words stand: the paragraph it names, else the first that has them. */
const placed = (one: Figure, paragraphs: readonly string[]): Pick<Figure, 'segment' | 'start' | 'end' | 'sentence'> => {
	const segment = one.segment === 0 ? Math.max(0, paragraphs.findIndex(text => text.includes(one.text))) : one.segment;
	const text = paragraphs[segment] ?? '';
	const start = Math.max(0, text.indexOf(one.text));
	return {segment, start, end: start + one.text.length, sentence: one.sentence === one.text ? text : one.sentence};
};

/** An article as it takes part in a comparison. Its figures bear its id and stand where their words do. */
export const column = (id: string, paragraphs: readonly string[], figures: readonly Figure[] = [], card: Partial<Article> = {}): Column => ({
	article: {...articleOf(paragraphs, {headline: card.headline ?? `Report ${id}`}), id, document: `d-${id}`, outlet: `Paper ${id}`, outletBasis: 'stated', ...card},
	figures: figures.map((one, index) => ({...one, id: `${id}-${index}`, article: id, document: `d-${id}`, sha256: `d-${id}`, ...placed(one, paragraphs)})),
	quotes: [],
});
