import table from '../../data/boilerplate.json' with {type: 'json'};
import {later} from '../text/later.ts';
import type {CutPage, Removed} from './by-hand.ts';
import {readArticle} from './body.ts';
import {articleStarts} from './boundaries.ts';
import {type Content, contentsOf, type Draft} from './draft.ts';
import type {Entry} from './entries.ts';
import {isSaved, withoutFrame, withoutSurroundings} from './frame.ts';
import {readListing} from './listing.ts';
import {isLiveBlog, readLiveBlog} from './live-blog.ts';
import {mastheadOf} from './masthead.ts';
import {inferOutlet, type OutletFinding} from './outlet.ts';
import {pagesOf} from './pages.ts';
import {linkLines, partLinks, relatedPart, relatedStarts} from './related.ts';
import {readSavedPage} from './saved-page.ts';

const articlesOf = (contents: readonly Content[], starts: readonly number[], saved: boolean): Draft[] =>
	starts.map((start, index) => readArticle(contents.slice(start, starts[index + 1] ?? contents.length), saved && index === 0));

const cutPage = (page: readonly Entry[], saved: boolean): CutPage => {
	const contents = contentsOf(page);
	const {own, related} = relatedPart(contents);
	const drafts = own.length > 0 && isLiveBlog(own) ? [readLiveBlog(own)] : articlesOf(own, articleStarts(own, saved), saved);
	return cutOf(page, own, partLinks([...drafts, ...articlesOf(related, relatedStarts(related), false)]), saved);
};

/** Outlets whose words others print, under their own name. */
const AGENCIES: ReadonlySet<string> = new Set(table.agencies);

const cutOf = (page: readonly Entry[], own: readonly Content[], {kept, links}: ReturnType<typeof partLinks>, saved: boolean): CutPage => {
	// A draft that came out with rows only (a date, an outlet) is no article; on a saved page neither is a headline alone.
	const empty = kept.filter(draft => (draft.headline === null || saved) && draft.body.length === 0 && draft.children.length === 0);
	// A saved page names its outlet itself; the agency in the dateline is where it took the text from.
	if (saved) for (const draft of kept) draft.agency = null;
	const furniture = page.flatMap(({line, verdict}) => verdict === null ? [] : [{line, rule: verdict.rule}]);
	const lines = own.map(({line}) => line);
	const masthead = later(() => mastheadOf(page, kept.flatMap(({headline}) => headline === null ? [] : [headline.text]), kept.flatMap(({byline}) => byline ?? [])));
	// "Reuters" beside the date of a page that another made: whose words they are, as in a dateline. A list of many papers' pieces says whose each is.
	const [only, second] = kept;
	if (second === undefined && only?.outlet != null && AGENCIES.has(only.outlet.outlet) && (masthead()?.outlet ?? only.outlet.outlet) !== only.outlet.outlet) only.outlet = null;
	// A saved page names its partners and sister papers around the text, too: what names the page itself counts more.
	const told = (): OutletFinding | null => inferOutlet(lines, furniture.map(({line}) => line));
	const inferred = later(() => saved ? masthead() ?? told() : told() ?? masthead());
	return {
		drafts: kept.filter(draft => !empty.includes(draft)).map(draft => ({...draft, inferred})),
		furniture: [
			...furniture,
			...linkLines(links).map(line => ({line, rule: 'related link'})),
			...empty.flatMap(draft => [...draft.removed, ...[draft.headline, draft.standfirst].flatMap(line => line === null ? [] : [{line, rule: 'related link'}])]),
		],
	};
};

/** What was taken out of an article and of its posts. */
export const allRemoved = (draft: Draft): readonly Removed[] => [...draft.removed, ...draft.children.flatMap(allRemoved)];

const wordsOf = (draft: Draft): number => draft.body.reduce((sum, {line}) => sum + line.words, 0) + draft.children.reduce((sum, child) => sum + wordsOf(child), 0);

/** Whether less text was kept than was taken for furniture by its place alone: then the place was judged wrongly. */
const lostMore = (pages: readonly CutPage[], entries: readonly Entry[]): boolean => {
	const kept = pages.flatMap(({drafts}) => drafts).reduce((sum, draft) => sum + wordsOf(draft), 0);
	const removed = pages.flatMap(({drafts, furniture}) => [...furniture, ...drafts.flatMap(allRemoved)]);
	const gone = new Set(removed.filter(({rule}) => rule === 'page furniture').map(({line}) => line.number));
	const lost = entries.reduce((sum, {line}) => sum + (line.shape !== 'title' && gone.has(line.number) ? line.words : 0), 0);
	return lost > kept;
};

/** Parts a file into pages and cuts each. Where that would lose more text than it keeps, nothing is taken for furniture by its place. */
export const cutPages = (entries: readonly Entry[]): CutPage[] => {
	const listing = readListing(entries);
	if (listing !== null) return [cutOf(listing.page, listing.own, {kept: [...listing.drafts], links: []}, false)];
	const article = readSavedPage(entries);
	if (article !== null) return [cutOf(article.page, article.own, {kept: [article.draft], links: []}, article.saved)];
	const cut = pagesOf(withoutFrame(entries)).map(page => withoutSurroundings(page)).map(page => cutPage(page, isSaved(page)));
	return lostMore(cut, entries) ? pagesOf(entries).map(page => cutPage(page, false)) : cut;
};
