import type {ArticleRecord, RecordParagraph} from '../model/document.ts';
import {clean} from '../text/sanitise.ts';

type Optional = 'endLine' | 'kind' | 'parent' | 'id' | 'title' | 'titleLine' | 'standfirst' | 'standfirstLine' | 'byline' | 'paragraphs' | 'outlet' | 'within' | 'date' | 'url' | 'captured' | 'language' | 'tags' | 'fromPage';

/** A record of what is known; all the rest is null or empty. */
export const recordOf = (known: Omit<ArticleRecord, Optional> & Partial<ArticleRecord>): ArticleRecord => ({
	endLine: known.line, kind: 'article', parent: null, id: null, title: null, titleLine: null, standfirst: null, standfirstLine: null, byline: null, paragraphs: [], outlet: null, within: null,
	date: null, url: null, captured: null, language: null, tags: [], fromPage: false, ...known,
});

const UNEVEN = /[^ -~]/;
/** Whether a text is printed ASCII characters with single spaces between, as most English prose is: then there is nothing to clean. Two simple looks take a third of the time of one for both. */
export const isEven = (text: string): boolean => !UNEVEN.test(text) && !text.includes('  ');

/** White space as single spaces. Most texts have no other, and are taken as they are: one look takes less than making them anew. */
export const singleSpaced = (text: string): string => !isEven(text) && /\s\s|[^\S ]/.test(text) ? text.replaceAll(/\s+/g, ' ') : text;

/** Cleaned, on one line, white space as single spaces; null where nothing is left. */
export const oneLine = (text: string | null | undefined): string | null => {
	const given = text ?? '';
	const plain = (isEven(given) ? given : singleSpaced(clean(given).text)).trim();
	return plain === '' ? null : plain;
};

/** Blank lines part paragraphs where there are any, else line ends do. The raw text must not be cleaned before it is split: the cleaner takes line ends for spaces. */
export const paragraphsOf = (text: string, line: number): RecordParagraph[] => {
	const lines = text.replace(/\r\n?/g, '\n').trim();
	const parts = /\n[ \t]*\n/.test(lines) ? lines.split(/\n[ \t]*\n/) : lines.split('\n');
	return parts.map(part => clean(part).text.trim()).filter(part => part !== '').map(part => ({kind: 'paragraph', text: part, line}));
};

/** The address, if it is one of the web's: others ("javascript:", "data:") lead nowhere a person should go. */
export const webAddress = (text: string | null | undefined, base?: string | null): string | null => {
	const plain = oneLine(text);
	if (plain === null) return null;
	const url = URL.canParse(plain) ? new URL(plain) : base != null && URL.canParse(plain, base) ? new URL(plain, base) : null;
	return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
};
