// The control of the power cut: writes a file and renames it, as many programs do, and never forces anything to the disk.
import {renameSync, writeFileSync} from 'node:fs';

const [, , file] = process.argv;
const names = [];
for (let index = 0; index < 1000; index++) {
	names.push(`c-${index}`);
	writeFileSync(`${file}.tmp`, JSON.stringify(names));
	renameSync(`${file}.tmp`, file);
	process.stdout.write(`saved c-${index}\n`);
	await new Promise(resolve => setTimeout(resolve, 10));
}
