import messages from '../../../../messages/zh-CN.json' with { type: 'json' };

export const catalogue = messages;
