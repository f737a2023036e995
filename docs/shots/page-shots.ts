// Pictures of the exported page at three widths, and its print, by Debian's chromium: `tsx docs/shots/page-shots.ts`, after `npm run build`.
import {execFileSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const html = execFileSync(process.execPath, [`${root}dist/newsdeck.js`, 'export', '--event', 'north korean', '--format', 'html', '--quiet', '--library', `${root}data/demo/library`], {encoding: 'utf8'});
const browser = await chromium.launch({executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox']});
for (const [width, part] of [[1600, 'figures'], [1024, 'figures'], [390, 'text']] as const) {
	const page = await browser.newPage({viewport: {width, height: 760}});
	await page.setContent(html);
	await page.evaluate(`document.getElementById('${part}').scrollIntoView()`);
	await page.screenshot({path: `${root}docs/export/page-${width}.png`});
}

const printed = await browser.newPage();
await printed.setContent(html);
await printed.pdf({path: `${root}docs/export/page.pdf`, format: 'A4', printBackground: true});
await browser.close();
