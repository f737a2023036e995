import type {Column} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import type {TrackedQuestion} from '../model/override.ts';
import type {Change, ToldFigure} from '../model/tracking.ts';
import {tokens} from '../text/tokens.ts';
import {matrixOf} from './figures.ts';
import {measureOf, takesPart} from './measures.ts';
import {compareScopes} from './scopes.ts';
import {compareSubjects} from './subjects.ts';
import {tensionsOf} from './tensions.ts';
import {conflictOf} from './track-sentences.ts';

const wordsOf = ({article}: Column): ReadonlySet<string> => new Set(tokens([article.headline ?? '', article.standfirst ?? '', ...article.segments.map(({text}) => text)].join('\n')));

/** Whether an article names what a figure of it leaves open: "killed 12" counts for Lima where the article is about Lima. */
const names = (words: ReadonlySet<string>, wanted: string): boolean => tokens(wanted).every(word => words.has(word));

/** The figures of an article that answer a followed question. What a figure does not say of place or people, the words of its article must. */
export const followedIn = (question: TrackedQuestion, column: Column): Figure[] => {
	const measured = column.figures.filter(figure => takesPart(figure) && !figure.refusal
		&& (measureOf(figure).toLowerCase() === question.measure.toLowerCase() || figure.measureText?.toLowerCase() === question.measure.toLowerCase())
		&& (question.flow === null || (question.flow === 'period') === (figure.flow === 'period')));
	if (measured.length === 0) return [];
	const words = wordsOf(column);
	const {scope, subject} = question;
	return measured.filter(figure => {
		const place = scope === null ? 'same' : compareScopes(figure.scope, scope);
		const people = subject === null ? 'same' : compareSubjects(figure.subject, subject);
		return (place === 'same' || place === 'within' || (place === 'unknown' && names(words, scope ?? '')))
			&& (people === 'same' || (people === 'unknown' && names(words, subject ?? '')));
	});
};

/** A total of one origin that falls is told as lowered or recycled already. */
const TOLD_ALREADY = 'one origin’s totals never fall';

/** Tensions that a figure of the question is in, and a figure that was not seen yet. `told`: where and when each figure of the columns was told. */
export const conflictsIn = (columns: readonly Column[], {asked, seen, told}: {readonly asked: ReadonlySet<string>; readonly seen: (figure: Figure) => boolean; readonly told: ReadonlyMap<string, ToldFigure>}): Change[] =>
	tensionsOf(matrixOf(columns), columns).flatMap(tension => {
		const members = tension.figures.flatMap(id => told.get(id) ?? []);
		const isNew = members.some(({figure}) => !seen(figure)) && tension.figures.some(id => asked.has(id));
		return isNew && tension.rule !== TOLD_ALREADY ? conflictOf(tension, members) : [];
	});
