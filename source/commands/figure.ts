import {factCommand} from './facts/fact-command.ts';
import {figureKind} from './facts/fact-kinds.ts';

export const command = factCommand(figureKind);
