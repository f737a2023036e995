import {citationsOf, type Citation} from './citation.ts';
import {texText} from './escape.ts';
import type {ListExporter} from './exporter.ts';

const entry = ({key, kind, title, outlet, author, published, captured, url, language, note}: Citation): string => {
	const iso = (parts: readonly number[] | null): string | null => parts?.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-') ?? null;
	const told = (text: string | null): string | null => text === null ? null : texText(text);
	const fields: ReadonlyArray<readonly [string, string | null]> = [
		// Twice braced: the headline keeps its capitals, the byline is one name.
		['title', title === null ? null : `{${texText(title)}}`],
		// A post of a live blog is in no journal: biblatex has whose page it is as its organization.
		[kind === 'post' ? 'organization' : 'journaltitle', told(outlet)],
		['author', author === null ? null : `{${texText(author)}}`],
		['date', iso(published)],
		['year', published === null ? null : String(published[0]).padStart(4, '0')],
		['url', url],
		['urldate', iso(captured)],
		['langid', told(language)],
		['note', told(note)],
	];
	return `@${kind === 'post' ? 'online' : 'article'}{${key},\n${fields.flatMap(([name, value]) => value === null || value === '' ? [] : [`\t${name} = {${value}},\n`]).join('')}}\n`;
};

/** BibTeX with the fields of biblatex, an entry an article. */
export const bibtex: ListExporter = {
	name: 'bib',
	extension: 'bib',
	title: 'BibTeX',
	holds: 'list',
	write: comparison => citationsOf(comparison).map(entry).join('\n') || '\n',
};
