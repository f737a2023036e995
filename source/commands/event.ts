import {eventChanges, type EventChange, type NewsEvent} from '../model/event.ts';
import {allCards, type MendableLibrary} from '../model/library.ts';
import type {Correction} from '../model/override.ts';
import {exitCodes, Problem} from '../model/problem.ts';
import {mergeTies, moveTies, splitTies} from '../model/ties.ts';
import {correctionsInForce} from '../store/overrides.ts';
import type {Command, Context} from './command.ts';
import {correct, signed} from './mend/correcting.ts';
import {changeLines} from './mend/event-changes.ts';
import {editLibrary, findArticles, findEvent, readLibrary} from './asked/library-reading.ts';

const usage = (what: string, remedy: string): Problem => new Problem({exit: 'usage', what, why: '', remedy});
const nothing = (what: string, remedy: string): Problem => new Problem({exit: 'nothing', what, why: '', remedy});

/** What an act is done with: the library as it is, and what was typed behind the act's name. */
type Asked = {readonly library: MendableLibrary; readonly events: readonly NewsEvent[]; readonly inForce: readonly Correction[]; readonly words: readonly string[]; readonly remove: boolean};
type Act = {readonly needs: string; readonly least: number; readonly corrections: (asked: Asked) => Promise<readonly Correction[]>};

const eventWith = (events: readonly NewsEvent[], article: string): NewsEvent => {
	const event = events.find(({articles}) => articles.includes(article));
	if (event === undefined) throw nothing(`Article ${article} is in no event.`, 'newsdeck regroup puts every article into one.');
	return event;
};

const merge = async ({library, events, words}: Asked): Promise<readonly Correction[]> => {
	const found = new Set<NewsEvent>();
	for (const word of words) found.add(await findEvent(library, events, word));
	if (found.size < 2) throw usage('These are one event already.', 'Name two events or more.');
	return mergeTies([...found]);
};

const split = async ({library, events, inForce, words: [wanted = '', ...ids]}: Asked): Promise<readonly Correction[]> => {
	const event = await findEvent(library, events, wanted);
	const articles = [...new Set(await findArticles(library, ids))];
	const stranger = articles.find(id => !event.articles.includes(id));
	if (stranger !== undefined) throw nothing(`Article ${stranger} is not in “${event.label}”.`, `newsdeck events --json shows what is; newsdeck event move ${stranger} EVENT puts it elsewhere.`);
	if (articles.length === event.articles.length) throw usage(`Nothing would be left of “${event.label}”.`, 'Split off fewer of its articles.');
	return splitTies(event, articles, inForce);
};

const move = async ({library, events, inForce, words: [wanted = '', ...words]}: Asked): Promise<readonly Correction[]> => {
	const [article = ''] = await findArticles(library, [wanted]);
	const [from, to] = [eventWith(events, article), await findEvent(library, events, words.join(' '))];
	if (from === to) throw usage(`${article} is in “${to.label}” already.`, 'Name another event.');
	return moveTies(article, from, to, inForce);
};

const storyline = async ({library, events, words: [label = '', ...wanted], remove}: Asked): Promise<readonly Correction[]> => {
	if (remove) {
		if (!(await library.storylines()).some(line => line.byHand === true && line.label === label)) throw nothing(`Nobody made a storyline “${label}”.`, 'newsdeck events lists them.');
		return [{kind: 'storyline', label, articles: []}];
	}

	const found = new Set<NewsEvent>();
	for (const word of wanted) found.add(await findEvent(library, events, word));
	if (found.size === 0) throw usage('event storyline needs the events that are in it.', 'newsdeck events lists them.');
	return [{kind: 'storyline', label, articles: [...found].flatMap(({articles}) => articles)}];
};

/** What can be done to events, the words it takes, and what is taken down. */
const acts: Readonly<Record<string, Act>> = {
	merge: {needs: 'EVENT EVENT...', least: 2, corrections: merge},
	split: {needs: 'EVENT ID...', least: 2, corrections: split},
	move: {needs: 'ID EVENT', least: 2, corrections: move},
	rename: {
		needs: 'EVENT LABEL', least: 2,
		corrections: async ({library, events, words: [wanted = '', ...label]}) => [{kind: 'label', event: (await findEvent(library, events, wanted)).id, label: label.join(' ')}],
	},
	storyline: {needs: 'LABEL EVENT...', least: 1, corrections: storyline},
};

/** What a correction of names tells; that of who belongs together is told by the events that change. */
const told = (correction: Correction, events: readonly NewsEvent[]): Record<string, unknown> | null => {
	if (correction.kind === 'label') return {event: correction.event, label: correction.label, was: events.find(({id}) => id === correction.event)?.label ?? null};
	if (correction.kind !== 'storyline') return null;
	return {storyline: correction.label, events: events.filter(({articles}) => articles.some(id => correction.articles.includes(id))).map(({id}) => id)};
};

const namedLine = (named: Record<string, unknown>): string => 'storyline' in named ? `storyline “${String(named['storyline'])}”: ${Array.isArray(named['events']) && named['events'].length > 0 ? named['events'].join(', ') : 'no events'}`
	: `${String(named['event'])}  “${String(named['was'])}” is called “${String(named['label'])}”`;

const print = async ({io, flags}: Context, library: MendableLibrary, changes: readonly EventChange[], named: ReadonlyArray<Record<string, unknown>>): Promise<void> => {
	const cards = new Map((await allCards(library)).map(card => [card.id, card]));
	if (flags.has('json')) for (const each of [...named, ...changes]) io.print(JSON.stringify(each));
	else for (const line of [...named.map(namedLine), ...changes.flatMap(change => changeLines(change, cards))]) io.print(line);
};

export const command: Command = {
	usage: Object.entries(acts).map(([name, {needs}]) => `newsdeck event ${name} ${needs} [--dry-run]`),
	summary: 'put events right: what belongs together, what they are called; it holds through imports and regroup, and can be undone',
	examples: [
		['newsdeck event merge e-3f2a e-91bc', 'one event from now on; it keeps the name of the larger one, or the one a person gave'],
		['newsdeck event split e-3f2a a-12aa a-77d0', 'these two articles become an event of their own'],
		['newsdeck event move a-12aa e-91bc', 'this article belongs to that event'],
		['newsdeck event rename e-3f2a "Fire at the mill"', 'events may be named by words of their label too'],
		['newsdeck event storyline "The mill" e-3f2a e-91bc', 'a storyline of these events; said again, the later one counts'],
		['newsdeck event merge e-3f2a e-91bc --dry-run', 'what would change; nothing is written'],
	],
	flags: {dryRun: {help: 'only show; write nothing'}, remove: {help: 'with storyline: take it away'}},
	async run(context) {
		const [name = '', ...words] = context.words;
		const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
		if (act === undefined) throw usage(name === '' ? 'event needs to be told what to do.' : `event cannot "${name}".`, `It can ${Object.keys(acts).join(', ')}.`);
		if (words.length < act.least) throw usage(`event ${name} needs ${act.needs}.`, 'newsdeck events shows the ids.');
		const dry = context.flags.has('dryRun');
		const library = await (dry ? readLibrary(context) : editLibrary(context));
		const events = await library.events();
		const corrections = await act.corrections({library, events, words, inForce: correctionsInForce(await library.log()), remove: context.flags.has('remove')});
		const named = corrections.map(correction => told(correction, events)).filter(each => each !== null);
		if (!dry) await correct(context, library, corrections);
		const changes = eventChanges(events, dry ? await library.foresee({corrections: signed(context, corrections)}) : await library.events());
		await print(context, library, changes, named);
		const entry = (await library.log()).at(-1);
		await library.close();
		context.io.tell(dry ? 'Nothing was written.' : `This is kept; newsdeck undo ${entry?.begun ?? entry?.sequence ?? ''} takes it back.`);
		return exitCodes.done;
	},
};
