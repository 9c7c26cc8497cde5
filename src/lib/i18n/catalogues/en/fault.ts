import messages from '../../../../../messages/en/fault.json' with { type: 'json' };

export const catalogue = messages;
