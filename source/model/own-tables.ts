/**
 * A publisher the program can recognise in a page. `inPlace`: those of its names that are words too ("Time", "Express"): they count only where an
 * outlet stands. `subject`: its deeds are news ("Amnesty International has asked ..."), so that running text does not make it the outlet. `domains`: of its
 * sites, without "www.".
 */
export type KnownOutlet = {
	readonly name: string;
	readonly aliases?: readonly string[] | undefined;
	readonly inPlace?: readonly string[] | undefined;
	readonly subject?: boolean | undefined;
	readonly domains?: readonly string[] | undefined;
};

/** What a line that nobody wrote for the reader means for the lines around it; see data/boilerplate.json. */
export const ROLES = ['end', 'head', 'foot', 'related', 'notes', 'drop'] as const;
export type Role = typeof ROLES[number];

/** A rule with its patterns; each must match a whole line. */
export type LinePatterns = {readonly rule: string; readonly role: Role; readonly patterns: readonly string[]};

/** What a user knows besides the program's own tables: outlets, and patterns of lines, in the same shape. */
export type OwnTables = {readonly outlets: readonly KnownOutlet[]; readonly lines: readonly LinePatterns[]};
