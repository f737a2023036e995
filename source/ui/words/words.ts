import type {ArticleCard} from '../../model/article.ts';
import type {Derived} from '../../model/comparison.ts';
import type {Figure} from '../../model/figure.ts';
import {rangeText, thousands} from '../../text/range.ts';
import {key} from '../keys/key-names.ts';
import type {Role, Row, Run} from '../paint/row.ts';
import {symbols} from '../paint/theme.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "28 Dec 2024", "Mar 2025", "2025"; a time of day is left out. Words that are no ISO date come back as they are. */
export const dateWords = (iso: string): string => {
	const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso);
	if (!parts) return iso;
	const month = parts[2] ? MONTHS[Number(parts[2]) - 1] : undefined;
	return [parts[3] && month ? String(Number(parts[3])) : '', month ?? '', parts[1] ?? ''].filter(Boolean).join(' ');
};

/** Days within a sentence that another room has made, as the screen writes them. */
export const daysInWords = (sentence: string): string => sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, dateWords);

/** "Dec 2024": enough for a list. */
export const monthWords = (iso: string | null): string => iso === null ? 'undated' : dateWords(iso.slice(0, 7));
/** "27 Dec": where the year stands elsewhere. */
const dayWords = (iso: string): string => dateWords(iso).replace(/ \d{4}$/, '');
/** "28 Dec 2024", or "undated". */
export const publishedWords = (iso: string | null): string => iso === null ? 'undated' : dateWords(iso);

export {thousands};
/** "1 outlet", "3 outlets": the plural ends in s unless told. */
export const count = (amount: number, noun: string, plural = `${noun}s`): string => `${thousands(amount)} ${amount === 1 ? noun : plural}`;
/** "2–3 outlets", "1 outlet". */
export const countRange = (range: {readonly low: number; readonly high: number}, noun: string): string => `${rangeText(range)} ${range.high === 1 ? noun : `${noun}s`}`;

/** Someone else's words are set in quotation marks. */
export const quoted = (words: string): string => /^[“"‘]/.test(words) ? words : `“${words}”`;

/** Words before a number that limit it: they stand in the figure's hue, but the number alone is bold. */
const QUALIFIER = /^(?:(?:an? |some )?(?:more than|less than|fewer than|greater than|no more than|no fewer than|no less than|at least|at most|as many as|as much as|up to|about|around|some|approximately|roughly|nearly|almost|over|under|above|below|estimated|between|from|circa|around about)\s+)+/i;

/** A figure as printed: qualifier, then the number bold. A refusal says that none was given. */
export const figureRuns = (figure: Figure): Row => {
	if (figure.refusal) return [{text: 'none given', role: 'dim'}];
	const text = figure.text.replace(/\s+/g, ' ');
	const qualifier = QUALIFIER.exec(text)?.[0] ?? '';
	const number: Run = {text: text.slice(qualifier.length), role: 'figure', bold: true};
	return qualifier && number.text ? [{text: qualifier, role: 'figure'}, number] : [{text, role: 'figure', bold: true}];
};

/** What newsdeck works out and nobody said: never in the figure's hue, never bold. */
export const derivedRuns = (derived: Derived): Row => [{text: derived.text, role: 'own', italic: true}];

/** What is counted: our word, or the printed one in quotes where it is no measure of ours. */
export const measureWords = (figure: Figure): string =>
	figure.measure ?? (figure.measureText === null ? 'a number' : quoted(figure.measureText));

/** "UK MoD, quoted", "White House, reported", "the outlet’s voice": the source in ink, then how directly, dim. */
export const sourceRuns = (figure: Figure): Row => {
	const name = figure.source ?? figure.sourceText;
	if (figure.refusal) return [{text: name ?? 'nobody named', ...(name === null && {role: 'own' as const})}];
	if (figure.directness === 'own') return [{text: 'the outlet’s voice', role: 'dim'}];
	const how = figure.directness === 'direct' ? 'quoted' : 'reported';
	return name === null ? [{text: `nobody named, ${how}`, role: 'dim'}] : [{text: `${name},`}, {text: ` ${how}`, role: 'dim'}];
};

const PERIODS = /\b(hours?|days?|weekend|weeks?|months?|years?|overnight|night)\b/i;

/** The time a figure holds for or counts, in a few words; the words of the page stay in quotes where nothing resolves them. */
export const whenWords = (figure: Figure): string => {
	if (figure.refusal) return 'declined to say';
	const day = figure.asOf ?? figure.saidOn;
	if (figure.periodText !== null) {
		const period = PERIODS.exec(figure.periodText)?.[1]?.toLowerCase();
		return period && day ? `${period}, ${dayWords(day)}` : quoted(figure.periodText);
	}

	if (figure.asOf !== null) return `${figure.flow === 'total' ? 'to ' : ''}${dateWords(figure.asOf)}`;
	if (figure.asOfText !== null) return quoted(figure.asOfText);
	if (figure.saidOn !== null) return `said ${dayWords(figure.saidOn)}`;
	return figure.saidOnText === null ? 'no date' : `said ${quoted(figure.saidOnText.replace(/^on /i, ''))}`;
};

/** Whether a person confirmed a figure or put it right. */
export const isChecked = ({review}: Figure): boolean => review === 'confirmed' || review === 'edited';

/** Hedges that do not stand in the figure's own words already. */
export const hedgesOf = (figure: Figure): readonly string[] =>
	figure.hedges.filter(hedge => !figure.text.toLowerCase().includes(hedge.toLowerCase()));

/** The outlet with the sign of what is inferred; unknown is said in newsdeck's own hue. */
export const outletRuns = (card: Pick<ArticleCard, 'outlet' | 'outletBasis'>, look: Omit<Run, 'text'> = {}, short = false): Row => {
	if (card.outlet === null) return [{text: short ? 'unknown' : 'outlet unknown', role: 'own', italic: true}];
	const name = short ? card.outlet.replace(/^The /, '') : card.outlet;
	return [{text: name, ...look}, ...(card.outletBasis === 'inferred' ? [{text: symbols.inferred, role: 'own' as const}] : [])];
};

/** An article's headline, or what stands for it. */
export const headlineWords = (card: Pick<ArticleCard, 'headline' | 'kind' | 'position'>): {readonly text: string; readonly role?: Role} =>
	card.headline === null ? {text: card.kind === 'post' ? `post ${card.position}, without a headline` : 'without a headline', role: 'own'} : {text: card.headline};

/** The last part of a path. */
export const fileName = (path: string): string => path === '-' ? 'standard input' : path.split(/[\\/]/).at(-1) ?? path;

/** A file name made of a title: lower case, hyphens. */
export const slug = (title: string): string =>
	title.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '').replace(/[’']/g, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '') || 'comparison';

/** "marks from 3   2 marked   ": what stands before the place in a list. */
export const marksSaid = (marked: number, range: number | null): string => [...(range === null ? [] : [`marks from ${thousands(range + 1)}`]), ...(marked === 0 ? [] : [`${thousands(marked)} marked`])].map(words => `${words}   `).join('');

/** Said after what can be undone. */
export const takesBack = `${key('undo')} takes that back`;

/** Every sentence of the screen that is not a label beside a value. */
export const say = {
	tooSmall: (columns: number, rows: number): string => `newsdeck needs 60x15; this is ${columns}x${rows}.`,
	reading: 'reading the library',
	loading: 'reading',
	readSoFar: (read: number, of: number): string => `read ${thousands(read)} of ${thousands(of)}`,
	order: 'newest first, undated last',
	emptyHere: `This library is empty: ${key('import-files')} imports files or a folder.`,
	emptyTitle: 'This library is empty.',
	emptyEvents: 'Events appear here once there are articles to group.',
	emptyHow: ['Give newsdeck pages as you have them: pasted text, saved files, JSON Lines. It cuts them into articles and sets the figures side by side.'],
	emptyStart: [
		{action: 'import-files', what: 'import files or a folder', command: 'newsdeck import pages/'},
		{action: null, what: 'import what a program prints', command: 'newsdeck import -'},
		{action: 'go-demo', what: 'open the demo', command: 'newsdeck demo'},
	],
	emptyHints: {'import-files': 'import', 'go-demo': 'demo', palette: 'command', close: 'quit'},
	emptyEnd: 'Nothing is sent anywhere, and a page is kept as it came.',
	canAllBeTrue: 'These can all be true together.',
	byLogic: 'by logic only: killed within casualties, a period within a later total, a part within its whole; nothing is ranked',
	byLogicShort: 'by logic only; nothing is ranked',
	cannotAllBeTrue: 'These cannot all be true as they are read:',
	noFigures: 'no figures in these articles',
	noneWithWords: 'no figure has these words',
	noFiguresHere: 'no figures in this article',
	oneFigureOnly: 'a single figure: nothing to set it against',
	compareNeedsTwo: `Comparing needs two articles: mark them with ${key('mark')}.`,
	someOf: (columns: number, of: number, short: boolean): string => `${columns} of ${thousands(of)} articles${short ? '' : ', those that answer most'}; ${key('add')} adds one`,
	noColumns: 'The rows say whose they are here: Text and Figures have columns.',
	originColumns: `Columns are origins now: ${key('by-origin')} shows the articles again.`,
	noGroup: (close: boolean): string => close ? `It is closed already: ${key('right')} opens it.` : `It is open already: ${key('left')} closes it.`,
	orderedBy: (order: string): string => order === 'value' ? 'By value, within a question: none is ranked against another.' : `By ${order}, within a question.`,
	sortedColumns: (byOutlet: boolean): string => byOutlet ? `Columns by outlet, the base first: ${key('sort')} again as chosen.` : 'Columns as they were chosen.',
	nothingToOpen: 'There is nothing under the cursor to open.',
	baseAlready: 'It is the base already.',
	noFurtherDifference: 'no further difference',
	noMoreStatements: 'No further statement is told in more than one wording.',
	oneStatement: 'One statement: counted once, and each carrier’s words stay its own.',
	noRelay: 'No statement here is told in more than one wording.',
	noMoreToAdd: 'Every article of this library stands here already.',
	added: (name: string): string => `${name} stands here now; ${key('drop')} drops it.`,
	dropped: (name: string): string => `${name} stands here no longer; ${key('add')} adds an article.`,
	linked: (on: boolean): string => on ? 'The columns scroll together.' : `Each column scrolls alone: ${key('left')} ${key('right')} choose, ${key('down')} ${key('up')} scroll.`,
	lastColumns: 'A comparison keeps two columns.',
	noMatches: 'nothing matches',
	searching: 'searching',
	typeToSearch: 'type to search headlines, outlets and texts',
	nothingToComplete: 'nothing begins like this',
	onlyPathsComplete: 'There is nothing to complete here: enter keeps the line.',
	noListHere: 'the search was not opened from a list',
	typeToFilter: `type ${key('search')} to search these keys`,
	nothingMore: 'nothing further here',
	pasteNeedsField: `Pasted text goes into a field: press ${key('search')} first.`,
	nothingToCopy: 'There is nothing to copy here.',
	noAddress: 'This article has no address.',
	copied: (what: string): string => `copied: ${what}`,
	opened: 'Its page was given to the browser.',
	rangeBegun: 'marks from here: move, then once more',
	rangeMarked: (marked: string): string => `${marked} now`,
	markedFound: (found: number, query: string): string => found === 0 ? `Nothing matches ${query}.` : `${count(found, 'article')} marked: ${query}`,
	regrouped: (counts: string): string => `grouped anew: ${counts}`,
	othersWrote: (more: number): string => `Another program wrote to this library${more > 0 ? `: ${count(more, 'article')} more` : ''}.`,
	oneAtATime: 'Something is under way already: esc breaks it off.',
	readingOn: (articles: number): string => `reading ${count(articles, 'article')}`,
	underWay: (text: string): string => `${text} · esc: break off`,
	notInThisTerminal: 'This cannot be done from here.',
	noKeyOfThatName: 'no key does that here',
	nothingToExport: 'There is nothing to export here.',
	nothingSearched: `Nothing was searched for: press ${key('search')} first.`,
	noFurtherMatch: `no further match here; ${key('next-article')} goes on to the next article`,
	noMoreFigures: 'no figure in this article',
	marksCleared: 'marks cleared',
	written: (name: string): string => `${name} was written.`,
	noFigureHere: 'There is no figure under the cursor.',
	tagged: (what: string, tags: string): string => `${what}: ${tags}; ${takesBack}.`,
	noted: `The note is kept; ${takesBack}.`,
	noteGone: `The note is gone; ${key('undo')} brings it back.`,
	savedAs: (name: string): string => `Saved as “${name}”; ${key('go-saved')} lists what is saved.`,
	savedGone: (name: string): string => `“${name}” is saved no longer; ${takesBack}.`,
	onlySavedDropped: `Only a saved comparison is taken away here: ${key('go-saved')} lists them.`,
	onlyComparisons: `Only a comparison is saved: press ${key('compare')} first.`,
	markedAs: (what: string, mark: string, on: boolean): string => `${what} ${on ? '' : 'no longer '}${mark}; ${takesBack}.`,
	noMoreRemoved: 'no further removed lines',
	blankLine: 'A blank line has no words to hold on to.',
	inNoArticle: `This line is in no article; ${key('cut-restore')} puts it back.`,
	cut: (act: 'split' | 'join' | 'previous' | 'next' | 'restore' | 'remove', lines: number): string => `${{
		split: 'An article begins here now', join: 'It belongs to the article before it now', previous: `${count(lines, 'line')} to the article before`,
		next: `${count(lines, 'line')} to the article after`, restore: `${count(lines, 'line')} put back`, remove: `${count(lines, 'line')} taken out`,
	}[act]}; ${takesBack}.`,
	junked: (outlet: string): string => `Such lines are taken out ${outlet === '' ? 'everywhere' : `of ${outlet}`}; ${takesBack}.`,
	onlyEvents: 'A storyline is called after its events: choose one of them.',
	whyOfEvents: `A storyline is its events: choose one, or an article with ${key('next-pane')}.`,
	renamed: (name: string): string => `It is called “${name}” now.`,
	mergeNeedsTwo: `Merging needs articles of two events: mark them with ${key('mark')}.`,
	splitNeedsArticles: `Mark the articles that are no part of their event, or choose one: press ${key('next-pane')}.`,
	splitOfOne: `Only articles of one event are split off: clear the marks with ${key('clear-marks')}.`,
	nothingLeft: 'Nothing would be left of this event: mark fewer of its articles.',
	workingOut: 'working out what changes',
	nothingChanges: 'Nothing would change.',
	merged: (events: string): string => `${events} are one now; ${takesBack}.`,
	splitOff: (articles: string): string => `${articles} split off; ${takesBack}.`,
	cannotMend: 'This library cannot be put right.',
	nothingTyped: 'Nothing was typed, nothing changed.',
	undone: `The last correction was taken back; ${key('redo')} puts it back.`,
	redone: 'The correction is back.',
	/** Without the name, which stands above: the way on must not be cut off at 60 columns. */
	thereAlready: `there already: ${key('open')} again writes over it`,
	notEnglish: 'figures and quotes are read in English only',
} as const;
