// Bundles source/ into dist/: flat, split into chunks, so that a command loads only what it needs and the screen's parts wait until there is a screen.
import {build} from 'esbuild';
import {chmod, rm} from 'node:fs/promises';

const root = new URL('..', import.meta.url).pathname;
await rm(`${root}dist`, {recursive: true, force: true});
await build({
	absWorkingDir: root,
	entryPoints: {newsdeck: 'source/newsdeck.ts', index: 'source/index.ts', worker: 'source/worker.ts'},
	outdir: 'dist',
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node22',
	chunkNames: 'chunk-[hash]',
	minifySyntax: true,
	legalComments: 'none',
	define: {'process.env.NODE_ENV': '"production"'},
	// Ink asks for the devtools only in development; left external it crashes at start.
	alias: {'react-devtools-core': `${root}.ci/empty.mjs`},
	// React and a few others are CommonJS and call require for Node's own modules.
	banner: {js: "import {createRequire as makeRequire} from 'node:module'; const require = makeRequire(import.meta.url);"},
	logLevel: 'warning',
});
await chmod(`${root}dist/newsdeck.js`, 0o755);
