import {sha256} from '../text/hash.ts';
import {rowColumns} from './figure-rows.ts';

/** What describes a table beside it: its columns with their types, its size in bytes and its hash (Frictionless Data Package). */
export const dataPackage = ({title, file, content, delimiter}: {readonly title: string; readonly file: string; readonly content: string; readonly delimiter: ',' | '\t'}): string => `${JSON.stringify({
	name: 'newsdeck-figures',
	title,
	profile: 'tabular-data-package',
	resources: [{
		name: 'figures',
		path: file,
		profile: 'tabular-data-resource',
		mediatype: delimiter === ',' ? 'text/csv' : 'text/tab-separated-values',
		encoding: 'utf-8',
		bytes: new TextEncoder().encode(content).length,
		hash: `sha256:${sha256(content)}`,
		dialect: {delimiter, lineTerminator: delimiter === ',' ? '\r\n' : '\n', quoteChar: '"', doubleQuote: true, header: true},
		schema: {fields: rowColumns.map(({name, type, about}) => ({name, type, ...(about !== '' && {description: about})})), missingValues: ['']},
	}],
}, null, '\t')}\n`;
