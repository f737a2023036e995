import {exitCodes, Problem} from '../model/problem.ts';
import type {Command} from './command.ts';
import {correctionsInForce} from '../store/overrides.ts';
import {editLibrary} from './library-reading.ts';

export const command: Command = {
	usage: ['newsdeck undo [--redo]'],
	summary: 'take back the last correction; the log keeps both',
	examples: [['newsdeck undo', ''], ['newsdeck undo --redo', 'put it back']],
	wordless: true,
	flags: {redo: {help: 'put back what was last taken back'}},
	async run(context) {
		const library = await editLibrary(context);
		const {generation} = await library.summary();
		const redo = context.flags.has('redo');
		if (!redo && correctionsInForce(await library.log()).length === 0) throw new Problem({exit: 'nothing', what: 'There is no correction to take back.', why: ''});
		await library.commit({undo: {who: context.effects.user, when: context.effects.now().toISOString(), redo}}, generation);
		await library.close();
		context.io.tell(redo ? 'The correction stands again.' : 'The last correction was taken back; newsdeck undo --redo puts it back.');
		return exitCodes.done;
	},
};
