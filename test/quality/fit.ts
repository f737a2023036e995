// `tsx test/quality/fit.ts FOLDER`: weights of the signs of headlines, of beginnings and of outlets (data/page-text.json) from saved pages of any folder, labelled by what they say for machines; prints them.
// How a beginning is told rests on the weights of headlines: those go into the table first, then beginnings are fitted again.
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import table from '../../data/page-text.json' with {type: 'json'};
import {cut} from '../../source/pipeline.ts';
import {decode} from '../../source/readers/decode.ts';
import type {Entry} from '../../source/segment/entries.ts';
import {copiesOf, headlineSigns} from '../../source/segment/headline-signs.ts';
import {lookOf} from '../../source/segment/look.ts';
import {siteNames} from '../../source/segment/masthead-signs.ts';
import {hasBasil, readLabels, readTexts} from './basil.ts';
import {type Choice, fitWeights} from './fit-model.ts';
import {entriesIn, eventBeginnings, isHeadline, isParagraph, type LearnedPage, pageBeginnings, pastings, type Told} from './fit-texts.ts';
import {cutText, isOutlet, keyOf} from './pages.ts';
import {type PageLabels, renderPage} from './render-page.ts';

type Sign<Part extends 'headlines' | 'outlets' | 'beginnings'> = keyof (typeof table)[Part];
const RIDGE = {headlines: 1, beginnings: .3, outlets: 1};
/** Of other texts of a page, which have no headline, so many are learned from; together they count so much. */
const OTHERS = 6;
const OTHERS_COUNT = .15;
/** A page pasted otherwise than whole counts so much beside the page itself. */
const OTHERWISE = .3;

const namesOf = <Name extends string>(weights: Readonly<Record<Name, number>>): Name[] => Object.keys(weights) as Name[];

/** The choices of a headline: above the text that the HTML reader found, and above other texts, where none is right. */
const headlineChoices = (entries: readonly Entry[], page: LearnedPage, count: number): Array<Choice<Sign<'headlines'>>> => {
	const isTitle = isHeadline(page);
	const isOwn = isParagraph(page);
	const isText = (entry: Entry): boolean => lookOf(entry) === 'text';
	const start = entries.findIndex(entry => isText(entry) && isOwn(entry.line.text));
	if (start < 0) return [];
	const copies = copiesOf(entries);
	const choiceAt = (at: number, weight: number): Choice<Sign<'headlines'>> => {
		const found = headlineSigns(entries, at, copies);
		return {signs: found.map(({signs}) => signs), right: found.map(({index}) => at === start && isTitle(entries[index]?.line.text ?? '')), weight};
	};

	const main = choiceAt(start, count);
	if (!main.right.includes(true)) return [];
	const others = entries.flatMap((entry, index) => isText(entry) && !isOwn(entry.line.text) ? [index] : []);
	const step = Math.max(1, Math.floor(others.length / OTHERS));
	const learned = others.filter((_, at) => at % step === 0).slice(0, OTHERS);
	return [main, ...learned.map(at => choiceAt(at, count * OTHERS_COUNT / learned.length))];
};

const outletChoice = (text: string, labels: PageLabels, weight: number): Choice<Sign<'outlets'>> => {
	const headlines = cutText('page.txt', text).articles.flatMap(({headline}) => headline ?? []);
	const names = siteNames(entriesIn(text), headlines);
	return {signs: names.map(({signs}) => signs), right: names.map(({name}) => isOutlet(name, labels)), weight};
};

const bodyOf = async (bytes: Uint8Array): Promise<string> => {
	const texts: string[] = [];
	for await (const articles of cut({path: 'page.html', bytes, type: null, given: {}, imported: '2026-01-01T00:00:00Z'})) texts.push(...articles.flatMap(({segments}) => segments.map(({text}) => text)));
	return texts.join('\n');
};

const siteOf = ({outlets}: PageLabels, name: string): string => keyOf(outlets[0] ?? name);

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder of saved pages: tsx test/quality/fit.ts FOLDER');
const read: Array<LearnedPage & {readonly site: string}> = [];
for (const name of readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.html')).toSorted()) {
	const bytes = readFileSync(path.join(folder, name));
	const {text, labels} = renderPage(decode(bytes));
	read.push({text, labels, body: await bodyOf(bytes), site: siteOf(labels, name), weight: 1});
}

const pages = read.map((page): LearnedPage => ({...page, weight: 1 / Math.sqrt(read.filter(({site}) => site === page.site).length)}));
const headlines = pages.flatMap(page => Object.entries(pastings(page)).flatMap(([way, text]) => text === null ? [] : headlineChoices(entriesIn(text), page, page.weight * (way === 'whole' ? 1 : OTHERWISE))));
const heldOut = new Set((readLabels('held-out') ?? []).map(({id}) => id));
const events = hasBasil ? ([...readTexts().values()] as Array<Told & {readonly id: string}>).filter(({id, paras}) => !heldOut.has(id) && paras.length >= 4) : [];
const outlets = pages.flatMap(({text, labels, weight}) => labels.outlets.length > 0 ? [outletChoice(text, labels, weight)] : []);
const fitted = {
	headlines: fitWeights(namesOf(table.headlines), headlines, RIDGE.headlines),
	beginnings: fitWeights(namesOf(table.beginnings), [...pageBeginnings(pages), ...eventBeginnings(events)], RIDGE.beginnings),
	outlets: fitWeights(namesOf(table.outlets), outlets, RIDGE.outlets),
};
process.stdout.write(`${JSON.stringify(fitted, null, '\t')}\n`);
