import {tmpdir} from 'node:os';
import path from 'node:path';
import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		root: new URL('..', import.meta.url).pathname,
		include: ['test/**/*.test.{ts,tsx}'],
		reporters: ['default', new URL('helpers/left-out-reporter.ts', import.meta.url).pathname],
		setupFiles: new URL('helpers/seeded.ts', import.meta.url).pathname,
		globalSetup: new URL('helpers/seeds-library.ts', import.meta.url).pathname,
		// No tables of the tester's own are in reach; and a browser leaves its things there.
		env: {XDG_CONFIG_HOME: path.join(tmpdir(), 'newsdeck-no-config')},
		// For a machine that does other work too.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		// No file leaves anything behind in its process, so the next one finds Ink, the stages and their tables loaded; and no core idles.
		isolate: false,
		maxWorkers: '100%',
	},
});
