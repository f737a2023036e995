import {exitCodes, Problem} from '../model/problem.ts';
import {closest} from '../text/closest.ts';
import {sharedFlags, type Command, type Verbs} from './command.ts';
import {bash, fish, zsh, type CommandTable} from './print/completion-scripts.ts';

const shells = {bash, zsh, fish} as const;
const isShell = (name: string): name is keyof typeof shells => Object.hasOwn(shells, name);

/** Every verb with its flags, in the order of the help. */
const commandTable = async (verbs: Verbs): Promise<CommandTable> => Promise.all(Object.entries(verbs).map(async ([name, {summary, load}]) => ({name, summary, command: (await load()).command})));

export const command: Command = {
	usage: ['newsdeck completion bash|zsh|fish'],
	summary: 'completion of verbs, flags and their values, for a shell',
	examples: [
		['eval "$(newsdeck completion bash)"', 'in ~/.bashrc'],
		['newsdeck completion fish > ~/.config/fish/completions/newsdeck.fish', ''],
	],
	flags: {},
	async run({words, io, verbs}) {
		const [shell = '', ...others] = words;
		if (!isShell(shell) || others.length > 0) {
			const near = closest(shell, Object.keys(shells));
			throw new Problem({exit: 'usage', what: shell === '' ? 'completion needs a shell.' : `There is no completion for "${words.join(' ').slice(0, 40)}".`, why: near === undefined || others.length > 0 ? '' : `Did you mean ${near}?`, remedy: `Shells are ${Object.keys(shells).join(', ')}.`});
		}

		io.write(`${shells[shell](await commandTable(verbs), sharedFlags)}\n`);
		return exitCodes.done;
	},
};
