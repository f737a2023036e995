/** A process that takes down corrections as the screen does, off the key, and is then told to end. Arguments: folder, how many. Says "taken" when it has them. */
import process from 'node:process';
import {atEnd} from '../../source/host/at-end.ts';
import {deferred} from '../../source/store/deferred.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {now} from '../store/samples.ts';

const [folder = '', count = '1'] = process.argv.slice(2);
const library = await openLibrary(folder, {now});
const [card] = (await library.articles()).items;
// A day off: only the end can have written what is found.
const corrections = deferred(library, {who: 'ada', now, delay: 86_400_000, failed: error => process.stdout.write(`failed ${String(error)}\n`)});
atEnd(async () => corrections.flush());
for (let index = 0; index < Number(count); index++) corrections.add({kind: 'note', article: card?.id ?? '', text: `note ${index}`});
process.stdout.write('taken\n');
