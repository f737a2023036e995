// `tsx test/corpus/add.ts PAGE.txt NAME "what kind of page"`: takes a page of our own words into the corpus. The program's
// reading is written as the expectation; a person then corrects expected.json by reading the page, not by trusting it.
// `--known` writes what is still read otherwise into notYet of every page (after rules changed, or a person corrected).
import {copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {asExpected, corpusPages, differences, readPage} from './corpus.ts';

const write = (name: string, expected: unknown): void => writeFileSync(new URL(`${name}/expected.json`, import.meta.url), `${JSON.stringify(expected, null, '\t')}\n`);

const [page, name, about] = process.argv.slice(2);
if (page === '--known') {
	for (const {name: known, bytes, expected} of corpusPages()) {
		const found = differences(expected, asExpected(expected.about, bytes, readPage(known, bytes, expected.given)));
		const {notYet: _, ...rest} = expected;
		write(known, found.length === 0 ? rest : {...rest, notYet: found.map(({what}) => what)});
		for (const {shown} of found) process.stdout.write(`${known}: ${shown}\n`);
	}
} else if (page === undefined || name === undefined || about === undefined) {
	process.stderr.write('usage: tsx test/corpus/add.ts PAGE.txt NAME "what kind of page"\n');
	process.exitCode = 2;
} else if (existsSync(new URL(`${name}/`, import.meta.url))) {
	process.stderr.write(`There is a page "${name}" already: choose another name.\n`);
	process.exitCode = 2;
} else {
	const bytes = readFileSync(page);
	mkdirSync(new URL(`${name}/`, import.meta.url));
	copyFileSync(page, new URL(`${name}/page.txt`, import.meta.url));
	write(name, asExpected(about, bytes, readPage(name, bytes)));
	process.stdout.write(`test/corpus/${name}/expected.json holds the program's reading: correct it by hand.\n`);
}
