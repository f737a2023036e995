import {existsSync, readFileSync} from 'node:fs';
import {type Article, type Segment, unmarked} from '../../source/model/article.ts';
import {sha256} from '../../source/text/hash.ts';

/** The labelled pages stand beside the project, not in it; without them the quality tests are skipped. */
export const sharedFolder = new URL('../../../shared/', import.meta.url);
export const hasGold = existsSync(new URL('gold/seeds.json', sharedFolder));

type Range = {startLine: number; endLine: number};
export type GoldArticle = Range & {
	id: string; file: string; parent: string | null; kind: Article['kind']; headline: string | null; standfirst: {line: number; text: string} | null;
	byline: string | null; outlet: string | null; published: string | null; bodyStart: number; bodyEnd: number; removed: Range[]; removedInline: Array<{line: number; text: string}>;
};
export type GoldFigure = {
	file: string; article: string; line: number; start: number; text: string; low: number | null; high: number | null; qualifier: string; qualifierAlt: string[];
	unit: string | null; minor: boolean; optional: boolean;
};
export type GoldTrap = {file: string; article: string | null; line: number; start: number; text: string; why: string};
export type GoldClaim = GoldFigure & {
	id: string; measure: string | null; measureAlt: string[]; measureText: string | null; components: string[] | null; subject: string | null; scope: string | null; flow: string | null; periodText: string | null;
	source: string | null; sourceAlt: string[]; sourceNullOk: boolean; sourceChain: string[]; directness: string; cue: string | null; stance: string; hedges: string[]; verification: string | null;
	asOf: string | null; asOfText: string | null; saidOn: string | null; saidOnText: string | null;
};
export type Gold = {articles: GoldArticle[]; numbers: {figures: GoldFigure[]; traps: GoldTrap[]}; claims: GoldClaim[]; qualitative: Array<{article: string; line: number; text: string; source: string | null; refusal: boolean}>};

export const readGold = (): Gold => JSON.parse(readFileSync(new URL('gold/seeds.json', sharedFolder), 'utf8'));
export const readSeedLines = (file: string): string[] => readFileSync(new URL(`seeds/${file}`, sharedFolder), 'utf8').split('\n').map(line => line.replace(/\r$/, ''));

/** A segment that leads back to one raw line. */
const segmentOf = (kind: Segment['kind'], text: string, line: number, column: number): Segment => ({kind, text, startLine: line, endLine: line, pieces: [{at: 0, line, column, length: text.length}]});

const cut = (line: string, words: readonly string[]): {text: string; column: number} => {
	for (const word of words) {
		const at = line.indexOf(word);
		if (at === 0) return {text: line.slice(word.length), column: word.length};
	}

	return {text: line, column: 0};
};

/** Builds the article that the labels describe: their headline, standfirst and body lines, without what they removed and without children. */
export const buildGoldArticle = (gold: Gold, wanted: GoldArticle): Article => {
	const lines = readSeedLines(wanted.file);
	const children = gold.articles.filter(article => article.parent === wanted.id);
	const inside = (line: number, ranges: readonly Range[]): boolean => ranges.some(range => line >= range.startLine && line <= range.endLine);
	const segments: Segment[] = [];
	for (let line = wanted.bodyStart; line <= wanted.bodyEnd; line += 1) {
		const {text, column} = cut(lines[line - 1] ?? '', wanted.removedInline.filter(entry => entry.line === line).map(entry => entry.text));
		if (text.trim() !== '' && !inside(line, wanted.removed) && !inside(line, children)) segments.push(segmentOf('paragraph', text, line, column));
	}

	let headlineSegment: Segment | null = null;
	const headline = wanted.headline;
	if (headline !== null) {
		for (let line = wanted.startLine; line <= wanted.endLine && !headlineSegment; line += 1) {
			const column = (lines[line - 1] ?? '').indexOf(headline);
			if (column >= 0) headlineSegment = segmentOf('headline', headline, line, column);
		}
	}

	const document = sha256(wanted.file);
	return {
		id: wanted.id, externalId: null, externalIds: [], document, path: wanted.file, parent: wanted.parent, kind: wanted.kind, headline, standfirst: wanted.standfirst?.text ?? null,
		byline: wanted.byline, outlet: wanted.outlet, outletBasis: null, outletEvidence: null, published: wanted.published, publishedBasis: null, captured: null, language: 'en',
		startLine: wanted.startLine, endLine: wanted.endLine, url: null, tags: [], contentHash: '', position: 1, siblings: 1, segmentCount: segments.length, figureCount: 0, quoteCount: 0, ...unmarked,
		headlineSegment, standfirstSegment: wanted.standfirst ? segmentOf('standfirst', wanted.standfirst.text, wanted.standfirst.line, lines[wanted.standfirst.line - 1]?.indexOf(wanted.standfirst.text) ?? 0) : null,
		segments, removed: [],
	};
};
