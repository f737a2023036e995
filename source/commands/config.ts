import {configFile, tilde} from '../host/paths.ts';
import {PROJECT_FILE} from '../host/config.ts';
import {exitCodes} from '../model/problem.ts';
import type {SettingName} from '../model/settings.ts';
import {createKeymap} from '../ui/keys/bindings.ts';
import type {Command} from './command.ts';

/** A setting's name as the file spells it, its value, and where that comes from. */
const origin = ({from, where}: {readonly from: string; readonly where: string}): string => where === '' ? from : `${from}: ${where}`;

export const command: Command = {
	usage: ['newsdeck config [--json]'],
	summary: 'the settings, each with where it comes from',
	examples: [
		['newsdeck config', ''],
		['NEWSDECK_THEME=light newsdeck config --json', 'one line a setting'],
	],
	wordless: true,
	flags: {},
	async run(context) {
		const {values, origins, problems} = context.settings;
		const keyProblems = createKeymap(values.keys).problems;
		const names = Object.keys(values) as SettingName[];
		if (context.flags.has('json')) {
			for (const setting of names) context.io.print(JSON.stringify({setting, value: values[setting], ...origins[setting], where: origins[setting].where || null}));
		} else {
			const file = await configFile(process.env);
			if (file !== null) context.io.print(`your own file: ${tilde(file)}; a project's: ${PROJECT_FILE} in the working folder`);
			for (const name of names) context.io.print(`${name.padEnd(14)}${JSON.stringify(values[name]).padEnd(30)}  ${origin(origins[name])}`);
		}

		for (const problem of keyProblems) context.io.tell(`newsdeck: ${problem}`);
		return problems.length + keyProblems.length > 0 ? exitCodes.nothing : exitCodes.done;
	},
};
