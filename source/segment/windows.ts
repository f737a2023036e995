import type {Article} from '../model/article.ts';
import type {RawLine, Removal} from '../model/document.ts';
import type {Context} from './assemble.ts';
import {segment, type Segmentation} from './segment.ts';

/** Bytes of a text that are cut at a time, where it is too long to be looked at as a whole. */
const WINDOW = 512 * 1024;

/** So much of a window is looked at for what comes before it, and cut with the next: what an article is, and where it ends, what follows tells. */
const AHEAD = 1 / 4;

/** What some lines of a text were cut into. */
export type Window = {readonly articles: readonly Article[]; readonly removed: readonly Removal[]};

/**
 * The last line before `end` at which a cut text can be parted, so that what comes before it stays as it is: there an article begins, and nothing that begins before it
 * goes beyond. Null where there is none.
 */
const partingIn = ({articles, removed}: Segmentation, end: number): number | null => {
	const starts = articles.filter(({parent}) => parent === null).map(({startLine}) => startLine).sort((a, b) => b - a);
	const goesBeyond = (line: number) => ({startLine, endLine}: {readonly startLine: number; readonly endLine: number}): boolean => startLine < line && endLine >= line;
	return starts.slice(0, -1).find(line => line < end && !articles.some(goesBeyond(line)) && !removed.some(goesBeyond(line))) ?? null;
};

/**
 * Cuts a text of any length into articles, so many of its lines at a time: the last articles of each window are cut again with the lines that follow them.
 * How many articles stand beside one is not known until the end.
 */
export function* segmentWindows(lines: Iterable<RawLine>, context: Context, size = WINDOW): Generator<Window> {
	let held: RawLine[] = [];
	let wanted = size;
	let position = 0;
	const moved = (articles: readonly Article[]): Article[] => articles.map(article => ({...article, position: article.position + position, siblings: 0}));
	for (const line of lines) {
		held.push(line);
		if (line.byteEnd - (held[0]?.byteStart ?? 0) < wanted) continue;
		const cut = segment({kind: 'page', lines: held}, context);
		const parting = partingIn(cut, held[Math.floor(held.length * (1 - AHEAD))]?.number ?? 0);
		if (parting === null) {
			// One long article, or one that is not at its end yet.
			wanted *= 2;
			continue;
		}

		const articles = cut.articles.filter(({startLine}) => startLine < parting);
		yield {articles: moved(articles), removed: cut.removed.filter(({startLine}) => startLine < parting)};
		position += articles.filter(({parent}) => parent === null).length;
		held = held.filter(({number}) => number >= parting);
		wanted = size;
	}

	const {articles, removed} = segment({kind: 'page', lines: held}, context);
	yield {articles: moved(articles), removed};
}
