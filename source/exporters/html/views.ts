import {explain} from '../../compare/explain.ts';
import {gapsOf} from '../../compare/gaps.ts';
import {headlinesOf} from '../../compare/headlines.ts';
import {pairWords, reasonLines} from '../../compare/reason-lines.ts';
import {sharedQuotes} from '../../compare/shared-quotes.ts';
import type {Comparison, QuestionGroup} from '../../model/comparison.ts';
import type {Difference, ExplainedQuestion, QuoteCarrier, Stretch} from '../../model/views.ts';
import type {Figure} from '../../model/figure.ts';
import {HEADLINE} from '../../model/article.ts';
import {isTold, outletName, publishedWords, sentenceCase} from '../words.ts';
import {element, section, type Child, type Html} from './element.ts';
import {figureBlock, markedText, type Articles, type Proofs} from './figure.ts';

const labelOf = ({label, note}: QuestionGroup): string => note === null ? label : `${label}, ${note}`;

const setApart = ({left, right, why}: Difference): Html => element('li', {}, element('span', {class: 'warn'}, '≠ '), `${left} / ${right}: `, element('span', {class: 'own'}, why.map(({reason, fact}) => `${reason}, ${fact}`).join('; ')));

/** A figure in no column: with the outlet that has it. */
const loneFigure = (figure: Figure, articles: Articles, proofs: Proofs): Html => {
	const article = articles.get(figure.article);
	return figureBlock(figure, proofs, article === undefined ? 'outlet unknown' : outletName(article));
};

const questionBlock = ({group, differences, apart}: ExplainedQuestion, articles: Articles, proofs: Proofs): Child => [
	element('h3', {}, sentenceCase(labelOf(group))),
	group.figures.filter(isTold).map(figure => loneFigure(figure, articles, proofs)),
	differences.length === 0 && apart === null ? null : element('ul', {}, reasonLines(differences).map(line => element('li', {}, `${pairWords(line)}: `, element('span', {class: 'own'}, `${line.cause.reason}, ${line.cause.fact}`))), apart === null ? null : setApart(apart)),
];

/** Why the figures differ, question by question; never which is right. */
export const explainSection = (comparison: Comparison, articles: Articles, proofs: Proofs): Html | null => {
	const {summary, questions, alone, conclusion, tensions} = explain(comparison);
	if (questions.length === 0 && alone.length === 0) return null;
	return section('explain', 'Why they differ',
		element('p', {class: 'own'}, summary),
		questions.map(question => questionBlock(question, articles, proofs)),
		alone.length === 0 ? null : [element('h3', {}, 'Alone'), element('ul', {}, alone.map(group => element('li', {}, labelOf(group), group.figures.filter(isTold).map(figure => loneFigure(figure, articles, proofs)))))],
		element('p', {class: 'own'}, conclusion),
		tensions.length === 0 ? null : element('ul', {}, tensions.map(({explanation, innocent}) => element('li', {}, element('span', {class: 'warn'}, '! '), explanation, innocent.length === 0 ? null : ` May be: ${innocent.join('; ')}.`))));
};

const told = (name: string, stretch: Stretch | null): Child => stretch === null ? null : [element('dt', {}, name), element('dd', {}, stretch.text)];

/** Headlines with what is in them, and what the body says otherwise. */
export const headlinesSection = ({columns}: Comparison, articles: Articles, proofs: Proofs): Html | null => section('headlines', 'Headlines', headlinesOf(columns).map(row => {
	const article = articles.get(row.article);
	const own = columns.find(column => column.article.id === row.article);
	return element('div', {class: 'row'}, element('div', {class: 'cell'},
		element('h3', {}, row.headline === null ? 'no headline' : markedText(row.headline, HEADLINE, own?.figures ?? [], own?.quotes ?? [], proofs)),
		element('p', {class: 'dim'}, article === undefined ? 'outlet unknown' : `${outletName(article)}, ${publishedWords(article)}`),
		row.actor === null && row.verb === null && row.attribution === null ? null : element('dl', {}, told('actor', row.actor), told('verb', row.verb), told('on whose word', row.attribution)),
		row.flags.length === 0 ? null : element('ul', {}, row.flags.map(({flag, words}) => element('li', {}, element('span', {class: 'warn'}, '! '), flag, words === null ? null : `: ${words}`)))));
}));

const names = (outlets: ReadonlyArray<string | null>): string => outlets.map(outlet => outlet ?? 'outlet unknown').join(', ');

/** Who has which claim, and who has not. */
export const gapsSection = (comparison: Comparison): Html | null => {
	const gaps = comparison.columns.length < 2 ? [] : gapsOf(comparison);
	return gaps.length === 0 ? null : section('gaps', 'Gaps', element('ul', {}, gaps.map(({kind, claim, carriedBy, missingFrom}) =>
		element('li', {}, element('span', {class: 'dim'}, `${kind}: `), claim, element('p', {class: 'dim'}, `in ${names(carriedBy)}; not in ${names(missingFrom)}`)))));
};

const carrier = ({article: id, parts, cut}: QuoteCarrier, articles: Articles): Html => {
	const article = articles.get(id);
	return element('li', {}, element('span', {class: 'dim'}, `${article === undefined ? 'outlet unknown' : outletName(article)}: `), cut === 'whole'
		? 'as it stands above'
		: parts.map(({kind, text}, at) => [at === 0 ? '' : ' ', kind === 'same' ? text : kind === 'cut' ? element('del', {}, text) : element('ins', {}, text)]));
};

/** Each quotation once, and how each carrier cut it. */
export const quotesSection = ({columns}: Comparison, articles: Articles): Html | null => {
	const quotes = sharedQuotes(columns);
	return quotes.length === 0 ? null : section('quotes', 'Quotes', element('ul', {}, quotes.map(({text, speaker, carriers}) =>
		element('li', {}, element('span', {class: 'q'}, `“${text}”`), ` ${speaker ?? 'speaker not named'}`, element('ul', {}, carriers.map(one => carrier(one, articles)))))));
};
