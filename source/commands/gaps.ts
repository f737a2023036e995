import {answers} from '../compare/compare.ts';
import {gapsOf} from '../compare/gaps.ts';
import {viewCommand} from './asked/asked.ts';

const names = (outlets: ReadonlyArray<string | null>): string => outlets.map(outlet => outlet ?? 'outlet unknown').join(', ');

export const command = viewCommand({
	usage: ['newsdeck gaps EVENT|ID...'],
	summary: 'who has which claim and who has not: figures, quotations, and what only some paragraphs tell',
	examples: [
		['newsdeck gaps kursk', 'a claim, who carries it, where it is missing'],
		['newsdeck gaps kursk --measure killed --json', 'only figures of the dead, one object a claim'],
	],
	print({columns, narrowed}) {
		// Where figures are asked for, quotations and paragraphs are not.
		const gaps = gapsOf(answers(columns)).filter(({kind}) => !narrowed || kind === 'figure');
		return {
			objects: gaps.map(({claim, carriedBy, missingFrom, ...rest}) => ({claim, carriedBy, missingFrom, ...rest})),
			text: gaps.flatMap(({kind, claim, carriedBy, missingFrom}) => [`${kind}: ${claim}`, `    in ${names(carriedBy)}`, `    not in ${names(missingFrom)}`]),
			nothing: columns.length < 2 ? 'A gap needs two articles at least.' : 'There is nothing that only some of these articles tell.',
		};
	},
});
