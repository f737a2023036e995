import type {Derivation} from '../model/library.ts';
import {symbols} from './paint/theme.ts';
import {publishedWords, say} from './words/words.ts';

/** "undated   outlet inferred from “told the Herald”": what is known of the article, and how. */
export const factsOf = ({article}: Derivation): string => {
	const parts = [publishedWords(article.published)];
	if (article.publishedBasis === 'inherited') parts[0] += ', from its page';
	if (article.byline) parts.push(article.byline);
	if (article.outletBasis === 'inferred' && article.outletEvidence) parts.push(`outlet inferred from ${article.outletEvidence}`);
	if (article.kind !== 'article') parts.push(article.kind.replace('-', ' '));
	if (article.starred) parts.push(symbols.starred);
	if (article.reviewed) parts.push(`${symbols.checked} reviewed`);
	parts.push(...article.tags);
	if (article.note !== null) parts.push(`${symbols.noted} ${article.note}`);
	if (article.language !== null && !article.language.startsWith('en')) parts.push(say.notEnglish);
	return parts.join('   ');
};
