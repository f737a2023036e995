// Loads the index that lies in a folder, as a program that has just started does, and prints what that took: `tsx bench/load-index.ts FOLDER`.
import {keptFiles} from '../source/host/kept-files.ts';
import {loadIndex} from '../source/search/index-cache.ts';
import {cpuNow} from './harness.ts';

const [folder = ''] = process.argv.slice(2);
const before = cpuNow();
const loaded = await loadIndex(keptFiles(async () => folder));
const after = cpuNow();
if (loaded === null) throw new Error('the index did not come back');
console.log(after - before);
