// Reads the test runner's JSON report: "gates" fails if a quality gate was skipped though its data is there; "count" prints the closing line.
import {existsSync, readFileSync} from 'node:fs';

const [, , file, what] = process.argv;
const report = JSON.parse(readFileSync(file, 'utf8'));
if (what === 'gates') {
	const skipped = report.testResults.flatMap(({assertionResults}) => assertionResults)
		.filter(({status, fullName}) => ['skipped', 'pending', 'todo'].includes(status) && fullName.includes('../shared'));
	for (const {fullName} of skipped) console.log(`left out: ${fullName}`);
	if (existsSync(new URL('../../shared', import.meta.url)) && skipped.length > 0) {
		console.log('../shared is there, and its gates were skipped.');
		process.exit(1);
	}
} else {
	// A file that did not even load holds no failed test; it is a failure all the same.
	const broken = report.testResults.filter(({status, assertionResults}) => status === 'failed' && !assertionResults.some(result => result.status === 'failed'));
	console.log(`${report.numPassedTests} passed, ${report.numFailedTests + broken.length} failed`);
}
