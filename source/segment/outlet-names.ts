import type {KnownOutlet} from '../model/own-tables.ts';
import {literal} from '../text/literal.ts';

/** `known`: the name under which an outlet is kept, null where nobody has told us of it. `any`: all names, as a pattern. */
export type OutletNames = {readonly known: (text: string) => string | null; readonly any: string};

/** Of two outlets with one alias the later has it. */
export const outletNames = (outlets: readonly KnownOutlet[]): OutletNames => {
	const byAlias = new Map(outlets.flatMap(({name, aliases}) => [name, ...aliases].map(alias => [alias.toLowerCase(), name] as const)));
	const longest = Math.max(...[...byAlias.keys()].map(alias => alias.length));
	return {
		known(text) {
			const name = text.trim();
			return name.length > longest ? null : byAlias.get(name.toLowerCase()) ?? null;
		},
		any: [...byAlias.keys()].sort((a, b) => b.length - a.length).map(literal).join('|'),
	};
};
