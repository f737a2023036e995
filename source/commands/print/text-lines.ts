import type {ArticleCard} from '../../model/article.ts';
import type {Figure} from '../../model/figure.ts';
import {exitCodes} from '../../model/problem.ts';
import type {Quote} from '../../model/quote.ts';
import type {Context} from '../command.ts';

/** How plain text names an outlet: ° where it was inferred. */
export const outletText = (card: Pick<ArticleCard, 'outlet' | 'outletBasis'>): string =>
	card.outlet === null ? 'outlet unknown' : `${card.outlet}${card.outletBasis === 'inferred' ? '°' : ''}`;

/** "line 7", "lines 7–9". */
export const linesText = ({startLine, endLine}: {readonly startLine: number; readonly endLine: number}): string => startLine === endLine ? `line ${startLine}` : `lines ${startLine}–${endLine}`;

/** An article as cells: id, date, outlet; kind and headline (or the first words of a post without one). */
export const articleCells = (card: ArticleCard): readonly string[] => [
	card.id,
	(card.published?.slice(0, 10) ?? 'undated').padEnd(10),
	outletText(card),
	[...(card.kind === 'article' ? [] : [card.kind]), card.headline ?? `(no headline, line ${card.startLine})`].join('  '),
];

/** The same as one line. */
export const articleLine = (card: ArticleCard): string => articleCells(card).join('  ');

/** Who says a figure, and how directly. */
export const sourceText = (figure: Figure): string => {
	if (figure.directness === 'own' && figure.source === null) return 'the outlet’s voice';
	const how = figure.directness === 'direct' ? 'quoted' : 'reported';
	const through = figure.sourceChain.length > 0 ? ` through ${figure.sourceChain.join(', ')}` : '';
	return `${figure.source ?? 'no source named'}, ${how}${through}`;
};

/** When a figure holds, what it counts, when it was said: in the words of the text. */
export const whenText = (figure: Figure): string => [
	figure.asOfText,
	figure.periodText,
	figure.saidOnText === null ? null : `said “${figure.saidOnText}”`,
].filter(part => part !== null).join(', ') || 'no date';

/** One figure as a line of plain text. */
export const figureLine = (figure: Figure, card: ArticleCard): string => [
	figure.measure ?? 'figure',
	figure.refusal ? `none given (“${figure.text}”)` : figure.text,
	...(figure.subject === null ? [] : [figure.subject]),
	sourceText(figure),
	whenText(figure),
	...(figure.hedges.length === 0 ? [] : [figure.hedges.map(hedge => `“${hedge}”`).join(' ')]),
	`${outletText(card)}, line ${figure.line}`,
].join('  ');

/** One quote as two lines of plain text. */
export const quoteLines = (quote: Quote, card: ArticleCard): string =>
	`“${quote.text}”\n    ${quote.speakerName ?? quote.speaker ?? 'speaker unknown'}${quote.cue === null ? '' : `, ${quote.cue}`}  ${outletText(card)}, line ${quote.line}`;

/** Says that nothing matches; the exit code for it. */
export const nothingMatches = ({io}: Pick<Context, 'io'>, query: string): number => {
	io.tell(`Nothing matches "${query}". Fewer or other words may.`);
	return exitCodes.nothing;
};
