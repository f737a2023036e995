import type {Article, ArticleCard} from '../../model/article.ts';
import type {Grouping} from '../../model/event.ts';

/** Which event and storylines each article is in. */
export const membership = ({events, storylines}: Grouping) => {
	const storylinesOf = new Map<string, string[]>();
	for (const storyline of storylines) for (const event of storyline.events) storylinesOf.set(event, [...storylinesOf.get(event) ?? [], storyline.id]);
	const eventOf = new Map(events.flatMap(event => event.articles.map(article => [article, event.id] as const)));
	return (article: string): {event: string | null; storylines: string[]} => {
		const event = eventOf.get(article) ?? null;
		return {event, storylines: event === null ? [] : storylinesOf.get(event) ?? []};
	};
};

/** An article as `list --json` and `import --json` print it. */
export const articleJson = (card: ArticleCard, groups: {readonly event: string | null; readonly storylines: readonly string[]}): Record<string, unknown> => ({
	id: card.id,
	externalId: card.externalId,
	externalIds: card.externalIds,
	document: card.document,
	path: card.path,
	parent: card.parent,
	kind: card.kind,
	headline: card.headline,
	standfirst: card.standfirst,
	byline: card.byline,
	outlet: card.outlet,
	outletBasis: card.outletBasis,
	published: card.published,
	publishedBasis: card.publishedBasis,
	captured: card.captured,
	language: card.language,
	startLine: card.startLine,
	endLine: card.endLine,
	url: card.url,
	tags: card.tags,
	event: groups.event,
	storylines: groups.storylines,
	starred: card.starred,
	reviewed: card.reviewed,
	note: card.note,
});

/** The body, without headline and standfirst, as `--full` and `--segments` print it. */
export const segmentsJson = (article: Article): Array<Record<string, unknown>> =>
	article.segments.map(({kind, text, startLine, endLine}) => ({kind, text, startLine, endLine}));
