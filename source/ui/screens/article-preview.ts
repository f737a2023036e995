import type {ArticleCard, ArticleId} from '../../model/article.ts';
import {wrap, wrapLines} from '../../text/wrap.ts';
import type {Canvas} from '../paint/canvas.ts';
import {groupFigures, groupRows} from '../figure-list.ts';
import {placesIn, type Sought} from '../../search/search.ts';
import {kicker} from '../paint/layout.ts';
import {symbols} from '../paint/theme.ts';
import {count, headlineWords, outletRuns, publishedWords, thousands} from '../words/words.ts';
import type {World} from '../world.ts';
import {markedRuns} from './article-text.ts';
import {MEASURE} from './pen.ts';
import {paneTitle, type Pane} from './pane.ts';

/** How words that were looked for are set. */
export const match = {role: 'focus', bold: true, underline: true} as const;

/** The first paragraphs, as many as half of the pane holds; returns the next free row. */
const beginning = (canvas: Canvas, paragraphs: readonly string[], pane: Pane): number => {
	let y = pane.y;
	const most = Math.min(pane.bottom + 1, pane.y + Math.max(3, Math.floor((pane.bottom - pane.y) / 2)));
	for (const text of paragraphs) {
		const lines = wrap(text, Math.min(76, pane.right - pane.x));
		if (y + lines.length > most) break;
		for (const line of lines) canvas.text(pane.x, y++, line);
		y++;
	}

	return y;
};

/** Paragraphs of the article that hold a match, with their numbers; returns the next free row. */
const matchesOf = (canvas: Canvas, article: ArticleId, world: World, sought: Sought | null, pane: Pane): number => {
	const segments = world.derivation(article)?.article.segments ?? [];
	const found = segments.flatMap((segment, index) => {
		const at = sought === null ? [] : placesIn(segment.text, sought);
		return at.length > 0 ? [{index, segment, at}] : [];
	});
	if (found.length === 0) return sought !== null && sought.words.length + sought.patterns.length > 0 ? pane.y : beginning(canvas, segments.map(segment => segment.text), pane);
	if (pane.y + 1 > pane.bottom) return pane.y;
	kicker(canvas, pane.x, pane.y, 'Matches', pane.right, `${found.length} in this article`);
	let y = pane.y + 1;
	const most = Math.min(pane.bottom - pane.y + 1, Math.max(4, Math.floor((pane.bottom - pane.y) / 2)));
	for (const {index, segment, at} of found) {
		const all = wrapLines(segment.text, pane.right - pane.x - 6);
		// Three lines of a long paragraph: those about its first match.
		const from = all.length <= 3 ? 0 : Math.max(0, Math.min(all.findLastIndex(line => line.start <= (at[0]?.[0] ?? 0)) - 1, all.length - 3));
		const lines = all.slice(from, from + 3);
		if (y + lines.length - pane.y > most) break;
		canvas.text(pane.x + 4, y, String(index + 1), {role: 'dim', align: 'right'});
		for (const line of lines) canvas.text(pane.x + 6, y++, markedRuns(segment.text, line.start, line.end, at.map(([start, end]) => ({start, end, look: match}))));
		y += 1;
	}

	return y;
};

/** What a person has kept with an article: its marks, tags and note. */
const keptWords = ({starred, reviewed, tags, note}: ArticleCard): string =>
	[...(starred ? [`${symbols.starred} starred`] : []), ...(reviewed ? [`${symbols.checked} reviewed`] : []), ...tags, ...(note === null ? [] : [`${symbols.noted} ${note}`])].join('   ');

/** An article of a list in a pane, from the row under `y`: its headline in two rows at most, then whose it is and its day. Its last row; null where there is no room. */
export const articleBelow = (canvas: Canvas, card: ArticleCard, {x, right, bottom}: Pane, y: number): number | null => {
	const {text, role} = headlineWords(card);
	const rows = wrap(text, Math.min(MEASURE, right - x)).slice(0, 2);
	const last = y + rows.length + 1;
	if (last > bottom) return null;
	for (const [at, row] of rows.entries()) canvas.text(x, y + at + 1, row, {...(role && {role})});
	const end = canvas.text(x, last, outletRuns(card, {role: 'dim'}), {width: right - x});
	canvas.text(end + 3, last, publishedWords(card.published), 'dim');
	return last;
};

/** The articles behind a line that stands for several. */
export const groupPreview = (canvas: Canvas, item: {readonly title: string; readonly facts: string; readonly articles: readonly ArticleId[]}, world: World, pane: Pane): void => {
	let y = paneTitle(canvas, pane, item.title, '');
	for (const line of wrap(item.facts, Math.min(76, pane.right - pane.x))) canvas.text(pane.x, y++, line, 'dim');
	kicker(canvas, pane.x, ++y, 'Articles', pane.right, thousands(item.articles.length));
	for (const id of item.articles) {
		const card = world.card(id);
		if (card === undefined) continue;
		const next = articleBelow(canvas, card, pane, y);
		if (next === null) break;
		y = next;
	}
};

/** An article beside a list: whose it is, the paragraphs that match (without a query: how it begins), and its figures. */
export const articlePreview = (canvas: Canvas, article: ArticleId, world: World, sought: Sought | null, pane: Pane): void => {
	const card = world.card(article);
	if (!card) return;
	let y = paneTitle(canvas, pane, headlineWords(card).text, '');
	const x = canvas.text(pane.x, y, outletRuns(card, {role: 'dim'}), {width: pane.right - pane.x});
	canvas.text(x + 3, y, `${publishedWords(card.published)}   ${count(card.segmentCount, 'paragraph')}`, {role: 'dim', width: Math.max(0, pane.right - x - 3)});
	const kept = keptWords(card);
	for (const line of kept === '' ? [] : wrap(kept, Math.min(76, pane.right - pane.x))) canvas.text(pane.x, ++y, line, 'dim');
	y = matchesOf(canvas, article, world, sought, {...pane, y: y + 2});
	const figures = world.derivation(article)?.figures ?? [];
	const rows = groupFigures(figures).flatMap(group => groupRows(group, new Map(), Math.min(76, pane.right - pane.x), true));
	if (rows.length === 0 || y + 1 > pane.bottom) return;
	kicker(canvas, pane.x, y, 'Figures', pane.right, thousands(figures.length));
	for (const row of rows.slice(0, pane.bottom - y)) canvas.text(pane.x, ++y, row);
};
