import {type Article, type Segment, unmarked} from '../../source/model/article.ts';

const segmentOf = (kind: Segment['kind'], text: string, line: number): Segment => ({kind, text, startLine: line, endLine: line, pieces: [{at: 0, line, column: 0, length: text.length}]});

/** An article of a headline (or none) and paragraphs, one a line, for tests of what is read out of it. */
export const articleOf = (paragraphs: readonly string[], options: {readonly headline?: string; readonly published?: string} = {}): Article => {
	const headline = options.headline ?? null;
	return {
		id: 'a-1', externalId: null, externalIds: [], document: 'd-1', path: 'page.txt', parent: null, kind: 'article', headline, standfirst: null, byline: null, outlet: null, outletBasis: null, outletEvidence: null,
		published: options.published ?? null, publishedBasis: null, captured: null, language: 'en', startLine: 1, endLine: paragraphs.length + 1, url: null, tags: [], contentHash: '', position: 1, siblings: 1,
		segmentCount: paragraphs.length, figureCount: 0, quoteCount: 0, ...unmarked, headlineSegment: headline === null ? null : segmentOf('headline', headline, 1), standfirstSegment: null,
		segments: paragraphs.map((text, index) => segmentOf('paragraph', text, index + 2)), removed: [],
	};
};
