import {cpSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {inProcess} from '../helpers/in-process.ts';
import {emptyPlace, objects, run} from '../helpers/program.ts';

/** Two papers on one accident in a made-up quarry, and a third on something else. */
const ARTICLES = [
	{id: 'q1', outlet: 'Ridge Gazette', date: '2031-04-02', title: 'Quarry wall comes down at Tolley', paras: [
		'At least 14 people were killed when a quarry wall came down at Tolley on Tuesday, the mines office said.',
		'“We heard no warning at all,” said foreman Asa Brandt. The mines office counted 14 dead and 30 hurt. Some 30 tents were put up.',
	]},
	{id: 'q2', outlet: 'Morning Post of Tolley', date: '2031-04-03', title: 'Fourteen dead under quarry wall at Tolley, mines office says', paras: [
		'The quarry wall that came down at Tolley on Tuesday killed 14 people, the mines office said. It counted 14 dead at the quarry.',
		'The quarry at Tolley was opened 60 years ago and employs 220 workers.',
	]},
];

const home = emptyPlace();
/** Imported once; each test has a copy of its own. */
beforeAll(async () => {
	writeFileSync(path.join(home.folder, 'quarry.jsonl'), ARTICLES.map(article => JSON.stringify(article)).join('\n'));
	await run(['import', 'quarry.jsonl', '--library', path.join(home.folder, 'mine')], {cwd: home.folder, env: home.env});
});

const begun = async () => {
	const {folder, env} = emptyPlace();
	cpSync(path.join(home.folder, 'mine'), path.join(folder, 'mine'), {recursive: true});
	const here = inProcess(path.join(folder, 'mine'), () => '2031-06-01T12:00:00Z');
	const newsdeck = async (words: readonly string[], input?: string) => input === undefined ? here(...words) : run([...words, '--library', path.join(folder, 'mine')], {cwd: folder, env, input});
	const figures = async (...flags: readonly string[]) => objects((await newsdeck(['figures', '--json', ...flags])).out);
	const one = async (text: string, article = 'q1') => {
		const found = (await figures()).find(figure => figure['text'] === text && figure['externalId'] === article);
		return String(found?.['id']);
	};
	return {newsdeck, figures, one};
};

test('the facts of articles by their ids, and of what a search finds', async () => {
	const {newsdeck} = await begun();
	const articles = async (...words: readonly string[]) => new Set(objects((await newsdeck(words)).out).map(fact => fact['externalId']));
	expect(await articles('figures', 'q1', '--json')).toEqual(new Set(['q1']));
	expect(await articles('quotes', 'q1', 'q2', '--json')).toEqual(new Set(['q1']));
	const found = (await newsdeck(['search', 'workers'])).out;
	expect(objects((await newsdeck(['figures', '-', '--json'], found)).out).map(figure => figure['externalId'])).toEqual(expect.not.arrayContaining(['q1']));
	expect(await newsdeck(['figures', 'q9'])).toMatchObject({code: 1, out: ''});
});

describe('a measure that none of the figures has', () => {
	test('is taken for a slip where one of theirs is near', async () => {
		const {newsdeck} = await begun();
		expect(await newsdeck(['figures', '--measure', 'kiled'])).toMatchObject({code: 1, err: expect.stringContaining('There are none in these articles. Did you mean "killed"?')});
		expect((await newsdeck(['figures', '--measure', 'turnout'])).err).not.toContain('Did you mean');
		// It is no slip: the source is what nobody has.
		expect((await newsdeck(['figures', '--measure', 'killed', '--source', 'the moon'])).err).not.toContain('Did you mean');
	});
});

describe('a person puts figures right by command', () => {
	test('confirm, then undo', async () => {
		const {newsdeck, figures, one} = await begun();
		const id = await one('At least 14');
		const {code, out} = await newsdeck(['figure', 'confirm', id, '--json']);
		expect([code, objects(out)]).toMatchObject([0, [{id, review: 'confirmed'}]]);
		expect((await figures('--unchecked')).map(figure => figure['id'])).not.toContain(id);
		await newsdeck(['undo']);
		expect((await figures('--unchecked')).map(figure => figure['id'])).toContain(id);
	});

	test('edit: bounds follow the qualifier, and show tells the first reading beside the new one', async () => {
		const {newsdeck, one} = await begun();
		const id = await one('At least 14');
		expect(objects((await newsdeck(['figure', 'edit', id, 'low=100', 'qualifier=>', 'scope=Tolley', '--json'])).out)).toMatchObject([{low: 100, high: null, qualifier: '>', scope: 'Tolley', review: 'edited'}]);
		const [shown] = objects((await newsdeck(['figure', 'show', id, '--json'])).out);
		expect(shown).toMatchObject({now: {low: 100}, first: {low: 14, qualifier: '>='}, log: [{sequence: 1, standing: true}]});
		const {out} = await newsdeck(['figure', 'show', id]);
		expect(out).toContain('low: 14 → 100');
		expect(out).toContain('the mines office said.');
	});

	test('value="…" writes bounds and qualifier at once', async () => {
		const {newsdeck, one} = await begun();
		expect(objects((await newsdeck(['figure', 'edit', await one('At least 14'), 'value=40-60', '--json'])).out)).toMatchObject([{low: 40, high: 60, qualifier: 'range'}]);
	});

	test('reject, with the reason in the log', async () => {
		const {newsdeck, one, figures} = await begun();
		const id = await one('Some 30');
		expect((await newsdeck(['figure', 'reject', id, '--why', 'tents, not people'])).code).toBe(0);
		expect((await figures()).find(figure => figure['id'] === id)).toMatchObject({review: 'rejected'});
		expect(objects((await newsdeck(['log', '--json'])).out)).toMatchObject([{why: 'tents, not people'}]);
	});

	test('ids from a pipe: objects or lines; what is not there is told, the rest goes on', async () => {
		const {newsdeck, figures} = await begun();
		const all = await figures('--measure', 'killed');
		expect(all.length).toBeGreaterThan(2);
		const {code, err} = await newsdeck(['figure', 'confirm', '-', '--quiet'], `${all.map(figure => JSON.stringify(figure)).join('\n')}\nf-000000000000  a line\n`);
		expect(code).toBe(5);
		expect(err).toMatch(/^newsdeck: There is no figure f-000000000000\..*\n$/);
		expect((await figures('--measure', 'killed')).every(figure => figure['review'] === 'confirmed')).toBe(true);
	});

	test('add: words that stand twice are refused with their places; square brackets choose one', async () => {
		const {newsdeck} = await begun();
		const gone = await newsdeck(['figure', 'add', 'q1', 'ninety', 'low=90']);
		expect([gone.code, gone.err]).toEqual([2, expect.stringContaining('“ninety” does not stand in')]);
		const twice = await newsdeck(['figure', 'add', 'q1', 'Tolley', 'low=1']);
		expect(twice.code).toBe(2);
		expect(twice.err).toMatch(/headline: “.*”; line \d+: “/);
		const taken = await newsdeck(['figure', 'add', 'q1', 'counted [14] dead', 'low=14']);
		expect([taken.code, taken.err]).toEqual([2, expect.stringContaining('is read there already')]);
		const valueless = await newsdeck(['figure', 'add', 'q1', 'no warning at all', 'measure=warnings']);
		expect([valueless.code, valueless.err]).toEqual([2, expect.stringContaining('needs its value')]);
		const {code, out} = await newsdeck(['figure', 'add', 'q1', 'no warning at all', 'measure=warnings', 'low=0', 'unit=warnings', '--json']);
		expect([code, objects(out)]).toMatchObject([0, [{text: 'no warning at all', low: 0, high: 0, measure: 'warnings', review: 'edited'}]]);
		await newsdeck(['undo']);
		expect((await newsdeck(['figures', '--measure', 'warnings'])).code).toBe(1);
	});

	test('what was added stands in the next version of the page too, and in every list', async () => {
		const {newsdeck, figures} = await begun();
		await newsdeck(['figure', 'add', 'q1', 'no warning at all', 'measure=warnings', 'low=0']);
		await newsdeck(['quote', 'add', 'q1', 'a quarry wall came down', 'speaker=the mines office']);
		const [first, ...others] = ARTICLES;
		const next = [{...first, paras: ['Later on Tuesday the road was shut.', ...first?.paras ?? []]}, ...others];
		const {folder} = emptyPlace();
		writeFileSync(path.join(folder, 'quarry.jsonl'), next.map(article => JSON.stringify(article)).join('\n'));
		const {code, out} = await newsdeck(['import', path.join(folder, 'quarry.jsonl'), '--json']);
		expect([code, objects(out)]).toMatchObject([0, [{status: 'revised'}]]);
		expect((await figures('--measure', 'warnings'))).toMatchObject([{externalId: 'q1', segment: 2, text: 'no warning at all', low: 0, review: 'edited'}]);
		expect((await newsdeck(['quotes', '--source', 'mines office', '--json'])).out).toContain('"a quarry wall came down"');
		expect((await newsdeck(['explain', 'quarry'])).out).toContain('no warning at all');
		expect((await newsdeck(['doctor'])).out).not.toContain('no warning');
	});

	test('the same for all alike: first as a rehearsal, then in one go', async () => {
		const {newsdeck, figures} = await begun();
		const fourteen = (await figures()).filter(figure => figure['text'] === '14' && figure['source'] === null);
		const first = fourteen.find(figure => figure['externalId'] === 'q2');
		const words = ['figure', 'edit', String(first?.['id']), 'scope=Tolley', '--alike', '--json'];
		const rehearsed = objects((await newsdeck([...words, '--dry-run'])).out);
		expect(rehearsed.map(figure => figure['externalId'])).toContain('q1');
		expect((await figures()).filter(figure => figure['review'] !== null)).toEqual([]);
		const done = objects((await newsdeck(words)).out);
		expect(done.map(figure => figure['id'])).toEqual(rehearsed.map(figure => figure['id']));
		expect(done.every(figure => figure['scope'] === 'Tolley')).toBe(true);
	});

	test.each([
		[['figure'], /figure needs to be told what to do/], [['figure', 'cnfirm', 'f-1'], /figure cannot "cnfirm"/], [['figure', 'confirm'], /needs an id/],
		[['figure', 'edit', 'f-1234'], /needs a field/], [['figures', '--csv', '--json'], /two ways/], [['quotes', '--from', 'May'], /is no date/],
	])('%s: one line says what is wrong', async (words, said) => {
		const {newsdeck} = await begun();
		const {code, err} = await newsdeck(words);
		expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
		expect(err).toMatch(said);
	});

	test('a printed word is to be read as a measure: in one outlet or everywhere, first as a rehearsal, taken back in one go; what somebody checked stays', async () => {
		const {newsdeck, figures, one} = await begun();
		const dead = async () => (await figures()).filter(figure => figure['measureText'] === 'dead').map(figure => [figure['externalId'], figure['measure']]);
		const before = await dead();
		expect(before).toEqual([['q2', 'killed'], ['q2', 'killed'], ['q1', 'killed']]);
		await newsdeck(['figure', 'confirm', await one('14')]);
		const rehearsed = await newsdeck(['figure', 'measure', 'dead', 'casualties', '--dry-run']);
		expect([rehearsed.code, rehearsed.err]).toEqual([0, expect.stringContaining('figures: 2,')]);
		expect(rehearsed.out).toContain('measure: killed → casualties');
		expect(await dead()).toEqual(before);
		await newsdeck(['figure', 'measure', 'dead', 'casualties', '--outlet', 'Ridge Gazette']);
		expect((await figures()).filter(figure => figure['measure'] === 'casualties')).toEqual([]);
		await newsdeck(['figure', 'measure', 'DEAD', 'casualties']);
		expect(await dead()).toEqual([['q2', 'casualties'], ['q2', 'casualties'], ['q1', 'killed']]);
		expect((await newsdeck(['log'])).out).toContain('measure everywhere: “DEAD” is casualties');
		await newsdeck(['undo']);
		expect(await dead()).toEqual(before);
		const {code, err} = await newsdeck(['figure', 'measure', 'dead']);
		expect([code, err]).toEqual([2, expect.stringContaining('needs a printed word and the measure')]);
	});

	test('a name of a source is another name: figures, quotes and speakers follow, and come back', async () => {
		const {newsdeck, figures} = await begun();
		const rehearsed = await newsdeck(['article', 'alias', 'the Mines Office of Tolley', 'the mines office', '--dry-run']);
		expect(rehearsed.out).toContain('source: the mines office → the Mines Office of Tolley');
		await newsdeck(['article', 'alias', 'the Mines Office of Tolley', 'the mines office']);
		expect((await figures('--source', 'Mines Office of Tolley')).length).toBeGreaterThan(1);
		await newsdeck(['undo']);
		expect((await newsdeck(['figures', '--source', 'Mines Office of Tolley'])).code).toBe(1);
	});

	test('an id by itself is shown; one that means another thing, or several, says so', async () => {
		const {newsdeck, figures, one} = await begun();
		const id = await one('At least 14');
		expect((await newsdeck(['figure', id])).out).toBe((await newsdeck(['figure', 'show', id])).out);
		const [quote] = objects((await newsdeck(['quotes', '--json'])).out);
		expect((await newsdeck(['figure', 'show', String(quote?.['id'])])).err).toContain(`newsdeck quote show ${String(quote?.['id'])} shows it`);
		expect((await newsdeck(['figure', 'show', String((await figures())[0]?.['article'])])).err).toContain('but an article');
		const confirmed = await newsdeck(['figure', 'confirm', id, 'low=3']);
		expect([confirmed.code, confirmed.err]).toEqual([2, expect.stringContaining('takes no fields: low=3')]);
		expect((await newsdeck(['figure', 'show', ''])).code).toBe(2);
	});

	test('ids from a table in a pipe are the cells of its first column', async () => {
		const {newsdeck, figures} = await begun();
		const table = (await newsdeck(['figures', '--measure', 'killed', '--csv'])).out;
		const {code} = await newsdeck(['figure', 'confirm', '-'], table);
		expect(code).toBe(0);
		expect((await figures('--measure', 'killed')).every(figure => figure['review'] === 'confirmed')).toBe(true);
		expect((await newsdeck(['figure', 'confirm', '-'], '{"id": 5}\n')).err).toContain('a line without an id');
	});

	test('with a source named, a figure is not the outlet\'s own any more', async () => {
		const {newsdeck, figures} = await begun();
		const own = (await figures()).find(figure => figure['directness'] === 'own');
		expect(objects((await newsdeck(['figure', 'edit', String(own?.['id']), 'source=the quarry', '--json'])).out)).toMatchObject([{source: 'the quarry', directness: 'indirect'}]);
	});

	test('a field that there is not, and one that does not take this, leave the log as it was', async () => {
		const {newsdeck, one} = await begun();
		const id = await one('At least 14');
		expect((await newsdeck(['figure', 'edit', id, 'colour=red'])).err).toContain('A figure has no field "colour"');
		expect((await newsdeck(['figure', 'edit', id, 'mesure=killed'])).err).toContain('Did you mean measure?');
		expect((await newsdeck(['figure', 'edit', id, 'qualifier=more'])).err).toContain('of a figure does not take "more", but one of =, >, >=');
		for (const date of ['yesterday', '2031-13-01', '2031-02-30']) expect((await newsdeck(['figure', 'edit', id, `asOf=${date}`])).err).toContain('but a date such as 2025, 2025-03 or 2025-03-31');
		expect((await newsdeck(['figure', 'edit', id, 'low=many'])).err).toContain('low=many is no number');
		expect((await newsdeck(['figure', 'edit', id, 'stance=angry'])).err).toContain('does not take "angry"');
		expect((await newsdeck(['log'])).code).toBe(1);
	});
});

test('what an article became since the version before, word by word', async () => {
	const {newsdeck} = await begun();
	const once = await newsdeck(['show', 'q1', '--changes']);
	expect([once.code, once.out, once.err]).toEqual([1, '', expect.stringContaining('came in once')]);
	const [first] = ARTICLES;
	const {folder} = emptyPlace();
	writeFileSync(path.join(folder, 'later.jsonl'), JSON.stringify({...first, paras: [first?.paras[0]?.replace('At least 14', 'Sixteen'), first?.paras[1], 'The road is shut.']}));
	expect(objects((await newsdeck(['import', path.join(folder, 'later.jsonl'), '--json'])).out)).toMatchObject([{status: 'revised', articles: [{externalId: 'q1'}]}]);
	const {code, out} = await newsdeck(['show', 'q1', '--changes']);
	expect(code).toBe(0);
	expect(out).toContain('[-At least 14-] {+Sixteen+} people were killed');
	expect(out).toContain('{+The road is shut.+}');
	expect(out).not.toContain('We heard');
	expect(objects((await newsdeck(['show', 'q1', '--changes', '--json'])).out)).toMatchObject([{paragraphs: [{kind: 'same'}, {kind: 'changed'}, {kind: 'same'}, {kind: 'added'}]}]);
	expect((await newsdeck(['rederive', '--dry-run'])).err).toContain('articles that read differently: 0');
	expect((await newsdeck(['verify'])).code).toBe(0);
});

describe('a person puts quotes right by command', () => {
	test('its words begin elsewhere; what does not stand there is refused', async () => {
		const {newsdeck} = await begun();
		const [quote] = objects((await newsdeck(['quotes', '--json'])).out);
		const id = String(quote?.['id']);
		expect(objects((await newsdeck(['quote', 'edit', id, 'text=no warning at all', '--json'])).out)).toMatchObject([{id, text: 'no warning at all', review: 'edited'}]);
		const {code, err} = await newsdeck(['quote', 'edit', id, 'text=no warning whatever']);
		expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
		expect(err).toContain('“no warning whatever” does not stand where');
		await newsdeck(['undo']);
		expect(objects((await newsdeck(['quotes', '--json'])).out)).toMatchObject([{text: 'We heard no warning at all,'}]);
	});

	test('edit the speaker, reject, and list the unchecked', async () => {
		const {newsdeck} = await begun();
		const [quote] = objects((await newsdeck(['quotes', '--json'])).out);
		const id = String(quote?.['id']);
		expect(objects((await newsdeck(['quote', 'edit', id, 'speakerName=Asa Brandt junior', '--json'])).out)).toMatchObject([{speakerName: 'Asa Brandt junior', review: 'edited'}]);
		expect((await newsdeck(['quotes', '--unchecked'])).code).toBe(1);
		expect((await newsdeck(['quotes', '--source', 'junior'])).code).toBe(0);
		expect((await newsdeck(['quote', 'show', id])).out).toContain('speakerName:');
	});
});

describe('lists of facts are narrowed like every view', () => {
	test('by measure, outlet and day; as a table', async () => {
		const {newsdeck, figures} = await begun();
		expect(new Set((await figures('--outlet', 'ridge')).map(figure => figure['externalId']))).toEqual(new Set(['q1']));
		expect(await figures('--stance', 'denied')).toEqual([]);
		const table = (await newsdeck(['figures', '--measure', 'killed', '--csv'])).out;
		expect(table.split('\r\n')[0]).toMatch(/^id,article,.*,outlet,/);
		expect(table.trim().split('\n').length).toBe((await figures('--measure', 'killed')).length + 1);
		expect((await newsdeck(['quotes', '--csv'])).out).toMatch(/^id,article,.*\r\nq-/);
		expect((await newsdeck(['quotes', '--to', '2030'])).code).toBe(1);
	});
});
