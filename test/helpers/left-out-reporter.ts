import type {Reporter, TestModule} from 'vitest/node';

/** Names the tests that were left out, and so why: a gate that is silently skipped is no gate. */
export default class LeftOutReporter implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		for (const module of modules) for (const test of module.children.allTests('skipped')) process.stdout.write(`left out: ${test.fullName}\n`);
	}
}
