import {array, check, nullish, number, object, pipe, safeParse, string, transform, union} from 'valibot';
import type {ArticleRecord, RecordParagraph, RecordProblem} from '../model/document.ts';
import {clean} from '../text/sanitise.ts';
import {statedDate} from './dates.ts';
import {decodeStretches, linesOf} from './decode.ts';
import {allRecords, BATCH, type Reader, type Records} from './reader.ts';
import {paragraphsOf, recordOf} from './record.ts';

const cleaned = pipe(string(), transform(text => clean(text).text.trim()));
/** Absent, null and "" are one thing: null. */
const field = pipe(nullish(cleaned), transform(text => text === undefined || text === '' ? null : text));
const key = pipe(nullish(union([string(), number()])), transform(id => id === undefined || id === null || id === '' ? null : clean(String(id)).text));
const tagList = pipe(nullish(union([array(cleaned), string()])), transform(given => (typeof given === 'string' ? clean(given).text.split(',').map(tag => tag.trim()) : given ?? []).filter(Boolean)));

const schema = pipe(
	object({id: key, title: field, text: nullish(string()), paras: nullish(array(string())), outlet: field, date: field, url: field, captured: field, tags: tagList}),
	check(({title, text, paras}) => (title ?? null) !== null || Boolean(text?.trim()) || paras?.some(para => para.trim() !== '') === true, 'has neither a title nor text'),
);

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
		if (given !== null && statedDate(given) === null) problems.push({line, what: `${name}: "${given.slice(0, 40)}" is no date newsdeck can read; the article was read without it`});
	}

	const paragraphs = paras?.flatMap((para): RecordParagraph[] => {
		const kept = clean(para).text.trim();
		return kept === '' ? [] : [{kind: 'paragraph', text: kept, line}];
	}) ?? paragraphsOf(body ?? '', line);
	records.push(recordOf({line, id, title, paragraphs, outlet, date: statedDate(date), url, captured: statedDate(captured), tags}));
};

const recordsIn: Records = async function* (content, sent) {
	const problems: RecordProblem[] = [];
	let records: ArticleRecord[] = [];
	let line = 0;
	for (const text of linesOf(decodeStretches(content, sent))) {
		line++;
		if (text.trim() !== '') readLine(text, line, records, problems);
		if (records.length < BATCH) continue;
		yield records;
		records = [];
	}

	yield records;
	return problems;
};

/** JSON Lines, one article a line: `{id, title, text | paras: [...], outlet, date, url, captured, tags}`. */
export const jsonLines: Reader = {
	name: 'jsonl',
	reads: 'JSON Lines: an article a line',
	sniff: ({path, head}) => {
		const first = head.split(/[\r\n]/).map(line => line.trim()).find(line => line !== '') ?? '';
		const object = /^\{\s*"/.test(first);
		if (/\.(?:jsonl|ndjson)$/i.test(path)) return object ? 1 : .6;
		return object ? .8 : 0;
	},
	read: allRecords(recordsIn),
	records: recordsIn,
};
