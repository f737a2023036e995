import type {ComparisonView} from '../../model/comparison.ts';
import type {ListingState} from '../state.ts';
import type {Nothing} from '../screens/nothing.ts';

const HERE = 'What you can do';
const IMPORT = {action: 'import-files', what: 'import files or a folder', hint: 'import', command: 'newsdeck import pages/'} as const;
const DEMO = {action: 'go-demo', what: 'open the demo', hint: 'demo', command: 'newsdeck demo'} as const;

/** What each list says while it has no line. */
export const emptyListings: Readonly<Record<ListingState['of']['kind'], Nothing>> = {
	articles: {title: 'This library has no articles.', why: ['Give newsdeck pages as you have them: it cuts them into articles.'], ways: [IMPORT, DEMO]},
	outlets: {title: 'No outlets yet.', why: ['Outlets appear here with the first article.'], ways: [IMPORT, DEMO]},
	starred: {label: HERE, title: 'No article has a star.', why: ['A star stands for what you want to find again: set one in any list of articles, or while you read.'], ways: [{action: 'go-articles', what: 'all articles', hint: 'articles', command: 'newsdeck list'}, {action: 'search', what: 'search for one', hint: 'search'}]},
	saved: {label: HERE, title: 'No comparison is saved.', why: ['While you compare, a comparison is saved under a name; it opens again here, and for export.'], ways: [{action: 'go-events', what: 'the events, where comparing begins', hint: 'events'}, {action: null, what: 'export a saved one', command: 'newsdeck export --saved NAME'}]},
	searches: {label: HERE, title: 'No search is saved, and nothing was searched for.', why: ['A search can be saved under a name while you search. It then opens here, and saved:NAME asks it within another search, in lists and in exports.'], ways: [{action: 'search', what: 'search', hint: 'search'}, {action: null, what: 'save one by its words', command: 'newsdeck search --save NAME QUERY'}]},
	some: {label: HERE, title: 'None of these articles is here any more.', why: ['They were taken out of the library since this list was opened.'], ways: [{action: 'undo', what: 'take the last correction back', hint: 'undo', command: 'newsdeck undo'}]},
	review: {
		label: HERE, title: 'Nothing waits for you here.',
		why: ['Corrections come here when a page came in again and the words they held on to are gone; figures when their reading is not sure; and what an audit drew.'],
		ways: [{action: null, what: 'draw 50 figures for an audit', command: 'newsdeck audit --figures 50'}, {action: 'go-events', what: 'the events', hint: 'events'}],
	},
	questions: {
		label: HERE, title: 'No question is followed.',
		why: ['A followed question tells at every visit what is new, updated, lowered, corrected or withdrawn since you last looked. Follow one from any figure that answers it.'],
		ways: [{action: 'go-events', what: 'the events: open a figure there, then follow its question', hint: 'events'}, {action: null, what: 'follow one by its words', command: 'newsdeck question save NAME --measure killed'}],
	},
};

const READ = {action: 'view-text', what: 'read the articles side by side'} as const;
const ADD = {action: 'add', what: 'add another article'} as const;
const NO_FIGURES: Nothing = {label: HERE, why: ['A figure is a number that somebody reported, with what it counts and on whose word. None was read in these articles; years, ages, dates and times are none.'], ways: [READ, ADD, {action: 'view-quotes', what: 'their quotations'}]};

/** What a compare view says that has no row. */
export const emptyViews: Readonly<Record<ComparisonView, Nothing>> = {
	explain: NO_FIGURES, figures: NO_FIGURES, ledger: NO_FIGURES, timeline: NO_FIGURES,
	quotes: {label: HERE, why: ['Words in quotation marks count as a quotation where somebody says them; titles and single words do not.'], ways: [READ, ADD]},
	gaps: {label: HERE, why: ['Every claim that one of these articles makes stands in all of them.'], ways: [READ, ADD]},
	text: {label: HERE, why: ['These articles have no text.'], ways: [{action: 'raw-page', what: 'the page as it came in'}, ADD]},
	headlines: {label: HERE, why: ['These articles have no headlines.'], ways: [READ, ADD]},
};

/** What it says when a filter leaves nothing. */
export const filteredOut = (filter: string): Nothing => ({label: HERE, why: [`Only figures with “${filter}” are shown, and none has these words.`], ways: [{action: 'escape', what: 'show all figures again'}, {action: 'filter', what: 'other words'}]});

/** What the search says before anything is typed, and where nothing matches. */
export const searchStart: Nothing = {
	label: 'For example', why: ['A slip of the finger is forgiven. Fields narrow it down; OR, - and “words in quotation marks” mean what they do elsewhere.'],
	ways: [
		{action: null, what: 'words in this order', command: '"front line"'}, {action: null, what: 'of one outlet, after a day', command: 'outlet:bbc after:2025-03'}, {action: null, what: 'with a figure of this size', command: 'killed>1000'},
		{action: null, what: 'without a word', command: 'tariff -steel'}, {action: 'earlier', what: 'an earlier search'}, {action: 'go-searches', what: 'saved and earlier searches'}, {action: 'complete', what: 'complete a field or its value'}, {action: 'help', what: 'these keys, and all that a query may say'},
	],
};
export const nothingFound = (within: string | null): Nothing => ({
	label: 'What you can do', why: [within === null ? 'No article of this library fits all of it. Words are looked for in headlines, outlets and texts, and a slip of the finger is forgiven.' : `Only “${within}” is searched.`],
	ways: [...(within === null ? [] : [{action: 'within', what: 'search everywhere'} as const]), {action: 'erase-word', what: 'take the last word away'}, {action: 'escape', what: 'begin anew'}, {action: 'help', what: 'what a query may say', command: 'newsdeck search --help'}],
});
