import type {Figure, Review} from '../../model/figure.ts';
import type {Library} from '../../model/library.ts';
import {placeOfWords, textQuoteOf, type Correction} from '../../model/override.ts';
import {exitCodes, Problem} from '../../model/problem.ts';
import type {Quote} from '../../model/quote.ts';
import {withAlike} from './alike.ts';
import {measureOf} from '../mend/article-alike.ts';
import type {Command, Context} from '../command.ts';
import {correct} from '../mend/correcting.ts';
import {findFacts, holdOn, placeIn, type Found} from './fact-finding.ts';
import type {FactKind} from './fact-kinds.ts';
import {showFact} from './fact-showing.ts';
import {editLibrary, findArticles, readAll, readLibrary} from '../asked/library-reading.ts';
import {idsFrom} from '../asked/piped-ids.ts';

const usage = (what: string, remedy: string): Problem => new Problem({exit: 'usage', what, why: '', remedy});
const verdicts = {confirm: 'confirmed', reject: 'rejected', edit: 'edited'} as const satisfies Readonly<Record<string, Review>>;
type Verdict = keyof typeof verdicts;
const isVerdict = (name: string): name is Verdict => Object.hasOwn(verdicts, name);
type AnyFact = Figure | Quote;

/** The facts of these articles that stand at the places of some others, or have moved from there, as they read now. */
const asTheyRead = async <Fact extends AnyFact>(library: Library, kind: FactKind<Fact>, places: ReadonlyArray<Pick<Fact, 'article' | 'segment' | 'start' | 'end'> & {readonly id?: string}>): Promise<Array<Found<Fact>>> => {
	const read = new Map((await readAll(library, [...new Set(places.map(({article}) => article))])).map(derivation => [derivation.article.id, derivation]));
	return places.flatMap(place => {
		const derivation = read.get(place.article);
		if (derivation === undefined) return [];
		return kind.of(derivation).filter(fact => fact.id === place.id || (fact.segment === place.segment && fact.start === place.start && fact.end === place.end)).map(fact => ({fact, derivation}));
	});
};

const printEach = <Fact extends AnyFact>({flags, io}: Context, kind: FactKind<Fact>, found: ReadonlyArray<Found<Fact>>, more: Readonly<Record<string, unknown>> = {}): void => {
	for (const {fact, derivation} of found) io.print(flags.has('json') ? JSON.stringify({...fact, ...more}) : `${fact.id}  ${kind.line(fact, derivation.article)}`);
};

/** Words that a person says are a fact's must stand where it does. */
const refuseStrangers = <Fact extends AnyFact>(kind: FactKind<Fact>, {fact, derivation}: Found<Fact>, correction: Correction): void => {
	const words = correction.kind === 'figure' || correction.kind === 'quote' ? correction.fields['text'] : undefined;
	if (typeof words !== 'string' || placeOfWords(derivation.article, fact, words) !== null) return;
	throw usage(`“${words}” does not stand where ${fact.id} does: “${fact.text}”.`, `The words must be those of the article and share some with the ${kind.noun}: newsdeck ${kind.noun} show ${fact.id}.`);
};

const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Says of facts that they are right, are none, or read otherwise; the rest of a batch goes on where one is not found. */
const judge = async <Fact extends AnyFact>(context: Context, kind: FactKind<Fact>, verdict: Verdict, words: readonly string[]): Promise<number> => {
	const {flags, io} = context;
	const fields = words.filter(word => word.includes('='));
	if (verdict !== 'edit' && fields.length > 0) throw usage(`${kind.noun} ${verdict} takes no fields: ${fields.join(' ')}.`, `newsdeck ${kind.noun} edit ID ${fields.join(' ')} does.`);
	const ids = (await idsFrom(words.filter(word => !fields.includes(word)))).filter(id => id !== '');
	if (ids.length === 0) throw usage(`${kind.noun} ${verdict} needs an id.`, `newsdeck ${kind.noun}s shows the ids.`);
	if (verdict === 'edit' && fields.length === 0) throw usage(`${kind.noun} edit needs a field with its value.`, `Write it as ${kind.example.fields}. Fields: ${kind.example.names}.`);
	const library = await (flags.has('dryRun') ? readLibrary(context) : editLibrary(context));
	const {found: named, missing} = await findFacts(library, kind, ids);
	for (const why of missing) io.complain(`newsdeck: ${why}`);
	const found = flags.has('alike') ? await withAlike(library, kind, named) : named;
	const review = verdicts[verdict];
	const open = found.filter(({fact}) => verdict === 'edit' || fact.review !== review);
	// The fields are understood before anything is written, also in a rehearsal.
	const corrections: Correction[] = open.map(each => kind.correction(holdOn(each), review, fields, each.fact));
	for (const [index, correction] of corrections.entries()) if (open[index]) refuseStrangers(kind, open[index], correction);
	if (flags.has('dryRun')) {
		printEach(context, kind, open, {would: {review, fields}});
		io.tell(`Nothing was written; ${many(open.length, kind.noun)} would be ${review}.`);
	} else {
		const entry = (await library.log()).length + 1;
		if (corrections.length > 0) await correct(context, library, corrections, flags.text('why') ?? null);
		printEach(context, kind, await asTheyRead(library, kind, found.map(({fact}) => fact)));
		const undo = corrections.length === 0 ? 'nothing had to be written' : `newsdeck undo ${entry} takes ${corrections.length === 1 ? 'it' : 'the first'} back`;
		if (found.length > 0) io.tell(`${many(found.length, kind.noun)} ${review}; ${undo}.`);
	}

	await library.close();
	return missing.length === 0 ? exitCodes.done : found.length === 0 ? exitCodes.nothing : exitCodes.partial;
};

/** A fact that newsdeck did not read: its words, and what a person says of them. */
const add = async <Fact extends AnyFact>(context: Context, kind: FactKind<Fact>, words: readonly string[]): Promise<number> => {
	const {flags, io} = context;
	const [wanted, said, ...fields] = words;
	if (wanted === undefined || said === undefined || said === '') throw usage(`${kind.noun} add needs an article, the words and what they say.`, `For instance: newsdeck ${kind.noun} add a-3f2a "${kind.example.words}" ${kind.example.fields}.`);
	const library = await (flags.has('dryRun') ? readLibrary(context) : editLibrary(context));
	const [derivation] = await library.read(await findArticles(library, [wanted]));
	if (derivation === undefined) throw new Problem({exit: 'nothing', what: `There is no article ${wanted}.`, why: '', remedy: 'newsdeck list shows the ids.'});
	const place = placeIn(derivation, said);
	const there = kind.of(derivation).find(fact => fact.segment === place.segment && fact.start < place.end && place.start < fact.end);
	if (there !== undefined) throw usage(`A ${kind.noun} is read there already: ${there.id}, “${there.text}”.`, `newsdeck ${kind.noun} edit ${there.id} ${kind.example.fields} puts it right.`);
	const correction = kind.correction(textQuoteOf(derivation.article, place), 'edited', fields, null);
	if (!flags.has('dryRun')) {
		await correct(context, library, [correction], flags.text('why') ?? null);
		printEach(context, kind, await asTheyRead(library, kind, [{article: derivation.article.id, ...place}]));
	}

	io.tell(flags.has('dryRun') ? 'Nothing was written; the words stand there once.' : `The ${kind.noun} is added; newsdeck undo takes it back.`);
	await library.close();
	return exitCodes.done;
};

const show = async <Fact extends AnyFact>(context: Context, kind: FactKind<Fact>, words: readonly string[]): Promise<number> => {
	const ids = (await idsFrom(words)).filter(id => id !== '');
	if (ids.length === 0) throw usage(`${kind.noun} show needs an id.`, `newsdeck ${kind.noun}s shows the ids.`);
	const library = await readLibrary(context);
	const {found, missing} = await findFacts(library, kind, ids);
	for (const each of found) await showFact(context, library, kind, each);
	for (const why of missing) context.io.complain(`newsdeck: ${why}`);
	await library.close();
	return missing.length === 0 ? exitCodes.done : found.length === 0 ? exitCodes.nothing : exitCodes.partial;
};

/** The verb that puts figures, or quotes, right one by one. */
export const factCommand = <Fact extends AnyFact>(kind: FactKind<Fact>): Command => {
	const {noun, example} = kind;
	const measured = noun === 'figure';
	const acts = ['show', ...Object.keys(verdicts), 'add', ...(measured ? ['measure'] : [])];
	return {
		usage: [
			`newsdeck ${noun} [show] ID...|-`,
			`newsdeck ${noun} confirm|reject ID...|- [--why TEXT] [--alike] [--dry-run]`,
			`newsdeck ${noun} edit ID...|- FIELD=VALUE... [--why TEXT] [--alike] [--dry-run]`,
			`newsdeck ${noun} add ARTICLE "EXACT WORDS" FIELD=VALUE... [--why TEXT] [--dry-run]`,
			...(measured ? ['newsdeck figure measure WORD MEASURE [--outlet NAME] [--dry-run]'] : []),
		],
		summary: `put ${noun}s right: confirm, reject, edit or add them; every change is in the log and can be undone`,
		examples: [
			[`newsdeck ${noun} show ${noun[0]}-3f2a`, 'as it reads now, as it was first read, and where it stands'],
			[`newsdeck ${noun}s --unchecked --json | newsdeck ${noun} confirm -`, 'ids from a pipe: JSON Lines, or lines that begin with an id'],
			[`newsdeck ${noun} reject ${noun[0]}-3f2a --why "a page number"`, ''],
			[`newsdeck ${noun} edit ${noun[0]}-3f2a ${example.fields} --alike --dry-run`, 'the same for all like this in the event: first see which'],
			[`newsdeck ${noun} add a-3f2a "${example.words}" ${example.fields}`, `fields: ${example.names}`],
			...(measured ? [['newsdeck figure measure losses casualties --dry-run', 'where “losses” is printed, casualties are counted: see how many, and which'] as const] : []),
		],
		flags: {
			why: {value: 'TEXT', help: 'the reason, for the log'},
			alike: {help: 'the same for all like this: the same words on the same source\'s word in the articles of the event, unless somebody checked them'},
			...(measured ? {outlet: {value: 'NAME', help: 'with measure: only in the articles of this outlet'}} : {}),
			dryRun: {help: 'show what would change; write nothing'},
		},
		async run(context) {
			const [name = '', ...words] = context.words;
			if (measured && name === 'measure') return measureOf(context, words);
			if (name === 'show') return show(context, kind, words);
			if (name === 'add') return add(context, kind, words);
			if (isVerdict(name)) return judge(context, kind, name, words);
			// An id by itself is looked at.
			if (name === '-' || /^[a-z]-[\da-f]|:/.test(name)) return show(context, kind, [name, ...words]);
			throw usage(name === '' ? `${noun} needs to be told what to do.` : `${noun} cannot "${name}".`, `It can ${acts.join(', ')}. newsdeck ${noun}s lists them all.`);
		},
	};
};
