import {matchesOf} from '../text/matches.ts';

/** The lines of an entry's element, 1-based, of the file. */
export type Place = {readonly line: number; readonly endLine: number};
/** An entry's element as it stands in a feed. */
export type Element = Place & {readonly xml: string};
/** A feed bit by bit: what stands before an entry, the entry's element, and at last what stands behind them all. */
type Piece = {readonly kind: 'around'; readonly xml: string} | ({readonly kind: 'entry'} & Element);

/** Comments and CDATA hold no elements, whatever stands in them. */
const TOKEN = /<!--|<!\[CDATA\[|<(\/?)(?:[\w.-]+:)?(?:item|entry)(?=[\s>/])/gi;
const ENDS: ReadonlyMap<string, string> = new Map([['<!--', '-->'], ['<![cdata[', ']]>']]);
/** No such token is longer: one that the end of a stretch cuts is found with the next. */
const LONGEST_TOKEN = 256;
/** What stands around the entries is read again with each part of them: no feed says so much of itself. */
const MOST_AROUND = 256 * 1024;
/** Between two entries nothing may stand that belongs to the feed. */
const NOTHING = /^(?:\s|<!--[\s\S]*?-->)*$/;

/** The line of an entry's tag by its number from 0, wherever the tags stand; null where there are fewer. */
export const placeOfEntry = (xml: string, number: number): number | null => {
	let left = number;
	TOKEN.lastIndex = 0;
	for (let match = TOKEN.exec(xml); match !== null; match = TOKEN.exec(xml)) {
		const closing = ENDS.get(match[0].toLowerCase());
		if (closing !== undefined) {
			const end = xml.indexOf(closing, TOKEN.lastIndex);
			if (end < 0) return null;
			TOKEN.lastIndex = end + closing.length;
		} else if (match[1] === '' && left-- === 0) {
			return xml.slice(0, match.index).split('\n').length;
		}
	}

	return null;
};

function* toTheEnd(stretches: Iterable<string>): Generator<{readonly stretch: string; readonly last: boolean}> {
	for (const stretch of stretches) yield {stretch, last: false};
	yield {stretch: '', last: true};
}

/** Cuts XML that comes in stretches at its entries. Ends early, with false, where it cannot be cut there: elements within each other, or without an end. */
function* piecesOf(stretches: Iterable<string>): Generator<Piece, boolean> {
	// Of the text that is held: from where it was not handed over yet, how far it was looked through, where an open element begins.
	let [text, from, at, begun] = ['', 0, 0, -1];
	let [line, counted, begunLine] = [1, 0, 1];
	let closing: string | null = null;
	const lineAt = (place: number): number => {
		for (let next = text.indexOf('\n', counted); next >= 0 && next < place; next = text.indexOf('\n', counted)) {
			line += 1;
			counted = next + 1;
		}

		return line;
	};

	for (const {stretch, last} of toTheEnd(stretches)) {
		// What is counted or handed over need not be held.
		const kept = begun >= 0 ? begun : from;
		lineAt(kept);
		text = text.slice(kept) + stretch;
		[from, at, begun, counted] = [0, at - kept, begun < 0 ? -1 : 0, Math.max(0, counted - kept)];
		for (;;) {
			if (closing !== null) {
				const end = text.indexOf(closing, at);
				if (end < 0) {
					at = Math.max(at, text.length - closing.length + 1);
					break;
				}

				at = end + closing.length;
				closing = null;
			}

			TOKEN.lastIndex = at;
			const match = TOKEN.exec(text);
			const tagEnd = match === null ? -1 : text.indexOf('>', match.index);
			if (match === null || (!last && (match.index > text.length - LONGEST_TOKEN || tagEnd < 0))) {
				at = match?.index ?? Math.max(at, text.length - LONGEST_TOKEN);
				break;
			}

			closing = ENDS.get(match[0].toLowerCase()) ?? null;
			at = closing === null ? tagEnd + 1 : match.index + match[0].length;
			if (closing !== null) continue;
			const opens = match[1] === '';
			if (tagEnd < 0 || opens !== (begun < 0) || text[tagEnd - 1] === '/') return false;
			if (opens) {
				yield {kind: 'around', xml: text.slice(from, match.index)};
				[begun, begunLine] = [match.index, lineAt(match.index)];
			} else {
				yield {kind: 'entry', xml: text.slice(begun, at), line: begunLine, endLine: lineAt(match.index)};
				[from, begun] = [at, -1];
			}
		}

		if (begun < 0 && text.length - from > MOST_AROUND + stretch.length) return false;
	}

	yield {kind: 'around', xml: text.slice(from)};
	return begun < 0;
}

/** What stands before the entries of a feed and behind them, so that some of them between it are a feed; null where it cannot be cut into such. */
export const frameOf = (stretches: Iterable<string>): {readonly head: string; readonly foot: string} | null => {
	const pieces = piecesOf(stretches);
	let [head, foot]: [string | null, string | null] = [null, null];
	for (let next = pieces.next(); ; next = pieces.next()) {
		if (next.done === true) return next.value && head !== null && foot !== null && head.length + foot.length <= MOST_AROUND ? {head, foot} : null;
		if (next.value.kind === 'entry') continue;
		if (foot !== null && !NOTHING.test(foot)) return null;
		if (head === null) head = next.value.xml;
		else foot = next.value.xml;
	}
};

const OPENING = /<((?:[\w.-]+:)?(?:rss|feed|rdf|channel))\b/gi;
/** What stands before the first entry, and ends for what is open there: for a feed whose own end is missing or cannot be told. */
export const openFrameOf = (text: string): {readonly head: string; readonly foot: string} => {
	const [first] = piecesOf([text]);
	const head = first?.xml ?? '';
	const open = matchesOf(OPENING, head).map(([, name = '']) => name).filter(name => !head.includes(`</${name}`));
	return {head, foot: open.toReversed().map(name => `</${name}>`).join('')};
};

/** The entries of a feed that can be cut. */
export function* elementsOf(stretches: Iterable<string>): Generator<Element> {
	for (const piece of piecesOf(stretches)) if (piece.kind === 'entry') yield piece;
}
