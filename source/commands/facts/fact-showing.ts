import {rawPlace, segmentAt} from '../../model/article.ts';
import type {Figure} from '../../model/figure.ts';
import type {Library} from '../../model/library.ts';
import {placesOf, type LogEntry} from '../../model/override.ts';
import type {Quote} from '../../model/quote.ts';
import {linesOf} from '../asked/raw-page.ts';
import {activeCorrections} from '../../store/overrides.ts';
import type {Context} from '../command.ts';
import type {Found} from './fact-finding.ts';
import type {FactKind} from './fact-kinds.ts';
import {told} from '../log.ts';
import {outletText} from '../print/text-lines.ts';

/** The entries of the log that are about a fact: they hold on to words that it shares. Taken back ones too. */
const entriesOn = <Fact extends Figure | Quote>(log: readonly LogEntry[], kind: FactKind<Fact>, {fact, derivation: {article}}: Found<Fact>): readonly LogEntry[] => log.filter(({act}) => {
	if (act.kind !== 'correct' || act.correction.kind !== kind.noun || !('on' in act.correction) || typeof act.correction.on === 'boolean' || act.correction.on.article !== article.id) return false;
	return placesOf(article, act.correction.on).some(place => place.segment === fact.segment && place.start < fact.end && fact.start < place.end);
});

const differences = <Fact extends Figure | Quote>(first: Fact, now: Fact): string[] => {
	const [was, is] = [new Map<string, unknown>(Object.entries(first)), Object.entries(now)];
	return is.flatMap(([name, value]) => {
		const [before, after] = [JSON.stringify(was.get(name)), JSON.stringify(value)];
		return before === after ? [] : [`    ${name}: ${before} → ${after}`];
	});
};

/** Prints a fact as it reads now, beside the machine's first reading of it, with its sentence, its raw line and what the log says of it. */
export const showFact = async <Fact extends Figure | Quote>({flags, io}: Context, library: Library, kind: FactKind<Fact>, found: Found<Fact>): Promise<void> => {
	const {fact, derivation: {article}} = found;
	const [uncorrected] = await library.read([article.id], {uncorrected: true});
	const first = uncorrected === undefined ? null : kind.of(uncorrected).find(({id}) => id === fact.id) ?? null;
	const log = await library.log();
	const standing = new Set(activeCorrections(log).map(({sequence}) => sequence));
	const entries = entriesOn(log, kind, found);
	const segment = segmentAt(article, fact.segment);
	// A record has no line of its own: what stands there is all of it.
	const raw = segment === undefined || rawPlace(segment, fact.start) === null ? null : (await linesOf(library, article.document)).find(({number}) => number === fact.line)?.text ?? null;
	if (flags.has('json')) {
		io.print(JSON.stringify({id: fact.id, now: fact, first, sha256: article.document, path: article.path, line: fact.line, raw, log: entries.map(entry => ({...entry, standing: standing.has(entry.sequence)}))}));
		return;
	}

	const changed = first === null ? [] : differences(first, fact);
	io.print(`${fact.id}  ${kind.line(fact, article)}`);
	io.print(`  first read  ${first === null ? 'not at all: a person added it' : changed.length === 0 ? 'the same' : kind.line(first, article)}`);
	for (const line of changed) io.print(line);
	if ('sentence' in fact) io.print(`  sentence    “${fact.sentence}”`);
	io.print(`  article     ${article.id}  ${outletText(article)}  ${article.headline ?? '(no headline)'}`);
	io.print(`  raw         ${article.path}, line ${fact.line}${raw === null ? ', a record' : `: ${raw.trim()}`}`);
	io.print(`  sha256      ${article.document}`);
	for (const entry of entries) io.print(`  log ${entry.sequence}       ${entry.when}  ${entry.who}  ${told(entry)}${entry.why === null ? '' : ` (${entry.why})`}${standing.has(entry.sequence) ? '' : ' (taken back)'}`);
};
