import {answers} from '../compare/compare.ts';
import {explain} from '../compare/explain.ts';
import {apartSentences, reasonSentences} from '../compare/reason-lines.ts';
import type {QuestionGroup} from '../model/comparison.ts';
import type {Difference, ExplainedQuestion, Explanation} from '../model/views.ts';
import {viewCommand, type Printed} from './asked/asked.ts';
import {table} from './print/table.ts';
import {sourceText, whenText} from './print/text-lines.ts';

const labelOf = ({label, note}: QuestionGroup): string => note === null ? label : `${label} (${note})`;

const questionLines = ({group, differences}: ExplainedQuestion): string[] => [
	'',
	labelOf(group),
	...table(group.figures.map(figure => [`    ${figure.text}`, sourceText(figure), whenText(figure), figure.hedges.filter(hedge => !figure.text.includes(hedge)).map(hedge => `“${hedge}”`).join(' ')])),
	...reasonSentences(differences).map(sentence => `  ${sentence}`),
];

const textOf = ({summary, questions, apart, alone, conclusion, tensions}: Explanation): string[] => [
	summary,
	...questions.flatMap(questionLines),
	...(apart.length === 0 ? [] : ['', 'Between the questions', ...apartSentences(questions.flatMap(({group, apart: between}) => between === null ? [] : [{...between, right: labelOf(group)}])).map(sentence => `  ≠ ${sentence}`)]),
	...(alone.length === 0 ? [] : ['', `Alone: ${alone.map(({label, figures}) => `${label} (${figures.map(({text}) => text).join(', ')})`).join('; ')}`]),
	'',
	conclusion,
	...tensions.map(({explanation, rule, innocent}) => `  ! ${explanation} (${rule}); may be: ${innocent.join(', ')}`),
];

const differenceJson = ({figures, left, right, why}: Difference): object => ({figures, left, right, reason: why[0].reason, fact: why[0].fact, why: why.map(({reason, fact}) => ({reason, fact}))});
const questionJson = ({label, note, question, figures}: QuestionGroup): object => ({label, note, question, figures: figures.map(({id}) => id)});

const objectsOf = ({summary, questions, apart, alone, conclusion, tensions}: Explanation): Printed['objects'] => [
	...questions.map(({group, answers: given, differences}) => ({
		kind: 'question', ...questionJson(group), answers: given.map(({text, figures}) => ({text, figures: figures.map(({id}) => id)})), differences: differences.map(differenceJson),
	})),
	...apart.map(difference => ({kind: 'apart', ...differenceJson(difference)})),
	...alone.map(group => ({kind: 'alone', ...questionJson(group)})),
	{kind: 'conclusion', summary, conclusion, tensions},
];

export const command = viewCommand({
	usage: ['newsdeck explain EVENT|ID...'],
	summary: 'why the figures differ: by the question they answer, each difference with its reasons; never which is right',
	examples: [
		['newsdeck explain kursk', 'of the event or storyline with these words'],
		['newsdeck explain a-3f2a a-91c0 --measure killed', 'of two articles, only the dead'],
		['newsdeck explain kursk --json', 'a line a question, then what tells the questions apart, then the conclusion'],
	],
	print({columns}) {
		const explanation = explain(answers(columns));
		const none = explanation.questions.length === 0 && explanation.alone.length === 0;
		return {objects: none ? [] : objectsOf(explanation), text: none ? [] : textOf(explanation), nothing: 'There are no figures here to explain.'};
	},
});
