import {exitCodes} from '../model/problem.ts';
import {createKeymap, type Bound} from '../ui/keys/bindings.ts';
import {compares, type Context} from '../ui/keys/keymap.ts';
import type {Command} from './command.ts';
import {table} from './print/table.ts';

/** Where keys work; the seven views of a comparison together are "compare". */
export const placesOf = (contexts: readonly Context[]): string => {
	const all = compares.every(context => contexts.includes(context));
	return [...contexts.filter(context => !all || !compares.includes(context)), ...(all ? ['compare'] : [])].join(', ');
};

/** One block a group, as the help of the screen has them. */
const blocks = (bindings: readonly Bound[]): string[] => [...new Set(bindings.map(({group}) => group))].flatMap((group, index) => [
	...(index === 0 ? [] : ['']), group,
	...table(bindings.filter(binding => binding.group === group).map(({keys, help, action, contexts}) => [`  ${keys.join('  ')}`, help, action, placesOf(contexts)])),
]);

export const command: Command = {
	usage: ['newsdeck keys [--json]'],
	summary: 'every key with what it does, the name of its action, and where it works',
	examples: [
		['newsdeck keys', 'your own keys among them'],
		['newsdeck keys --json | jq -r .action | sort -u', 'the actions that can have other keys'],
	],
	wordless: true,
	flags: {},
	async run({flags, io, settings}) {
		const {keymap, problems} = createKeymap(settings.values.keys);
		if (flags.has('json')) for (const {keys, help, action, group, contexts} of keymap.all) io.print(JSON.stringify({keys, help, action, group, contexts}));
		else for (const line of blocks(keymap.all)) io.print(line);
		for (const problem of problems) io.tell(`newsdeck: ${problem}`);
		return exitCodes.done;
	},
};
