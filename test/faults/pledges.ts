import {bombsHeld} from './bombs.ts';
import {exported} from './exported.ts';
import {failingDisk} from './failing-disk.ts';
import {flipped} from './flipped.ts';
import {forged} from './forged.ts';
import {fuzzed} from './fuzz.ts';
import {hostile} from './hostile.ts';
import {killed} from './killed.ts';
import {power} from './power.ts';
import {racing} from './racing.ts';
import {terminalGivenBack} from './terminal-given-back.ts';
import type {Pledge} from './pledge.ts';

/** The shelf: a new promise is a file and a line here. docs/safety.md tells of each. */
export const pledges: readonly Pledge[] = [killed, racing, power, failingDisk, flipped, terminalGivenBack, hostile, bombsHeld, forged, exported, fuzzed];
