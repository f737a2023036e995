import boilerplateTable from '../../data/boilerplate.json' with {type: 'json'};
import outletTable from '../../data/outlets.json' with {type: 'json'};
import {type Furniture, furnitureOf, isRole, type LinePatterns} from './furniture.ts';
import {type KnownOutlet, type OutletNames, outletNames} from './outlet-names.ts';

/** What the stage is told of the world: who publishes, and which lines nobody wrote for the reader. */
export type Tables = {readonly outlets: OutletNames; readonly furniture: Furniture};

const LINES: readonly LinePatterns[] = boilerplateTable.lines.flatMap(({rule, role, patterns}) => isRole(role) ? [{rule, role, patterns}] : []);

/** The program's own tables. */
export const ours: Tables = {outlets: outletNames(outletTable), furniture: furnitureOf(LINES)};

/** What a user knows besides: outlets, and patterns of lines, in the shape of the program's own. */
export type OwnTables = {readonly outlets: readonly KnownOutlet[]; readonly lines: readonly LinePatterns[]};

/** The user's tables beside the program's; where both know a name or a line, the user's word counts. */
export const tablesWith = ({outlets, lines}: OwnTables): Tables => ({
	outlets: outlets.length === 0 ? ours.outlets : outletNames([...outletTable, ...outlets]),
	furniture: lines.length === 0 ? ours.furniture : furnitureOf([...lines, ...LINES]),
});
