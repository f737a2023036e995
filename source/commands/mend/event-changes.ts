import type {ArticleCard} from '../../model/article.ts';
import type {EventChange} from '../../model/event.ts';
import {cleanForDisplay} from '../../text/sanitise.ts';

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** "e-12  Fire at the mill  (new, 2 articles)", then a line for each article that came or went. */
export const changeLines = ({event, label, was, now}: EventChange, cards: ReadonlyMap<string, ArticleCard>): string[] => {
	const size = now.length === 0 ? 'gone' : was.length === 0 ? `new, ${plural(now.length, 'article')}` : was.length === now.length ? plural(now.length, 'article') : `${plural(was.length, 'article')}, now ${now.length}`;
	const line = (sign: string, id: string): string => `  ${sign} ${id}  ${cleanForDisplay(cards.get(id)?.headline ?? 'without a headline')}`;
	return [
		`${event}  ${cleanForDisplay(label)}  (${size})`,
		...was.filter(id => !now.includes(id)).map(id => line('-', id)), ...now.filter(id => !was.includes(id)).map(id => line('+', id)),
	];
};
