import {existsSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {AxeBuilder} from '@axe-core/playwright';
import {chromium, type Browser, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {bundleOf} from '../../source/exporters/bundle.ts';
import {root, run} from '../helpers/program.ts';
import {comparison} from './helpers.ts';

/** Debian's own, or wherever CHROMIUM says. */
const executable = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(file => file !== '' && existsSync(file));

describe.skipIf(executable === undefined)('the HTML page in a browser (needs chromium)', () => {
	const file = path.join(mkdtempSync(path.join(tmpdir(), 'newsdeck-page-')), 'page.html');
	let browser: Browser;
	const requested: string[] = [];
	const said: string[] = [];
	const open = async (width: number, scheme: 'light' | 'dark'): Promise<Page> => {
		const context = await browser.newContext({viewport: {width, height: 900}, colorScheme: scheme});
		const page = await context.newPage();
		page.on('request', request => requested.push(request.url()));
		page.on('console', message => said.push(message.text()));
		await page.goto(`file://${file}`);
		return page;
	};

	beforeAll(async () => {
		const {out} = await run(['export', '--event', 'north korean', '--format', 'html', '--library', path.join(root, 'data/demo/library')]);
		writeFileSync(file, out);
		browser = await chromium.launch({executablePath: executable ?? '', args: ['--no-sandbox'], env: {...process.env, XDG_CONFIG_HOME: path.dirname(file), XDG_CACHE_HOME: path.dirname(file)}});
	});
	afterAll(async () => browser?.close());

	test('four columns are not over 300 kB', () => {
		expect(readFileSync(file).length).toBeGreaterThan(20_000);
		expect(readFileSync(file).length).toBeLessThanOrEqual(300_000);
	});

	/** What axe holds against a page, everything in it opened. */
	const violationsOf = async (page: Page): Promise<string[]> => {
		await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
		const {violations} = await new AxeBuilder({page}).setLegacyMode(true).analyze();
		return violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).slice(0, 3).join(' ')}`);
	};

	test.each([[390, 'light'], [1024, 'dark'], [1600, 'light']] as const)('%i wide, %s: fits', async (width, scheme) => {
		const page = await open(width, scheme);
		expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
		await page.context().close();
	});

	test('axe finds nothing against the page', async () => {
		const page = await open(1024, 'dark');
		expect(await violationsOf(page)).toEqual([]);
		await page.context().close();
	});

	test.each([[390, 'dark'], [390, 'light'], [1600, 'light']] as const)('nor against a smaller one of an editor\'s folder, %i wide, %s', async (width, scheme) => {
		const page = await open(width, scheme);
		await page.setContent(String(bundleOf(comparison, new Map()).get('index.html')));
		expect(await violationsOf(page)).toEqual([]);
		await page.context().close();
	});

	test('columns stand side by side where there is room, under each other with their outlets where there is none', async () => {
		const tops = async (width: number): Promise<number> => {
			const page = await open(width, 'light');
			const places = await page.evaluate<number[]>('[...document.querySelector("#text .row").querySelectorAll(".cell")].map(cell => Math.round(cell.getBoundingClientRect().top))');
			const names = await page.evaluate<number[]>('[...document.querySelectorAll("#text .row .name")].map(name => name.getBoundingClientRect().height)');
			expect(names.every(height => width < 500 ? height > 10 : height <= 1)).toBe(true);
			await page.context().close();
			return new Set(places).size;
		};
		expect(await tops(1600)).toBe(1);
		expect(await tops(390)).toBe(4);
	});

	test('a figure leads to its evidence, by keys alone', async () => {
		const page = await open(1024, 'light');
		await page.locator('#figures a.f').first().focus();
		await page.keyboard.press('Enter');
		const target = page.locator(':target');
		expect(await target.count()).toBe(1);
		await target.locator('summary').focus();
		await page.keyboard.press('Enter');
		expect(await target.locator('blockquote').isVisible()).toBe(true);
		await page.context().close();
	});

	test('in print all evidence is open and nothing is cut off at the side', async () => {
		const page = await open(1024, 'light');
		await page.emulateMedia({media: 'print'});
		await page.setViewportSize({width: 718, height: 1000});
		expect((await page.locator('#evidence blockquote').first().boundingBox())?.height).toBeGreaterThan(10);
		expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(718);
		expect((await page.pdf({format: 'A4'})).length).toBeGreaterThan(10_000);
		await page.context().close();
	});

	test('nothing is loaded but the page itself, and the browser complains of nothing', () => {
		expect(new Set(requested)).toEqual(new Set([`file://${file}`]));
		expect(said).toEqual([]);
	});
});
