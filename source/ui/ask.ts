import type {AlikeAct} from '../model/alike.ts';
import type {ArticleId} from '../model/article.ts';
import type {Correction} from '../model/override.ts';
import {renamed, whyNotSaved} from '../search/saved.ts';
import {viewOf, withMessage, withView, type Ask, type State} from './state.ts';
import {sayReview} from './words/review-words.ts';
import {saySearch} from './words/search-words.ts';
import {count, say} from './words/words.ts';

/** The question of an overlay that asks for one line. */
export const questionOf = (about: Ask): string => {
	switch (about.kind) {
		case 'label': return 'What is this event called?';
		case 'tag': return `Tag ${count(about.articles.length, 'article')}; -word takes a tag away`;
		case 'note': return 'A note on this article';
		case 'comparison-note': return `A note on “${about.name}”`;
		case 'alias': return `${about.alias} is another name of`;
		case 'measure': return `“${about.word}” is read as which measure?`;
		case 'junk': return 'No text, on all pages of (leave it empty: on every page)';
		case 'follow': return 'Under which name is this question followed?';
		case 'filter': return 'Only figures with these words: a measure, an outlet, a source';
		case 'find': return 'Mark the articles that a query finds';
		case 'import-files': return 'Import which file or folder';
		case 'save': return 'Under which name is this comparison saved?';
		case 'save-search': return 'Under which name is this search saved?';
		case 'rename-search': return `What is “${about.name}” called?`;
	}
};

/** What enter does with the line. */
export const doneWord = ({kind}: Ask): string => {
	switch (kind) {
		case 'find': return 'mark';
		case 'filter': return 'show';
		case 'import-files': return 'import';
		case 'alias':
		case 'measure': return 'see what changes';
		default: return 'keep';
	}
};

/** Whether an empty line is an answer too: a note may be taken away. */
const mayBeEmpty = (about: Ask): boolean => about.kind === 'note' || about.kind === 'comparison-note' || about.kind === 'junk' || about.kind === 'filter';

const tagging = (articles: readonly ArticleId[], text: string): Correction[] => text.split(/[\s,]+/).filter(word => word.replace(/^-/, '') !== '')
	.flatMap(word => articles.map(article => ({kind: 'tag' as const, article, tag: word.replace(/^-/, ''), on: !word.startsWith('-')})));

/** The corrections that an answer makes, and what is told when they are in. */
const answered = (about: Exclude<Ask, {readonly kind: 'filter' | 'find' | 'import-files' | 'alias' | 'measure'}>, text: string): {readonly corrections: readonly Correction[]; readonly told: string} => {
	switch (about.kind) {
		case 'label': return {corrections: [{kind: 'label', event: about.event, label: text}], told: say.renamed(text)};
		case 'tag': return {corrections: tagging(about.articles, text), told: say.tagged(count(about.articles.length, 'article'), text)};
		case 'comparison-note': return {corrections: [{kind: 'comparison', name: about.name, saved: {...about.saved, notes: text}}], told: text === '' ? say.noteGone : say.noted};
		case 'note': return {corrections: [{kind: 'note', article: about.article, text}], told: text === '' ? say.noteGone : say.noted};
		case 'junk': return {corrections: [{kind: 'junk', outlet: text === '' ? null : text, exact: about.exact}], told: say.junked(text)};
		case 'follow': return {corrections: [{kind: 'question', name: text, tracked: about.tracked}], told: sayReview.follows(text)};
		case 'save-search': return {corrections: [{kind: 'search', name: text, query: about.query.trim()}], told: saySearch.saved(text)};
		case 'rename-search': return {corrections: renamed(about.saved, about.name, text).map(([name, query]) => ({kind: 'search', name, query})), told: saySearch.renamed(text)};
		case 'save': return {corrections: [{kind: 'comparison', name: text, saved: {articles: about.articles, view: about.view, notes: ''}}], told: say.savedAs(text)};
	}
};

/** Why a name cannot be taken; null where it can. */
const refused = (about: Ask, text: string): string | null => {
	if (about.kind === 'save-search') return whyNotSaved(text, about.query, about.saved);
	if (about.kind !== 'rename-search') return null;
	if (text !== about.name && about.saved.has(text)) return saySearch.taken(text);
	return whyNotSaved(text, about.saved.get(about.name) ?? '', about.saved);
};

/** A filter changes what is shown, never the library. */
const filtered = (state: State, text: string): State => {
	const view = viewOf(state);
	return view.kind === 'compare' ? withView(state, {...view, filter: text, cursor: 0, figure: 0, scroll: 0}) : state;
};

/** What is said of all alike is looked at before it is taken down. */
const ofAll = (state: State, act: AlikeAct, outlet: string | null): State => ({...state, overlay: {kind: 'alike', act, outlet, planned: null, scroll: 0}});

/** The state after the line was given; an empty one changes nothing. */
export const answer = (state: State, about: Ask, text: string): State => {
	if (text === '' && !mayBeEmpty(about)) return withMessage(state, say.nothingTyped);
	if (about.kind === 'filter') return filtered(state, text);
	if (about.kind === 'find') return {...state, request: {kind: 'find', query: text}};
	if (about.kind === 'import-files') return {...state, request: {kind: 'import-files', path: text}};
	if (about.kind === 'alias') return ofAll(state, {kind: 'alias', alias: about.alias, name: text}, null);
	if (about.kind === 'measure') return ofAll(state, {kind: 'measure', word: about.word, measure: text, outlet: about.outlet}, about.outlet);
	const why = refused(about, text);
	// The line stays open: another name may do.
	return why === null ? {...state, request: {kind: 'correct', ...answered(about, text)}} : withMessage({...state, overlay: {kind: 'ask', about, text}}, why, true);
};
