import {expect, test} from 'vitest';
import type {Explanation} from '../../source/model/event.ts';
import type {MendableLibrary} from '../../source/model/library.ts';
import type {Watched} from '../../source/model/watched.ts';
import {createReasons} from '../../source/ui/session/reasons.ts';
import type {Action} from '../../source/ui/reduce/reduce.ts';
import {memoryLibrary} from '../helpers/memory-library.ts';

const because: Explanation = {article: 'a', terms: ['harbour'], likeness: 0.4, names: [], figures: [], next: null};
const why = {kind: 'why' as const, event: 'e-1', label: 'At the harbour', reasons: null, scroll: 0};

/** A library that tells why when the test says so. */
const asked = (articles: number) => {
	const told: Action[] = [];
	const errors: unknown[] = [];
	const answer = Promise.withResolvers<readonly Explanation[]>();
	const asks: Watched[] = [];
	const refuse = async (): Promise<never> => Promise.reject(new Error('not asked here'));
	const library: MendableLibrary = {
		...memoryLibrary([], []), foresee: refuse, planAct: refuse, planFact: refuse, planAlike: refuse, following: refuse, audit: refuse,
		reasons: async (_, watched) => {
			asks.push(watched);
			return answer.promise;
		},
	};
	return {told, errors, answer, asks, library, reasons: createReasons({articles: () => articles, dispatch: action => void told.push(action), failed: error => void errors.push(error)})};
};

test('in a large library the key is over before the answer comes, and progress is told', async () => {
	const {told, answer, asks, library, reasons} = asked(10_000);
	await reasons.follow(why, library);
	asks[0]?.progress('compared: 3 %');
	expect(told).toEqual([{kind: 'progress', text: 'compared: 3 % · esc: break off'}]);
	answer.resolve([because]);
	await reasons.done();
	expect(told.at(-1)).toEqual({kind: 'reasons', reasons: [because]});
});

test('whoever closes the question breaks it off, and hears no more of it', async () => {
	const {told, errors, answer, asks, library, reasons} = asked(10_000);
	await reasons.follow(why, library);
	await reasons.follow(null, library);
	expect(asks[0]?.signal.aborted).toBe(true);
	asks[0]?.progress('compared: 4 %');
	answer.reject(new Error('broken off'));
	await Promise.resolve();
	expect([told, errors]).toEqual([[{kind: 'progress', text: ''}], []]);
});

test('in a small one the key brings the answer, and it is asked for once', async () => {
	const {told, answer, asks, library, reasons} = asked(20);
	answer.resolve([because]);
	await reasons.follow(why, library);
	await reasons.follow({...why, reasons: [because]}, library);
	expect([told, asks.length]).toEqual([[{kind: 'reasons', reasons: [because]}], 1]);
});
