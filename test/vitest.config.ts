import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		root: new URL('..', import.meta.url).pathname,
		include: ['test/**/*.test.{ts,tsx}'],
		reporters: ['default', new URL('helpers/left-out-reporter.ts', import.meta.url).pathname],
		globalSetup: new URL('helpers/seeds-library.ts', import.meta.url).pathname,
		// No tables of the tester's own are in reach.
		env: {XDG_CONFIG_HOME: new URL('no-config/', import.meta.url).pathname},
		testTimeout: 120_000,
		// No file leaves anything behind in its process, so the next one finds Ink, the stages and their tables loaded; and no core idles.
		isolate: false,
		maxWorkers: '100%',
	},
});
