import type {News} from './news.ts';
import {sentences} from '../text/sentences.ts';
import type {Space} from './likeness.ts';
import {casesIn, inSentenceCase, isTitleCase, type Cases} from './sentence-case.ts';
import type {ByNumber} from './shelf.ts';
import {smallWords} from './small-words.ts';
import {productOf} from './sums.ts';
import type {Group} from './why.ts';

/** A label longer than this does not fit two rows of the list. */
const LABEL_LENGTH = 60;
const SHORTEST = 18;
/** A clause cut off shorter than this is seldom more than a name ("Senate Republicans", "Rep. Duncan Hunter"). */
const SHORTEST_CLAUSE = 30;
/** What belongs to the verb before it: "urged to step down" does not end in "step". */
const PARTICLES: ReadonlySet<string> = new Set(['down', 'up', 'off', 'out', 'over', 'back', 'away', 'in', 'on']);
/** No headline is longer; what is was not cut from its body. */
const READ = 1000;

/** "Live:", "In Focus:", "Exclusive:", "... latest:": says what kind of piece it is, not what happened. */
const KICKER = /^(?:exclusive|watch|video|listen|live|live updates|breaking|breaking news|in focus|in pictures|analysis|opinion|explainer|explained|fact check|mapped|update|updated|revealed|[^:|]{0,40}\b(?:latest|live|live updates|blog|briefing))\s*[:|–—]\s+/iu;
/** "... | BBC News", "... - The Times": where it stood. */
const SITE = /\s+[|–—-]\s+\p{Lu}[\p{L}.&']*(?:\s\p{Lu}[\p{L}.&']*){0,3}$/u;

/** “I had to leave”: how a town emptied: a quotation that stands before what it is about. */
const QUOTED = /^(?:‘[^’]*(?:’\p{L}[^’]*)*’|“[^”]*”|"[^"]*"|'[^']*')\s*[:–—-]\s+/u;
/** A clause that only leads up to the news: "As winter comes, what next for the town?" */
const LEADING = /^(?:as|after|when|while|if|despite|although|with|amid|before)\s.*?(?:\s[–—-]\s|,\s(?!and\b|or\b))/iu;

/** Places where a headline can end and still say something, best first. */
const ENDS = [
	/\s+[–—]\s+|;\s+|:\s+|\s+-\s+/gu,
	/,\s+/gu,
	/\s+(?:as|amid|after|before|while|when|despite|because|in response to|ahead of|in bid to|over|following|if|with)\s+/giu,
];

const endingsBefore = (text: string, pattern: RegExp): number => Math.max(-1, ...[...text.matchAll(pattern)].map(match => match.index).filter(index => index >= SHORTEST_CLAUSE && index <= LABEL_LENGTH));

const without = (text: string, pattern: RegExp): string => {
	const rest = text.replace(pattern, '').trim();
	return rest.length < SHORTEST ? text : rest.charAt(0).toUpperCase() + rest.slice(1);
};

/** A quotation mark whose other half was cut off goes too. */
const balanced = (text: string): string => {
	const open = Math.max(text.lastIndexOf('‘'), text.lastIndexOf('“'));
	const lost = open >= 0 && !/[’”](?!\p{L})/u.test(text.slice(open + 1)) ? open : (text.split('"').length % 2 === 0 ? text.lastIndexOf('"') : -1);
	const straight = lost >= 0 ? lost : text.search(/(?<!\S)'(?!.*'(?!\p{L}))/u);
	return straight < 0 ? text : text.slice(0, straight) + text.slice(straight + 1);
};

/** "a conspiracy theory about" waits for more: the small words at the end go. `whole`: the clause ends here, so that "step down" keeps its "down". */
const closed = (text: string, whole: boolean): string => {
	const words = text.split(' ');
	const isSmall = (word: string): boolean => smallWords.has(word) && !(whole && PARTICLES.has(word));
	while (words.length > 3 && isSmall((words.at(-1) ?? '').toLowerCase().replaceAll(/[^\p{L}]/gu, ''))) words.pop();
	return balanced(words.join(' ').replace(/[,;:–—‘“-]+$/u, '').trim());
};

/** Cuts a headline to at most sixty characters, at a clause where it can, else after a word, with "…". */
export const shorten = (headline: string): string => {
	let text = headline.slice(0, READ).replaceAll(/\s+/g, ' ').trim();
	for (const pattern of [KICKER, SITE, QUOTED]) text = without(text, pattern);
	text = text.replace(/(?<![.…])\.$/, '');
	if (text.length > LABEL_LENGTH) text = without(text, LEADING);
	if (text.length <= LABEL_LENGTH) return text;
	for (const pattern of ENDS) {
		const end = endingsBefore(text, pattern);
		if (end > 0) return closed(text.slice(0, end), true);
	}

	const space = text.lastIndexOf(' ', LABEL_LENGTH - 1);
	return `${closed(text.slice(0, space > SHORTEST ? space : LABEL_LENGTH - 1), false)}…`;
};

/** A site's name after the headline takes about so much. */
const SITE_LENGTH = 15;

/** What stands for a headline where there is none: the first sentence. */
const firstSentence = (article: News): string => {
	const text = (article.standfirst ?? article.segments.find(segment => segment.kind !== 'caption')?.text ?? '').slice(0, READ);
	const [first] = sentences(text);
	return first === undefined ? '' : text.slice(first.start, first.end);
};

/** A headline that is whole within the length is worth a little distance from the centre, one cut at a clause half of it. */
const FITS = 0.1;
/** A teaser or a post tells a part; the label should be of an article that tells the event. */
const HAS_HEADLINE = 0.1;

/** The label of an event: the headline nearest its centre, shortened, in sentence case. `cases`: of all articles. */
export const eventLabel = ({items, sum}: Group, articles: ByNumber, space: Space, cases: Cases): string => {
	const scored = items.flatMap(index => {
		const article = articles[index];
		const own = space.vectors[index];
		if (article === undefined || own === undefined) return [];
		const shared = productOf(own, sum) - own.weights.reduce((total, weight) => total + weight * weight, 0);
		const headline = (article.headline ?? firstSentence(article)).trim();
		const text = shorten(headline);
		return [{article, text, titled: isTitleCase(headline), score: shared / Math.max(1, items.length - 1) + (text.endsWith('…') ? 0 : headline.length > LABEL_LENGTH + SITE_LENGTH ? FITS / 2 : FITS) + (article.headline === null ? 0 : HAS_HEADLINE)}];
	}).filter(entry => entry.text !== '').sort((a, b) => Math.round((b.score - a.score) * 1e6) || (a.article.id < b.article.id ? -1 : 1));
	const best = scored[0];
	return best === undefined ? 'Article without words' : inSentenceCase(best.text, casesIn(items.flatMap(index => articles[index] ?? [])), cases, best.titled);
};
