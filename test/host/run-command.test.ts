import {expect, test} from 'vitest';
import {runCommand} from '../../source/host/run-command.ts';

const never = new AbortController().signal;
const node = (program: string): readonly string[] => [process.execPath, '-e', program];

test('a command reads what it is handed and prints; its code and its first complaint are told', async () => {
	expect(await runCommand(['wc', '-l'], ['a\nb\n', 'c\n'], never)).toEqual({lines: ['3'], complaint: '', complaints: 0, end: {how: 'exit', code: 0}});
	expect(await runCommand(node('console.error("\\nno such filter\\nsee help"); process.exitCode = 5'), ['a'], never)).toEqual({lines: [], complaint: 'no such filter', complaints: 3, end: {how: 'exit', code: 5}});
});

test('no shell reads its words', async () => {
	expect(await runCommand(['echo', '$HOME', '*', '`id`', 'a; b', '> x'], [], never)).toMatchObject({lines: ['$HOME * `id` a; b > x']});
});

test('nothing it prints acts on a terminal, and it has no terminal of its own', async () => {
	const {lines} = await runCommand(node('process.stdout.write("\\u001b[31mred\\u001b[0m\\ta\\rb\\u001b]0;title\\u0007\\u202ec\\n")'), [], never);
	expect(lines).toEqual(['red\ta', 'bc']);
	expect(await runCommand(node('try { require("fs").openSync("/dev/tty", "w"); console.log("a terminal") } catch { console.log("none") }'), [], never)).toMatchObject({lines: ['none']});
});

test('one that does not read to the end is no error', async () => {
	expect(await runCommand(['head', '-n', '1'], Array.from({length: 20_000}, (_, line) => `line ${line}\n`), never)).toMatchObject({lines: ['line 0'], end: {how: 'exit', code: 0}});
});

test('one that prints without end is ended at its bound, one that takes too long at its time', async () => {
	const {lines, end} = await runCommand(node('setInterval(() => console.log("y".repeat(999)), 0)'), [], never, {bytes: 10_000, milliseconds: 60_000});
	expect(end).toEqual({how: 'too much', bytes: 10_000});
	expect(lines.join('\n')).toHaveLength(10_000 - 1 + lines.length - 10);
	expect(await runCommand(['sleep', '60'], [], never, {bytes: 10, milliseconds: 50})).toMatchObject({end: {how: 'too long', seconds: 0.05}});
});

test('broken off, it is ended with all that it started, also where it does not want to', async () => {
	const stop = new AbortController();
	const running = runCommand(node(`process.on("SIGTERM", () => {}); const child = require("child_process").spawn("sleep", ["60"], {stdio: "inherit"}); console.log(process.pid, child.pid); setInterval(() => {}, 9)`), [], stop.signal);
	setTimeout(() => stop.abort(), 400);
	const {lines, end} = await running;
	expect(end).toEqual({how: 'broken off'});
	const pids = (lines[0] ?? '').split(' ').map(Number);
	expect(pids).toHaveLength(2);
	for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow();
});

test('what cannot be started is a clear line', async () => {
	await expect(runCommand(['no-such-program-here'], ['a'], never)).rejects.toThrow('no-such-program-here could not be started. There is no program of that name. Nothing was handed to it.');
	await expect(runCommand([''], ['a'], never)).rejects.toThrow('could not be started');
	await expect(runCommand(['/tmp'], ['a'], never)).rejects.toThrow('/tmp could not be started. This user may not read or write it.');
});
