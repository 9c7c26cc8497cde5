import messages from '../../../../../messages/en/shell.json' with { type: 'json' };

export const catalogue = messages;
