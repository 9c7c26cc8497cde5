import messages from '../../../../../messages/en/cli.json' with { type: 'json' };

export const catalogue = messages;
