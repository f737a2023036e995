/** How common words are in news at large: in how many of `documents` texts each stem or number stands. */
export type Background = {readonly documents: number; readonly counts: ReadonlyMap<string, number>};

/**
 * Reads the table: a line "documents, tab, number", then a line "term, tab, number" each. Lines that begin with # are remarks.
 * A line of another shape is skipped: the table is a help, and half a help is better than none.
 */
export const parseBackground = (text: string): Background => {
	const counts = new Map<string, number>();
	let documents = 0;
	for (const line of text.split('\n')) {
		const tab = line.indexOf('\t');
		const count = Number(line.slice(tab + 1));
		if (tab < 1 || line.startsWith('#') || !Number.isFinite(count)) continue;
		// The total stands first and is told by its place: "documents" is a word too, if never a stem.
		if (documents === 0) documents = count;
		else counts.set(line.slice(0, tab), count);
	}

	return {documents, counts};
};
