import type {Answered, Cause, QuestionGroup} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import type {Answer, Difference, ExplainedQuestion, Explanation} from '../model/views.ts';
import {notComparable} from './comparable.ts';
import {isOpen, isPartOfCasualties, isUntold, measureOf} from './measures.ts';
import {sameAnswer, scopesOf, whyDiffer, type Told} from './reasons.ts';
import {carriersOf, driftsOf, relayFact, whoWords} from './relay.ts';
import {repeatsOf} from './repeats.ts';
import {compareSubjects} from './subjects.ts';
import {publishedDays} from './times.ts';

export const CAN_ALL_BE_TRUE = 'These can all be true together.';
const CANNOT_ALL_BE_TRUE = 'These cannot all be true as they are read.';

/** Figures that give one value are one answer; of several wordings the first one's stands. */
export const answersOf = (figures: readonly Figure[]): Answer[] => {
	const answers: Array<{readonly text: string; readonly figures: Figure[]}> = [];
	for (const figure of figures) {
		const known = answers.find(answer => answer.figures[0] !== undefined && sameAnswer(answer.figures[0], figure));
		if (known === undefined) answers.push({text: figure.text, figures: [figure]});
		else known.figures.push(figure);
	}

	return answers;
};

/** Of two answers the pair of figures that has most to tell: one statement first, then two sources that are named. */
const spokesmen = (left: Answer, right: Answer): readonly [Figure, Figure] | null => {
	const pairs = left.figures.flatMap(a => right.figures.map(b => [a, b] as const));
	return pairs.find(([a, b]) => a.statement !== null && a.statement === b.statement) ?? pairs.find(([a, b]) => a.source !== null && b.source !== null) ?? pairs[0] ?? null;
};

const differenceOf = (left: Answer, right: Answer, told: Told): Difference[] => {
	const pair = spokesmen(left, right);
	if (pair === null) return [];
	return [{figures: [...left.figures, ...right.figures].map(({id}) => id), left: left.text, right: right.text, why: whyDiffer(...pair, told)}];
};

/** How one article tells its own figure otherwise elsewhere: the headline without the hedge of the quotation. Each wording once, and the headline for all that share its. */
const retold = (figure: Figure, repeats: readonly Figure[], {carriers}: Pick<Told, 'carriers'>): Difference[] => {
	const wordings = new Map(repeats.toSorted((a, b) => b.segment - a.segment).flatMap(repeat => {
		const fact = relayFact(driftsOf(figure, repeat).filter(({what}) => what === 'value' || what === 'hedge' || what === 'period'));
		return fact === null ? [] : [[`${repeat.text.toLowerCase()} ${fact}`, {figures: [figure.id, repeat.id], left: figure.text, right: repeat.text, why: [{reason: 'relay wording', fact: `${whoWords(figure, repeat, carriers)} ${fact}`}] as const}] as const];
	}));
	return [...wordings.values()];
};

const explained = (group: QuestionGroup, told: Told, repeats: ReadonlyMap<string, readonly Figure[]>): Omit<ExplainedQuestion, 'apart'> => {
	const answers = answersOf(group.figures);
	return {group, answers, differences: [
		...group.figures.flatMap(figure => retold(figure, repeats.get(figure.id) ?? [], told)),
		...answers.flatMap((left, i) => answers.slice(i + 1).flatMap(right => differenceOf(left, right, told))),
	]};
};

/** Two questions that a reader could take for one: one measure, or casualties and a part of them, of people that may be the same. */
const near = (a: Figure, b: Figure): boolean => {
	const [left, right] = [measureOf(a), measureOf(b)];
	const related = left === right || (left === 'casualties' && isPartOfCasualties(right)) || (right === 'casualties' && isPartOfCasualties(left));
	return related && compareSubjects(a.subject, b.subject) !== 'other';
};

const apartWhy = (a: Figure, b: Figure): Difference['why'] => {
	const [part, whole] = isPartOfCasualties(a.measure) ? [a, b] : [b, a];
	const found = notComparable(a, b);
	// A week of casualties beside a total of dead: two things tell them apart.
	const [first, ...rest]: Cause[] = [
		...(measureOf(part) === measureOf(whole) ? [] : [{reason: 'another question' as const, fact: `${measureOf(part)} are a part of casualties`}]),
		...(found === null ? [] : [{reason: found.kind, fact: found.why}]),
	];
	if (first !== undefined) return [first, ...rest];
	if (isOpen(a) !== isOpen(b)) return [{reason: 'another question', fact: 'one may be a day’s count or all'}];
	// The toll of a raid without a word of whose dead they are may be that of the other side.
	return [{reason: 'another question', fact: compareSubjects(a.subject, b.subject) === 'unknown' ? 'one does not say of whom' : 'told of other people'}];
};

/** A question beside the first one before it that is near: why its figures are not set against those. */
const apartFrom = (group: QuestionGroup, before: readonly QuestionGroup[]): Difference | null => {
	const [figure] = group.figures;
	const other = before.find(({figures: [first]}) => first !== undefined && figure !== undefined && near(first, figure));
	const [first] = other?.figures ?? [];
	if (figure === undefined || first === undefined || other === undefined) return null;
	return {figures: [...other.figures, ...group.figures].map(({id}) => id), left: other.label, right: group.label, why: apartWhy(first, figure)};
};

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];
const inWords = (amount: number): string => NUMBERS[amount] ?? String(amount);

const summaryOf = (figures: number, questions: number, alone: number): string => {
	const [some, all] = [inWords(figures), inWords(questions).toLowerCase()];
	if (figures === 0) return alone === 0 ? 'No figures to explain.' : 'Nothing to explain: no two figures answer the same question, or near ones.';
	return `${some} ${figures === 1 ? 'figure answers' : 'figures answer'} ${all} ${questions === 1 ? 'question' : 'questions'}.`;
};

/**
 * Why the figures of some articles differ: grouped by the question they answer, and for each two answers that differ every reason
 * the texts give, innocent ones first; where they give none that is said. Never which is right.
 */
export const explain = ({columns, matrix, questions, tensions}: Pick<Answered, 'columns' | 'matrix' | 'questions' | 'tensions'>): Explanation => {
	const told = {scopes: scopesOf(questions), published: publishedDays(columns), carriers: carriersOf(columns)};
	const repeats = repeatsOf(matrix);
	const isNear = (group: QuestionGroup): boolean => group.figures.length > 1 || group.figures.some(figure => retold(figure, repeats.get(figure.id) ?? [], told).length > 0) || questions.some(other => other !== group
		&& other.figures[0] !== undefined && group.figures[0] !== undefined && near(other.figures[0], group.figures[0]));
	const counts = ({figures: [first]}: QuestionGroup): boolean => first !== undefined && !isUntold(measureOf(first));
	const shown = questions.filter(group => counts(group) && isNear(group));
	const together = shown.map((group, index) => ({...explained(group, told, repeats), apart: apartFrom(group, shown.slice(0, index))}));
	return {
		summary: summaryOf(shown.reduce((sum, {figures}) => sum + figures.length, 0), shown.length, questions.length - shown.length),
		questions: together,
		apart: together.flatMap(({apart}) => apart ?? []),
		alone: questions.filter(group => !shown.includes(group)),
		conclusion: tensions.length === 0 ? CAN_ALL_BE_TRUE : CANNOT_ALL_BE_TRUE,
		tensions,
	};
};
