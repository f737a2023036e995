import {exitCodes} from '../model/problem.ts';
import {keyTable} from '../ui/keymap.ts';
import type {Command} from './command.ts';

export const command: Command = {
	usage: ['newsdeck keys'],
	summary: 'the table of keys, as the screen and the README have it',
	examples: [['newsdeck keys', '']],
	wordless: true,
	flags: {},
	async run(context) {
		context.io.print(keyTable());
		return exitCodes.done;
	},
};
