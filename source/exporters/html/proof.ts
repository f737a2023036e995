import type {Figure} from '../../model/figure.ts';
import {safeUrl, textFragment} from '../escape.ts';
import {placeWords, type Evidence} from '../evidence.ts';
import type {EvidenceLevel} from '../exporter.ts';
import {checkedWords, outletName, publishedWords, sourceWords, valueWords} from '../words.ts';
import {element, type Child, type Html} from './element.ts';

/** What an editor's bundle adds to the evidence: a box to tick, and where the file lies beside the page. */
export type Beside = {readonly files: ReadonlyMap<string, string>};

const marked = ({sentence, text}: Figure): Child => {
	const at = text === '' ? -1 : sentence.indexOf(text);
	return at === -1 ? sentence : [sentence.slice(0, at), element('mark', {}, text), sentence.slice(at + text.length)];
};

const fact = (name: string, value: Child): Child => value === null || value === '' ? null : [element('dt', {}, name), element('dd', {}, value)];

const facts = ({figure, article}: Evidence, beside: Beside | null): Html => {
	const url = safeUrl(article.url);
	const file = beside?.files.get(figure.sha256);
	return element('dl', {},
		fact('source', sourceWords(figure)),
		fact('outlet', `${outletName(article)}${article.outletBasis === null ? '' : ` (${article.outletBasis})`}`),
		fact('headline', article.headline),
		fact('published', publishedWords(article)),
		fact('captured', article.captured),
		fact('place', placeWords(article, figure)),
		fact('in the article', `segment ${figure.segment}, characters ${figure.start}–${figure.end}`),
		fact('sha256', element('span', {class: 'mono'}, figure.sha256)),
		fact('page', url === null ? null : element('a', {href: textFragment(url, figure.sentence), rel: 'noreferrer noopener'}, 'open it at these words')),
		fact('file', file === undefined ? null : element('a', {href: file}, file)),
		fact('checked', checkedWords(figure)));
};

/** One figure's evidence: closed it says where, opened it shows the words. */
const proof = (evidence: Evidence, level: EvidenceLevel, beside: Beside | null): Html => {
	const {number, figure, article, before, after} = evidence;
	const title = `${number}. ${valueWords(figure)}, ${outletName(article)}, line ${figure.line}`;
	const words = level === 'full' && figure.sentence !== '' ? element('blockquote', {}, before === null ? null : [before, ' '], element('span', {}, marked(figure)), after === null ? null : [' ', after]) : null;
	return element('li', {id: `e${number}`},
		beside === null ? null : element('div', {class: 'tick'}, element('input', {type: 'checkbox', id: `t${number}`}), element('label', {for: `t${number}`}, `${title}: I have checked it in the file`)),
		element('details', {}, element('summary', {}, title), words, facts(evidence, beside)));
};

/** All evidence, in the numbers that the page's figures lead to. */
export const proofList = (evidence: readonly Evidence[], level: EvidenceLevel, beside: Beside | null): Html => element('ol', {class: 'proof'}, evidence.map(one => proof(one, level, beside)));
