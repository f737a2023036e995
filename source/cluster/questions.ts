import type {Counted} from './news.ts';
import {stems} from '../text/stems.ts';

/** Counts of losses answer each other's question: one outlet tells the killed, the other killed and wounded together. */
const losses = new Set(['killed', 'wounded', 'injured', 'missing', 'captured', 'casualties']);

/** Words for people in general: the subject is what stands beside them ("North Korean troops", "North Korean soldiers"). */
const people = new Set(stems('troops soldiers forces fighters servicemen servicewomen personnel people persons men women civilians army military units members of the a an in from and some their them they who'));

const subjectKey = (subject: string): string => [...new Set(stems(subject))].filter(word => !people.has(word)).sort().join(' ');

/** The figure's question in short, "losses|korean north"; null where it does not say of whom, for then it may be anybody. */
export const questionKey = (figure: Counted): string | null => {
	if (figure.measure === null || figure.subject === null || figure.derived || figure.minor) return null;
	const subject = subjectKey(figure.subject);
	if (subject === '') return null;
	return `${losses.has(figure.measure) ? 'losses' : figure.measure}|${subject}`;
};

/** The words, as stems, of whom a question asks about. */
export const subjectOf = (question: string): string[] => question.slice(question.indexOf('|') + 1).split(' ');

/** The figure's measure with its value, "tariff rate|10|percent": the same rare figure in two articles is seldom chance. */
export const valueKey = (figure: Counted): string | null =>
	figure.measure === null || figure.low === null || figure.minor ? null : `${figure.measure}|${figure.low}|${figure.unit ?? ''}`;

/** The keys of some figures, each once. */
export const keysOf = (figures: readonly Counted[], key: (figure: Counted) => string | null): ReadonlySet<string> =>
	new Set(figures.flatMap(figure => key(figure) ?? []));
