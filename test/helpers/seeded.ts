import fc from 'fast-check';

/** The day this seed was chosen; any number does. */
const SEED = 20_261_122;

/**
 * Properties draw the same examples in every run, or a test would pass here and fail elsewhere by luck. To look further, draw others:
 * `NEWSDECK_SEED=7 npm test`.
 */
fc.configureGlobal({seed: Number(process.env['NEWSDECK_SEED'] ?? SEED)});
