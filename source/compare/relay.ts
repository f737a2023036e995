import cues from '../../data/cues.json' with {type: 'json'};
import {HEADLINE, STANDFIRST, type Article} from '../model/article.ts';
import type {Figure} from '../model/figure.ts';
import type {Drift} from '../model/views.ts';

const plain = (words: string | null): string | null => words === null ? null : words.trim().toLowerCase();
/** "says" and "said" are one verb, "claimed" is another. */
const verbs: ReadonlyMap<string, string> = new Map(cues.verbs.flatMap(({verb, forms}) => [verb, ...forms].map(form => [form, verb] as const)));
const verbOf = (cue: string | null): string | null => cue === null ? null : verbs.get(cue.trim().toLowerCase()) ?? plain(cue);
const without = (words: readonly string[], others: readonly string[]): string[] => words.filter(word => !others.some(other => plain(other) === plain(word)));

/** Hedges that say how sure, and those that say how exact ("about", "more than"), which stand in the value itself. */
const plausibility = (figure: Figure): string[] => figure.hedges.filter(hedge => !figure.text.toLowerCase().includes(hedge.toLowerCase()));
const listed = (words: readonly string[]): string | null => words.length === 0 ? null : words.join(', ');

/**
 * How a carrier changed what was said: its value ("more than 1,000" of "thousands"), its hedges, the verb that credits it, the
 * period it counts, the source. Only what differs; what neither tells is no drift. That a source's date is left out is none either.
 */
export const driftsOf = (first: Figure, carrier: Figure): Drift[] => {
	const drifts: Drift[] = [];
	if (first.low !== carrier.low || first.high !== carrier.high || first.qualifier.charAt(0) !== carrier.qualifier.charAt(0)) drifts.push({what: 'value', from: first.text, to: carrier.text});
	const [dropped, added] = [without(plausibility(first), carrier.hedges), without(plausibility(carrier), first.hedges)];
	if (dropped.length > 0 || added.length > 0) drifts.push({what: 'hedge', from: listed(dropped), to: listed(added)});
	if (verbOf(first.cue) !== verbOf(carrier.cue)) drifts.push({what: 'verb', from: first.cue, to: carrier.cue});
	if ((first.flow === 'period') !== (carrier.flow === 'period') || (first.periodText !== null && carrier.periodText === null)) drifts.push({what: 'period', from: first.periodText, to: carrier.periodText});
	if (first.source !== null && carrier.source === null) drifts.push({what: 'source', from: first.source, to: null});
	return drifts;
};

const words = ({what, from, to}: Drift): string => {
	if (what === 'hedge' || what === 'source') return [...(from === null ? [] : [`leaves out “${from}”`]), ...(to === null ? [] : [`adds “${to}”`])].join(', ');
	if (to === null) return `leaves out ${what === 'verb' ? 'the verb' : ''} “${from}”`.replace('  ', ' ');
	return from === null ? `adds “${to}”` : `has “${to}” for “${from}”`;
};

/** Who carries a figure: its outlet, else whatever the article is called. */
export type Carriers = ReadonlyMap<string, string>;
export const carriersOf = (columns: ReadonlyArray<{readonly article: Pick<Article, 'id' | 'outlet'>}>): Carriers => new Map(columns.flatMap(({article: {id, outlet}}) => outlet === null ? [] : [[id, outlet] as const]));

/** Who words a figure otherwise than another does: the part of one article that tells it again, else the other outlet; of two articles of one outlet, the other article. */
export const whoWords = (first: Figure, carrier: Figure, carriers: Carriers): string => {
	if (first.article === carrier.article) return carrier.segment === HEADLINE ? 'the headline' : carrier.segment === STANDFIRST ? 'the standfirst' : 'another sentence';
	const outlet = carriers.get(carrier.article);
	return outlet === undefined || outlet === carriers.get(first.article) ? 'the other article' : outlet;
};

/** What a carrier did in a few words, to stand behind who it is: "has “more than 1,000” for “thousands”, leaves out “highly likely”"; null where it changed nothing. */
export const relayFact = (drifts: readonly Drift[]): string | null => drifts.length === 0 ? null : drifts.map(words).join(', ');
