/** Writes rows of cells as delimited text (RFC 4180, with any delimiter): quotes only where a cell holds the delimiter, a quote or the end of a line. */
export const delimited = (delimiter: ',' | '\t', end: '\r\n' | '\n'): (rows: ReadonlyArray<readonly string[]>) => string => {
	const special = new RegExp(`[${delimiter}"\r\n]`);
	const quoted = (text: string): string => special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	return rows => {
		// One text that grows: a list of cells for each row costs a sixth of the whole.
		let text = '';
		for (const row of rows) {
			for (let at = 0; at < row.length; at++) text += at === 0 ? quoted(row[at]!) : delimiter + quoted(row[at]!);
			text += end;
		}

		return text;
	};
};
