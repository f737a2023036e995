import {type LinePatterns, type Role, ROLES} from '../model/own-tables.ts';
import {lineRules} from '../text/line-rules.ts';

export const isRole = (role: string): role is Role => ROLES.some(known => known === role);

/** The rule that took a line, and what that means for the lines around it. */
export type Verdict = {readonly rule: string; readonly role: Role};

/** The rule that takes a line of these words, whatever stands around it. */
export type Furniture = (text: string) => Verdict | null;

/** The verdict of a table of patterns, by the first that matches. */
export const furnitureOf = (table: readonly LinePatterns[]): Furniture =>
	lineRules(table.map(({rule, role, patterns}) => ({value: {rule, role}, patterns})));
