import {Problem} from '../model/problem.ts';
import {closest} from '../text/closest.ts';
import {csv} from './csv.ts';
import type {Exporter} from './exporter.ts';
import {json} from './json.ts';
import {markdown} from './markdown.ts';

export type {Exporter} from './exporter.ts';

/** Every format, in the order the screen lists them. */
export const exporters: readonly Exporter[] = [markdown, json, csv];

/** The format of a name or a file extension ("md", ".md", "MD"); throws a Problem (exit "usage") that says what there is. */
export const findExporter = (name: string): Exporter => {
	const wanted = name.toLowerCase().replace(/^\./, '');
	const found = exporters.find(exporter => exporter.name === wanted || exporter.extension === wanted || exporter.title.toLowerCase() === wanted);
	if (found !== undefined) return found;
	// People type the name of a format as often as its letters: "markdwn" is one slip from Markdown.
	const near = closest(wanted, exporters.flatMap(exporter => [exporter.name, exporter.title.toLowerCase()]));
	const meant = exporters.find(exporter => exporter.name === near || exporter.title.toLowerCase() === near);
	throw new Problem({
		exit: 'usage',
		what: `There is no format "${wanted.slice(0, 40)}".`,
		why: `The formats are ${exporters.map(exporter => exporter.name).join(', ')}.`,
		...(meant === undefined ? {} : {remedy: `Did you mean --format ${meant.name}?`}),
	});
};
