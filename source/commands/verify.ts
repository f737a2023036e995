import {segmentAt, type Article} from '../model/article.ts';
import {allCards, type Derivation, type Library} from '../model/library.ts';
import {exitCodes, Problem} from '../model/problem.ts';
import {examine, type Finding} from '../store/check.ts';
import type {Command, Context} from './command.ts';
import {readLibrary} from './asked/library-reading.ts';
import {linesOf as rawLines} from './asked/raw-page.ts';

/** Something that is not as it was read: a file, an article's words, or a fact that does not stand where it says. */
type Wrong = {readonly kind: Finding['kind'] | 'article' | 'raw' | 'figure' | 'quote'; readonly where: string; readonly why: string};

/** Facts whose words are not at their span, and words that are not in the raw line they came from. `lines`: null for records, and where the page cannot be read. */
const wrongIn = ({article, figures, quotes}: Derivation, lines: ReadonlyMap<number, string> | null): Wrong[] => {
	const misplaced = (kind: 'figure' | 'quote') => ({id, segment, start, end, text}: {readonly id: string; readonly segment: number; readonly start: number; readonly end: number; readonly text: string}): Wrong[] =>
		segmentAt(article, segment)?.text.slice(start, end) === text ? [] : [{kind, where: `${article.id} ${id}`, why: `“${text}” does not stand in segment ${segment} from ${start} to ${end}.`}];
	return [...figures.flatMap(misplaced('figure')), ...quotes.flatMap(misplaced('quote')), ...lines === null ? [] : strayWords(article, lines)];
};

const strayWords = (article: Article, lines: ReadonlyMap<number, string>): Wrong[] => {
	const segments = [article.headlineSegment, article.standfirstSegment, ...article.segments].flatMap(segment => segment ?? []);
	return segments.flatMap(({text, pieces}) => pieces.flatMap(({at, line, column, length}): Wrong[] => {
		const words = text.slice(at, at + length);
		return lines.get(line)?.slice(column, column + length) === words ? [] : [{kind: 'raw', where: `${article.id} line ${line}`, why: `“${words.slice(0, 60)}” does not stand there in the page.`}];
	}));
};

/** Articles that are read at once. */
const BATCH = 200;

/** Many in one go; where one of them cannot be read, one after the other, so that it hides no other. */
const readEach = async (library: Library, ids: readonly string[]): Promise<Array<Derivation | Wrong>> => {
	try {
		const read = new Map((await library.read(ids, {uncorrected: true})).map(each => [each.article.id, each]));
		return ids.map(id => read.get(id) ?? {kind: 'article', where: id, why: 'It is listed and cannot be found.'});
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		if (ids.length === 1) return [{kind: 'article', where: ids[0] ?? '', why: error.message}];
		return (await Promise.all(ids.map(async id => readEach(library, [id])))).flat();
	}
};

const linesOf = async (library: Library, document: string): Promise<ReadonlyMap<number, string> | null> => {
	const lines = await rawLines(library, document).catch(() => null);
	return lines && new Map(lines.map(({number, text}) => [number, text]));
};

const checkArticles = async (context: Context, library: Library) => {
	const counts = {articles: 0, figures: 0, quotes: 0};
	const wrong: Wrong[] = [];
	// By document, so that each page is read once.
	const cards = (await allCards(library)).toSorted((a, b) => a.document < b.document ? -1 : a.document > b.document ? 1 : a.position - b.position);
	let page: {readonly document: string; readonly lines: ReadonlyMap<number, string> | null} = {document: '', lines: null};
	for (let start = 0; start < cards.length; start += BATCH) {
		context.io.progress(`article ${start} of ${cards.length}`);
		for (const read of await readEach(library, cards.slice(start, start + BATCH).map(card => card.id))) {
			counts.articles++;
			if ('kind' in read) {
				wrong.push(read);
				continue;
			}

			const {document} = read.article;
			if (page.document !== document) page = {document, lines: await linesOf(library, document)};
			counts.figures += read.figures.length;
			counts.quotes += read.quotes.length;
			wrong.push(...wrongIn(read, page.lines));
		}
	}

	return {counts, wrong};
};

export const command: Command = {
	usage: ['newsdeck verify [--json]'],
	summary: 'check everything: the hash of every document, the check of every body, the words of every figure and quote at their place',
	examples: [['newsdeck verify', 'counts what it looked at; exit 1 when something is wrong'], ['newsdeck verify --json', 'a line a finding, then the counts']],
	wordless: true,
	flags: {},
	async run(context) {
		// Through no cache: library.json itself is read and its checksum compared.
		const {data, findings} = await examine(context.folder, {progress: (done, all) => context.io.progress(`file ${done} of ${all}`)});
		const library = await readLibrary(context);
		const {counts, wrong} = await checkArticles(context, library);
		await library.close();
		context.io.progress('');
		const all: Wrong[] = [...findings.filter(each => each.harm).map(({kind, path, why}) => ({kind, where: path, why})), ...wrong];
		const looked = {documents: data?.documents.length ?? 0, ...counts};
		for (const each of all) context.io.print(context.flags.has('json') ? JSON.stringify(each) : `${each.kind}  ${each.where}: ${each.why}`);
		const told = Object.entries(looked).map(([name, count]) => `${name}: ${count}`).join(', ');
		if (context.flags.has('json')) context.io.print(JSON.stringify({kind: 'counts', ...looked, wrong: all.length}));
		else context.io.print(`${told}; ${all.length === 0 ? 'all is as it was read' : `wrong: ${all.length}`}.`);
		if (all.length > 0) context.io.tell('newsdeck doctor tells what can be done.');
		return all.length === 0 ? exitCodes.done : exitCodes.nothing;
	},
};
