import {describe, expect, test} from 'vitest';
import {closeWindow, leave, stopAndGoOn} from '../faults/terminal-given-back.ts';

// All other ways out are in `npm run faults`; these are the ones that people meet.
describe.skipIf(process.platform === 'win32')('the terminal is given back', () => {
	test.each([{name: 'SIGTERM', signal: 'SIGTERM', code: 143}, {name: 'SIGHUP', signal: 'SIGHUP', code: 129}] as const)('after $name: the shell sees $code', async way => {
		expect(await leave(way)).toEqual([]);
	});

	test('while control-Z has it stopped, and taken again after fg', async () => {
		expect(await stopAndGoOn('control-Z', shell => shell.write('\u001A'))).toEqual([]);
	});

	test('pressed at the first frame, before the program has come to listen', async () => {
		expect(await stopAndGoOn('control-Z', shell => shell.write('\u001A'), 'slow')).toEqual([]);
	});

	test('a closed window ends the program', async () => {
		expect(await closeWindow()).toEqual([]);
	});
});
