import {followedIn} from '../../compare/followed.ts';
import type {TrackedRow} from '../../model/tracking.ts';
import type {Canvas} from '../paint/canvas.ts';
import {figureListHead, groupFigures, groupRows} from '../figure-list.ts';
import {sayReview} from '../words/review-words.ts';
import {symbols} from '../paint/theme.ts';
import {lastWord} from '../watch-listings.ts';
import {count, dateWords, thousands} from '../words/words.ts';
import type {World} from '../world.ts';
import {paneTitle, type Pane} from './pane.ts';
import {MEASURE, penOn} from './pen.ts';

/** Days as the sentences write them; months only after words that say so: "2010-11" may be a season. */
const DAY = /\b\d{4}-\d\d-\d\d\b|(?<=as of )\d{4}-\d\d\b/g;
/** Rows that the figures of a question keep for themselves below its changes. */
const FIGURES = 8;

/** A followed question: what it asks, the newest word, what is otherwise since the last look, and figures that answer it, as far as they are read. */
export const questionPreview = (canvas: Canvas, row: TrackedRow, world: World, pane: Pane): void => {
	const {name, question, asks, changes, lookedAt, figures, articles} = row;
	const pen = penOn(canvas, {...pane, y: paneTitle(canvas, pane, name, `${count(figures, 'figure')}, ${count(articles.length, 'article')}`)});
	if (asks !== name) pen.line([{text: asks, role: 'dim'}]);
	pen.line([{text: 'newest  ', role: 'dim'}, ...lastWord(row)]);
	pen.blank();
	pen.kicker(lookedAt === null ? 'Never looked at' : `Since the last look, ${dateWords(lookedAt)}`, changes.length === 0 ? '' : thousands(changes.length));
	if (changes.length === 0) pen.line([{text: figures === 0 ? sayReview.noAnswer : sayReview.seenAlready, role: 'own', italic: true}]);
	for (const [index, {sentence: told, kind}] of changes.entries()) {
		const sentence = told.replaceAll(DAY, day => dateWords(day));
		if (index > 0 && pen.room() < FIGURES) {
			pen.line([{text: `${thousands(changes.length - index)} more: newsdeck check ${name.includes(' ') ? `"${name}"` : name} --peek`, role: 'dim'}]);
			break;
		}

		const at = sentence.indexOf(':') + 1;
		pen.line([...(kind === 'in conflict' ? [{text: `${symbols.tension} `, role: 'warn' as const, bold: true}] : []), {text: sentence.slice(0, at), bold: true}, {text: sentence.slice(at), role: 'own'}]);
	}

	const read = articles.flatMap(id => world.derivation(id) ?? []).flatMap(derivation => followedIn(question, derivation));
	if (read.length === 0 || pen.room() < 3) return;
	pen.blank();
	pen.kicker('Figures', read.length < figures ? `${thousands(read.length)} of ${thousands(figures)}` : thousands(figures));
	const cells = Math.min(MEASURE, pane.right - pane.x);
	pen.line(figureListHead(cells));
	for (const row of groupFigures(read).flatMap(group => groupRows(group, world.data.cards, cells, true)).slice(0, Math.max(0, pen.room()))) {
		canvas.text(pane.x, pen.row(), row);
		pen.next();
	}
};
