/** Controls, and signs that turn the direction of the text around them: a file must not carry them on. */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\uFEFF]+/gu;
/** What Markdown (CommonMark, GitHub's tables and formulas) gives a meaning; a backslash takes it away. */
const MARKS = /[\\`*_{}[\]#|~$]/g;

/**
 * Text as it stands in a Markdown paragraph, heading, list item or table cell: one line, and no sign of it is markup,
 * HTML, a link or a new cell. Rendered, it reads as it was.
 */
export const markdownText = (text: string): string => text
	.toWellFormed()
	.replace(UNSEEN, ' ')
	.replace(/\s+/g, ' ')
	.trim()
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
