import {Problem} from '../model/problem.ts';
import {closest} from '../text/closest.ts';
import {bibtex} from './bibtex.ts';
import {csl} from './csl.ts';
import {csv, tsv} from './csv.ts';
import type {Exporter} from './exporter.ts';
import {html} from './html.ts';
import {json} from './json.ts';
import {jsonLines} from './json-lines.ts';
import {markdown} from './markdown.ts';
import {plainText} from './plain-text.ts';
import {ris} from './ris.ts';

export type {Exporter, ExportOptions} from './exporter.ts';

/** Every format, in the order the screen lists them. */
export const exporters: readonly Exporter[] = [markdown, html, plainText, json, jsonLines, csv, tsv, csl, ris, bibtex];

/** The format that a file's name asks for by its ending, the longest one first ("x.csl.json" is no plain JSON); undefined where it asks for none. */
export const exporterOfFile = (name: string): Exporter | undefined =>
	exporters.toSorted((a, b) => b.extension.length - a.extension.length).find(({extension}) => name.toLowerCase().endsWith(`.${extension}`));

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
