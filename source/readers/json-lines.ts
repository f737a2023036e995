import {array, check, nullish, number, object, pipe, safeParse, string, transform, union} from 'valibot';
import type {ArticleRecord, RecordProblem} from '../model/document.ts';
import {clean} from '../text/sanitise.ts';
import {decode} from './decode.ts';
import type {Reader} from './reader.ts';

const cleaned = pipe(string(), transform(text => clean(text).text.trim()));
/** Absent, null and "" are one thing: null. */
const field = pipe(nullish(cleaned), transform(text => text === undefined || text === '' ? null : text));
const key = pipe(nullish(union([string(), number()])), transform(id => id === undefined || id === null || id === '' ? null : clean(String(id)).text));
const tagList = pipe(nullish(union([array(cleaned), string()])), transform(given => (typeof given === 'string' ? clean(given).text.split(',').map(tag => tag.trim()) : given ?? []).filter(Boolean)));

/** The raw text must not be cleaned before it is split: the cleaner takes line ends for spaces. */
const schema = pipe(
	object({id: key, title: field, text: nullish(string()), paras: nullish(array(string())), outlet: field, date: field, url: field, captured: field, tags: tagList}),
	check(({title, text, paras}) => (title ?? null) !== null || Boolean(text?.trim()) || paras?.some(para => para.trim() !== '') === true, 'has neither a title nor text'),
);

const ISO_DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** Kept as stated; a day that is not in the calendar is no date. */
const isoDate = (text: string | null): string | null => {
	if (text === null || !ISO_DATE.test(text)) return null;
	const [year = 0, month = 1, day = 1] = text.slice(0, 10).split('-').map(Number);
	const moment = new Date(Date.UTC(year, month - 1, day));
	return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day ? text.replace(' ', 'T') : null;
};

/** Blank lines part paragraphs where there are any, else line ends do. */
const paragraphsOf = (text: string): string[] => {
	const lines = text.replace(/\r\n?/g, '\n').trim();
	const parts = /\n[ \t]*\n/.test(lines) ? lines.split(/\n[ \t]*\n/) : lines.split('\n');
	return parts.map(part => clean(part).text.trim()).filter(part => part !== '');
};

/** "__proto__" is data of no article and a trap for whoever copies the object: it is dropped while reading. */
const parse = (line: string): unknown => JSON.parse(line, (name: string, value: unknown) => name === '__proto__' ? undefined : value);

const readLine = (text: string, line: number, records: ArticleRecord[], problems: RecordProblem[]): void => {
	let value: unknown;
	try {
		value = parse(text);
	} catch {
		problems.push({line, what: 'is not JSON'});
		return;
	}

	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		problems.push({line, what: 'is not an object with a title and a text'});
		return;
	}

	const result = safeParse(schema, value);
	if (!result.success) {
		const [issue] = result.issues;
		const where = issue.path?.map(step => String(step.key)).join('.');
		problems.push({line, what: clean(where === undefined ? issue.message : `${where}: ${issue.message}`).text});
		return;
	}

	const {text: body, paras, id = null, title = null, outlet = null, date = null, url = null, captured = null, tags = []} = result.output;
	for (const [name, given] of [['date', date], ['captured', captured]] as const) {
		if (given !== null && isoDate(given) === null) problems.push({line, what: `${name}: "${given.slice(0, 40)}" is not an ISO date; the article was read without it`});
	}

	const paragraphs = paras?.map(para => clean(para).text.trim()).filter(para => para !== '') ?? paragraphsOf(body ?? '');
	records.push({line, id, title, paragraphs, outlet, date: isoDate(date), url, captured: isoDate(captured), tags});
};

/** JSON Lines, one article a line: `{id, title, text | paras: [...], outlet, date, url, captured, tags}`. */
export const jsonLines: Reader = {
	name: 'jsonl',
	sniff: ({path, head}) => {
		const first = head.split(/[\r\n]/).map(line => line.trim()).find(line => line !== '') ?? '';
		const object = /^\{\s*"/.test(first);
		if (/\.(?:jsonl|ndjson)$/i.test(path)) return object ? 1 : .6;
		return object ? .8 : 0;
	},
	read: bytes => {
		const records: ArticleRecord[] = [];
		const problems: RecordProblem[] = [];
		for (const [index, text] of decode(bytes).split(/\r\n|\n|\r/).entries()) {
			if (text.trim() !== '') readLine(text, index + 1, records, problems);
		}

		return {kind: 'records', records, problems};
	},
};
