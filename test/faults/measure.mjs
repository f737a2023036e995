// Loaded before newsdeck (node --import): at the end, writes what the process took to a file. One line of JSON: {cpu: seconds, memory: MB at most}.
import {isMainThread} from 'node:worker_threads';
import {writeFileSync} from 'node:fs';

// The threads of a process are counted with it.
if (isMainThread) {
	process.on('exit', () => {
		const {maxRSS, userCPUTime, systemCPUTime} = process.resourceUsage();
		writeFileSync(process.env['NEWSDECK_TEST_MEASURE'], JSON.stringify({cpu: (userCPUTime + systemCPUTime) / 1e6, memory: Math.round(maxRSS / 1024)}));
	});
}
