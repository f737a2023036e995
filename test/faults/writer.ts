/**
 * A process that commits to a library again and again, for the tests that race and kill it.
 * Arguments: folder, name, how many commits, characters of filler in each article, and how many notes come after each article that comes in
 * (library.json is written for an article, the journal alone for a note). Says "saved NAME-N" only after the commit has returned.
 */
import process from 'node:process';
import type {Changes} from '../../source/model/library.ts';
import {Problem} from '../../source/model/problem.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {changedMeanwhile} from '../../source/store/problems.ts';
import {importOf, now} from '../store/samples.ts';

const [folder = '', name = '', count = '1', filler = '0', notes = '0'] = process.argv.slice(2);
let article = '';

const changesOf = (said: string, isNote: boolean): Changes => {
	if (isNote) return {corrections: [{correction: {kind: 'note', article, text: said}, who: name, when: now().toISOString(), why: null}]};
	const page = importOf(said, [{headline: said, body: [`${said}: the tide came in.`, 'x'.repeat(Number(filler))]}]);
	article = page.derivations[0]?.article.id ?? '';
	return {imports: [page]};
};

const commitOne = async (said: string, isNote: boolean): Promise<void> => {
	const library = await openLibrary(folder, {create: true, now});
	const changes = changesOf(said, isNote);
	for (;;) {
		const {generation} = await library.summary();
		try {
			await library.commit(changes, generation);
			return;
		} catch (error) {
			if (!(error instanceof Problem) || error.why !== changedMeanwhile) throw error;
		}
	}
};

try {
	for (let index = 0; index < Number(count); index++) {
		await commitOne(`${name}-${index}`, index % (Number(notes) + 1) !== 0);
		process.stdout.write(`saved ${name}-${index}\n`);
	}
} catch (error) {
	process.stdout.write(error instanceof Problem ? `problem ${error.exit}: ${error.message}\n` : `error ${String(error)}\n`);
	process.exitCode = 1;
}
