// `tsx test/quality/fit.ts FOLDER`: weights of the signs of headlines and outlets (data/page-text.json) from saved pages of any folder, labelled by what they say for machines; prints them.
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import table from '../../data/page-text.json' with {type: 'json'};
import {digest} from '../../source/pipeline.ts';
import {decode, decodeLines} from '../../source/readers/decode.ts';
import {type Entry, entriesOf} from '../../source/segment/entries.ts';
import {copiesOf, headlineSigns} from '../../source/segment/headline-signs.ts';
import {lookOf} from '../../source/segment/look.ts';
import {siteNames} from '../../source/segment/masthead-signs.ts';
import {ours} from '../../source/segment/tables.ts';
import {type Choice, fitWeights} from './fit-model.ts';
import {cutText, isOutlet, keyOf, outletKeys, titleKeys} from './pages.ts';
import {type PageLabels, renderPage} from './render-page.ts';

type Sign<Part extends 'headlines' | 'outlets'> = keyof (typeof table)[Part];
const RIDGE = {headlines: .1, outlets: 1};
/** Of other texts of a page, which have no headline, so many are learned from; together they count so much. */
const OTHERS = 6;
const OTHERS_COUNT = .15;
/** A page without its blank lines counts so much beside the page itself. */
const FLAT_COUNT = .3;

const entriesIn = (text: string): Entry[] => entriesOf(decodeLines(new TextEncoder().encode(text)), ours);
const withoutBlanks = (text: string): string => text.split('\n').filter(line => line.trim() !== '').join('\n');
const namesOf = <Name extends string>(weights: Readonly<Record<Name, number>>): Name[] => Object.keys(weights) as Name[];

/** The choices of a headline: above the text that the HTML reader found, and above other texts, where none is right. */
const headlineChoices = (entries: readonly Entry[], body: string, labels: PageLabels, count: number): Array<Choice<Sign<'headlines'>>> => {
	const titles = titleKeys(labels);
	const outlets = new Set(outletKeys(labels));
	const isTitle = (key: string): boolean => titles.has(key) && key.includes(' ') && !outlets.has(key.replaceAll(' ', ''));
	const isText = (entry: Entry): boolean => lookOf(entry) === 'text';
	const own = keyOf(body);
	const start = entries.findIndex(entry => isText(entry) && own.includes(keyOf(entry.line.text)));
	if (start < 0) return [];
	const copies = copiesOf(entries);
	const choiceAt = (at: number, weight: number): Choice<Sign<'headlines'>> => {
		const found = headlineSigns(entries, at, copies);
		return {signs: found.map(({signs}) => signs), right: found.map(({index}) => at === start && isTitle(keyOf(entries[index]?.line.text ?? ''))), weight};
	};

	const main = choiceAt(start, count);
	if (!main.right.includes(true)) return [];
	const others = entries.flatMap((entry, index) => isText(entry) && !own.includes(keyOf(entry.line.text)) ? [index] : []);
	const step = Math.max(1, Math.floor(others.length / OTHERS));
	const learned = others.filter((_, at) => at % step === 0).slice(0, OTHERS);
	return [main, ...learned.map(at => choiceAt(at, count * OTHERS_COUNT / learned.length))];
};

const outletChoice = (text: string, labels: PageLabels): Choice<Sign<'outlets'>> => {
	const headlines = cutText('page.txt', text).articles.flatMap(({headline}) => headline ?? []);
	const names = siteNames(entriesIn(text), headlines);
	return {signs: names.map(({signs}) => signs), right: names.map(({name}) => isOutlet(name, labels)), weight: 1};
};

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder of saved pages: tsx test/quality/fit.ts FOLDER');
const headlines: Array<Choice<Sign<'headlines'>>> = [];
const outlets: Array<Choice<Sign<'outlets'>>> = [];
for (const name of readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.html')).toSorted()) {
	const bytes = readFileSync(path.join(folder, name));
	const {text, labels} = renderPage(decode(bytes));
	const read = await digest({path: name, bytes, type: null, given: {}, imported: '2026-01-01T00:00:00Z'});
	const body = read.derivations.flatMap(({article}) => article.segments.map(segment => segment.text)).join('\n');
	headlines.push(...headlineChoices(entriesIn(text), body, labels, 1), ...headlineChoices(entriesIn(withoutBlanks(text)), body, labels, FLAT_COUNT));
	if (labels.outlets.length > 0) outlets.push(outletChoice(text, labels));
}

const fitted = {headlines: fitWeights(namesOf(table.headlines), headlines, RIDGE.headlines), outlets: fitWeights(namesOf(table.outlets), outlets, RIDGE.outlets)};
process.stdout.write(`${JSON.stringify(fitted, null, '\t')}\n`);
