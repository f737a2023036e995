import type {DrawnAudit} from '../../model/override.ts';
import type {AuditItem, AuditSheet} from '../../model/review.ts';
import type {AuditRow} from './rows.ts';
import {wilson, type Interval} from './sampling.ts';

/** What a checked sample says of the library it was drawn from. `checked`: rows that a person answered; `lost`: rows whose text is gone since. */
export type AuditReport = {
	readonly seed: number;
	readonly event: string | null;
	readonly figures: {readonly of: number; readonly drawn: number; readonly checked: number; readonly right: number; readonly edited: number; readonly rejected: number; readonly lost: number; readonly precision: Interval | null};
	readonly passages: {readonly of: number; readonly drawn: number; readonly checked: number; readonly holding: number; readonly figures: number; readonly missing: Interval | null};
	/** For a section on methods. */
	readonly paragraph: string;
};

const number = (value: number): string => value.toLocaleString('en-US');
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
const between = ({share, low, high}: Interval): string => `${percent(share)}, Wilson 95 % interval ${percent(low)} to ${percent(high)}`;
const verb = (count: number, one: string, more: string): string => `${number(count)} ${count === 1 ? one : more}`;

const figuresTold = ({figures: {of, drawn, checked, right, edited, rejected, precision}, seed, event}: Omit<AuditReport, 'paragraph'>): string => {
	const whole = `the ${number(of)} figures that newsdeck read ${event === null ? 'in this library' : `in the articles of “${event}”`}`;
	const sample = `Of ${whole}, ${number(drawn)} were drawn at random without replacement (seed ${seed})${checked === drawn ? ' and checked by hand' : `, of which ${verb(checked, 'has', 'have')} been checked by hand so far`}.`;
	return precision === null ? sample : `${sample} ${verb(right, 'was', 'were')} right as read (${between(precision)}), ${verb(edited, 'was a figure that says', 'were figures that say')} something else, and ${verb(rejected, 'was no figure', 'were no figures')}.`;
};

const passagesTold = ({passages: {of, drawn, checked, holding, missing}}: Omit<AuditReport, 'paragraph'>): string => {
	if (missing === null) return `None of the ${number(of)} passages without a figure has been checked, so nothing is said of what was missed.`;
	const sample = `Of the ${number(of)} passages in which nothing was read, ${number(checked)}${checked === drawn ? '' : ` of ${number(drawn)} drawn`} were checked: ${verb(holding, 'holds', 'hold')} at least one figure (${between(missing)}), which makes an estimated ${number(Math.round(missing.share * of))} of all such passages (${number(Math.floor(missing.low * of))} to ${number(Math.ceil(missing.high * of))}).`;
	return `${sample} Figures missed beside others in the same passage are not in this estimate.`;
};

/** Counts the answers to a sample. Nothing is said of what nobody checked. */
export const auditReport = ({seed, event, of, figures: drawnFigures, passages: drawnPassages}: DrawnAudit, rows: readonly AuditRow[]): AuditReport => {
	const figures = rows.flatMap(row => row.kind === 'figure' ? [row] : []);
	const reviewed = (review: string): number => figures.filter(({now}) => now?.review === review).length;
	const [right, edited, rejected] = [reviewed('confirmed'), reviewed('edited'), reviewed('rejected')];
	const answered = rows.flatMap(row => row.kind === 'passage' && row.holds !== null ? [row.holds] : []);
	const counts = {
		seed, event,
		figures: {
			of: of.figures, drawn: drawnFigures.length, checked: right + edited + rejected, right, edited, rejected,
			lost: drawnFigures.length - figures.filter(({now}) => now !== null).length, precision: wilson(right, right + edited + rejected),
		},
		passages: {
			of: of.passages, drawn: drawnPassages.length, checked: answered.length, holding: answered.filter(holds => holds > 0).length,
			figures: answered.reduce((sum, holds) => sum + holds, 0), missing: wilson(answered.filter(holds => holds > 0).length, answered.length),
		},
	};
	return {...counts, paragraph: `${figuresTold(counts)} ${passagesTold(counts)}`};
};

const openItem = (row: AuditRow): AuditItem[] => {
	if (row.kind === 'figure') return row.now === null || row.now.review !== null ? [] : [{kind: 'figure', figure: row.now}];
	return row.holds === null ? [{kind: 'passage', on: row.on, text: row.text, line: row.line, segment: row.segment}] : [];
};

/** What is still open of an audit, and what the answers come to so far. */
export const auditSheet = (drawn: DrawnAudit, rows: readonly AuditRow[]): AuditSheet => {
	const {figures, passages, paragraph} = auditReport(drawn, rows);
	return {drawn: figures.drawn + passages.drawn, checked: figures.checked + passages.checked, right: figures.right, open: rows.flatMap(openItem), paragraph};
};
