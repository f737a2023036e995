import type {Figure} from '../../model/figure.ts';
import {wrapRuns} from '../figure-list.ts';
import {textWidth} from '../paint/layout.ts';
import type {Row, Run} from '../paint/row.ts';
import {symbols} from '../paint/theme.ts';
import {count, dateWords, figureRuns, hedgesOf, quoted, thousands} from '../words/words.ts';
import type {Relay} from './relays.ts';

/** One thing that carriers may change: its words in each column, and how newsdeck reads them. */
export type RelayRow = {readonly label: string; readonly note: string; readonly cells: readonly Row[][]; readonly differs: boolean};

/** What a carrier wrote, and the reading of it; null: it wrote nothing of the kind. */
type Told = {readonly words: string | null; readonly reading: string | null};

const amount = (value: number, unit: string | null): string => unit === 'share' ? `${Math.round(value * 100)} in 100` : unit === 'percent' ? `${value} %` : thousands(value);

/** The bounds as newsdeck reads them: "1,000 to 9,999, by convention", "over 1,000, no upper end". */
const boundsWords = ({low, high, qualifier, unit, boundsBasis}: Figure): string | null => {
	if (low === null && high === null) return null;
	if (low !== null && high !== null) return low === high ? `${qualifier === '~' ? 'about ' : ''}${amount(low, unit)}` : `${amount(low, unit)} to ${amount(high, unit)}${boundsBasis === 'convention' ? ', by convention' : ''}`;
	if (low !== null) return `${qualifier === '>' ? 'over' : 'at least'} ${amount(low, unit)}, no upper end`;
	return `${qualifier === '<' ? 'under' : 'up to'} ${amount(high ?? 0, unit)}, no lower end`;
};

const heldWords = ({asOf, periodText, flow}: Figure): string | null => {
	if (asOf === null) return null;
	return `${flow === 'period' || periodText !== null ? 'the time to' : 'a total to'} ${dateWords(asOf)}`;
};

const hedgeWords = (figure: Figure): string | null => {
	const hedges = hedgesOf(figure);
	return hedges.length === 0 ? null : hedges.map(quoted).join(', ');
};

const fields: ReadonlyArray<{readonly label: string; readonly of: (figure: Figure) => Told}> = [
	{label: 'value', of: figure => ({words: figure.text, reading: boundsWords(figure)})},
	{label: 'what is counted', of: figure => ({words: figure.measureText ?? figure.measure, reading: figure.measureText !== null && figure.measure !== null && figure.measure !== figure.measureText ? figure.measure : null})},
	{label: 'verb', of: figure => ({words: figure.cue, reading: figure.stance === 'certain' ? null : `stance: ${figure.stance}`})},
	{label: 'hedge', of: figure => ({words: hedgeWords(figure), reading: null})},
	{label: 'period', of: figure => ({words: figure.periodText ?? figure.asOfText ?? figure.saidOnText, reading: heldWords(figure)})},
	{label: 'on whose word', of: figure => ({words: figure.sourceText ?? figure.source, reading: figure.source !== null && figure.source !== figure.sourceText && figure.sourceText !== null ? figure.source : null})},
];

const plainWords = (words: string | null): string | null => words === null ? null : words.trim().toLowerCase().replace(/^the\s/, '');

/** Dim as in the base, bold what is not, newsdeck's own hue for what is left out. */
const wordRuns = (label: string, figure: Figure, told: Told, base: Told | null): Row => {
	if (told.words === null) return [{text: base === null || base.words === null ? `${symbols.none} none` : `${symbols.none} not here: ${quoted(base.words)}`, role: 'own', italic: true}];
	const same = base !== null && plainWords(base.words) === plainWords(told.words);
	const look: Omit<Run, 'text'> = same ? {role: 'dim'} : base === null ? {} : {bold: true};
	if (label === 'value') return figureRuns(figure).map(run => same ? {text: run.text, role: 'dim'} : run);
	return [{text: told.words, ...look, ...(label === 'hedge' && !same && {role: 'figure' as const, italic: true})}];
};

const fieldRow = ({carriers: [first, ...rest]}: Relay, {label, of}: (typeof fields)[number]): RelayRow => {
	const base = of(first.figure);
	const cell = (figure: Figure, against: Told | null): Row[] => {
		const told = of(figure);
		const reading: Row[] = told.reading === null ? [] : wrapRuns([{text: told.reading, role: 'own', italic: true}], textWidth(1));
		return [...wrapRuns(wordRuns(label, figure, told, against), textWidth(1)), ...reading];
	};

	const wordings = new Set([first, ...rest].map(({figure}) => plainWords(of(figure).words)));
	const told = [first, ...rest].filter(({figure}) => of(figure).words !== null).length;
	const note = wordings.size === 1 ? (told === 0 ? '' : 'the same') : told < rest.length + 1 ? `in ${told} of ${rest.length + 1}` : count(wordings.size, 'wording');
	return {label, note, cells: [cell(first.figure, null), ...rest.map(({figure}) => cell(figure, base))], differs: wordings.size > 1};
};

/** The sentence, its figure in its own hue. */
const sentenceRows = (figure: Figure): Row[] => {
	const at = figure.sentence.indexOf(figure.text);
	if (at < 0 || figure.refusal) return wrapRuns([{text: figure.sentence}], textWidth(1));
	return wrapRuns([{text: figure.sentence.slice(0, at)}, ...figureRuns(figure), {text: figure.sentence.slice(at + figure.text.length)}], textWidth(1));
};

/** The statement as each carrier has it, then what may have changed, row by row. */
export const relayRows = (relay: Relay): readonly RelayRow[] => [
	{label: 'as written', note: '', cells: relay.carriers.map(({figure}) => sentenceRows(figure)), differs: false},
	...fields.map(field => fieldRow(relay, field)),
];

/** "paragraph 5", "headline": where a carrier of one article tells it. */
export const placeWords = ({segment}: Figure): string => segment === -1 ? 'headline' : segment === -2 ? 'standfirst' : `paragraph ${segment + 1}`;

/** "one statement, three articles", "one statement, twice in one article". */
export const carriedWords = ({carriers}: Relay): string => {
	const articles = new Set(carriers.map(({article}) => article)).size;
	return articles > 1 ? `one statement, ${count(articles, 'article')}` : `one statement, ${carriers.length === 2 ? 'twice' : `${carriers.length} times`} in one article`;
};
