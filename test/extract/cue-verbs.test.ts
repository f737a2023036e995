import {describe, expect, test} from 'vitest';
import table from '../../data/cues.json' with {type: 'json'};
import {figureCues, nounCues, quotationCues} from '../../source/extract/cue-verbs.ts';

const formsOf = (row: {readonly verb: string; readonly forms: readonly string[]; readonly figuresOnly?: readonly string[]}): string[] => [row.verb, ...row.forms, ...row.figuresOnly ?? []];

describe('the table of verbs that credit somebody', () => {
	test('no verb and no form stands in it twice', () => {
		const forms = table.verbs.flatMap(formsOf);
		expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([]);
	});

	test('a verb with a stance credits figures and quotations, one without only quotations', () => {
		expect([figureCues.get('warned'), quotationCues.has('warned')]).toEqual(['certain', true]);
		expect([figureCues.get('laughed'), quotationCues.has('laughed')]).toEqual([undefined, true]);
		expect([figureCues.get('recorded'), quotationCues.has('recorded')]).toEqual(['certain', false]);
	});

	test('a bare form beside a quotation is a noun or an infinitive, unless the table says otherwise', () => {
		expect([quotationCues.has('claim'), quotationCues.has('say')]).toEqual([false, true]);
		expect([nounCues.has('claims'), nounCues.has('claimed')]).toEqual([true, false]);
	});
});
