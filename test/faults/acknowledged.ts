import type {Library} from '../../source/model/library.ts';

/** What the writers of writer.ts said is saved, as far as a library tells it: headlines, whose words can be read too, and notes. `filler`: how headlines begin that nobody said. */
export const toldBy = async (library: Library, filler = ''): Promise<ReadonlySet<string>> => {
	const cards = (await library.articles({limit: 1_000_000})).items.filter(({headline}) => filler === '' || !headline?.startsWith(filler));
	const read = await library.read(cards.map(card => card.id), {uncorrected: true});
	const notes = (await library.log()).flatMap(({act}) => act.kind === 'correct' && act.correction.kind === 'note' ? [act.correction.text] : []);
	return new Set([...read.flatMap(each => each.article.headlineSegment?.text ?? []), ...notes]);
};
