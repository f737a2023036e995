import {fieldNames, isField, specOf} from './fields.ts';

type Example = readonly [example: string, what: string];

/** What can be written in a query beside fields: an example, what it finds, and that in few words. */
const forms: ReadonlyArray<readonly [example: string, what: string, short: string]> = [
	['casulties', 'a word, its beginning, other forms of it; slips are forgiven from four letters on, two from seven', 'a word, slips forgiven'],
	['kursk losses', 'both', 'both'],
	['casualties OR losses', 'one of the two neighbours', 'one of the two'],
	['(kim OR putin) -opinion', 'parentheses; a minus takes away what has just this word', 'in groups; without a word'],
	['"front line"', 'these words, next to each other', 'these words in a row'],
	['\'kim', 'this word and no other: no beginnings, no slips', 'this word alone'],
	['/over [0-9,]+ dead/', 'a pattern (regular expression), over headline, outlet and text; case does not count', 'a pattern'],
	['killed>1000', 'a figure of that measure and size: > >= < <= =; 5k, 1.2m, 3bn; blanks around the sign change nothing', 'a figure of that size; 5k, 3bn'],
];

const rules = [
	'What stands side by side must all hold. Capitals, accents, the commas of numbers and the points of initials (U.S.) do not count.',
	'A figure is compared by what it surely says: "more than 5,000" is >4999 and >5000, never <; "up to 300" is <=300; "hundreds" is >=100 and has',
	'no upper end. = is the printed number at either end. Rejected and derived figures do not count.',
	'after: and before: leave out the year, month or day that they name. Undated articles are found by is:undated alone.',
];

/** All that a query may say, with what it finds: what is no field, and the fields. */
export const queryExamples: {readonly forms: readonly Example[]; readonly fields: readonly Example[]} = {
	forms: forms.map(([example, what]) => [example, what]), fields: fieldNames.filter(isField).map(name => [specOf(name).example, specOf(name).help.replaceAll('`', '')] as const),
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

/** The same as two columns of Markdown, for one screen of the README. */
export const queryCard = (): string => {
	const all: readonly Example[] = [...forms.map(([example, , short]): Example => [example, short]), ...fieldNames.filter(isField).map((name): Example => [specOf(name).example, specOf(name).help])];
	const half = Math.ceil(all.length / 2);
	const cells = ([example, what]: Example = ['', '']): string => `${example === '' ? '' : `\`${example}\``} | ${what}`;
	return ['| in a query | finds | in a query | finds |', '|---|---|---|---|', ...all.slice(0, half).map((left, at) => `| ${cells(left)} | ${cells(all[half + at])} |`)].join('\n');
};

/** The query language as Markdown, for docs/search.md. */
export const queryTables = (): string => [
	'| example | finds |', '|---|---|', ...forms.map(([example, what]) => `| \`${example}\` | ${what} |`),
	'', '| field | finds articles with | example |', '|---|---|---|',
	...fieldNames.filter(isField).map(name => `| \`${name}:\` | ${specOf(name).help} | \`${specOf(name).example}\` |`),
	'', ...rules,
].join('\n');
