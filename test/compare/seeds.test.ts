import {beforeAll, describe, expect, test} from 'vitest';
import {chooseColumns, compare} from '../../source/compare/compare.ts';
import {explain} from '../../source/compare/explain.ts';
import {headlinesOf} from '../../source/compare/headlines.ts';
import {countOrigins} from '../../source/compare/origins.ts';
import type {Comparison, MatrixRow} from '../../source/model/comparison.ts';
import type {Figure} from '../../source/model/figure.ts';
import {hasSeeds, readSeeds} from '../quality/seeds.ts';

/** The comparison of the storyline that holds the losses, as `compare --event` makes it. */
const losses = async (): Promise<Comparison> => {
	const {digests, grouping} = await readSeeds();
	const all = [...digests.values()].flatMap(({derivations}) => derivations);
	const found = all.find(({figures}) => figures.some(one => one.measure === 'casualties' && one.low === 5000 && one.directness === 'direct'));
	const event = grouping.events.find(({articles}) => articles.includes(found?.article.id ?? ''));
	const storyline = grouping.storylines.find(({events}) => events.includes(event?.id ?? ''));
	const together = new Set(grouping.events.filter(({id}) => storyline?.events.includes(id) ?? false).flatMap(({articles}) => articles));
	return compare(chooseColumns(all.filter(({article}) => together.has(article.id)), 4));
};

describe.skipIf(!hasSeeds)('the losses of one army, as four pages tell them (needs ../shared)', () => {
	let comparison: Comparison;
	beforeAll(async () => {
		comparison = await losses();
	});
	const rows = (label: string): MatrixRow[] => comparison.matrix.filter(row => row.label === label);
	const figures = (label: string): Figure[] => rows(label).flatMap(row => row.cells.flatMap(cell => cell.figures));
	const everything = (): Figure[] => comparison.matrix.flatMap(row => row.cells.flatMap(cell => [...cell.figures, ...cell.repeats]));

	test('a total over 5,000, by the ministry, to March 2025, with its hedge', () => {
		const total = figures('casualties').find(one => one.low === 5000);
		expect(total).toMatchObject({text: 'over 5,000', qualifier: '>', asOf: '2025-03', directness: 'direct', hedges: expect.arrayContaining(['highly likely'])});
		expect(total?.source).toMatch(/MoD|Ministry of Defence/);
	});

	test('about a third of them killed, and what follows from it', () => {
		expect(figures('killed').find(one => one.unit === 'share')?.text).toMatch(/a third/);
		expect(rows('killed').flatMap(row => row.cells.flatMap(cell => cell.derived.map(one => one.text)))).toEqual(['at least roughly 1,700']);
	});

	test('more than 100 killed, by South Korea; thousands in one week, by the White House', () => {
		expect(figures('killed').find(one => one.low === 100)).toMatchObject({qualifier: '>', source: 'South Korea'});
		expect(figures('casualties').find(one => one.flow === 'period')).toMatchObject({text: 'thousands', source: expect.stringContaining('White House')});
	});

	test('about 11,000 deployed, in more papers than one', () => {
		const answered = rows('deployed').flatMap(row => row.cells.filter(cell => cell.figures.some(one => one.low === 11_000)));
		expect(answered.length).toBeGreaterThanOrEqual(2);
	});

	test('a bracket ties the total and the week, and another the share and the count', () => {
		expect(rows('casualties').flatMap(row => row.notComparable.map(({reason}) => reason))).toContain('a total to date, and one week');
		expect(rows('killed').flatMap(row => row.notComparable.map(({reason}) => reason)).some(reason => reason.startsWith('a share of a total'))).toBe(true);
		expect(comparison.tensions).toEqual([]);
	});

	test('workers and the 200,000 stand in no row of losses or troops, and no duty anywhere', () => {
		const kept = ['casualties', 'killed', 'wounded', 'deployed'].flatMap(label => figures(label));
		expect(kept.filter(one => one.low === 200_000 || one.high === 200_000 || /worker/i.test(`${one.subject ?? ''}${one.measureText ?? ''}`))).toEqual([]);
		expect(everything().filter(one => one.measure?.includes('tariff'))).toEqual([]);
	});

	test('explain says on one screen why they differ, and that all can be true together', () => {
		const {summary, questions, apart, conclusion, tensions} = explain(comparison);
		expect(summary).toMatch(/ figures answer \w+ questions\.$/);
		expect([conclusion, tensions]).toEqual(['These can all be true together.', []]);
		const told = apart.map(({left, right, why}) => `${left} / ${right}: ${why.map(({reason}) => reason).join('; ')}`);
		expect(told).toContain('casualties, a total / casualties, one week: a week, and a total');
		expect(told).toContain('casualties, a total / killed, a share: another question; a share, and a count');
		expect(told).toContain('casualties, a total / killed, a total: another question');
		const relay = questions.flatMap(({differences}) => differences).flatMap(({why}) => why).filter(({reason}) => reason === 'relay wording');
		expect(relay.map(({fact}) => fact)).toContain('the headline leaves out “highly likely”');
		// A kicker and the figures of each question, its differences, what is between them, the summary and the conclusion: 36 rows are a screen.
		const rows = questions.reduce((sum, {group, differences}) => sum + 1 + group.figures.length + differences.length, 0) + apart.length + 3;
		expect(rows).toBeLessThanOrEqual(36);
		for (const id of [...questions.flatMap(({differences}) => differences), ...apart].flatMap(difference => difference.figures)) expect(everything().map(one => one.id)).toContain(id);
	});

	test('the quotation is the origin of what its own article repeats: one statement', () => {
		const quoted = everything().find(one => one.low === 5000 && one.directness === 'direct');
		expect(quoted?.statement).toMatch(/^s-/);
		expect(everything().filter(one => one.low === 5000 && one.article === quoted?.article).every(one => one.statement === quoted?.statement)).toBe(true);
	});

	test('the headline over the quotation drops its hedge', () => {
		expect(headlinesOf(comparison.columns).flatMap(({flags}) => flags).filter(({words}) => words === 'highly likely').map(({flag}) => flag)).toEqual(['the headline drops the hedge']);
	});

	test('every paragraph stands in one row', () => {
		for (const [index, {article}] of comparison.columns.entries()) expect(comparison.rows.flatMap(({cells}) => cells[index] ?? []).toSorted((a, b) => a - b)).toEqual([...article.segments.keys()]);
	});
});

test.skipIf(!hasSeeds)('"said" and "claimed" of one ministry are two cues and one stance (needs ../shared)', async () => {
	const post = [...(await readSeeds()).digests.values()].flatMap(({derivations}) => derivations).find(({article, figures}) => article.published?.startsWith('2024-12-28') && figures.some(({cue}) => cue === 'claimed'));
	const ministry = (post?.figures ?? []).filter(({source, segment}) => segment >= 0 && /ministry/i.test(source ?? ''));
	expect(new Set(ministry.map(({cue}) => cue))).toEqual(new Set(['said', 'claimed']));
	expect(new Set(ministry.map(({stance}) => stance)).size).toBe(1);
	expect(countOrigins(ministry)).toEqual({low: 1, high: 1});
});
