import {exporters} from '../../source/exporters/index.ts';
import {comparison, withTexts} from '../exporters/helpers.ts';
import {checks} from './exported-checks.ts';
import {dice, type Pledge} from './pledge.ts';

/** Words that would act, each in its own language. */
const charges = [
	'<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '</td></table><iframe src="http://x"></iframe>', '<svg/onload=alert(1)>', '"><b onmouseover="x">', '\' onclick=\'x', '<!-- ', '--><u>x</u>', ']]>', '&lt;script&gt;',
	'[link](javascript:alert(1))', '![x](http://x/y.png)', '<http://x.example>', 'http://x.example/a?b', 'www.x.example', '`code`', '```\nfence\n```', '# heading', '> quote', '- list', '1. list', '| cell | cell |', '***', '[x]: http://x', '\\', '~~x~~', 'a@b.example', '    indented',
	'=cmd|\'/C calc\'!A0', '@SUM(A1)', '+1', '-1', '\t=1', '\r=1', '__proto__', 'constructor', 'javascript:alert(1)', 'data:text/html,<script>1</script>', '\u001B[31m', '\u202Eevil', '<style>*{display:none}</style>', '<base href="http://x">', '<meta http-equiv=refresh content=0>', '<a href="&#106;avascript:x">y</a>',
	'a\r\nER  - \r\nTY  - NEWS\r\nTI  - b', 'x}, url = {javascript:alert(1)}, note = {', '\\input{/etc/passwd}', '\\immediate\\write18{ls}', '@comment{', '% a', 'https://x.example/}\\input{a}', 'a\tb\nc\td', '"\n"', '{"a": 1}\n{"b": 2}', '<i>slanted</i><i onclick=x>', '<span style="background:url(x)">',
];

export const exported: Pledge = {
	name: 'exports of hostile text in every field',
	short: 60,
	long: 2000,
	keep: async times => {
		const broken: string[] = [];
		const roll = dice(40);
		const untried = exporters.filter(({extension}) => checks[extension] === undefined).map(({name}) => name);
		for (let time = 0; time < times; time++) {
			// First each charge in all fields at once, then a mixture.
			const one = charges[time];
			const told = withTexts(comparison, (path, was) => (/\.(?:id|article)$/.test(path) ? was : one ?? charges[Math.floor(roll() * charges.length)] ?? ''));
			for (const exporter of exporters) {
				const text = exporter.write(told);
				const found = await (async () => checks[exporter.extension]?.(text, told))().catch(error => [`its parser says ${String(error).split('\n')[0]}`]) ?? [];
				broken.push(...found.slice(0, 2).map(what => `${exporter.name}, ${JSON.stringify(one ?? 'a mixture')}: ${what}`));
			}
		}

		return {counts: `${times} comparisons in ${exporters.map(({name}) => name).join(', ')}: ${broken.length} with something that acts${untried.length > 0 ? `; not tried: ${untried.join(', ')}` : ''}`, broken};
	},
};
