import {timelineOf} from '../../compare/timeline.ts';
import type {Comparison} from '../../model/comparison.ts';
import type {Strip, Time, TimelinePoint} from '../../model/views.ts';
import {isTold, valueWords} from '../words.ts';
import {element, scrolling, section, type Child, type Html} from './element.ts';

const WIDTH = 900;
const LEFT = 36;
/** So much stays free at the right for the words beside the last mark. */
const RIGHT = 260;
const ROW = 22;
const LONGEST = 38;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO day in months since year 0. */
const months = (iso: string): number => {
	const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
	return year * 12 + month - 1 + (day - 1) / 31;
};

type Axis = {readonly from: number; readonly to: number};
const finite = (value: number, otherwise: number): number => Number.isFinite(value) ? value : otherwise;

const axisOf = (times: readonly Time[]): Axis => {
	const from = Math.floor(finite(Math.min(...times.map(time => months(time.from))), 0));
	return {from, to: Math.max(from + 2, Math.floor(finite(Math.max(...times.map(time => months(time.to))), from)) + 1)};
};
const place = ({from, to}: Axis, at: number): number => Math.round((LEFT + (finite(at, from) - from) / (to - from) * (WIDTH - LEFT - RIGHT)) * 10) / 10;

const ticks = (axis: Axis, bottom: number): Child => {
	const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find(size => (axis.to - axis.from) / size <= 10) ?? 1200;
	const first = Math.ceil(axis.from / step) * step;
	return Array.from({length: Math.max(0, Math.floor((axis.to - first) / step) + 1)}, (_, index) => {
		const month = first + index * step;
		const x = place(axis, month);
		return [element('line', {x1: x, x2: x, y1: 22, y2: bottom}), element('text', {class: 'dim', x, y: 14, 'text-anchor': 'middle'}, `${MONTHS[month % 12] ?? ''} ${Math.floor(month / 12)}`)];
	});
};

const shortened = (text: string): string => text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;

const mark = (axis: Axis, {figure, time}: TimelinePoint, y: number): Child => {
	const [from, to] = [place(axis, months(time.from)), place(axis, months(time.to))];
	const shape = to - from < 4 ? element('circle', {cx: from, cy: y - 4, r: 4}) : element('line', {class: 'mark', x1: from, x2: to, y1: y - 4, y2: y - 4});
	return [shape, element('text', {class: 'f', x: Math.max(from, to) + 10, y}, shortened(`${valueWords(figure)} ${figure.measure ?? ''}`))];
};

type Placed = {readonly y: number; readonly strip: Strip};

/** Figures through time: a strip an origin, a row a figure; as a picture, and as a list for whoever cannot see it. */
export const timelineSection = (comparison: Comparison): Html | null => {
	const {strips, undated} = timelineOf(comparison);
	const shown = strips.map(strip => ({...strip, points: strip.points.filter(({figure}) => isTold(figure))})).filter(({points}) => points.length > 0);
	const without = undated.filter(({figure}) => isTold(figure));
	if (shown.length === 0) return null;
	const axis = axisOf(shown.flatMap(({points}) => points.map(({time}) => time)));
	let y = 26;
	const placed: Placed[] = shown.map(strip => {
		const at = y;
		y += (strip.points.length + 1) * ROW + 8;
		return {y: at, strip};
	});
	const picture = element('svg', {viewBox: `0 0 ${WIDTH} ${y}`, role: 'img', 'aria-label': 'Figures through time, a strip for each origin; the list below says the same.'},
		ticks(axis, y),
		placed.map(({y: top, strip}) => [
			element('text', {x: 0, y: top + 16}, shortened(strip.origin ?? 'no source named')),
			strip.points.map((point, index) => mark(axis, point, top + 16 + (index + 1) * ROW)),
		]));
	return section('timeline', 'Timeline', scrolling('The timeline as a picture', picture),
		element('details', {}, element('summary', {}, 'The timeline as a list'), element('ul', {}, shown.flatMap(({origin, points}) => points.map(({figure, question, time}) =>
			element('li', {}, `${time.at} (${time.basis}): `, element('span', {class: 'f'}, valueWords(figure)), `, ${question}; ${origin ?? 'no source named'}`))))),
		without.length === 0 ? null : element('p', {class: 'own'}, `Without a date of any kind, and so nowhere on the line: ${without.map(({figure, question}) => `${valueWords(figure)} (${question})`).join('; ')}.`));
};
