import {fieldNames, isField, specOf} from './fields.ts';

type Example = readonly [example: string, what: string];

/** What can be written in a query beside fields: an example, and what it finds. */
const forms: readonly Example[] = [
	['casulties', 'a word, its beginning, other forms of it; slips are forgiven from four letters on, two from seven'],
	['kursk losses', 'both'],
	['casualties OR losses', 'one of the two neighbours'],
	['(kim OR putin) -opinion', 'parentheses; a minus takes away what has just this word'],
	['"front line"', 'these words, next to each other'],
	['\'kim', 'this word and no other: no beginnings, no slips'],
	['/over [0-9,]+ dead/', 'a pattern (regular expression), over headline, outlet and text; case does not count'],
	['killed>1000', 'a figure of that measure and size: > >= < <= =; 5k, 1.2m, 3bn'],
];

const rules = [
	'What stands side by side must all hold. Capitals, accents and the commas of numbers do not count.',
	'A figure is compared by what it surely says: "more than 5,000" is >4999 and >5000, never <; "up to 300" is <=300; "hundreds" is >=100 and has',
	'no upper end. = is the printed number at either end. Rejected and derived figures do not count.',
	'after: and before: leave out the year, month or day that they name. Undated articles are found by is:undated alone.',
];

/** All that a query may say, with what it finds: what is no field, and the fields. */
export const queryExamples: {readonly forms: readonly Example[]; readonly fields: readonly Example[]} = {
	forms, fields: fieldNames.filter(isField).map(name => [specOf(name).example, specOf(name).help.replaceAll('`', '')] as const),
};

const aLine = ([example, what]: Example): string => `  ${example.padEnd(26)} ${what}`;

/** The query language in one screen, for the help of the program. */
export const queryHelp = (): string[] => [
	'Query language',
	...queryExamples.forms.map(aLine),
	'',
	...queryExamples.fields.map(aLine),
	'',
	...rules.map(rule => `  ${rule}`),
];

/** The query language as Markdown, for docs/search.md. */
export const queryTables = (): string => [
	'| example | finds |', '|---|---|', ...forms.map(([example, what]) => `| \`${example}\` | ${what} |`),
	'', '| field | finds articles with | example |', '|---|---|---|',
	...fieldNames.filter(isField).map(name => `| \`${name}:\` | ${specOf(name).help} | \`${specOf(name).example}\` |`),
	'', ...rules,
].join('\n');
