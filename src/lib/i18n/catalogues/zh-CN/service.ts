import messages from '../../../../../messages/zh-CN/service.json' with { type: 'json' };

export const catalogue = messages;
