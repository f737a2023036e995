import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {emptyPlace, objects, run} from '../helpers/program.ts';

const PAGE = [
	'Lighthouse keeper retires after forty years',
	'Quayside Bulletin',
	'2 hours ago',
	'The keeper of the Salder light retired on Monday after forty years of service.',
	'He counted 11,000 ships in his last year, the harbour office said.',
	'-- printed on the good ship Marigold --',
	'Nobody will follow him: the lamp turns by itself since spring.',
];

const place = () => {
	const {folder, env} = emptyPlace();
	const config = path.join(folder, 'config', 'newsdeck');
	mkdirSync(config, {recursive: true});
	writeFileSync(path.join(folder, 'page.txt'), `${PAGE.join('\n')}\n`);
	return {
		write: (name: string, content: unknown): void => writeFileSync(path.join(config, name), typeof content === 'string' ? content : JSON.stringify(content)),
		newsdeck: async (...words: readonly string[]) => run([...words, '--library', path.join(folder, 'mine')], {cwd: folder, env}),
	};
};

const imported = async (newsdeck: (...words: readonly string[]) => Promise<{readonly out: string}>) => {
	const [document] = objects((await newsdeck('import', 'page.txt', '--json')).out);
	return JSON.stringify(document);
};

describe('the user\'s own tables beside the program\'s', () => {
	test('an outlet by its alias, and a line of junk, are known once the config folder tells of them', async () => {
		const {write, newsdeck} = place();
		const without = await imported(newsdeck);
		expect(without).not.toContain('Salder Quayside Bulletin');
		expect(without).not.toContain('printed on board');

		const {write: tell, newsdeck: anew} = place();
		tell('outlets.json', [{name: 'Salder Quayside Bulletin', aliases: ['Quayside Bulletin']}]);
		tell('boilerplate.json', {lines: [{rule: 'printed on board', role: 'drop', patterns: ['-- printed on the good ship \\w+ --']}]});
		const withTables = await imported(anew);
		expect(withTables).toContain('"outlet":"Salder Quayside Bulletin"');
		expect(withTables).toContain('{"startLine":6,"endLine":6,"rule":"printed on board"}');

		// What is in the library already is read by them too, when it is read anew.
		write('outlets.json', [{name: 'Salder Quayside Bulletin', aliases: ['Quayside Bulletin']}]);
		expect((await newsdeck('rederive')).code).toBe(0);
		expect((await newsdeck('list', '--json')).out).toContain('"outlet":"Salder Quayside Bulletin"');
	});

	test.each([
		['outlets.json', 'not json', 'It is not JSON'],
		['outlets.json', [{name: ''}], '1 name: must not be empty'],
		['boilerplate.json', {lines: [{rule: 'mine', role: 'gone', patterns: ['x']}]}, 'lines 1 role: must be one of end, head'],
		['boilerplate.json', {lines: [{rule: 'mine', role: 'drop', patterns: ['ok', '(']}]}, 'lines 1 patterns 2: is no regular expression'],
		['boilerplate.json', {lines: [{rule: 'mine', role: 'drop', patterns: ['(a)\\1']}]}, 'must not name a group or refer back'],
		['boilerplate.json', {lines: [{rule: 'mine', role: 'drop', patterns: ['.*']}]}, 'must not match an empty line'],
	])('%s that is wrong (%j) is one line, and nothing is imported', async (name, content, why) => {
		const {write, newsdeck} = place();
		write(name, content);
		const {code, out, err} = await newsdeck('import', 'page.txt');
		expect(code).toBe(2);
		expect(out).toBe('');
		expect(err.trim().split('\n')).toHaveLength(1);
		expect(err).toContain(name);
		expect(err).toContain(why);
	});
});
