/**
 * newsdeck for programs: the stages, the types, the library, the formats. Everything is data in, data out; only the library touches the disk.
 * Offsets count UTF-16 units, lines count from 1, days are ISO dates, an absent value is null. Whatever fails throws a `Problem`, whose `exit`
 * names one of `exitCodes`.
 *
 * @example
 * ```ts
 * import {compare, findExporter, openLibrary} from 'newsdeck';
 *
 * const library = await openLibrary('my-library', {readOnly: true, now: () => new Date()});
 * const [event] = await library.events();
 * const comparison = compare(await library.read(event?.articles ?? []), {title: event?.label ?? ''});
 * console.log(comparison.matrix.map(row => row.label));
 * console.log(findExporter('md').write(comparison));
 * await library.close();
 * ```
 *
 * @packageDocumentation
 */
export {digest, group, stageVersions} from './pipeline.ts';
export type {Digest, Incoming} from './pipeline.ts';
export {compare, chooseColumns} from './compare/compare.ts';
export {explain} from './compare/explain.ts';
export {gapsOf} from './compare/gaps.ts';
export {headlinesOf} from './compare/headlines.ts';
export {sharedQuotes} from './compare/shared-quotes.ts';
export {ledgerOf, timelineOf} from './compare/timeline.ts';
export {parseBackground} from './cluster/background.ts';
export {exporters, findExporter} from './exporters/index.ts';
export type {Exporter, ExportOptions} from './exporters/index.ts';
export {createSearch} from './search/search.ts';
export {openLibrary} from './store/lowdb-library.ts';
export {Problem, exitCodes} from './model/problem.ts';
export type {ExitName} from './model/problem.ts';
export type * from './model/article.ts';
export type * from './model/comparison.ts';
export type * from './model/document.ts';
export type * from './model/event.ts';
export type * from './model/figure.ts';
export type * from './model/library.ts';
export type * from './model/override.ts';
export type * from './model/quote.ts';
export type {Answer, Difference, ExplainedQuestion, Gap, HeadlineRow, LedgerGroup, SharedQuote, Statement, Timeline} from './model/views.ts';
export type {Explanation as FigureExplanation} from './model/views.ts';
