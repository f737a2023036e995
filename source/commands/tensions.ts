import {answers} from '../compare/compare.ts';
import {CAN_ALL_BE_TRUE} from '../compare/explain.ts';
import {viewCommand} from './asked/asked.ts';
import {outletText} from './print/text-lines.ts';

export const command = viewCommand({
	usage: ['newsdeck tensions EVENT|ID...'],
	summary: 'figures that cannot all be true as they are read, by logic alone, with their sentences and what may be behind it',
	examples: [
		['newsdeck tensions kursk', 'the smallest sets that cannot, or that all can be true together'],
		['newsdeck tensions kursk --json', 'one object a set, for a script'],
	],
	print({columns}) {
		const {tensions} = answers(columns);
		const told = new Map(columns.flatMap(({article, figures}) => figures.map(figure => [figure.id, {figure, article}] as const)));
		const members = tensions.map(tension => ({tension, members: tension.figures.flatMap(id => told.get(id) ?? [])}));
		return {
			objects: members.map(({tension, members: of}) => ({...tension, sentences: of.map(({figure}) => figure.sentence)})),
			text: members.flatMap(({tension: {explanation, rule, innocent}, members: of}) => [
				`! ${explanation}`,
				`  rule: ${rule}`,
				...of.map(({figure, article}) => `  ${figure.text}: “${figure.sentence}”  ${outletText(article)}, line ${figure.line}`),
				`  may be: ${innocent.join('; ')}`,
			]),
			nothing: CAN_ALL_BE_TRUE,
			none: 'done',
		};
	},
});
