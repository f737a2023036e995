import {answers} from '../compare/compare.ts';
import {timelineOf} from '../compare/timeline.ts';
import {FIGURE_KEYS, pick} from '../exporters/fields.ts';
import type {Figure} from '../model/figure.ts';
import type {Time} from '../model/views.ts';
import {viewCommand} from './asked/asked.ts';
import {table} from './print/table.ts';
import {sourceText} from './print/text-lines.ts';

const object = (figure: Figure, label: string, time: Time | null): Record<string, unknown> => ({
	...pick(figure, FIGURE_KEYS),
	question: {measure: figure.measure, subject: figure.subject, scope: figure.scope, flow: figure.flow},
	label,
	at: time?.at ?? null,
	atBasis: time?.basis ?? null,
});

export const command = viewCommand({
	usage: ['newsdeck timeline EVENT|ID...'],
	summary: 'figures in order of time: as of, period, said or published, whichever is known; what has no date comes last and is not placed',
	examples: [
		['newsdeck timeline kursk', 'a strip for each origin'],
		['newsdeck timeline kursk --measure casualties --from 2024-12 --json', 'one object a figure'],
	],
	print({columns}) {
		const {points, strips, undated} = timelineOf(answers(columns));
		return {
			objects: [...points.map(({figure, question, time}) => object(figure, question, time)), ...undated.map(({figure, question}) => object(figure, question, null))],
			text: [
				...strips.flatMap(({origin, points: own}) => [origin ?? 'no source named', ...table(own.map(({figure, question, time}) => [`  ${time.at}`, time.basis, figure.text, question]))]),
				...(undated.length === 0 ? [] : ['no date, not placed', ...table(undated.map(({figure, question}) => [`  ${figure.text}`, question, sourceText(figure)]))]),
			],
			nothing: 'There are no figures here.',
		};
	},
});
