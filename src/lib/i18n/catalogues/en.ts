import messages from '../../../../messages/en.json' with { type: 'json' };

export const catalogue = messages;
