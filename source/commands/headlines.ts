import {headlinesOf} from '../compare/headlines.ts';
import type {Column} from '../model/comparison.ts';
import type {HeadlineRow} from '../model/views.ts';
import {viewCommand} from './asked/asked.ts';
import {outletText} from './print/text-lines.ts';

const object = ({article, headline, figures, flags, ...fields}: HeadlineRow, card: Column['article'] | undefined): Record<string, unknown> => ({
	article, headline, figures, flags: flags.map(({flag}) => flag), outlet: card?.outlet ?? null, published: card?.published ?? null, ...fields, evidence: flags,
});

const lines = ({headline, numbers, actor, verb, attribution, flags}: HeadlineRow, card: Column['article'] | undefined): string[] => {
	const parts = [['number', numbers.map(({text}) => text).join(', ')], ['actor', actor?.text], ['verb', verb?.text], ['on whose word', attribution?.text]] as const;
	return [
		`${card === undefined ? '' : outletText(card)}, ${card?.published?.slice(0, 10) ?? 'undated'}: ${headline ?? 'no headline'}`,
		`    ${parts.map(([name, text]) => `${name}: ${text === undefined || text === '' ? '—' : text}`).join('   ')}`,
		...flags.map(({flag, words}) => `    ! ${flag}${words === null ? '' : `: ${words}`}`),
	];
};

export const command = viewCommand({
	usage: ['newsdeck headlines EVENT|ID...'],
	summary: 'headlines side by side: number, actor, verb, on whose word, and what the body says otherwise',
	examples: [
		['newsdeck headlines kursk', 'with what the headline drops'],
		['newsdeck headlines kursk --outlet independent --json', 'one object a headline'],
	],
	print({columns, narrowed}) {
		const cards = new Map(columns.map(({article}) => [article.id, article]));
		const rows = headlinesOf(columns).filter(({figures}) => !narrowed || figures.length > 0);
		return {
			objects: rows.map(row => object(row, cards.get(row.article))),
			text: rows.flatMap(row => lines(row, cards.get(row.article))),
			nothing: 'There are no headlines here.',
		};
	},
});
