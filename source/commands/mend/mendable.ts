import type {Background} from '../../cluster/background.ts';
import type {Library, MendableLibrary} from '../../model/library.ts';

/**
 * The library as people mend it: a page that is cut otherwise is read anew with the correction that says so, and what belongs together
 * is grouped with it. The stages are loaded when the first correction comes.
 */
export const mendable = (library: Library, background: () => Promise<Background>): MendableLibrary => ({
	...library,
	async commit(changes, expected) {
		if (changes.corrections === undefined && changes.undo === undefined) return library.commit(changes, expected);
		const {withConsequences} = await import('./mending.ts');
		return library.commit(await withConsequences(library, changes, background), expected);
	},
	async planAct(act) {
		const {planAct} = await import('./mending.ts');
		return planAct(library, act, background);
	},
	async planFact(addition) {
		const {planFact} = await import('../facts/adding.ts');
		return planFact(library, addition);
	},
	async planAlike(act) {
		const {planAlike} = await import('../facts/alike.ts');
		return planAlike(library, act);
	},
	async reasons(event, watched) {
		const {reasonsFor} = await import('../intake/group-work.ts');
		return reasonsFor(library, event, await background(), watched);
	},
	async following() {
		const {trackedIn} = await import('./looking.ts');
		return trackedIn(library);
	},
	async audit() {
		const [{lastAudit}, {auditSheet}] = await Promise.all([import('../audit/rows.ts'), import('../audit/report.ts')]);
		const last = await lastAudit(library);
		return last && auditSheet(last.drawn, last.rows);
	},
	async foresee(changes) {
		const {withConsequences} = await import('./mending.ts');
		return (await withConsequences(library, changes, background)).grouping?.events ?? library.events();
	},
});
