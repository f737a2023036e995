// The packed program on every Node it promises: `npx ./newsdeck-*.tgz` in an empty folder, over a page, and its entry for programs. `npm run nodes`.
import {execFileSync} from 'node:child_process';
import {copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

const versions = process.argv.length > 2 ? process.argv.slice(2) : ['22', '24', '26'];
const root = path.join(import.meta.dirname, '..');
const place = mkdtempSync(path.join(tmpdir(), 'newsdeck-nodes-'));
const run = (file, words, options = {}) => execFileSync(file, words, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], ...options});

const [{filename, size, unpackedSize}] = [JSON.parse(run('npm', ['pack', '--json', '--pack-destination', place], {cwd: root}))].flatMap(told => Array.isArray(told) ? told : Object.values(told));
console.log(`${filename}: ${size} bytes, unpacked ${unpackedSize}`);

const must = (holds, what) => {
	if (!holds) throw new Error(what);
};

try {
	for (const version of versions) {
		const tools = path.join(place, `node-${version}`);
		const here = path.join(place, `here-${version}`);
		for (const folder of [tools, here]) mkdirSync(folder);
		run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', tools, `node@${version}`], {cwd: tools});
		copyFileSync(path.join(place, filename), path.join(here, filename));
		const env = {...process.env, PATH: `${path.join(tools, 'node_modules/node/bin')}${path.delimiter}${process.env.PATH}`, HOME: here, npm_config_cache: path.join(place, 'cache'),
			XDG_DATA_HOME: path.join(here, 'data'), XDG_CACHE_HOME: path.join(here, 'cache'), XDG_CONFIG_HOME: path.join(here, 'config')};
		const npx = (...words) => run('npx', ['--yes', `./${filename}`, ...words], {cwd: here, env});
		const node = run('node', ['--version'], {env}).trim();
		must(node.startsWith(`v${version}.`), `${node} is not Node ${version}`);
		must(/^\d+\.\d+\.\d+\n$/.test(npx('--version')), 'no version');
		must(npx('demo', '--no-input').includes('over 5,000'), 'no demo');
		must(npx('demo', '--snapshot', '--size', '100x30', '--keys', 'c').includes('These can all be true together.'), 'no screen');
		writeFileSync(path.join(here, 'page.txt'), 'Bridge closed after crash\n\n2 May 2031\n\nTwo lorries collided on the harbour bridge, and five people were hurt, police said.\n');
		must(npx('import', 'page.txt', '--library', 'quay').includes('new, articles: 1'), 'no import');
		must(JSON.parse(npx('figures', '--json', '--library', 'quay').split('\n').at(-2)).text === 'five', 'no figures');
		must(npx('export', '--query', 'bridge', '--format', 'csv', '--library', 'quay').startsWith('id,'), 'no export');
		run('npm', ['install', '--silent', '--no-audit', '--no-fund', `./${filename}`], {cwd: here, env});
		writeFileSync(path.join(here, 'program.mjs'), "import {openLibrary} from 'newsdeck';\nconst library = await openLibrary('quay', {readOnly: true, now: () => new Date()});\nconsole.log((await library.events()).length);\nawait library.close();\n");
		must(run('node', ['program.mjs'], {cwd: here, env}) === '1\n', 'no entry for programs');
		console.log(`Node ${node}: runs`);
	}
} finally {
	rmSync(place, {recursive: true, force: true});
}
