import {datelineOf} from './dateline.ts';
import {isBareName, teaserByline} from './byline.ts';
import {type Content, type Draft, takeMeta} from './draft.ts';
import {isTitleLike} from './line.ts';
import {type Meta, metaBeside, metaOf} from './meta.ts';
import {isSame, sharedWords} from './resemblance.ts';
import {tokens} from '../text/tokens.ts';

const LONGEST_CLOSED_HEADLINE = 18;
const SECTION_LABEL = /^(?:analysis|opinion|comment|commentary|exclusive|explainer|editorial|feature|interview|politics|world|world news|uk news|us news|news|business|sport|culture|science|health|technology|breaking|breaking news|live|video|watch|fact check|in depth|in pictures|investigation|long read|letter|review|profile|updated|developing|europe|asia|africa|middle east|ukraine|united states|united kingdom|russia-ukraine war|war in ukraine|environment|climate|economy|money|education|crime|royals|media|law|defence|security)$/i;
const CAPITALS = /^[\p{Lu}\d &’'|/:-]{3,30}$/u;

/**
 * Whether the line at `index` can be the headline of what follows. An open line can. A closed one must be short and
 * either stand over a standfirst, a byline or its own copy, or share its words with the lead: some papers print
 * headlines with a full stop ("Troops return to border.").
 */
export const canBeHeadline = (contents: readonly Content[], index: number): boolean => {
	const content = contents[index];
	if (content === undefined || content.meta !== null) return false;
	if (isTitleLike(content.line)) return true;
	const {text, shape} = content.line;
	const next = contents[index + 1];
	if (next === undefined || shape !== 'prose' || tokens(text).length > LONGEST_CLOSED_HEADLINE || tokens(text).length < 3) return false;
	if (/^["“(]|^(?:He|She|It|They|His|Her|Their|This|That|These|Those|But|And|However)\b|[:;,]$|[.!?]["”’']? \p{Lu}/u.test(text)) return false;
	if (next.meta !== null || isSame(content.line, next.line)) return true;
	if (next.line.shape === 'title' || next.line.shape === 'teaser') return tokens(next.line.text).length >= 8;
	return tokens(text).length <= 15 && tokens(text).length * 1.5 < tokens(next.line.text).length && sharedWords(content.line, next.line) >= 3;
};

const isStandfirst = (contents: readonly Content[], index: number): boolean => {
	const content = contents[index];
	if (content === undefined || content.breakBefore || (content.line.shape !== 'title' && content.line.shape !== 'teaser')) return false;
	if (tokens(content.line.text).length < 5 || teaserByline(content.line.text) !== null) return false;
	return contents.slice(index + 1).some(({line, meta}) => meta === null && line.shape === 'prose');
};

const isSectionLabel = (contents: readonly Content[], index: number): boolean => {
	const text = contents[index]?.line.text ?? '';
	const next = contents[index + 1];
	return next !== undefined && next.meta === null && isTitleLike(next.line) && (SECTION_LABEL.test(text) || (CAPITALS.test(text) && tokens(text).length <= 3 && tokens(next.line.text).length >= 5));
};

/** The name of the site stands over the first headline: three words at most, over a line that is printed twice or has its rows below. */
const isSiteName = (contents: readonly Content[], index: number): boolean => {
	const text = contents[index]?.line.text ?? '';
	const next = contents[index + 1];
	const after = contents[index + 2];
	if (next === undefined || after === undefined || tokens(text).length > 3 || !isTitleLike(next.line) || next.meta !== null || tokens(next.line.text).length < 4) return false;
	return isSame(next.line, after.line) || after.meta !== null;
};

/** Before the body a bare name beside a date, or over a job title, is an author; a short row beside a time an outlet. */
const frontMeta = (contents: readonly Content[], index: number, titled: boolean): Meta | null => {
	const content = contents[index];
	if (content === undefined) return null;
	const own = content.meta ?? metaOf(content.line, titled);
	if (own !== null) return own;
	const around = [contents[index - 1]?.meta ?? null, contents[index + 1]?.meta ?? null, contents[index + 2]?.meta ?? null];
	// Until the headline is found, a row of four words and more is rather the headline than an outlet.
	const beside = !titled && tokens(content.line.text).length > 3 ? null : metaBeside(content.line, around);
	if (beside !== null) return beside;
	const job = contents[index + 1]?.line.text ?? '';
	if (isBareName(content.line.text) && tokens(content.line.text).length <= 4 && /^(?:[\p{L}&’'-]+ ){0,5}(?:correspondent|editor|reporter|writer|columnist|journalist|chief|analyst)(?: (?:in|at|for|of) .{2,40})?$/iu.test(job)) return {rule: 'byline', byline: content.line.text};
	return null;
};

const isJobRow = (text: string): boolean => /^(?:[\p{L}&’'-]+ ){0,5}(?:correspondent|editor|reporter|writer|columnist|journalist|bureau chief|analyst)(?: (?:in|at|for|of) .{2,40})?$/iu.test(text) && tokens(text).length <= 8;

/**
 * Reads what stands before the body into the draft: label, headline, its copies, standfirst, byline, outlet and date rows.
 * Returns the number of lines read.
 */
export const readFront = (draft: Draft, contents: readonly Content[]): number => {
	let index = 0;
	while (index < contents.length) {
		const content = contents[index];
		if (content === undefined) break;
		const {line} = content;
		if (line.datePrefix !== null) draft.published ??= {iso: line.datePrefix, updated: false};
		// Under a live blog's headline the first time belongs to the first post.
		if (draft.headline !== null && content.meta?.clock === true && contents.slice(index + 1).some(({meta: later}) => later?.clock === true)) break;
		const meta = index === 0 && isTitleLike(line) && content.meta === null ? null : frontMeta(contents, index, draft.headline !== null);
		if (draft.headline !== null && isSame(line, draft.headline)) draft.removed.push({line, rule: 'headline printed again'});
		else if (meta !== null) takeMeta(draft, line, meta);
		else if (draft.headline === null && isSectionLabel(contents, index)) draft.removed.push({line, rule: 'section label'});
		else if (draft.headline === null && index === 0 && isSiteName(contents, index)) draft.removed.push({line, rule: 'site name'});
		else if (draft.headline === null && draft.standfirst === null && canBeHeadline(contents, index)) draft.headline = line;
		else if (draft.headline !== null && draft.byline !== null && isJobRow(line.text)) draft.removed.push({line, rule: 'byline'});
		else if (draft.headline !== null && draft.standfirst === null && isStandfirst(contents, index)) draft.standfirst = line;
		else break;
		index++;
	}

	const lead = contents[index]?.line.text;
	const dateline = lead === undefined ? null : datelineOf(lead);
	if (dateline !== null) draft.published ??= {iso: dateline, updated: false};
	return index;
};
