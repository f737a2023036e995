import type {Article} from '../../model/article.ts';
import type {Figure} from '../../model/figure.ts';
import {allCards, type Derivation, type Library} from '../../model/library.ts';
import {placesOf, textQuoteOf, type Correction, type DrawnAudit, type TextQuote} from '../../model/override.ts';
import {correctionsInForce} from '../../store/overrides.ts';
import {findGroup, readAll} from '../asked/library-reading.ts';
import {sampleOf} from './sampling.ts';

/** Of a passage so many characters are held on to: enough to find it again. */
const HELD = 80;

type Population = {readonly figures: TextQuote[]; readonly passages: TextQuote[]};

/** What can be drawn: every figure the stages read and nobody but they derived, and every paragraph in which they read none. */
const populationOf = ({article, figures}: Derivation): Population => ({
	figures: figures.filter(({derived}) => !derived).map(figure => textQuoteOf(article, figure)),
	passages: article.segments.flatMap(({text}, segment) => text.trim() === '' || figures.some(figure => figure.segment === segment) ? [] : [textQuoteOf(article, {segment, start: 0, end: Math.min(HELD, text.length)})]),
});

/** Draws a sample of the whole library, or of an event; the same library and seed draw the same. */
export const drawAudit = async (library: Library, {seed, figures, passages, event}: {readonly seed: number; readonly figures: number; readonly passages: number; readonly event: string | null}): Promise<DrawnAudit> => {
	const ids = event === null ? (await allCards(library)).map(({id}) => id) : (await findGroup(library, event)).articles;
	const all: Population = {figures: [], passages: []};
	const sorted = ids.toSorted();
	for (let i = 0; i < sorted.length; i += 500) {
		for (const derivation of await library.read(sorted.slice(i, i + 500), {uncorrected: true})) {
			const found = populationOf(derivation);
			all.figures.push(...found.figures);
			all.passages.push(...found.passages);
		}
	}

	return {seed, event, figures: sampleOf(all.figures, figures, seed), passages: sampleOf(all.passages, passages, seed + 1), of: {figures: all.figures.length, passages: all.passages.length}};
};

/** What was drawn, as it stands now. `now`: the figure as people left it; null where the text that held it is gone. `holds`: figures that a person found in a passage; null where nobody looked. */
export type FigureRow = {readonly kind: 'figure'; readonly now: Figure | null; readonly article: Article};
export type PassageRow = {readonly kind: 'passage'; readonly id: string; readonly on: TextQuote; readonly text: string; readonly segment: number; readonly line: number; readonly holds: number | null; readonly article: Article};
export type AuditRow = FigureRow | PassageRow;

const figureRow = (on: TextQuote, {article, figures}: Derivation): FigureRow => {
	const place = placesOf(article, on)[0];
	return {kind: 'figure', article, now: place === undefined ? null : figures.find(each => each.segment === place.segment && each.start === place.start && each.end === place.end) ?? null};
};

/** A figure that a person added is one that was missed, whoever wrote a number beside the passage or not. */
const passageRow = (on: TextQuote, {article, figures}: Derivation, inForce: readonly Correction[]): PassageRow | null => {
	const place = placesOf(article, on)[0];
	const segment = place === undefined ? undefined : article.segments[place.segment];
	if (place === undefined || segment === undefined) return null;
	const said = inForce.findLast(each => each.kind === 'passage' && each.on.article === on.article && each.on.exact === on.exact && each.on.suffix === on.suffix);
	const added = figures.filter(each => each.segment === place.segment && each.review === 'edited').length;
	const counted = said?.kind === 'passage' ? said.holds : null;
	return {kind: 'passage', id: `${article.id}:${place.segment}`, on, text: segment.text, segment: place.segment, line: segment.startLine, article, holds: counted === null && added === 0 ? null : Math.max(counted ?? 0, added)};
};

/** The audit that was drawn last, and its rows in the order of the library: figures first. Null where none was drawn. */
export const lastAudit = async (library: Library): Promise<{readonly drawn: DrawnAudit; readonly rows: readonly AuditRow[]} | null> => {
	const inForce = correctionsInForce(await library.log());
	const last = inForce.findLast(each => each.kind === 'audit');
	if (last?.kind !== 'audit') return null;
	const {drawn} = last;
	const ids = [...new Set([...drawn.figures, ...drawn.passages].map(({article}) => article))];
	const read = new Map((await readAll(library, ids)).map(derivation => [derivation.article.id, derivation]));
	const of = <Row>(quotes: readonly TextQuote[], row: (on: TextQuote, derivation: Derivation) => Row | null): Row[] =>
		quotes.flatMap(on => {
			const derivation = read.get(on.article);
			return (derivation === undefined ? null : row(on, derivation)) ?? [];
		});
	return {drawn, rows: [...of(drawn.figures, figureRow), ...of(drawn.passages, (on, derivation) => passageRow(on, derivation, inForce))]};
};
