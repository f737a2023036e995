import {biographyOf, reportingOf} from './byline.ts';
import {type Content, type Draft, newDraft, takeMeta} from './draft.ts';
import {type Found, readFront} from './headline.ts';
import {withoutOutlet} from './meta.ts';
import {isSame} from './resemblance.ts';

const LONGEST_HEADING = 10;
const ASIDE = /^(?:But|And|So|Or|Would|Could|Really|Right|Why not)\b/;

/** "What does the deal say?" over a paragraph is a heading of a question-and-answer piece; "But what now?" is prose. */
const isHeading = (contents: readonly Content[], index: number): boolean => {
	const content = contents[index];
	const next = contents[index + 1];
	if (content === undefined || next === undefined || (next.line.shape !== 'prose' && next.line.shape !== 'list')) return false;
	const count = content.line.words;
	if (content.line.shape === 'question') return count <= LONGEST_HEADING && !ASIDE.test(content.line.text);
	return content.line.shape === 'title';
};

/** Lines under the body that tell of the author: read from the end, as long as they do. */
const readEnd = (draft: Draft, contents: readonly Content[], saved: boolean): number => {
	let end = contents.length;
	for (let index = contents.length - 1; index > 0; index--) {
		const content = contents[index];
		if (content === undefined) break;
		const {line, meta} = content;
		const author = biographyOf(line.text) ?? reportingOf(line.text);
		if (meta !== null) {
			// Under the text of a saved page stand the names of partners and sister sites.
			takeMeta(draft, line, saved ? withoutOutlet(meta) : meta);
		} else if (author !== null) {
			draft.byline ??= author;
			draft.removed.push({line, rule: 'byline'});
		} else {
			break;
		}

		end = index;
	}

	return end;
};

/** Reads paragraphs, headings and lists into the draft; captions, stray rows and copies of the headline are taken out. */
const readBody = (draft: Draft, contents: readonly Content[]): void => {
	for (const [index, content] of contents.entries()) {
		const {line, meta} = content;
		const before = contents[index - 1];
		const after = contents[index + 1];
		const twice = [before, after].some(other => other !== undefined && isSame(other.line, line));
		// The name of an outlet inside the text is a credit or a link, not the article's own.
		if (meta !== null) takeMeta(draft, line, withoutOutlet(meta));
		else if (draft.headline !== null && isSame(line, draft.headline)) draft.removed.push({line, rule: 'headline printed again'});
		// A photograph's caption comes twice: once as its text, once for those who cannot see it.
		else if (twice) draft.removed.push({line, rule: 'caption printed twice'});
		else if (content.creditAfter && (line.shape === 'title' || line.shape === 'teaser')) draft.removed.push({line, rule: 'caption'});
		else draft.body.push({line, kind: line.shape === 'list' ? 'list' : isHeading(contents, index) ? 'heading' : 'paragraph'});
	}
};

/** One article from its lines: front, body, end. `saved`: the page came with its menu; `found`: where its headline and text are known to stand. */
export const readArticle = (contents: readonly Content[], saved = false, found: Found | null = null): Draft => {
	const draft = newDraft(contents[0]?.related === true ? 'related' : 'article');
	const front = readFront(draft, contents, saved, found);
	const rest = contents.slice(front);
	const end = readEnd(draft, rest, saved);
	readBody(draft, rest.slice(0, end));
	return draft;
};
