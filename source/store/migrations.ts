/** The layout this program writes. */
export const currentVersion = 1;

/** A step from one version of library.json's `data` to the next. Pure; the file it came from is kept as `library.json.v<from>`. */
export type Migration = {readonly from: number; readonly apply: (data: unknown) => unknown};

/** In order, one a version, none left out. Empty as long as there is one version. */
export const migrations: readonly Migration[] = [];

/** `data` of any earlier version in today's layout. */
export const migrate = (data: unknown, version: number): unknown =>
	migrations.filter(step => step.from >= version).reduce((before, step) => step.apply(before), data);
