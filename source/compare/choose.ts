import {outletKey} from '../model/article.ts';
import type {Column} from '../model/comparison.ts';
import {measureOf, measureRank, takesPart} from './measures.ts';
import {compareSubjects} from './subjects.ts';

type Asked = {readonly measure: string; readonly subject: string | null; readonly voices: Set<string>};

/** Who speaks: an outlet of a document. A table or a feed holds many outlets, a live blog one. */
const voiceOf = ({article}: Column): string => JSON.stringify([article.document, article.outlet === null ? null : outletKey(article.outlet)]);

/** The questions that the candidates answer, each with the voices that do. */
const asked = (candidates: readonly Column[]): Asked[] => {
	const questions: Asked[] = [];
	for (const column of candidates) {
		for (const figure of column.figures.filter(one => takesPart(one))) {
			const known = questions.find(one => one.measure === measureOf(figure) && ['same', 'unknown'].includes(compareSubjects(one.subject, figure.subject)));
			if (known === undefined) questions.push({measure: measureOf(figure), subject: figure.subject, voices: new Set([voiceOf(column)])});
			else known.voices.add(voiceOf(column));
		}
	}

	return questions;
};

/** A question that more voices answer is worth more; casualties, the first thing asked after, twice that. */
const worth = (column: Column, questions: readonly Asked[]): number => {
	const answered = questions.filter(question => column.figures.some(figure => takesPart(figure) && measureOf(figure) === question.measure && ['same', 'unknown'].includes(compareSubjects(question.subject, figure.subject))));
	return answered.reduce((sum, {voices, measure}) => sum + (voices.size - 1 + (voices.size > 1 ? 0.5 : 0.1)) * (measureRank(measure) < measureRank('deployed') ? 2 : 1), 0);
};

/**
 * Which articles of an event to set side by side when nobody chose them: those that answer most of what the others answer too,
 * one a voice first. The one that answers most is the base. Further articles of a voice follow only where places are left.
 */
export const chooseColumns = (candidates: readonly Column[], limit: number): Column[] => {
	const questions = asked(candidates);
	const ranked = candidates.map((column, order) => ({column, order, worth: worth(column, questions)}))
		.toSorted((a, b) => b.worth - a.worth || Number(b.column.article.published !== null) - Number(a.column.article.published !== null) || a.order - b.order);
	const voices = new Set<string>();
	const first: Column[] = [];
	const rest: Column[] = [];
	for (const {column} of ranked) {
		const voice = voiceOf(column);
		(voices.has(voice) ? rest : first).push(column);
		voices.add(voice);
	}

	const chosen = first.filter(column => column.figures.length > 0).slice(0, limit);
	const more = [...first, ...rest].filter(column => !chosen.includes(column));
	return chosen.length >= 2 ? chosen : [...chosen, ...more].slice(0, Math.min(limit, Math.max(2, chosen.length)));
};
