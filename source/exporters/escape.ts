/** Controls, and signs that turn the direction of the text around them: a file must not carry them on. */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\uFEFF]+/gu;
/** What Markdown (CommonMark, GitHub's tables and formulas) gives a meaning; a backslash takes it away. */
const MARKS = /[\\`*_{}[\]#|~$]/g;

/** Any text on one line, without what acts on a terminal or turns the text around. */
export const oneLine = (text: string): string => text.toWellFormed().replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();

/**
 * Text as it stands in a Markdown paragraph, heading, list item or table cell: one line, and no sign of it is markup,
 * HTML, a link or a new cell. Rendered, it reads as it was.
 */
export const markdownText = (text: string): string => oneLine(text)
	.replaceAll('&', '&amp;')
	.replaceAll('<', '&lt;')
	.replaceAll('>', '&gt;')
	.replace(MARKS, '\\$&')
	// GitHub makes links of bare addresses: the address stays readable, the link goes.
	.replace(/:(?=\/\/)/g, '\\:')
	.replace(/\b(www)\./gi, '$1\\.')
	.replaceAll('@', '\\@')
	// At the beginning of a line these would open a list, a rule or a heading.
	.replace(/^[-+=]/, '\\$&')
	.replace(/^(\d+)([.)])/, '$1\\$2');

/**
 * A text cell for a spreadsheet: one that begins like a formula, or with a control character, gets a leading apostrophe,
 * which spreadsheets take as "this is text". Quoting is the CSV writer's work. The wide signs are read as formulas too.
 */
export const csvText = (text: string): string => (/^[=+\-@＝＋－＠\p{Cc}]/u.test(text) ? `'${text}` : text);

/** Text and attribute values of HTML: nothing in it is a tag, a reference or the end of an attribute. White space stays: pages fold it themselves. */
export const htmlText = (text: string): string => text
	.toWellFormed()
	.replace(UNSEEN, ' ')
	.replaceAll('&', '&amp;')
	.replaceAll('<', '&lt;')
	.replaceAll('>', '&gt;')
	.replaceAll('"', '&quot;')
	.replaceAll('\'', '&#39;');

const TEX: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}', '{': '\\textbraceleft{}', '}': '\\textbraceright{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
	'#': '\\#', $: '\\$', '%': '\\%', '&': '\\&', _: '\\_', '"': '\\textquotedbl{}', '@': '{@}',
};

/** Text as it stands in a field of BibTeX: no command, and braces that are always balanced (BibTeX counts escaped ones too). */
export const texText = (text: string): string => oneLine(text).replace(/[\\{}~^#$%&_"@]/g, sign => TEX[sign] ?? sign);

/** An address that may become a link: http or https, without a name or password in it; null for any other. Percent-encoded. */
export const safeUrl = (text: string | null): string | null => {
	if (text === null || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
	const url = new URL(text);
	if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '') return null;
	return url.href.replace(/[\\{}|^`"'<>\s]/g, sign => encodeURIComponent(sign).replace('\'', '%27'));
};

const fragmentPart = (text: string): string => encodeURIComponent(text.toWellFormed()).replace(/[-!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The address with a text fragment, by which a browser opens the page at these words (WICG Scroll To Text Fragment). Long passages by their ends. */
export const textFragment = (url: string, words: string): string => {
	const parts = words.split(' ').filter(Boolean);
	const [path = url] = url.split('#');
	if (parts.length === 0) return url;
	// Beyond a dozen words, first and last ones find the passage even where the page breaks it up.
	const told = parts.length <= 12 ? fragmentPart(parts.join(' ')) : `${fragmentPart(parts.slice(0, 5).join(' '))},${fragmentPart(parts.slice(-5).join(' '))}`;
	return `${path}#:~:text=${told}`;
};
