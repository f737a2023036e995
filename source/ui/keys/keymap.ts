import {comparisonViews, type ComparisonView} from '../../model/comparison.ts';

/** Where keys are pressed. Every view has exactly one; `list` is the deck's pane of articles. */
export type Context = 'deck' | 'list' | 'reader' | 'select' | `compare-${ComparisonView}` | 'relay' | 'listing' | 'review' | 'questions' | 'page' | 'search' | 'export' | 'help' | 'palette' | 'copy' | 'choose' | 'ask' | 'put-right' | 'mend-events' | 'why' | 'versions' | 'alike' | 'field' | 'pipe' | 'output';

/** The contexts as the screen speaks of them. */
export const contextTitles: Readonly<Record<Context, string>> = {
	deck: 'the Deck', list: 'the Articles', reader: 'the Reader', select: 'the choice of words', 'compare-explain': 'Compare, Explain', 'compare-text': 'Compare, Text', 'compare-figures': 'Compare, Figures', 'compare-ledger': 'Compare, Ledger',
	'compare-headlines': 'Compare, Headlines', 'compare-quotes': 'Compare, Quotes', 'compare-gaps': 'Compare, Gaps', 'compare-timeline': 'Compare, Timeline',
	relay: 'Relay', choose: 'the choice of an article', listing: 'a list', review: 'the Review', questions: 'the followed Questions', page: 'the raw page', search: 'Search', export: 'Export', help: 'Help', palette: 'the Commands', copy: 'Copy', ask: 'a question', 'put-right': 'Put right', 'mend-events': 'what would change', why: 'Why', versions: 'Versions', alike: 'the same for all', field: 'a field', pipe: 'the line for a command', output: 'what a command printed',
};

/** A line of the one table of keys: input, footer, help overlay, `newsdeck keys` and the tables of the docs all read it. */
export type Binding = {
	/** "j", "ctrl+d", "g g" (a chord), "space", "pagedown". The first one is the one that is printed. */
	readonly keys: readonly string[];
	readonly action: string;
	/** What it does. Neighbours with the same words are a pair and share a line: "line down, up". */
	readonly help: string;
	readonly contexts: readonly Context[];
	readonly group: 'Moving' | 'Reading' | 'Columns' | 'Views' | 'Choosing' | 'Typing' | 'Everywhere';
	/** A word for the footer; neighbours with the same word share it too. */
	readonly hint?: string;
	/** What the command palette calls it, where the help needs its neighbours to be understood. */
	readonly name?: string;
};

const lists = ['deck', 'list', 'listing'] as const;
/** Lists of what is no article: readings to check, questions. */
const watches = ['review', 'questions'] as const;
/** The compare views. */
export const compares: readonly Context[] = comparisonViews.map(view => `compare-${view}` as const);
/** All but the Text view: its keys move from line to line. */
const matrices = compares.filter(context => context !== 'compare-text');
const pages = ['reader', 'compare-text'] as const;
/** Views whose articles stand in columns; in the others the cursor's row says whose it is. */
const columned = ['compare-text', 'compare-figures'] as const;
const uncolumned = compares.filter(context => context !== 'compare-text' && context !== 'compare-figures');
const moves: readonly Context[] = ['deck', 'list', 'listing', ...watches, 'page', 'reader', ...compares, 'relay', 'help', 'export', 'put-right', 'copy', 'mend-events', 'why', 'versions', 'alike', 'output'];
const fields = ['search', 'palette', 'choose', 'ask', 'field', 'pipe'] as const;
const views: readonly Context[] = ['deck', 'list', 'listing', ...watches, 'page', 'reader', ...compares, 'relay'];

export const keymap = [
	{keys: ['enter', 'l'], action: 'open', help: 'open', hint: 'open', contexts: lists, group: 'Choosing'},
	{keys: ['enter', 'l'], action: 'open', help: 'go to its place; a correction: put it on the words chosen', name: 'open: the place of what is to check', hint: 'open', contexts: ['review'], group: 'Choosing'},
	{keys: ['enter', 'l'], action: 'open', help: 'its figures through time', name: 'open: a question through time', hint: 'timeline', contexts: ['questions'], group: 'Choosing'},
	{keys: ['enter'], action: 'open', help: 'read it in its article', hint: 'sentence', contexts: [...compares, 'relay'], group: 'Reading'},
	{keys: ['enter'], action: 'open', help: 'read the article', hint: 'open', contexts: ['search'], group: 'Choosing'},
	{keys: ['enter'], action: 'open', help: 'write the file', hint: 'write file', contexts: ['export'], group: 'Choosing'},
	{keys: ['n'], action: 'next-difference', help: 'next, previous difference', hint: 'difference', contexts: [...compares, 'relay'], group: 'Reading'},
	{keys: ['N'], action: 'previous-difference', help: 'next, previous difference', hint: 'difference', contexts: [...compares, 'relay'], group: 'Reading'},
	{keys: ['h', 'left', 'shift+tab'], action: 'left', help: 'column left, right', hint: 'column', contexts: [...columned, 'relay'], group: 'Columns'},
	{keys: ['l', 'right', 'tab'], action: 'right', help: 'column left, right', hint: 'column', contexts: [...columned, 'relay'], group: 'Columns'},
	{keys: ['O'], action: 'by-origin', help: 'columns are origins, or articles', hint: 'by origin', contexts: ['compare-figures'], group: 'Columns'},
	{keys: ['s'], action: 'sort', help: 'order within a question', name: 'sort: the Ledger by time, value, outlet', hint: 'sort', contexts: ['compare-ledger'], group: 'Columns'},
	{keys: ['='], action: 'link', help: 'scroll together, or each column alone', hint: 'link', contexts: ['compare-text'], group: 'Columns'},
	{keys: ['j', 'down', 'wheeldown'], action: 'down', help: 'down, up', contexts: moves, group: 'Moving'},
	{keys: ['k', 'up', 'wheelup'], action: 'up', help: 'down, up', contexts: moves, group: 'Moving'},
	{keys: ['down', 'ctrl+n', 'wheeldown'], action: 'down', help: 'next, previous result', hint: 'choose', contexts: ['search', 'palette', 'choose'], group: 'Moving'},
	{keys: ['up', 'ctrl+p', 'wheelup'], action: 'up', help: 'next, previous result', hint: 'choose', contexts: ['search', 'palette', 'choose'], group: 'Moving'},
	{keys: ['space', 'pagedown'], action: 'page-down', help: 'page down, up', contexts: [...pages, 'output'], group: 'Moving'},
	{keys: ['ctrl+b', 'pageup'], action: 'page-up', help: 'page down, up', contexts: [...pages, 'output'], group: 'Moving'},
	{keys: ['pagedown', 'ctrl+f'], action: 'page-down', help: 'page down, up', contexts: ['deck', 'list', 'listing', ...watches, 'page', ...matrices, 'export', 'help'], group: 'Moving'},
	{keys: ['pageup', 'ctrl+b'], action: 'page-up', help: 'page down, up', contexts: ['deck', 'list', 'listing', ...watches, 'page', ...matrices, 'export', 'help'], group: 'Moving'},
	{keys: ['ctrl+d'], action: 'half-down', help: 'half a page down, up', contexts: moves, group: 'Moving'},
	{keys: ['ctrl+u'], action: 'half-up', help: 'half a page down, up', contexts: moves, group: 'Moving'},
	{keys: ['g g', 'home'], action: 'first', help: 'first, last', contexts: moves, group: 'Moving'},
	{keys: ['G', 'end'], action: 'last', help: 'first, last', contexts: moves, group: 'Moving'},
	{keys: ['h', 'left'], action: 'left', help: 'close, open this question', hint: 'close, open', contexts: ['compare-ledger'], group: 'Columns'},
	{keys: ['l', 'right'], action: 'right', help: 'close, open this question', hint: 'close, open', contexts: ['compare-ledger'], group: 'Columns'},
	{keys: [')'], action: 'next-figure', help: 'next, previous figure', hint: 'figure', contexts: ['reader', ...matrices], group: 'Reading'},
	{keys: ['('], action: 'previous-figure', help: 'next, previous figure', hint: 'figure', contexts: ['reader', ...matrices], group: 'Reading'},
	{keys: [')'], action: 'next-figure', help: 'next, previous figure', contexts: ['compare-text'], group: 'Reading'},
	{keys: ['('], action: 'previous-figure', help: 'next, previous figure', contexts: ['compare-text'], group: 'Reading'},
	{keys: [')'], action: 'next-figure', help: 'next, previous statement', hint: 'statement', contexts: ['relay'], group: 'Reading'},
	{keys: ['('], action: 'previous-figure', help: 'next, previous statement', hint: 'statement', contexts: ['relay'], group: 'Reading'},
	{keys: ['"'], action: 'next-quote', help: 'next, previous quote', contexts: ['reader'], group: 'Reading'},
	{keys: ['\''], action: 'previous-quote', help: 'next, previous quote', contexts: ['reader'], group: 'Reading'},
	{keys: ['n'], action: 'next-match', help: 'next, previous match of the search', contexts: ['reader'], group: 'Reading'},
	{keys: ['N'], action: 'previous-match', help: 'next, previous match of the search', contexts: ['reader'], group: 'Reading'},
	{keys: ['}'], action: 'next-paragraph', help: 'next, previous paragraph', hint: 'paragraph', contexts: ['reader'], group: 'Reading'},
	{keys: ['{'], action: 'previous-paragraph', help: 'next, previous paragraph', hint: 'paragraph', contexts: ['reader'], group: 'Reading'},
	{keys: [']'], action: 'next-article', help: 'next, previous article', hint: 'article', contexts: ['reader', ...columned, 'relay'], group: 'Reading'},
	{keys: ['['], action: 'previous-article', help: 'next, previous article', hint: 'article', contexts: ['reader', ...columned, 'relay'], group: 'Reading'},
	{keys: ['F'], action: 'filter', help: 'only figures with these words', name: 'filter: only figures with these words', contexts: ['compare-figures', 'compare-ledger', 'compare-timeline'], group: 'Columns'},
	{keys: ['R'], action: 'relay', help: 'relay of a statement', name: 'relay: how carriers changed a statement', contexts: compares, group: 'Views'},
	{keys: [')'], action: 'next-figure', help: 'next, previous place for it', contexts: ['review'], group: 'Reading'},
	{keys: ['('], action: 'previous-figure', help: 'next, previous place for it', contexts: ['review'], group: 'Reading'},
	{keys: ['f'], action: 'confirm', help: 'confirm this reading', hint: 'confirm', contexts: ['reader', ...matrices, 'relay', 'review'], group: 'Reading'},
	{keys: ['i'], action: 'put-right', help: 'put this reading right', hint: 'put right', contexts: ['list', 'listing', 'review', 'reader', ...compares, 'relay'], group: 'Reading'},
	{keys: ['x'], action: 'reject', help: 'reject: no figure; let a correction go', hint: 'reject', contexts: ['review'], group: 'Reading'},
	{keys: ['r'], action: 'seen', help: 'seen: the next look begins here', hint: 'seen', contexts: ['questions'], group: 'Choosing'},
	{keys: ['x'], action: 'unfollow', help: 'follow it no longer', hint: 'drop', contexts: ['questions'], group: 'Choosing'},
	{keys: ['T'], action: 'follow', help: 'follow the question of this figure', name: 'track: follow the question of this figure', contexts: ['reader', ...matrices, 'review'], group: 'Reading'},
	{keys: ['a'], action: 'add-fact', help: 'add one that was missed', name: 'add a figure or quote that was missed', contexts: ['reader', 'put-right', 'review'], group: 'Reading'},
	{keys: ['enter'], action: 'open', help: 'these words are a figure', hint: 'a figure', contexts: ['select'], group: 'Reading'},
	{keys: ['"'], action: 'as-quote', help: 'these words are a quote', hint: 'a quote', contexts: ['select'], group: 'Reading'},
	{keys: ['v', 'space'], action: 'range', help: 'several words: begin, end', hint: 'extend', contexts: ['select'], group: 'Reading'},
	{keys: ['l', 'right', 'w'], action: 'right', help: 'next, previous word', hint: 'word', contexts: ['select'], group: 'Moving'},
	{keys: ['h', 'left', 'b'], action: 'left', help: 'next, previous word', hint: 'word', contexts: ['select'], group: 'Moving'},
	{keys: ['j', 'down'], action: 'down', help: 'line down, up', contexts: ['select'], group: 'Moving'},
	{keys: ['k', 'up'], action: 'up', help: 'line down, up', contexts: ['select'], group: 'Moving'},
	{keys: ['g g', 'home', '0'], action: 'first', help: 'first, last word', contexts: ['select'], group: 'Moving'},
	{keys: ['G', 'end', '$'], action: 'last', help: 'first, last word', contexts: ['select'], group: 'Moving'},
	{keys: ['}'], action: 'next-paragraph', help: 'next, previous paragraph', hint: 'paragraph', contexts: ['select'], group: 'Moving'},
	{keys: ['{'], action: 'previous-paragraph', help: 'next, previous paragraph', hint: 'paragraph', contexts: ['select'], group: 'Moving'},
	{keys: ['?'], action: 'help', help: 'these keys', hint: 'keys', contexts: ['select'], group: 'Everywhere'},
	{keys: ['esc', 'q'], action: 'escape', help: 'choose no words', hint: 'cancel', contexts: ['select'], group: 'Everywhere'},
	{keys: ['Q', 'ctrl+c'], action: 'quit', help: 'quit', contexts: ['select'], group: 'Everywhere'},
	{keys: ['*'], action: 'star', help: 'star: set, take away', contexts: ['list', 'listing', 'reader'], group: 'Choosing'},
	{keys: ['r'], action: 'reviewed', help: 'reviewed: set, take away', contexts: ['list', 'listing'], group: 'Choosing'},
	{keys: ['x'], action: 'drop-saved', help: 'take a saved comparison away', name: 'take this saved comparison away', contexts: ['listing'], group: 'Choosing'},
	{keys: ['t'], action: 'tag', help: 'tag', name: 'tag articles', contexts: [...lists, 'reader'], group: 'Choosing'},
	{keys: ['A'], action: 'note', help: 'a note on this article', contexts: ['list', 'listing', 'reader', ...compares], group: 'Choosing'},
	{keys: ['S'], action: 'save', help: 'save this comparison under a name', contexts: compares, group: 'Columns'},
	{keys: ['D'], action: 'versions', help: 'what changed since the version before', contexts: ['reader'], group: 'Reading'},
	{keys: [']'], action: 'next-article', help: 'next, previous version', hint: 'version', contexts: ['versions'], group: 'Reading'},
	{keys: ['['], action: 'previous-article', help: 'next, previous version', hint: 'version', contexts: ['versions'], group: 'Reading'},
	{keys: ['n'], action: 'next-difference', help: 'next, previous difference', hint: 'difference', contexts: ['versions'], group: 'Reading'},
	{keys: ['N'], action: 'previous-difference', help: 'next, previous difference', hint: 'difference', contexts: ['versions'], group: 'Reading'},
	{keys: ['r'], action: 'raw-page', help: 'the raw page here', hint: 'raw page', contexts: ['reader', ...compares, 'relay', 'review'], group: 'Reading'},
	{keys: ['v'], action: 'evidence', help: 'evidence: show, hide', hint: 'evidence', contexts: ['reader'], group: 'Reading'},
	{keys: ['s'], action: 'cut-split', help: 'split: an article begins here', hint: 'split', contexts: ['page'], group: 'Reading'},
	{keys: ['J'], action: 'cut-join', help: 'join: to the article before', hint: 'join', contexts: ['page'], group: 'Reading'},
	{keys: ['<'], action: 'cut-previous', help: 'lines to the article before', contexts: ['page'], group: 'Reading'},
	{keys: ['>'], action: 'cut-next', help: 'lines to the article after', contexts: ['page'], group: 'Reading'},
	{keys: ['x'], action: 'cut-remove', help: 'take lines out', hint: 'take out', contexts: ['page'], group: 'Reading'},
	{keys: ['a'], action: 'cut-restore', help: 'put removed lines back', hint: 'put back', contexts: ['page'], group: 'Reading'},
	{keys: ['v'], action: 'range', help: 'several lines: begin, end', contexts: ['page'], group: 'Reading'},
	{keys: ['L'], action: 'junk', help: 'take out all lines like this', contexts: ['page'], group: 'Reading'},
	{keys: ['enter'], action: 'open', help: 'read the article of this line', hint: 'read', contexts: ['page'], group: 'Reading'},
	{keys: ['tab', 'shift+tab'], action: 'next-pane', help: 'events, articles', hint: 'articles', contexts: ['deck'], group: 'Choosing'},
	{keys: ['tab', 'h', 'left', 'shift+tab'], action: 'next-pane', help: 'back to the events', hint: 'events', contexts: ['list'], group: 'Choosing'},
	{keys: ['space'], action: 'mark', help: 'mark, the first as base', hint: 'mark', contexts: lists, group: 'Choosing'},
	{keys: ['v'], action: 'range', help: 'marks from here: begin, end', contexts: lists, group: 'Choosing'},
	{keys: ['m'], action: 'mark-found', help: 'mark what a query finds', contexts: lists, group: 'Choosing'},
	{keys: ['V'], action: 'clear-marks', help: 'clear the marks', contexts: lists, group: 'Choosing'},
	{keys: ['R'], action: 'rename', help: 'give this event a name', contexts: ['deck'], group: 'Choosing'},
	{keys: ['M'], action: 'merge', help: 'merge the events of what is marked', contexts: ['deck', 'list'], group: 'Choosing'},
	{keys: ['X'], action: 'split-off', help: 'split off: an event of its own', contexts: ['deck', 'list'], group: 'Choosing'},
	{keys: ['W'], action: 'why', help: 'why these are one event', contexts: ['deck', 'list'], group: 'Choosing'},
	{keys: ['c'], action: 'compare', help: 'compare marked or these', hint: 'compare', contexts: [...lists, 'questions', 'reader'], group: 'Choosing'},
	{keys: ['b'], action: 'base', help: 'make this column the base', contexts: columned, group: 'Columns'},
	{keys: ['b'], action: 'base', help: 'make this article the base', contexts: uncolumned, group: 'Columns'},
	{keys: ['x'], action: 'drop', help: 'drop this column', contexts: columned, group: 'Columns'},
	{keys: ['x'], action: 'drop', help: 'drop this article', contexts: uncolumned, group: 'Columns'},
	{keys: ['a'], action: 'add', help: 'add another article', name: 'add a column: another article', contexts: compares, group: 'Columns'},
	{keys: ['s'], action: 'sort', help: 'columns by outlet, as chosen', name: 'sort: columns by outlet, as chosen', contexts: ['compare-figures'], group: 'Columns'},
	{keys: ['w'], action: 'shared', help: 'shared wording dim, plain', contexts: ['compare-text'], group: 'Columns'},
	{keys: ['1'], action: 'view-explain', help: 'compare: Explain', contexts: [...lists, 'questions'], group: 'Views'},
	{keys: ['2'], action: 'view-text', help: 'compare: Text', contexts: [...lists, 'questions'], group: 'Views'},
	{keys: ['3'], action: 'view-figures', help: 'compare: Figures, Ledger', contexts: [...lists, 'questions'], group: 'Views'},
	{keys: ['4'], action: 'view-headlines', help: 'compare: Headlines', contexts: [...lists, 'questions'], group: 'Views'},
	{keys: ['5'], action: 'view-quotes', help: 'compare: Quotes', contexts: [...lists, 'questions'], group: 'Views'},
	{keys: ['6'], action: 'view-gaps', help: 'compare: Gaps', contexts: [...lists, 'questions'], group: 'Views'},
	{keys: ['7'], action: 'view-timeline', help: 'compare: Timeline', contexts: [...lists, 'questions'], group: 'Views'},
	{keys: ['1'], action: 'view-explain', help: 'Explain', name: 'compare: Explain', contexts: compares, group: 'Views'},
	{keys: ['2'], action: 'view-text', help: 'Text', name: 'compare: Text', contexts: compares, group: 'Views'},
	{keys: ['3'], action: 'view-figures', help: 'Figures, Ledger', name: 'compare: Figures, Ledger', contexts: compares, group: 'Views'},
	{keys: ['4'], action: 'view-headlines', help: 'Headlines', name: 'compare: Headlines', contexts: compares, group: 'Views'},
	{keys: ['5'], action: 'view-quotes', help: 'Quotes', name: 'compare: Quotes', contexts: compares, group: 'Views'},
	{keys: ['6'], action: 'view-gaps', help: 'Gaps', name: 'compare: Gaps', contexts: compares, group: 'Views'},
	{keys: ['7'], action: 'view-timeline', help: 'Timeline', name: 'compare: Timeline', contexts: compares, group: 'Views'},
	{keys: ['enter'], action: 'open', help: 'run it, and show what it prints', hint: 'run', contexts: ['pipe'], group: 'Choosing'},
	{keys: ['ctrl+o'], action: 'with-terminal', help: 'run it with the terminal to itself: less, vim -', hint: 'less, vim -', contexts: ['pipe'], group: 'Choosing'},
	{keys: ['tab'], action: 'next-pane', help: 'next, previous format', hint: 'format', contexts: ['pipe'], group: 'Choosing'},
	{keys: ['shift+tab'], action: 'previous-pane', help: 'next, previous format', contexts: ['pipe'], group: 'Choosing'},
	{keys: ['up', 'ctrl+p'], action: 'up', help: 'earlier, later command', hint: 'earlier', contexts: ['pipe'], group: 'Moving'},
	{keys: ['down', 'ctrl+n'], action: 'down', help: 'earlier, later command', contexts: ['pipe'], group: 'Moving'},
	{keys: ['|', '!'], action: 'pipe', help: 'another command', hint: 'another', contexts: ['output'], group: 'Choosing'},
	{keys: ['esc', 'q'], action: 'escape', help: 'close; while it runs: break it off', hint: 'close', contexts: ['output'], group: 'Everywhere'},
	{keys: ['Q', 'ctrl+c'], action: 'quit', help: 'quit', contexts: ['output'], group: 'Everywhere'},
	{keys: ['backspace'], action: 'erase', help: 'erase a character', contexts: fields, group: 'Typing'},
	{keys: ['ctrl+u'], action: 'erase-all', help: 'erase the line', contexts: fields, group: 'Typing'},
	{keys: ['ctrl+w'], action: 'erase-word', help: 'erase a word', contexts: fields, group: 'Typing'},
	{keys: ['tab'], action: 'complete', help: 'complete a field or its value', hint: 'complete', contexts: ['search'], group: 'Typing'},
	{keys: ['ctrl+t'], action: 'within', help: 'only in the list it was opened from, everywhere', hint: 'only here', contexts: ['search'], group: 'Choosing'},
	{keys: ['esc'], action: 'escape', help: 'clear, then leave', hint: 'clear', contexts: ['search'], group: 'Everywhere'},
	{keys: ['esc'], action: 'escape', help: 'leave it unwritten', hint: 'cancel', contexts: ['export'], group: 'Everywhere'},
	{keys: ['enter'], action: 'open', help: 'open the field', hint: 'change', contexts: ['put-right'], group: 'Choosing'},
	{keys: ['tab'], action: 'next-pane', help: 'next field', contexts: ['put-right'], group: 'Choosing'},
	{keys: ['h', 'left'], action: 'left', help: 'the figure, its article', hint: 'figure, article', contexts: ['put-right'], group: 'Choosing'},
	{keys: ['l', 'right'], action: 'right', help: 'the figure, its article', hint: 'figure, article', contexts: ['put-right'], group: 'Choosing'},
	{keys: ['f'], action: 'confirm', help: 'confirm: right as it stands', contexts: ['put-right'], group: 'Reading'},
	{keys: ['x'], action: 'reject', help: 'reject: there is none here', contexts: ['put-right'], group: 'Reading'},
	{keys: ['L'], action: 'junk', help: 'the same for all like this', contexts: ['put-right'], group: 'Reading'},
	{keys: ['u'], action: 'undo', help: 'undo the last correction', contexts: ['put-right'], group: 'Everywhere'},
	{keys: ['ctrl+r'], action: 'redo', help: 'put it back', contexts: ['put-right'], group: 'Everywhere'},
	{keys: ['esc', 'q'], action: 'escape', help: 'close', hint: 'close', contexts: ['put-right', 'why', 'versions'], group: 'Everywhere'},
	{keys: ['enter'], action: 'open', help: 'do it', hint: 'do it', contexts: ['mend-events', 'alike'], group: 'Choosing'},
	{keys: ['tab'], action: 'next-pane', help: 'only this outlet, everywhere', hint: 'outlet, everywhere', contexts: ['alike'], group: 'Choosing'},
	{keys: ['esc', 'q'], action: 'escape', help: 'leave it as it was', hint: 'cancel', contexts: ['mend-events', 'alike'], group: 'Everywhere'},
	{keys: ['Q', 'ctrl+c'], action: 'quit', help: 'quit', contexts: ['put-right', 'mend-events', 'why', 'versions', 'alike'], group: 'Everywhere'},
	{keys: ['enter'], action: 'open', help: 'do it', hint: 'run', contexts: ['palette'], group: 'Choosing'},
	{keys: ['enter'], action: 'open', help: 'set it beside the others', hint: 'add', contexts: ['choose'], group: 'Choosing'},
	{keys: ['enter'], action: 'open', help: 'keep it', hint: 'keep', contexts: ['ask', 'field'], group: 'Choosing'},
	{keys: ['tab'], action: 'complete', help: 'complete a path', hint: 'complete', contexts: ['ask'], group: 'Typing'},
	{keys: ['ctrl+e'], action: 'editor', help: 'write it in your editor', hint: 'editor', contexts: ['ask', 'field'], group: 'Typing'},
	{keys: ['tab'], action: 'complete', help: 'complete the name', hint: 'complete', contexts: ['palette'], group: 'Typing'},
	{keys: ['esc'], action: 'escape', help: 'close', hint: 'close', contexts: ['palette', 'choose'], group: 'Everywhere'},
	{keys: ['esc'], action: 'escape', help: 'leave it as it was', hint: 'cancel', contexts: ['ask', 'field', 'pipe'], group: 'Everywhere'},
	{keys: ['/'], action: 'search', help: 'search these keys', hint: 'search', contexts: ['help'], group: 'Everywhere'},
	{keys: ['enter'], action: 'open', help: 'copy it', hint: 'copy', contexts: ['copy'], group: 'Choosing'},
	{keys: ['esc', 'q'], action: 'escape', help: 'close', hint: 'close', contexts: ['copy'], group: 'Everywhere'},
	{keys: ['Q', 'ctrl+c'], action: 'quit', help: 'quit', contexts: ['copy'], group: 'Everywhere'},
	{keys: ['esc', '?'], action: 'escape', help: 'close', hint: 'close', contexts: ['help'], group: 'Everywhere'},
	{keys: ['u'], action: 'undo', help: 'undo, redo', contexts: views, group: 'Everywhere'},
	{keys: ['ctrl+r'], action: 'redo', help: 'undo, redo', contexts: views, group: 'Everywhere'},
	{keys: ['g a'], action: 'go-articles', help: 'go to: articles', contexts: views, group: 'Views'},
	{keys: ['g o'], action: 'go-outlets', help: 'go to: outlets', contexts: views, group: 'Views'},
	{keys: ['g s'], action: 'go-starred', help: 'go to: starred', contexts: views, group: 'Views'},
	{keys: ['g c'], action: 'go-saved', help: 'go to: saved', contexts: views, group: 'Views'},
	{keys: ['g r'], action: 'go-review', help: 'go to: review', contexts: views, group: 'Views'},
	{keys: ['g q'], action: 'go-questions', help: 'go to: questions', contexts: views, group: 'Views'},
	{keys: ['g d'], action: 'go-demo', help: 'go to: demo', contexts: views, group: 'Views'},
	{keys: ['g e'], action: 'go-events', help: 'go to: events', contexts: views, group: 'Views'},
	{keys: [':'], action: 'palette', help: 'every command, by name', contexts: [...views, 'export'], group: 'Everywhere'},
	{keys: ['/'], action: 'search', help: 'search', hint: 'search', contexts: views, group: 'Everywhere'},
	{keys: ['y'], action: 'copy', help: 'copy, with its source', contexts: views, group: 'Everywhere'},
	{keys: ['o'], action: 'open-address', help: 'open its page in the browser', contexts: ['list', 'listing', 'review', 'reader', ...compares], group: 'Everywhere'},
	{keys: ['P'], action: 'pager', help: 'read it in your pager', contexts: ['list', 'listing', 'review', 'reader', ...compares], group: 'Reading'},
	{keys: ['I'], action: 'import-files', help: 'import files', contexts: ['deck', 'list', 'listing', ...watches], group: 'Everywhere'},
	{keys: ['ctrl+g'], action: 'regroup', help: 'group all articles anew', name: 'regroup: group all articles anew', contexts: ['deck', 'list', 'listing'], group: 'Everywhere'},
	{keys: ['ctrl+l'], action: 'redraw', help: 'draw the screen anew', contexts: [...views, 'search', 'help', 'export', 'palette', 'copy', 'ask', 'put-right', 'field', 'pipe', 'output'], group: 'Everywhere'},
	{keys: ['e'], action: 'export', help: 'export', hint: 'export', contexts: views, group: 'Everywhere'},
	{keys: ['|', '!'], action: 'pipe', help: 'hand it to a command', name: 'pipe: hand what is chosen to a command', contexts: views, group: 'Everywhere'},
	{keys: ['esc'], action: 'escape', help: 'one step back', contexts: views, group: 'Everywhere'},
	{keys: ['q'], action: 'close', help: 'close, at the root quit', contexts: [...views, 'help', 'export'], group: 'Everywhere'},
	{keys: ['Q', 'ctrl+c'], action: 'quit', help: 'quit', contexts: [...views, 'help', 'export'], group: 'Everywhere'},
	{keys: ['ctrl+c'], action: 'quit', help: 'quit', contexts: fields, group: 'Everywhere'},
	{keys: ['?'], action: 'help', help: 'these keys', hint: 'keys', contexts: [...views, 'export'], group: 'Everywhere'},
] as const satisfies readonly Binding[];

export type KeyAction = (typeof keymap)[number]['action'];

/** A key as it is printed: "^D", "↓". */
export const printed = (key: string): string => key.replace(/^ctrl\+(.)$/, (_, letter: string) => `^${letter.toUpperCase()}`)
	.replace(/^down$/, '↓').replace(/^up$/, '↑').replace(/^pagedown$/, 'pgdn').replace(/^pageup$/, 'pgup').replace(/^left$/, '←').replace(/^right$/, '→');
