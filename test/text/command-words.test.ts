import {expect, test} from 'vitest';
import {commandWords} from '../../source/text/command-words.ts';

test.each([
	['jq -r .text', ['jq', '-r', '.text']],
	['  wc   -l ', ['wc', '-l']],
	[`jq '.text | length'`, ['jq', '.text | length']],
	[`grep "it's" 'a "b"'`, ['grep', "it's", 'a "b"']],
	[`awk -F'\\t' "{print \\"x\\\\\\"}"`, ['awk', '-F\\t', '{print "x\\"}']],
	[`--name="two words"more`, ['--name=two wordsmore']],
	['a\\ b \\"c\\"', ['a b', '"c"']],
	['C:\\tools\\jq.exe', ['C:\\tools\\jq.exe']],
	[`x '' ""`, ['x', '', '']],
	['echo $HOME * ~ `id` a|b x>y', ['echo', '$HOME', '*', '~', '`id`', 'a|b', 'x>y']],
	['', []],
])('%s is the words %j', (line, words) => {
	expect(commandWords(line)).toEqual({words, problem: null});
});

test.each([
	['grep x | wc', '|'], ['a && b', '&&'], ['a || b', '||'], ['sort > file', '>'], ['sort 2>&1', '2>&1'], ['sort 2> /dev/null', '2>'], ['sort < file', '<'], ['sleep 9 &', '&'], ['a ; b', ';'],
])('%s has a word that is for a shell', (line, sign) => {
	expect(commandWords(line).problem).toEqual({kind: 'for a shell', sign});
});

test('such a word in quotes is a word', () => {
	expect(commandWords(`grep '|' ">"`)).toEqual({words: ['grep', '|', '>'], problem: null});
});

test.each(['echo "a', `echo 'a "b"`, 'x"'])('%s has a quote that is not closed', line => {
	expect(commandWords(line).problem).toMatchObject({kind: 'open quote'});
});
