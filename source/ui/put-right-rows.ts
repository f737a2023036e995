import type {ArticleCard} from '../model/article.ts';
import type {Figure} from '../model/figure.ts';
import type {Derivation} from '../model/library.ts';
import type {Quote} from '../model/quote.ts';
import type {FactHere} from './figure-here.ts';
import {articleFields, figureFields, ownWords, quoteFields, type Field, type Parsed} from './put-right-fields.ts';
import type {PutRight} from './overlays.ts';
import type {FactRef} from './state.ts';
import type {World} from './world.ts';

/** A line of the overlay: what it is, what it says now, what the stages read (null where they read nothing there at all), and what the line holds when it is opened. */
export type FieldRow = {readonly label: string; readonly now: string; readonly first: string | null; readonly opened: string; readonly parse: (typed: string) => Parsed};

/** The fact of an article with this id; null where it is not there. */
const factIn = ({figures, quotes}: Derivation, {kind, id}: FactRef): FactHere | null => {
	const figure = kind === 'figure' ? figures.find(each => each.id === id) : undefined;
	const quote = kind === 'quote' ? quotes.find(each => each.id === id) : undefined;
	return figure ? {kind: 'figure', fact: figure} : quote ? {kind: 'quote', fact: quote} : null;
};

/** What is put right as it reads now: a correction made meanwhile is in it. Of one to be added, how it would read. */
export const factOf = ({fact, draft, article}: Pick<PutRight, 'fact' | 'draft' | 'article'>, world: World): FactHere | null => {
	if (draft !== null) return draft.planned;
	const derivation = world.derivation(article);
	return fact === null || derivation === null ? null : factIn(derivation, fact);
};

const rowOf = <T>({label, now, opened = now, parse}: Field<T>, is: T, was: T | null): FieldRow => {
	// What is typed the same reads the same, however it is told.
	const same = was !== null && opened(is) === opened(was);
	return {label, now: same ? now(was) : now(is), first: was === null ? null : now(was), opened: opened(is), parse};
};

const rowsOfFact = (here: FactHere, first: FactHere | null, {article}: Derivation): FieldRow[] => {
	const words: FieldRow = {...ownWords(here.fact, article), now: here.fact.text, first: first?.fact.text ?? null, opened: here.fact.text};
	const of = <Fact extends Figure | Quote>(fields: ReadonlyArray<Field<Fact>>, is: Fact, was: Fact | null): FieldRow[] => fields.map(field => rowOf(field, is, was));
	return here.kind === 'figure' ? [...of(figureFields, here.fact, first?.kind === 'figure' ? first.fact : null), words]
		: [words, ...of(quoteFields, here.fact, first?.kind === 'quote' ? first.fact : null)];
};

/** The fields of what is put right: of the figure or quote, or of its article. */
export const rowsOf = (overlay: PutRight, world: World): readonly FieldRow[] => {
	const [derivation, first] = [world.derivation(overlay.article), world.first(overlay.article)];
	if (overlay.of === 'fact') {
		const here = factOf(overlay, world);
		return here === null || derivation === null ? [] : rowsOfFact(here, first && overlay.fact && factIn(first, overlay.fact), derivation);
	}

	const card: ArticleCard | undefined = world.card(overlay.article);
	return card === undefined ? [] : articleFields.map(field => rowOf(field, card, first?.article ?? null));
};

/** Fields that say which question a figure answers. */
const ASKED = new Set(['measure', 'unit', 'subject', 'scope', 'counts']);

/** How many fields read otherwise than at first, and whether it answers another question since. */
export const changesIn = (rows: readonly FieldRow[]): {readonly fields: number; readonly another: boolean} => {
	const changed = rows.filter(({now, first}) => first !== null && first !== now);
	return {fields: changed.length, another: changed.some(({label}) => ASKED.has(label))};
};
