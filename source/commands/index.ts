import type {Verbs} from './command.ts';

/** The shelf of verbs: what each is for, and how to load it. Only the one that is asked for is loaded. */
export const verbs: Verbs = {
	import: {summary: 'cut pages into articles and add them to the library', load: async () => import('./import.ts')},
	list: {summary: 'all articles and posts, newest first', load: async () => import('./list.ts')},
	show: {summary: 'one or more articles, whole', load: async () => import('./show.ts')},
	search: {summary: 'fuzzy search over headlines, outlets and text', load: async () => import('./search.ts')},
	events: {summary: 'events and storylines, with what they hold', load: async () => import('./events.ts')},
	figures: {summary: 'who said how many, of what, as of when', load: async () => import('./figures.ts')},
	quotes: {summary: 'words in quotation marks, with their speakers', load: async () => import('./quotes.ts')},
	figure: {summary: 'put figures right: confirm, reject, edit or add them', load: async () => import('./figure.ts')},
	quote: {summary: 'put quotes right, likewise', load: async () => import('./quote.ts')},
	compare: {summary: 'articles side by side, by text or by figures', load: async () => import('./compare.ts')},
	explain: {summary: 'why the figures of an event differ, question by question', load: async () => import('./explain.ts')},
	tensions: {summary: 'figures that cannot all be true as they are read, by logic alone', load: async () => import('./tensions.ts')},
	timeline: {summary: 'figures in order of time, a strip for each origin', load: async () => import('./timeline.ts')},
	gaps: {summary: 'who has which claim, and who has not', load: async () => import('./gaps.ts')},
	headlines: {summary: 'headlines side by side, checked against their bodies', load: async () => import('./headlines.ts')},
	export: {summary: 'a comparison as a file: Markdown, HTML, JSON, CSV, citations, a folder for an editor', load: async () => import('./export.ts')},
	log: {summary: 'what people put right, oldest first', load: async () => import('./log.ts')},
	article: {summary: 'put an article right, tag, note, star or delete it', load: async () => import('./article.ts')},
	event: {summary: 'merge, split, move or rename events; make a storyline', load: async () => import('./event.ts')},
	undo: {summary: 'take back the last correction, or a chosen one', load: async () => import('./undo.ts')},
	question: {summary: 'follow a question over weeks', load: async () => import('./question.ts')},
	check: {summary: 'what is otherwise with the questions you follow since you last looked', load: async () => import('./check.ts')},
	audit: {summary: 'a random sample to check, and the error rate of this library', load: async () => import('./audit.ts')},
	regroup: {summary: 'group all articles anew, keeping what people settled', load: async () => import('./regroup.ts')},
	rederive: {summary: 'read documents anew, and show what reads differently', load: async () => import('./rederive.ts')},
	verify: {summary: 'check every hash, body and span', load: async () => import('./verify.ts')},
	doctor: {summary: 'find what is damaged or left over, and mend it', load: async () => import('./doctor.ts')},
	backup: {summary: 'copy the whole library, checked, into a file or a folder', load: async () => import('./backup.ts')},
	restore: {summary: 'put a backup in the library\'s place', load: async () => import('./restore.ts')},
	demo: {summary: 'open the demo library', load: async () => import('./demo.ts')},
	completion: {summary: 'completion for bash, zsh or fish', load: async () => import('./completion.ts')},
	config: {summary: 'the settings, each with where it comes from', load: async () => import('./config.ts')},
	keys: {summary: 'the table of keys', load: async () => import('./keys.ts')},
};

/** The verb behind no verb: the screen. */
export const browse = {summary: 'the screen; as plain text where stdout is no terminal', load: async () => import('./browse.ts')};
