import type {ArticleCard} from '../model/article.ts';
import type {Figure} from '../model/figure.ts';
import {rawColumns, segmentAt} from '../model/article.ts';
import type {Derivation} from '../model/library.ts';
import {articleHere, figureHere} from './figure-here.ts';
import {listingOf} from './listings.ts';
import {entryAt} from './reduce/deck.ts';
import {plain} from './paint/row.ts';
import {viewOf, type Choice, type State} from './state.ts';
import {figureRuns, measureWords, outletRuns, publishedWords, quoted, sourceRuns, whenWords} from './words/words.ts';
import type {World} from './world.ts';

const outletOf = (card: ArticleCard): string => card.outlet === null ? 'outlet unknown' : plain(outletRuns(card));

/** The figure as it is printed, with what is counted, on whose word, when, and whose page it stands on. */
const figureLine = (figure: Figure, card: ArticleCard): string =>
	`${plain(figureRuns(figure))} (${measureWords(figure)}), ${plain(sourceRuns(figure))}, ${whenWords(figure)}; ${outletOf(card)}`;

/** The exact words and where they stand, for whoever checks them: the file by its whole hash, the line, the place in it. */
const evidenceOf = (figure: Figure, {path}: ArticleCard, derivation: Derivation | null): string => {
	const segment = derivation === null ? undefined : segmentAt(derivation.article, figure.segment);
	const columns = segment === undefined ? null : rawColumns(segment, figure.start, figure.end);
	return [quoted(figure.text), path, `line ${figure.line}`, ...(columns === null ? [] : [`chars ${columns.from}–${columns.to}`]), `sha256 ${figure.sha256}`].join(', ');
};

/** One line that leads back to the article: outlet, headline, date, address. What is not known is said, not left out. */
const citation = (card: ArticleCard): string =>
	`${[outletOf(card), card.headline === null ? 'without a headline' : quoted(card.headline), publishedWords(card.published), ...(card.url === null ? [card.path] : [card.url])].join(', ')}.`;

/** What can be copied here, the most exact first: the figure under the cursor and its sentence, the article. */
export const choicesHere = (state: State, world: World): readonly Choice[] => {
	const view = viewOf(state);
	const figure = figureHere(view, world);
	const id = figure?.article ?? articleHere(state, world);
	const card = id === null ? undefined : world.card(id);
	const watched = view.kind === 'listing' ? listingOf(world.data, view).at(view.cursor)?.watched : undefined;
	if (watched?.kind === 'report') return [{what: 'the paragraph on the audit', text: watched.sheet.paragraph}];
	if (card === undefined) {
		const entry = view.kind === 'deck' ? entryAt(world.data, state.deck) : undefined;
		return entry ? [{what: 'the name of the event', text: entry.label}, {what: 'its articles, a line each', text: entry.articles.map(citation).join('\n')}] : [];
	}

	const derivation = world.derivation(card.id);
	const paragraph = view.kind === 'reader' && view.paragraph >= 0 && derivation ? segmentAt(derivation.article, view.paragraph)?.text : undefined;
	return [
		...(figure ? [{what: 'the figure, with its source', text: figureLine(figure, card)}, {what: 'the sentence it stands in', text: figure.sentence}, {what: 'its evidence: words, file, line, sha256', text: evidenceOf(figure, card, derivation)}] : []),
		...(card.headline === null ? [] : [{what: 'the headline', text: card.headline}]),
		...(paragraph === undefined ? [] : [{what: 'the paragraph', text: paragraph}]),
		{what: 'a citation', text: citation(card)},
		...(card.url === null ? [] : [{what: 'the address', text: card.url}]),
	];
};
