import messages from '../../../../../messages/zh-CN/room.json' with { type: 'json' };

export const catalogue = messages;
