import {factCommand} from './fact-command.ts';
import {figureKind} from './fact-kinds.ts';

export const command = factCommand(figureKind);
