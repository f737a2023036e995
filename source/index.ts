// newsdeck for programs: the stages, the types, the library.
export {digest, group, stageVersions} from './pipeline.ts';
export type {Digest, Incoming} from './pipeline.ts';
export {compare, chooseColumns} from './compare/compare.ts';
export {parseBackground} from './cluster/background.ts';
export {exporters} from './exporters/index.ts';
export {createSearch} from './search/search.ts';
export {openLibrary} from './store/lowdb-library.ts';
export {Problem, exitCodes} from './model/problem.ts';
export type * from './model/article.ts';
export type * from './model/comparison.ts';
export type * from './model/document.ts';
export type * from './model/event.ts';
export type * from './model/figure.ts';
export type * from './model/library.ts';
export type * from './model/override.ts';
export type * from './model/quote.ts';
