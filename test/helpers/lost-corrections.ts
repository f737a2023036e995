import type {Library} from '../../source/model/library.ts';
import type {Correction} from '../../source/model/override.ts';

/** A correction of words of the demo that a later version put otherwise, and a note on an article that is gone. */
export const lostCorrections = async (library: Library): Promise<readonly Correction[]> => {
	const {items} = await library.articles({limit: 500});
	const bodies = await library.read(items.map(({id}) => id));
	const [held] = bodies.flatMap(({article, figures}) => figures.filter(figure => figure.text === 'over 5,000' && figure.segment >= 0).map(figure => ({article, figure})));
	if (held === undefined) throw new Error('The demo has no "over 5,000" any more.');
	const {article, figure} = held;
	const text = article.segments[figure.segment]?.text ?? '';
	return [
		{kind: 'figure', on: {article: article.id, exact: 'fully 6,000', prefix: text.slice(Math.max(0, figure.start - 30), figure.start), suffix: text.slice(figure.end, figure.end + 30)}, review: 'edited', fields: {source: 'the ministry'}},
		{kind: 'note', article: 'a-gone', text: 'ring them up'},
	];
};
