import boilerplateTable from '../../data/boilerplate.json' with {type: 'json'};
import outletTable from '../../data/outlets.json' with {type: 'json'};
import type {LinePatterns, OwnTables} from '../model/own-tables.ts';
import {type Furniture, furnitureOf, isRole} from './furniture.ts';
import {type OutletNames, outletNames} from './outlet-names.ts';

/** What the stage is told of the world: who publishes, and which lines nobody wrote for the reader. */
export type Tables = {readonly outlets: OutletNames; readonly furniture: Furniture};

const LINES: readonly LinePatterns[] = boilerplateTable.lines.flatMap(({rule, role, patterns}) => isRole(role) ? [{rule, role, patterns}] : []);

/** The program's own tables. */
export const ours: Tables = {outlets: outletNames(outletTable), furniture: furnitureOf(LINES)};

/** The patterns of a table are made once. */
const made = new WeakMap<OwnTables, Tables>();

/** The user's tables beside the program's; where both know a name or a line, the user's word counts. */
export const tablesWith = (own: OwnTables): Tables => {
	const tables = made.get(own) ?? {
		outlets: own.outlets.length === 0 ? ours.outlets : outletNames(outletTable, own.outlets),
		furniture: own.lines.length === 0 ? ours.furniture : furnitureOf([...own.lines, ...LINES]),
	};
	made.set(own, tables);
	return tables;
};
