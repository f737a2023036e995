/** Writes rows of cells as delimited text (RFC 4180, with any delimiter): quotes only where a cell holds the delimiter, a quote or the end of a line. */
export const delimited = (delimiter: ',' | '\t', end: '\r\n' | '\n'): (rows: ReadonlyArray<readonly string[]>) => string => {
	const special = new RegExp(`[${delimiter}"\r\n]`);
	const quoted = (text: string): string => special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	return rows => rows.map(row => row.map(quoted).join(delimiter) + end).join('');
};
