import {allCards, type Library} from '../../model/library.ts';
import {groupsOf, readAll} from '../asked/library-reading.ts';
import {articleLine, figureLine} from './text-lines.ts';

/** The deck for a pipe, a screen reader or a printer: every storyline and event with its articles and figures. */
export const deckAsText = async (library: Library): Promise<string[]> => {
	const {name, articles, events, figures, outlets} = await library.summary();
	const cards = new Map((await allCards(library)).map(card => [card.id, card]));
	const lines = [`newsdeck  ${name}  (outlets: ${outlets}, articles: ${articles}, events: ${events}, figures: ${figures})`];
	const storylines = await library.storylines();
	const inStoryline = new Set(storylines.flatMap(storyline => storyline.events));
	const groups = groupsOf(await library.events(), storylines).filter(group => group.kind === 'storyline' || !inStoryline.has(group.id));
	for (const group of groups) {
		lines.push('', `${group.label}  (${group.kind} ${group.id})`);
		for (const {article, figures: found} of await readAll(library, group.articles)) {
			const card = cards.get(article.id);
			if (card === undefined) continue;
			lines.push(`  ${articleLine(card)}`, ...found.filter(figure => !figure.minor).map(figure => `    ${figureLine(figure, card)}`));
		}
	}

	return lines;
};
