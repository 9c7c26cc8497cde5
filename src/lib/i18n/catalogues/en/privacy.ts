import messages from '../../../../../messages/en/privacy.json' with { type: 'json' };

export const catalogue = messages;
