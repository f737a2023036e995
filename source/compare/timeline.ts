import type {Answered, QuestionGroup} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import type {LedgerGroup, LedgerRow, Strip, Timeline, TimelinePoint} from '../model/views.ts';
import {repeatsOf} from './repeats.ts';
import {byTime, publishedDays, timeOf} from './times.ts';
import {oneOrigin} from './sources.ts';

type Asked = Pick<Answered, 'columns' | 'matrix' | 'questions'>;

const byId = (a: Figure, b: Figure): number => a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const stripsOf = (points: readonly TimelinePoint[]): Strip[] => {
	const strips: Array<{readonly origin: string | null; readonly points: TimelinePoint[]}> = [];
	for (const point of points) {
		const {source} = point.figure;
		const known = strips.find(({origin, points: own}) => origin === source || own.some(other => oneOrigin(other.figure, point.figure)));
		if (known === undefined) strips.push({origin: source, points: [point]});
		else known.points.push(point);
	}

	return strips;
};

/** The figures of each question in order of time, and a strip for each origin. What has no date is listed apart, never placed. */
export const timelineOf = ({columns, questions}: Asked): Timeline => {
	const published = publishedDays(columns);
	const all = questions.flatMap(({label, figures}) => figures.map(figure => ({figure, question: label, time: timeOf(figure, published)})));
	const points = all.flatMap(({figure, question, time}) => time === null ? [] : [{figure, question, time}])
		.toSorted((a, b) => byTime(a.time, b.time) || byId(a.figure, b.figure));
	return {points, strips: stripsOf(points), undated: all.flatMap(({figure, question, time}) => time === null ? [{figure, question}] : [])};
};

/** One row a figure, for any number of articles: under its question, oldest first, those without a date last in the order they are told. */
export const ledgerOf = (asked: Asked): LedgerGroup[] => {
	const published = publishedDays(asked.columns);
	const repeats = repeatsOf(asked.matrix);
	const rowsOf = ({figures}: QuestionGroup): LedgerRow[] => {
		const rows = figures.map(figure => ({figure, time: timeOf(figure, published), repeats: repeats.get(figure.id) ?? []}));
		const dated = rows.flatMap(row => row.time === null ? [] : [{...row, time: row.time}]);
		return [...dated.toSorted((a, b) => byTime(a.time, b.time) || byId(a.figure, b.figure)), ...rows.filter(({time}) => time === null)];
	};

	return asked.questions.map(group => ({label: group.label, note: group.note, rows: rowsOf(group)}));
};
