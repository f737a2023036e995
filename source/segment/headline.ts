import {datelineOf} from './dateline.ts';
import {isBareName, teaserByline} from './byline.ts';
import {type Content, type Draft, takeMeta} from './draft.ts';
import {canBeHeadline, chooseHeadline, leadOf} from './headline-choice.ts';
import {likeliestHeadline} from './headline-signs.ts';
import {isTitleLike, type Line} from './line.ts';
import {type Meta, metaBeside, metaOf, withoutOutlet} from './meta.ts';
import {agencyFinding} from './outlet.ts';
import {isSame} from './resemblance.ts';

/** A byline or date belongs to the headline so many lines below it, and not to the page. */
const ROWS_ABOVE = 2;
const SECTION_LABEL = /^(?:analysis|opinion|comment|commentary|exclusive|explainer|editorial|feature|interview|politics|world|world news|uk news|us news|news|business|sport|culture|science|health|technology|breaking|breaking news|live|video|watch|fact check|in depth|in pictures|investigation|long read|letter|review|profile|updated|developing|europe|asia|africa|middle east|ukraine|united states|united kingdom|russia-ukraine war|war in ukraine|environment|climate|economy|money|education|crime|royals|media|law|defence|security)$/i;
const CAPITALS = /^[\p{Lu}\d &’'|/:-]{3,30}$/u;

const isStandfirst = (contents: readonly Content[], index: number): boolean => {
	const content = contents[index];
	if (content === undefined || content.breakBefore || (content.line.shape !== 'title' && content.line.shape !== 'teaser')) return false;
	if (content.line.words < 5 || teaserByline(content.line.text) !== null) return false;
	return contents.slice(index + 1).some(({line, meta}) => meta === null && line.shape === 'prose');
};

const isSectionLabel = (contents: readonly Content[], index: number): boolean => {
	const text = contents[index]?.line.text ?? '';
	const next = contents[index + 1];
	return next !== undefined && next.meta === null && isTitleLike(next.line) && (SECTION_LABEL.test(text) || (CAPITALS.test(text) && (contents[index]?.line.words ?? 0) <= 3 && next.line.words >= 5));
};

/** Before the body a bare name beside a date, or over a job title, is an author; a short row beside a time an outlet. */
const frontMeta = (contents: readonly Content[], index: number, titled: boolean): Meta | null => {
	const content = contents[index];
	if (content === undefined) return null;
	const own = content.meta ?? metaOf(content.line, titled);
	if (own !== null) return own;
	const around = [contents[index - 1]?.meta ?? null, contents[index + 1]?.meta ?? null, contents[index + 2]?.meta ?? null];
	// Until the headline is found, a row of four words and more is rather the headline than an outlet.
	const beside = !titled && content.line.words > 3 ? null : metaBeside(content.line, around);
	if (beside !== null) return beside;
	const job = contents[index + 1]?.line.text ?? '';
	if (isBareName(content.line.text) && content.line.words <= 4 && /^(?:[\p{L}&’'-]+ ){0,5}(?:correspondent|editor|reporter|writer|columnist|journalist|chief|analyst)(?: (?:in|at|for|of) .{2,40})?$/iu.test(job)) return {rule: 'byline', byline: content.line.text};
	return null;
};

const isJobRow = ({text, words}: Line): boolean => words <= 8 && /^(?:[\p{L}&’'-]+ ){0,5}(?:correspondent|editor|reporter|writer|columnist|journalist|bureau chief|analyst)(?: (?:in|at|for|of) .{2,40})?$/iu.test(text);

/** On a saved page a name alone on its line may be a partner's or a link's; beside a time or a byline it is the outlet. */
const trusted = (meta: Meta, contents: readonly Content[], index: number, saved: boolean): Meta => {
	if (!saved || meta.outlet === undefined || meta.ago !== undefined || meta.date !== undefined) return meta;
	const beside = [contents[index - 1]?.meta, contents[index + 1]?.meta].some(other => other != null && (other.ago ?? other.date ?? other.byline) !== undefined);
	return beside ? meta : withoutOutlet(meta);
};

/** What stands above the headline: its copies, rows beside it, a label; all else is the page's. */
const readAbove = (draft: Draft, contents: readonly Content[], headline: number, saved: boolean): void => {
	const chosen = contents[headline]?.line;
	for (const [index, {line}] of contents.slice(0, headline).entries()) {
		if (line.datePrefix !== null) draft.published ??= {iso: line.datePrefix, updated: false};
		// A date above the menu is the day the page was looked at.
		const apart = contents.slice(index + 1, headline + 1).some(({menuBefore}) => menuBefore);
		const meta = !apart && headline - index <= ROWS_ABOVE ? frontMeta(contents, index, false) : null;
		if (chosen !== undefined && isSame(line, chosen)) draft.removed.push({line, rule: 'headline printed again'});
		else if (meta !== null) takeMeta(draft, line, trusted(meta, contents, index, saved));
		else draft.removed.push({line, rule: isSectionLabel(contents, index) ? 'section label' : 'page furniture'});
	}
};

/** Between headline and text stand rows and a standfirst; three lines more are lists of other things. */
const readBetween = (draft: Draft, contents: readonly Content[], index: number, lead: number): number => {
	const between = contents.slice(index, lead);
	const metas = between.map(({line, meta}) => meta ?? metaOf(line, true));
	if (draft.kind === 'live-blog' || draft.headline === null || lead === contents.length || metas.filter(meta => meta === null).length < 3) return index;
	for (const [at, {line}] of between.entries()) {
		const meta = metas[at] ?? null;
		if (meta === null) draft.removed.push({line, rule: 'page furniture'});
		else takeMeta(draft, line, withoutOutlet(meta));
	}

	return lead;
};

/** Where the headline (null: there is none) and the first paragraph stand, as places among the lines. */
export type Found = {readonly headline: number | null; readonly lead: number};

const frontOf = (contents: readonly Content[], saved: boolean): Found => {
	const lead = leadOf(contents, saved);
	const candidates = contents.slice(0, Math.max(1, lead)).flatMap((_, index) => canBeHeadline(contents, index) && !isSectionLabel(contents, index) ? [index] : []);
	// Above the text of a saved page stand the headlines of other articles too.
	if (saved && lead < contents.length) {
		const likely = likeliestHeadline(contents.map(({line}) => ({line, verdict: null})), lead);
		if (likely !== null && likely.odds > 0 && likely.index < lead) return {lead, headline: likely.index};
	}

	// Where no paragraph comes, nothing tells one open line from the other: the first is the headline.
	return {lead, headline: lead === contents.length ? candidates[0] ?? null : chooseHeadline(contents, candidates, lead)};
};

/**
 * Reads what stands before the body into the draft: label, headline, its copies, standfirst, byline, outlet and date rows.
 * Returns the number of lines read. `saved`: the page came with its menu.
 */
export const readFront = (draft: Draft, contents: readonly Content[], saved = false, found: Found | null = null): number => {
	const {headline: chosen, lead} = found ?? frontOf(contents, saved);
	let index = chosen ?? 0;
	if (chosen !== null) {
		readAbove(draft, contents, chosen, saved);
		draft.headline = contents[chosen]?.line ?? null;
		index++;
	}

	for (; index < contents.length; index++) {
		const content = contents[index];
		if (content === undefined) break;
		const {line} = content;
		if (line.datePrefix !== null) draft.published ??= {iso: line.datePrefix, updated: false};
		// Under a live blog's headline the first time belongs to the first post.
		if (draft.headline !== null && content.meta?.clock === true && contents.slice(index + 1).some(({meta: later}) => later?.clock === true)) break;
		const meta = frontMeta(contents, index, draft.headline !== null);
		if (draft.headline !== null && isSame(line, draft.headline)) draft.removed.push({line, rule: 'headline printed again'});
		// Right under the headline stands who wrote it or whose it is.
		else if (meta !== null) takeMeta(draft, line, trusted(meta, contents, index, saved && index !== (chosen ?? -2) + 1));
		else if (draft.headline !== null && draft.byline !== null && isJobRow(line)) draft.removed.push({line, rule: 'byline'});
		else if (draft.headline !== null && draft.standfirst === null && isStandfirst(contents, index)) draft.standfirst = line;
		else break;
	}

	const headlinePrefix = chosen === null ? null : contents[chosen]?.line.datePrefix ?? null;
	if (headlinePrefix !== null) draft.published ??= {iso: headlinePrefix, updated: false};
	index = readBetween(draft, contents, index, lead);
	const leading = contents[index]?.line;
	const first = leading?.text;
	const dateline = first === undefined ? null : datelineOf(first);
	if (dateline !== null) draft.published ??= {iso: dateline, updated: false};
	draft.agency = leading === undefined || saved ? null : agencyFinding(leading);
	return index;
};
