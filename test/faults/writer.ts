/**
 * A process that commits to a library again and again, for the tests that race and kill it.
 * Arguments: folder, name, how many commits, characters of filler in each article. Says "saved NAME-N" only after the commit has returned.
 */
import process from 'node:process';
import {Problem} from '../../source/model/problem.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {changedMeanwhile} from '../../source/store/problems.ts';
import {importOf, now} from '../store/samples.ts';

const [folder = '', name = '', count = '1', filler = '0'] = process.argv.slice(2);

const commitOne = async (headline: string): Promise<void> => {
	const library = await openLibrary(folder, {create: true, now});
	const page = importOf(headline, [{headline, body: [`${headline}: the tide came in.`, 'x'.repeat(Number(filler))]}]);
	for (;;) {
		const {generation} = await library.summary();
		try {
			await library.commit({imports: [page]}, generation);
			return;
		} catch (error) {
			if (!(error instanceof Problem) || error.why !== changedMeanwhile) throw error;
		}
	}
};

try {
	for (let index = 0; index < Number(count); index++) {
		await commitOne(`${name}-${index}`);
		process.stdout.write(`saved ${name}-${index}\n`);
	}
} catch (error) {
	process.stdout.write(error instanceof Problem ? `problem ${error.exit}: ${error.message}\n` : `error ${String(error)}\n`);
	process.exitCode = 1;
}
