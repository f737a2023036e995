import {HEADLINE, type Article} from '../../source/model/article.ts';
import type {Column} from '../../source/model/comparison.ts';
import type {Figure} from '../../source/model/figure.ts';
import {buildGoldArticle, type Gold, type GoldClaim} from './gold-articles.ts';

const components = ['killed', 'wounded', 'missing', 'captured'] as const;
const qualifiers = ['=', '>', '>=', '<', '<=', '~', 'range', 'vague'] as const;
const stances = ['certain', 'probable', 'possible', 'uncommitted', 'denied'] as const;
const one = <T extends string>(of: readonly T[], word: string | null): T | undefined => of.find(item => item === word);

/** Where a label of the raw page stands in the article that was cut out of it. */
const placeOf = (article: Article, line: number, start: number): {readonly segment: number; readonly start: number} => {
	const segment = article.segments.findIndex(item => item.startLine === line);
	return segment >= 0 ? {segment, start: start - (article.segments[segment]?.pieces[0]?.column ?? 0)} : {segment: HEADLINE, start};
};

const nothing = {
	externalId: null, low: null, high: null, qualifier: '=', boundsBasis: 'stated', unit: null, measure: null, measureText: null, components: null, subject: null, scope: null, flow: null, periodText: null,
	source: null, sourceText: null, sourceChain: [], directness: 'indirect', cue: null, stance: 'certain', hedges: [], basis: null, verification: null, asOf: null, asOfText: null,
	saidOn: null, saidOnText: null, statement: null, quoted: false, derived: false, minor: false, refusal: false, review: null,
} as const satisfies Partial<Figure>;

const figureOf = (claim: GoldClaim, article: Article): Figure => {
	const place = placeOf(article, claim.line, claim.start);
	const sentence = article.segments[place.segment]?.text ?? article.headline ?? '';
	return {
		...nothing, id: claim.id, article: article.id, document: article.document, sha256: article.document, line: claim.line, ...place, end: place.start + claim.text.length, text: claim.text, sentence,
		low: claim.low, high: claim.high, qualifier: one(qualifiers, claim.qualifier) ?? '=', boundsBasis: claim.qualifier === 'vague' ? 'convention' : 'stated', unit: claim.unit,
		measure: claim.measure, measureText: claim.measureText, components: claim.components?.length ? claim.components.flatMap(word => one(components, word) ?? []) : null, subject: claim.subject, scope: claim.scope,
		flow: one(['total', 'period'] as const, claim.flow) ?? null, periodText: claim.periodText, source: claim.source, sourceText: claim.source, sourceChain: claim.sourceChain,
		directness: one(['direct', 'indirect', 'own'] as const, claim.directness) ?? 'own', cue: claim.cue, stance: one(stances, claim.stance) ?? 'certain', hedges: claim.hedges,
		verification: claim.verification, asOf: claim.asOf, asOfText: claim.asOfText, saidOn: claim.saidOn, saidOnText: claim.saidOnText, minor: claim.minor,
	};
};

/** Articles as a perfect reading gives them: the labelled claims as figures, the labelled refusal with them. */
export const goldColumns = (gold: Gold, ids: readonly string[]): Column[] => ids.flatMap(id => {
	const wanted = gold.articles.find(item => item.id === id);
	if (!wanted) return [];
	const article = buildGoldArticle(gold, wanted);
	const refusals = gold.qualitative.filter(item => item.article === id && item.refusal).map((item, index): Figure => {
		const segment = article.segments.findIndex(part => part.startLine === item.line);
		const sentence = article.segments[segment]?.text ?? '';
		const start = sentence.indexOf(item.text);
		return {
			...nothing, id: `${id}-refusal-${index}`, article: id, document: article.document, sha256: article.document, line: item.line, segment, start, end: start + item.text.length, text: item.text, sentence,
			unit: 'people', measure: 'casualties', subject: 'North Korean troops', source: item.source, sourceText: item.source, refusal: true,
		};
	});
	return [{article, figures: [...gold.claims.filter(claim => claim.article === id).map(claim => figureOf(claim, article)), ...refusals], quotes: []}];
});
