import {PARTS, type Neighbours} from '../../source/cluster/neighbours.ts';
import {type Article, unmarked} from '../../source/model/article.ts';
import type {Figure} from '../../source/model/figure.ts';

/** An article with nothing but what grouping looks at; `page` set: cut from that page, else a record. */
export const articleOf = (parts: {id: string; headline?: string | null; body: readonly string[]; published?: string | null; page?: string; language?: string}): Article => ({
	id: parts.id, externalId: null, externalIds: [], document: parts.page ?? 'feed', path: 'feed.jsonl', parent: null, kind: 'article', headline: parts.headline ?? null,
	standfirst: null, byline: null, outlet: null, outletBasis: null, outletEvidence: null, published: parts.published ?? null, publishedBasis: null, captured: null,
	language: parts.language ?? 'en', startLine: 1, endLine: 1, url: null, tags: [], contentHash: '', position: 1, siblings: 1, segmentCount: parts.body.length, figureCount: 0, quoteCount: 0, ...unmarked,
	headlineSegment: null, standfirstSegment: null, removed: [],
	segments: parts.body.map((text, index) => ({
		kind: 'paragraph', text, startLine: index + 1, endLine: index + 1,
		pieces: parts.page === undefined ? [] : [{at: 0, line: index + 1, column: 0, length: text.length}],
	})),
});

export const figureOf = (article: string, parts: Partial<Figure>): Figure => ({
	id: `f-${article}`, article, externalId: null, document: 'feed', sha256: 'feed', line: 1, segment: 0, start: 0, end: 0, text: '', sentence: '', low: null, high: null, qualifier: '=',
	boundsBasis: 'stated', unit: 'people', measure: null, measureText: null, components: null, subject: null, scope: null, flow: null, periodText: null, source: null, sourceText: null,
	sourceChain: [], directness: 'own', cue: null, stance: 'certain', hedges: [], basis: null, verification: null, asOf: null, asOfText: null, saidOn: null, saidOnText: null,
	statement: null, quoted: false, derived: false, minor: false, refusal: false, review: null, ...parts,
});

type Entry = {readonly article: Article; readonly figures: readonly Figure[]};
const entry = (article: Article, figures: readonly Figure[] = []): Entry => ({article, figures});

/** A bridge that fell, told by three outlets; a strike at a port, told by two; a recipe nobody else has. */
export const week: readonly Entry[] = [
	entry(articleOf({id: 'b1', headline: 'Bridge at Tarnow collapses into river', published: '2031-05-02', body: ['A road bridge at Tarnow collapsed into the river Odda on Friday morning.', 'Rescuers searched the Odda for drivers, and the mayor of Tarnow closed both banks.']})),
	entry(articleOf({id: 'b2', headline: 'Tarnow bridge collapse: rescuers search the Odda', published: '2031-05-02', body: ['Rescuers were searching the river Odda after a bridge collapsed at Tarnow.', 'Engineers had warned of rust on the bridge, the mayor said.']})),
	entry(articleOf({id: 'b3', headline: 'Drivers missing after Tarnow bridge falls into Odda', published: '2031-05-03', body: ['Two drivers are missing after the Tarnow bridge collapsed into the river Odda.', 'The mayor promised an inquiry into the rust that engineers had found.']})),
	entry(articleOf({id: 'p1', headline: 'Dockers strike shuts Velmar port', published: '2031-05-02', body: ['Dockers walked out at the port of Velmar over night shifts, and container ships queued outside.', 'The dockers union asked for shorter shifts.']})),
	entry(articleOf({id: 'p2', headline: 'Ships queue as Velmar dockers strike', published: '2031-05-03', body: ['Container ships queued off Velmar as dockers went on strike over shifts.', 'The union of the dockers and the port will talk on Monday.']})),
	entry(articleOf({id: 'r1', headline: 'Plum cake without butter', published: '2031-05-03', body: ['Take ripe plums, sugar and oil, and bake for forty minutes.']})),
];

/** Lists of neighbours made by hand: all pairs of `count` items with a likeness above 0. */
export const neighbours = (count: number, likeness: (left: number, right: number) => number): Neighbours => {
	const others = Array.from({length: count}, (_, item) => Array.from({length: count}, (__, other) => other).filter(other => other !== item && likeness(item, other) > 0));
	const starts = new Int32Array(count + 1);
	for (const [item, row] of others.entries()) starts[item + 1] = (starts[item] ?? 0) + row.length;
	return {starts, items: Int32Array.from(others.flat()), likeness: Int32Array.from(others.flatMap((row, item) => row.map(other => Math.round(likeness(item, other) * PARTS))))};
};
