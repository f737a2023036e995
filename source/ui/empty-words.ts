import type {ListingState} from './state.ts';
import type {Nothing} from './screens/nothing.ts';

const IMPORT = {action: 'import-files', what: 'import files or a folder', hint: 'bring in', command: 'newsdeck import pages/'} as const;
const DEMO = {action: 'go-demo', what: 'open the demo', hint: 'demo', command: 'newsdeck demo'} as const;

/** What each list says while it has no line. */
export const emptyListings: Readonly<Record<ListingState['of']['kind'], Nothing>> = {
	articles: {title: 'This library has no articles.', why: ['Give newsdeck pages as you have them: it cuts them into articles.'], ways: [IMPORT, DEMO]},
	outlets: {title: 'No outlets yet.', why: ['Outlets appear here with the first article.'], ways: [IMPORT, DEMO]},
	starred: {title: 'No article has a star.', why: ['A star stands for what you want to find again: set one in any list of articles, or while you read.'], ways: [{action: 'go-articles', what: 'all articles', hint: 'articles', command: 'newsdeck list'}, {action: 'search', what: 'search for one', hint: 'search'}]},
	saved: {title: 'No comparison is saved.', why: ['While you compare, a comparison is saved under a name; it opens again here, and for export.'], ways: [{action: 'go-events', what: 'the events, where comparing begins', hint: 'events'}, {action: null, what: 'export a saved one', command: 'newsdeck export --saved NAME'}]},
	some: {title: 'None of these articles is here any more.', why: ['They were taken out of the library since this list was opened.'], ways: [{action: 'undo', what: 'take the last correction back', hint: 'undo', command: 'newsdeck undo'}]},
	review: {
		title: 'Nothing waits for you here.',
		why: ['Corrections come here when a page came in again and the words they held on to are gone; figures when their reading is not sure; and what an audit drew.'],
		ways: [{action: null, what: 'draw 50 figures for an audit', command: 'newsdeck audit --figures 50'}, {action: 'go-events', what: 'the events', hint: 'events'}],
	},
	questions: {
		title: 'No question is followed.',
		why: ['A followed question tells at every visit what is new, updated, lowered, corrected or withdrawn since you last looked. Follow one from any figure that answers it.'],
		ways: [{action: 'go-events', what: 'the events: open a figure there, then follow its question', hint: 'events'}, {action: null, what: 'follow one by its words', command: 'newsdeck question save NAME --measure killed'}],
	},
};
