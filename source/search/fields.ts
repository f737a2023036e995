/** Parts of an article that words are looked for in. The numbers are part of a posting: append, never reorder. */
export const parts = ['headline', 'outlet', 'text', 'quote', 'speaker', 'tag'] as const;
export type Part = (typeof parts)[number];
export const partNumber = (part: Part): number => parts.indexOf(part);

export const articleKinds = ['article', 'live-blog', 'post', 'related', 'blurb'] as const;
export const states = ['starred', 'reviewed', 'undated'] as const;
export const holdings = ['figures', 'quotes', 'note', 'tags'] as const;
export const sorts = ['relevance', 'date', 'outlet', 'figures'] as const;
export type Sort = (typeof sorts)[number];

/** What a value of a field is. */
type Value = 'words' | 'date' | 'figure' | 'event' | 'choice' | 'saved';

/** A field of the query language: the parser, the completion and the help all read this table. */
export type FieldSpec = {
	readonly value: Value;
	/** The part of an article that words are looked for in. */
	readonly part?: Part;
	/** The only values there are. */
	readonly choices?: readonly string[];
	readonly help: string;
	readonly example: string;
};

export const fields = {
	outlet: {value: 'words', part: 'outlet', help: 'the outlet, by its name or a word of it; `outlet:unknown` for none', example: 'outlet:bbc'},
	title: {value: 'words', part: 'headline', help: 'in the headline', example: 'title:tariffs'},
	text: {value: 'words', part: 'text', help: 'in the standfirst or body', example: 'text:"front line"'},
	quote: {value: 'words', part: 'quote', help: 'inside quotation marks', example: 'quote:unacceptable'},
	speaker: {value: 'words', part: 'speaker', help: 'who is quoted', example: 'speaker:lammy'},
	tag: {value: 'words', part: 'tag', help: 'a tag', example: 'tag:economy'},
	event: {value: 'event', help: 'in an event or storyline with these words in its name, or of this id', example: 'event:kursk'},
	kind: {value: 'choice', choices: articleKinds, help: articleKinds.join(', '), example: 'kind:post'},
	is: {value: 'choice', choices: states, help: states.join(', '), example: 'is:undated'},
	has: {value: 'choice', choices: holdings, help: holdings.join(', '), example: 'has:figures'},
	after: {value: 'date', help: 'published after this day, month or year', example: 'after:2025-02'},
	before: {value: 'date', help: 'published before it', example: 'before:2025'},
	on: {value: 'date', help: 'published in it', example: 'on:2025-03-31'},
	asof: {value: 'date', help: 'has a figure that holds for it', example: 'asof:2025-03'},
	captured: {value: 'date', help: 'the page was saved in it', example: 'captured:2025'},
	figure: {value: 'figure', help: 'has a figure of this measure; of this size with `>`, `>=`, `<`, `<=` or `=`', example: 'figure:casualties>=5000'},
	saved: {value: 'saved', help: 'found by the saved search of this name', example: 'saved:"front line"'},
	sort: {value: 'choice', choices: sorts, help: `${sorts.join(', ')}; else the best match first`, example: 'sort:date'},
} as const satisfies Readonly<Record<string, FieldSpec>>;

export type FieldName = keyof typeof fields;
export const fieldNames = Object.keys(fields);
export const isField = (name: string): name is FieldName => Object.hasOwn(fields, name);
/** The field's line of the table. */
export const specOf = (name: FieldName): FieldSpec => fields[name];
/** A value as it is written after its field. */
export const asValue = (value: string): string => (/[\s()]/.test(value) ? `"${value}"` : value);
