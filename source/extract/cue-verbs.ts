import table from '../../data/cues.json' with {type: 'json'};
import type {Stance} from '../model/figure.ts';

/**
 * A verb by which somebody says something. `forms` credit quotations, and figures too where the verb has a `stance`
 * ("laughed" brings words, hardly a number); `figuresOnly` would find too much beside quotation marks. There the bare form
 * is left out as well, being a noun or an infinitive as often, unless `bare`. `noun`: bare and in -s, the word is a noun as often.
 */
type Verb = {readonly verb: string; readonly stance?: string; readonly forms: readonly string[]; readonly figuresOnly?: readonly string[]; readonly bare?: boolean; readonly noun?: boolean};

const stances: readonly Stance[] = ['certain', 'probable', 'possible', 'uncommitted', 'denied'];
const verbs: readonly Verb[] = table.verbs;

/** Every form that may credit a figure, in small letters, with the stance it gives. */
export const figureCues: ReadonlyMap<string, Stance> = new Map(verbs.flatMap(({verb, stance, forms, figuresOnly = []}) =>
	stance === undefined ? [] : [verb, ...forms, ...figuresOnly].map(form => [form, stances.find(known => known === stance) ?? 'certain'] as const)));

/** Every single word that may credit a quotation, in small letters. */
export const quotationCues: ReadonlySet<string> = new Set(verbs.flatMap(({verb, forms, bare = false}) => bare ? [verb, ...forms] : forms));

/** Of these, the ones that are nouns as often: "claims", "reports". */
export const nounCues: ReadonlySet<string> = new Set(verbs.flatMap(({verb, forms, noun = false}) => noun ? [verb, ...forms.filter(form => form.endsWith('s'))] : []));

/** Two words that credit a quotation together: "points out". */
export const cuePairs: readonly string[] = table.pairs;
/** Words between a subject and its verb, as a pattern has them. */
export const cueAdverbs: readonly string[] = table.adverbs;
/** Nouns that take a title after them, in small letters: "song". */
export const workNouns: ReadonlySet<string> = new Set(table.workNouns);
