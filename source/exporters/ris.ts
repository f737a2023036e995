import {citationsOf, type Citation} from './citation.ts';
import {oneLine} from './escape.ts';
import type {ListExporter} from './exporter.ts';

const day = (parts: readonly number[]): string => {
	const [year = 0, month, date] = parts;
	return [String(year).padStart(4, '0'), ...[month, date].map(part => part === undefined ? '' : String(part).padStart(2, '0')), ''].join('/');
};

const record = ({key, kind, title, outlet, author, published, captured, url, language, note}: Citation): string => [
	['TY', kind === 'post' ? 'BLOG' : 'NEWS'],
	['ID', key],
	['TI', title],
	['T2', outlet],
	['AU', author],
	['PY', published === null ? null : String(published[0])],
	['DA', published === null ? null : day(published)],
	['Y2', captured === null ? null : day(captured)],
	['UR', url],
	['LA', language],
	['N1', note],
].flatMap(([tag, value]) => value === null || value === undefined || oneLine(value) === '' ? [] : [`${tag}  - ${oneLine(value)}\r\n`]).join('') + 'ER  - \r\n';

/** RIS, a record an article: EndNote, Mendeley and Zotero read it. */
export const ris: ListExporter = {
	name: 'ris',
	extension: 'ris',
	title: 'RIS, for EndNote and Zotero',
	holds: 'list',
	write: comparison => citationsOf(comparison).map(record).join('') || '\r\n',
};
