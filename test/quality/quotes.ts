/** A quotation as labelled, or a trap: words in quotation marks that are not one. */
export type GoldQuote = {readonly line: number; readonly start: number; readonly quote: string; readonly speaker: string | null; readonly speakerName: string | null; readonly speakerAlt?: readonly string[]; readonly cue: string | null; readonly quoteAlt?: readonly string[]; readonly broken?: boolean; readonly article: string};
export type GoldTrap = {readonly article: string; readonly line: number; readonly start: number; readonly text: string; readonly soft: boolean};
/** A quotation as read: its raw line, the column of its first character there, its words. */
export type ReadQuote = {readonly article: string; readonly line: number; readonly column: number; readonly text: string; readonly speaker: string | null; readonly speakerName: string | null; readonly cue: string | null};
/** One measure: `right` of `of`. */
export type Row = {readonly name: string; readonly right: number; readonly of: number};
export type Score = {readonly rows: readonly Row[]; readonly missed: readonly GoldQuote[]; readonly wrong: readonly ReadQuote[]; readonly wrongSpeaker: ReadonlyArray<readonly [GoldQuote, ReadQuote]>};

const plain = (text: string): string => text.replace(/[“”"‘’']/g, '').replace(/\s+/g, ' ').replace(/[.,;:!?\s]+$/, '').trim();
const overlaps = (read: ReadQuote, start: number, length: number): boolean => read.column < start + length && start < read.column + read.text.length;

const matches = (gold: GoldQuote, read: ReadQuote): boolean => {
	if (gold.article !== read.article || gold.line !== read.line || !overlaps(read, gold.start, gold.quote.length)) return false;
	if ([gold.quote, ...gold.quoteAlt ?? []].some(words => plain(words) === plain(read.text))) return true;
	// Marks were lost: one piece, or several that lie within.
	return gold.broken === true && plain(gold.quote).includes(plain(read.text));
};

const same = (one: string | null, other: string | null): boolean => one?.toLowerCase() === other?.toLowerCase();

/** Right where the words agree, or the name does; where the labels know no name, none may be given. */
export const speakerRight = (gold: Pick<GoldQuote, 'speaker' | 'speakerName' | 'speakerAlt'>, read: Pick<ReadQuote, 'speaker' | 'speakerName'>): boolean => {
	if (gold.speakerName === null) return read.speakerName === null && [gold.speaker, ...gold.speakerAlt ?? []].some(words => same(words, read.speaker));
	if (read.speakerName !== null && same(gold.speakerName, read.speakerName)) return true;
	return (read.speakerName === null || gold.speakerName.includes(read.speakerName) || read.speakerName.includes(gold.speakerName)) && [gold.speaker, ...gold.speakerAlt ?? []].some(words => same(words, read.speaker));
};

/** Measures quotes against the labels. Soft traps and further pieces of a broken quote count neither way. */
export const scoreQuotes = (read: readonly ReadQuote[], gold: readonly GoldQuote[], traps: readonly GoldTrap[]): Score => {
	const soft = traps.filter(trap => trap.soft);
	const pairs: Array<[GoldQuote, ReadQuote]> = [];
	const used = new Set<ReadQuote>();
	const missed: GoldQuote[] = [];
	for (const label of gold) {
		const hits = read.filter(quote => !used.has(quote) && matches(label, quote));
		for (const hit of hits) used.add(hit);
		if (hits[0] === undefined) missed.push(label);
		else pairs.push([label, hits[0]]);
	}

	const wrong = read.filter(quote => !used.has(quote) && !soft.some(trap => trap.article === quote.article && trap.line === quote.line && overlaps(quote, trap.start, trap.text.length)));
	const good = pairs.length;
	const precisionOf = good + wrong.length;
	const wrongSpeaker = pairs.filter(([label, quote]) => !speakerRight(label, quote));
	return {
		rows: [
			{name: 'quotes precision', right: good, of: precisionOf},
			{name: 'quotes recall', right: good, of: gold.length},
			{name: 'quotes F1', right: 2 * good, of: precisionOf + gold.length},
			{name: 'speaker', right: good - wrongSpeaker.length, of: good},
			{name: 'speaker name', right: pairs.filter(([label, quote]) => same(label.speakerName, quote.speakerName)).length, of: good},
			{name: 'speaker words', right: pairs.filter(([label, quote]) => [label.speaker, ...label.speakerAlt ?? []].some(words => same(words, quote.speaker))).length, of: good},
			{name: 'cue', right: pairs.filter(([label, quote]) => same(label.cue, quote.cue)).length, of: good},
		],
		missed, wrong, wrongSpeaker,
	};
};
