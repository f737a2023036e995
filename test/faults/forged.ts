import {digest} from '../../source/pipeline.ts';
import {doubtfulNumbers} from '../../source/text/doubtful.ts';
import {dice, type Pledge} from './pledge.ts';

/** What is put into a number, and whether the number as printed can then still be told. */
const intruders: ReadonlyArray<readonly [name: string, text: string]> = [
	['backspace', '\b\b\b'], ['escape sequence', '\u001B[1D'], ['title', '\u001B]0;x\u0007'], ['8-bit sequence', '\u009B3D'], ['override', '\u202E'], ['embedding', '\u202B'], ['isolate', '\u2067'],
	['mark left to right', '\u200E'], ['zero-width space', '\u200B'], ['joiner', '\u200D'], ['non-joiner', '\u200C'], ['word joiner', '\u2060'], ['invisible comma', '\u2063'], ['soft hyphen', '\u00AD'],
	['byte order mark', '\uFEFF'], ['grapheme joiner', '\u034F'], ['tag', '\u{E0030}'], ['hangul filler', '\u3164'], ['accent', '\u0301'], ['keycap', '\u20E3'], ['variation', '\uFE0F'], ['Arabic digit', '\u0660'],
	['wide digit', '\uFF10'], ['mathematical digit', '\u{1D7CE}'], ['letter O', 'O'], ['Cyrillic o', '\u043E'], ['half a pair', '\uD800'], ['NUL', '\0'], ['delete', '\u007F'], ['unreadable', '\uFFFD'],
	['line separator', '\u2028'], ['form feed', '\f'], ['next line', '\u0085'], ['vertical tab', '\v'],
];
/** These end a line or a cell: two numbers, as everybody sees them. */
const breaks: ReadonlyArray<readonly [string, string]> = [['newline', '\n'], ['tab', '\t']];

/** Those that give two whole numbers wherever they are broken come first. */
const numbers = ['1000', '12', '99', '5,000', '1.5', '250,000', '7,250'];
const sentence = (number: string): string => `The harbour office said ${number} people were killed in the fire on Monday.`;

const read = async (text: string, asRecord: boolean) => (await digest({
	path: asRecord ? 'x.jsonl' : 'x.txt', type: null, given: {}, imported: '2025-01-01T00:00:00.000Z',
	bytes: Buffer.from(asRecord ? `${JSON.stringify({title: 'Harbour fire', paras: [text]})}\n` : `Harbour fire kills many\n\n${text}\n\nThe pilots had seen nothing of it, they say.\n`),
})).derivations;

export const forged: Pledge = {
	name: 'figures with something hidden in them',
	short: 70,
	long: 200,
	async keep(times) {
		const broken: string[] = [];
		const roll = dice(200);
		let [unread, apart, flagged] = [0, 0, 0];
		for (let time = 0; time < times; time++) {
			const all = [...intruders, ...breaks];
			const [name, intruder] = all[time % all.length] ?? ['', ''];
			const splits = breaks.some(([, text]) => text === intruder);
			const plain = numbers[Math.floor(roll() * (splits ? 3 : numbers.length))] ?? '';
			const at = 1 + Math.floor(roll() * (plain.length - 1));
			const raw = `${plain.slice(0, at)}${intruder}${plain.slice(at)}`;
			// A text file with NUL in it is no text file.
			const made = await read(sentence(raw), roll() < 0.5 || intruder === '\0');
			const found = made.flatMap(({figures}) => figures);
			// On two lines each half is a number of its own, to be read as it stands; anything else must not be read at all.
			const halves = new Set<number | null>([plain.slice(0, at), plain.slice(at)].map(Number));
			const wrong = found.filter(({low, high}) => !splits || !halves.has(low) || low !== high);
			if (wrong.length > 0) broken.push(`${JSON.stringify(raw)} (${name}): read as ${wrong.map(({text}) => JSON.stringify(text)).join(', ')}`);
			const doubts = made.flatMap(({article}) => article.segments.flatMap(({text}) => doubtfulNumbers(text)));
			if (splits) apart++;
			else unread++;
			if (doubts.length > 0) flagged++;
			else if (!splits) broken.push(`${JSON.stringify(raw)} (${name}): nothing says that it was not read`);
		}

		// The trial can tell only if the same sentence gives its figure when nothing is hidden in it.
		for (const plain of numbers) {
			if (!(await read(sentence(plain), false)).some(({figures}) => figures.some(({low}) => low === Number(plain.replaceAll(',', ''))))) broken.push(`${plain} is not read though nothing is hidden in it`);
		}

		return {counts: `${times} figures: ${unread} left unread and ${flagged} named, ${apart} on two lines read apart, ${broken.length} changed or joined`, broken};
	},
};
