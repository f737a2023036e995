import {commitLatest} from '../model/library.ts';
import {exitCodes, Problem} from '../model/problem.ts';
import type {Command, Context} from './command.ts';
import {told} from './log.ts';
import {editLibrary} from './asked/library-reading.ts';

const wantedEntry = ({words}: Context): number | null => {
	const [word, ...others] = words;
	if (word === undefined) return null;
	if (others.length > 0 || !/^[1-9]\d{0,8}$/.test(word)) throw new Problem({exit: 'usage', what: `"${words.join(' ')}" is no entry of the log.`, why: '', remedy: 'Give its number; newsdeck log shows them.'});
	return Number(word);
};

export const command: Command = {
	usage: ['newsdeck undo [N] [--redo]'],
	summary: 'take back the last correction, or entry N of the log; the log keeps both',
	examples: [['newsdeck undo', 'the last one'], ['newsdeck undo 12', 'entry 12, whatever came after it'], ['newsdeck undo --redo', 'put back what was last taken back']],
	flags: {redo: {help: 'put back what was taken back'}},
	async run(context) {
		const sequence = wantedEntry(context);
		const library = await editLibrary(context);
		const redo = context.flags.has('redo');
		await commitLatest(library, async () => ({undo: {who: context.effects.user, when: context.effects.now().toISOString(), redo, ...(sequence !== null && {sequence})}}));
		const log = await library.log();
		const entry = log.at(-1);
		await library.close();
		if (context.flags.has('json')) context.io.print(JSON.stringify(entry));
		const which = entry === undefined || entry.act.kind === 'correct' ? null : entry.act.sequence;
		const what = log.find(({sequence: number}) => number === which);
		const named = what === undefined ? 'the correction' : `entry ${which}, ${told(what)}`;
		context.io.tell(redo ? `It stands again: ${named}.` : `Taken back: ${named}; newsdeck undo --redo puts it back.`);
		return exitCodes.done;
	},
};
