// A process of its own: opens a library, stars articles, and tells what each star cost until it was acknowledged and the list was asked for again.
// Arguments: the module that opens libraries, the library, the folder of its cache, how many stars.
import {monitorEventLoopDelay} from 'node:perf_hooks';

const [module, folder, cache, times] = process.argv.slice(2);
const {openLibrary} = await import(module);
const library = await openLibrary(folder, {now: () => new Date(0), cache});
const {items} = await library.articles({limit: 100});
const costs = [];
for (let time = 0; time < Number(times); time++) {
	const {generation} = await library.summary();
	const article = items[time % items.length].id;
	const delay = monitorEventLoopDelay({resolution: 1});
	delay.enable();
	const [began, before] = [performance.now(), process.cpuUsage()];
	await library.commit({corrections: [{correction: {kind: 'mark', article, mark: 'starred', on: true}, who: 'bench', when: '2026-01-02T09:00:00Z', why: null}]}, generation);
	const {user, system} = process.cpuUsage(before);
	const wall = performance.now() - began;
	const page = await library.articles({limit: 100});
	const after = process.cpuUsage(before);
	// A silence that has not ended yet is not counted before the loop turns once more.
	await new Promise(resolve => setTimeout(resolve, 5));
	delay.disable();
	if (!page.items.find(each => each.id === article).starred) throw new Error('the star is not there');
	costs.push({cpu: (user + system) / 1000, wall, listed: (after.user + after.system) / 1000, silence: delay.max / 1e6});
}
await library.close();
process.stdout.write(JSON.stringify(costs));
