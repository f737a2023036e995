import {factCommand} from './fact-command.ts';
import {quoteKind} from './fact-kinds.ts';

export const command = factCommand(quoteKind);
