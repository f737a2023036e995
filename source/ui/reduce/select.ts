import {segmentAt, type Article} from '../../model/article.ts';
import type {Place} from '../../model/override.ts';
import {articleHere, factHere, segmentHere} from '../figure-here.ts';
import type {KeyAction} from '../keys/keymap.ts';
import {mending} from '../words/mend-words.ts';
import {lineAt, readerFrame, readerLines, scrollTo, segmentNumbers} from '../reader-layout.ts';
import {placeChosen, wordsHere, wordsOf} from '../reader-words.ts';
import {readerOf} from './deck.ts';
import {pushView, viewOf, withMessage, withView, type ReaderState, type Selection, type State} from '../state.ts';
import type {World} from '../world.ts';

/** The reader with these words chosen, and in sight. */
const withSelection = (view: ReaderState, select: Selection, world: World): ReaderState => {
	const derivation = world.derivation(view.list[view.index] ?? '');
	if (!derivation) return {...view, select};
	const frame = readerFrame(world.size, view.evidence);
	const lines = readerLines(derivation, frame.textWidth);
	const word = wordsHere(derivation.article, select)[select.word];
	const line = lineAt(lines, select.segment, word?.start ?? 0);
	return {...view, select, paragraph: Math.max(-1, select.segment), scroll: scrollTo(view.scroll, line, frame.textRows, lines.length)};
};

/** Words of the reader's paragraph are chosen, from its first one; from another view the reader is opened there. */
export const beginSelection = (state: State, world: World): State => {
	const view = viewOf(state);
	const fact = factHere(view, world)?.fact;
	const article = fact?.article ?? articleHere(state, world);
	const derivation = article === null ? null : world.derivation(article);
	if (article === null || derivation === null) return withMessage(state, mending.noWords);
	const reader = view.kind === 'reader' ? view : readerOf([article], 0, world.card(article)?.headline ?? '');
	const paragraph = view.kind === 'reader' ? view.paragraph : fact?.segment ?? segmentHere(view, world) ?? -1;
	const segment = segmentAt(derivation.article, paragraph) === undefined ? 0 : paragraph;
	if (segmentAt(derivation.article, segment) === undefined) return withMessage(state, mending.noWords);
	const next = withSelection(reader, {segment, word: 0, from: null}, world);
	return withMessage(view.kind === 'reader' ? withView(state, next) : pushView(state, next), mending.choosing);
};

/** The word on the line below or above that stands nearest to this one's beginning. */
const onNextLine = (view: ReaderState, select: Selection, step: 1 | -1, world: World): number => {
	const derivation = world.derivation(view.list[view.index] ?? '');
	if (!derivation) return select.word;
	const lines = readerLines(derivation, readerFrame(world.size, view.evidence).textWidth).flatMap(line => line.kind === 'text' && line.segment === select.segment ? [line] : []);
	const words = wordsHere(derivation.article, select);
	const here = words[select.word]?.start ?? 0;
	const at = lines.findLastIndex(line => line.start <= here);
	const [from, to] = [lines[at], lines[at + step]];
	if (!from || !to) return step > 0 ? words.length - 1 : 0;
	const wanted = to.start + here - from.start;
	const there = words.flatMap((word, index) => word.start >= to.start && word.start < to.end ? [index] : []);
	return there.toSorted((a, b) => Math.abs((words[a]?.start ?? 0) - wanted) - Math.abs((words[b]?.start ?? 0) - wanted))[0] ?? select.word;
};

/** The next or previous segment with words; the same where there is none. */
const onNextSegment = (article: Article, {segment}: Selection, step: 1 | -1): Selection | null => {
	const numbers = segmentNumbers(article).filter(number => wordsOf(segmentAt(article, number)?.text ?? '').length > 0);
	const next = numbers[numbers.indexOf(segment) + step];
	return next === undefined || !numbers.includes(segment) ? null : {segment: next, word: 0, from: null};
};

const touches = (place: Place) => (other: Place): boolean => other.segment === place.segment && other.start < place.end && place.start < other.end;

/** The chosen words become a figure or a quote to add; where one is read already, that one is put right. */
const take = (state: State, view: ReaderState, select: Selection, kind: 'figure' | 'quote', world: World): State => {
	const derivation = world.derivation(view.list[view.index] ?? '');
	const place = derivation && placeChosen(derivation.article, select);
	if (!derivation || !place) return withMessage(state, mending.noWords);
	const {article, figures, quotes} = derivation;
	const there = (kind === 'figure' ? figures : quotes).find(touches(place));
	const overlay = {kind: 'put-right', of: 'fact', article: article.id, field: 0, text: null} as const;
	if (there) return withMessage({...withView(state, {...view, select: null}), overlay: {...overlay, fact: {kind, id: there.id}, draft: null}}, mending.readAlready(kind, there.text));
	return {...state, overlay: {...overlay, fact: null, draft: {addition: {kind, article: article.id, place, fields: null}, planned: null}}};
};

/** What keys do while words are chosen. */
export const reduceSelect = (state: State, view: ReaderState, select: Selection, action: KeyAction, world: World): State => {
	const article = world.derivation(view.list[view.index] ?? '')?.article;
	if (!article) return state;
	const last = Math.max(0, wordsHere(article, select).length - 1);
	const to = (word: number): State => withView(state, withSelection(view, {...select, word: Math.max(0, Math.min(word, last))}, world));
	switch (action) {
		case 'right': return to(select.word + 1);
		case 'left': return to(select.word - 1);
		case 'down': return to(onNextLine(view, select, 1, world));
		case 'up': return to(onNextLine(view, select, -1, world));
		case 'first': return to(0);
		case 'last': return to(last);
		case 'next-paragraph':
		case 'previous-paragraph': {
			const next = onNextSegment(article, select, action === 'next-paragraph' ? 1 : -1);
			return next === null ? state : withView(state, withSelection(view, next, world));
		}

		case 'range': return withView(state, {...view, select: {...select, from: select.from === null ? select.word : null}});
		case 'open': return take(state, view, select, 'figure', world);
		case 'as-quote': return take(state, view, select, 'quote', world);
		case 'escape': return withView(state, {...view, select: null});
		default: return state;
	}
};
