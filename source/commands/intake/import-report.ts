import type {ArticleCard} from '../../model/article.ts';
import type {Grouping} from '../../model/event.ts';
import {allCards, type LargeImport, type Library} from '../../model/library.ts';
import type {ShownLine} from '../../readers/raw-lines.ts';
import {cleanForDisplay} from '../../text/sanitise.ts';
import {clip} from '../../text/width.ts';
import type {Context} from '../command.ts';
import {articleJson, membership} from '../print/article-json.ts';
import {articleLine, linesText} from '../print/text-lines.ts';
import type {DigestKept} from './import-work.ts';

type Status = 'new' | 'same' | 'revised' | 'failed';
/** What became of one input. `out`: the beginning of what each removal took out, where that is asked for. */
export type Outcome = {readonly path: string; readonly bytes: number; readonly status: Status; readonly problem: string | null; readonly digest: DigestKept | null; readonly addition: LargeImport | null; readonly out: readonly string[]};

/** As much of what was taken out as fits on a line. */
const LONGEST_SHOWN = 60;
/** The beginning of what each removal took out. */
export const removedWords = ({removed}: DigestKept, lines: readonly ShownLine[]): string[] => {
	const words = new Map(lines.map(({number, text}) => [number, text.trim()]));
	return removed.map(({startLine, endLine}) => {
		let shown = '';
		for (let line = startLine; line <= endLine && shown.length < LONGEST_SHOWN; line++) if (words.get(line)) shown += `${shown === '' ? '' : ' / '}${words.get(line)}`;
		return clip(cleanForDisplay(shown), LONGEST_SHOWN);
	});
};

/** The articles of a document as they are stored: its own, and those whose words it brought once more. */
const storedOf = async (library: Library, cards: readonly ArticleCard[], {document, derivations}: DigestKept): Promise<ArticleCard[]> => {
	const hashes = new Set(derivations.map(({article}) => article.contentHash));
	const found: ArticleCard[] = [];
	for (const card of cards) {
		if (card.document === document.id || (hashes.has(card.contentHash) && (await library.places(card.id)).some(place => place.document === document.id))) found.push(card);
	}

	return found;
};

/** Prints what became of each input: its articles, and with --explain what was taken out of it. */
export const report = async (context: Context, library: Library, outcomes: readonly Outcome[], grouping: Grouping): Promise<void> => {
	const groups = membership(grouping);
	const cards = await allCards(library);
	for (const {path, bytes, status, problem, digest: made, out} of outcomes) {
		const stored = made === null ? [] : await storedOf(library, cards, made);
		// What is stored knows the ids; a dry run has only what was just read.
		const articles = made === null ? [] : stored.length > 0 ? stored.toSorted((a, b) => a.startLine - b.startLine || a.position - b.position) : made.derivations.map(({article}) => article);
		if (context.flags.has('json')) {
			context.io.print(JSON.stringify({
				document: made?.document.id ?? null, path, bytes, status, problem,
				articles: articles.map(article => articleJson(article, groups(article.id))),
				removed: made?.removed ?? [],
			}));
			continue;
		}

		if (problem !== null) context.io.complain(status === 'failed' ? `newsdeck: ${problem}` : `newsdeck: ${path}: not everything was read as it stands: ${problem} The rest is in.`);
		if (made === null) continue;
		// The same words from elsewhere are no second article: they are another place of the first.
		const known = status === 'new' ? stored.filter(card => card.document !== made.document.id).length : 0;
		context.io.print(`${cleanForDisplay(path)}: ${status}, articles: ${articles.length}${known > 0 ? ` (known by their words: ${known})` : ''}, figures: ${made.derivations.reduce((sum, {article}) => sum + article.figureCount, 0)}`);
		if (made.unread !== null) context.io.tell(`newsdeck: ${path}: numbers that cannot be read for certain were not read: ${made.unread}.`);
		if (!context.flags.has('explain')) continue;
		for (const article of articles) context.io.print(`  ${linesText(article)}  ${articleLine(article)}`);
		for (const [index, removed] of made.removed.entries()) context.io.print(`  ${linesText(removed)}  removed: ${removed.rule}${out[index] ? `  “${out[index]}”` : ''}`);
	}
};
