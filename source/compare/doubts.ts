import type {Column, Tension} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {doubtReasons, type Doubt, type DoubtReason} from '../model/review.ts';
import {matrixOf} from './figures.ts';
import {tensionsOf} from './tensions.ts';

const PEOPLE_HURT = new Set(['killed', 'wounded', 'injured', 'missing', 'captured', 'casualties']);
/** "He said 40 had fled": whose name stands for "he" is worked out, and that goes wrong more often than a name that is printed. */
const PRONOUN = /^(?:he|she|they|it|we|i)$/i;
/** "More then 40 per cent": read as the writer meant it, which somebody should see. */
const MISSPELT = /\b(?:more|less|fewer|greater|higher|lower) then\b/i;

/** Each rule with what it is called; a figure is listed once, under the first that holds. */
const rules: ReadonlyArray<readonly [DoubtReason, (figure: Figure) => boolean]> = [
	['nobody named', figure => figure.directness !== 'own' && figure.source === null],
	['a pronoun', figure => figure.source !== null && PRONOUN.test(figure.sourceText ?? '')],
	['of whom', figure => figure.unit === 'people' && figure.subject === null && PEOPLE_HURT.has(figure.measure ?? '')],
	['misspelt', figure => MISSPELT.test(figure.text)],
	// "Some 234 miles" with no noun near: a length of what?
	['of what', figure => figure.measure === null && figure.measureText === null],
];

/** What a person said is settled; what newsdeck worked out, or a conversion, is no reading; a refusal has no value to be read wrongly. */
const isOpen = ({review, derived, minor, refusal}: Figure): boolean => review === null && !derived && !minor && !refusal;

/** The readings of some articles of one event that are worth a second look, those that matter most first; within a reason as the articles have them. Pure. */
export const doubtsOf = (columns: readonly Column[]): Doubt[] => {
	const tense = new Map<string, Tension>();
	for (const tension of tensionsOf(matrixOf(columns), columns)) for (const id of tension.figures) tense.set(id, tension);
	const found = columns.flatMap(({figures}) => figures).filter(isOpen).flatMap((figure): Doubt[] => {
		const tension = tense.get(figure.id);
		if (tension !== undefined) return [{figure, why: 'in tension', beside: tension.figures.filter(id => id !== figure.id)}];
		const rule = rules.find(([, holds]) => holds(figure));
		return rule === undefined ? [] : [{figure, why: rule[0], beside: []}];
	});
	return found.toSorted((a, b) => doubtReasons.indexOf(a.why) - doubtReasons.indexOf(b.why));
};
