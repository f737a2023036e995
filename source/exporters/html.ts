import type {Comparison} from '../model/comparison.ts';
import {evidenceOf, uncheckedWords} from './evidence.ts';
import type {EvidenceLevel, PageExporter} from './exporter.ts';
import {articlesSection} from './html/columns.ts';
import {element, section, styleElement, type Html} from './html/element.ts';
import {proofsOf} from './html/figure.ts';
import {proofList, type Beside} from './html/proof.ts';
import {sheet} from './html/style.ts';
import {ledgerSection, matrixSection} from './html/tables.ts';
import {timelineSection} from './html/timeline.ts';
import {explainSection, gapsSection, headlinesSection, quotesSection} from './html/views.ts';
import {summaryWords} from './words.ts';

const NAMES: Readonly<Record<string, string>> = {
	explain: 'Why they differ', text: 'Articles', figures: 'Figures', ledger: 'Ledger', headlines: 'Headlines', quotes: 'Quotes', gaps: 'Gaps', timeline: 'Timeline', evidence: 'Evidence',
};

/** A whole page. `beside`: what lies in the same folder, for the editor's bundle; null for a page that stands alone. */
export const htmlPage = (comparison: Comparison, level: EvidenceLevel, beside: Beside | null): string => {
	const evidence = evidenceOf(comparison);
	const proofs = proofsOf(level === 'none' ? [] : evidence);
	const articles = new Map(comparison.columns.map(({article}) => [article.id, article]));
	const parts: ReadonlyArray<readonly [string, Html | null]> = [
		['explain', explainSection(comparison, articles, proofs)],
		['figures', matrixSection(comparison, proofs)],
		['text', articlesSection(comparison, proofs)],
		['headlines', headlinesSection(comparison, articles, proofs)],
		['quotes', quotesSection(comparison, articles)],
		['gaps', gapsSection(comparison)],
		['timeline', timelineSection(comparison)],
		['ledger', ledgerSection(comparison, articles, proofs)],
		['evidence', level === 'none' || evidence.length === 0 ? null : section('evidence', 'Evidence', element('p', {}, uncheckedWords(evidence)), proofList(evidence, level, beside))],
	];
	const there = parts.filter(([, part]) => part !== null);
	const title = comparison.title.trim() === '' ? 'Comparison' : comparison.title;
	return `<!doctype html>\n${element('html', {lang: 'en'},
		element('head', {},
			element('meta', {charset: 'utf-8'}),
			element('meta', {'http-equiv': 'Content-Security-Policy', content: 'default-src \'none\'; style-src \'unsafe-inline\''}),
			element('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
			element('meta', {name: 'referrer', content: 'no-referrer'}),
			element('title', {}, title),
			styleElement(sheet)),
		element('body', {},
			element('header', {}, element('h1', {}, title), element('p', {class: 'dim'}, summaryWords(comparison)),
				beside === null ? null : element('p', {}, element('b', {}, uncheckedWords(evidence)), ' Each figure of this page leads to its evidence: a box to tick, the words around it, the file it stands in. ', element('span', {class: 'mono'}, 'sha256sum -c SHA256SUMS'), ' tells whether the files are still those that were read.'),
				there.length === 0 ? null : element('nav', {'aria-label': 'Parts of this page'}, element('ul', {}, there.map(([id]) => element('li', {}, element('a', {href: `#${id}`}, NAMES[id] ?? id)))))),
			element('main', {}, there.map(([, part]) => part)),
			element('footer', {}, element('p', {class: 'dim'}, 'Words set like ', element('span', {class: 'own'}, 'this'), ' are newsdeck’s own, not a source’s. It shows where outlets differ and says of none that it is right.')))).html}\n`;
};

/** A page that stands alone: no script, nothing loaded, readable on a phone, in print and aloud. */
export const html: PageExporter = {
	name: 'html',
	extension: 'html',
	title: 'HTML, a page that stands alone',
	holds: 'columns',
	write: (comparison, {evidence = 'full'} = {}) => htmlPage(comparison, evidence, null),
};
