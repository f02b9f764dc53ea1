'use strict';

// Drives a simulated Coinbase venue with coinbase-api, unchanged but for its URLs.
// Usage: node trades.js REST_URL WS_URL API_KEY API_SECRET
// Prints one line of JSON per step; exits 0 only when every step did what it says.

const { CBAdvancedTradeClient, WebsocketClient } = require('coinbase-api');

const [rest, wsUrl, apiKey, apiSecret] = process.argv.slice(2);
const PRODUCT = 'BTC-USD';

function check(condition, text) {
  if (!condition) {
    throw new Error(text);
  }
}

// What is signed is the URL without its first eight characters, as if it always began with https.
const client = new CBAdvancedTradeClient({ apiKey, apiSecret, baseUrl: rest.replace('://', '://@') });
const sockets = new WebsocketClient({ apiKey, apiSecret, wsUrl });

const messages = [];
sockets.on('update', (message) => messages.push(message));
sockets.on('response', (message) => messages.push(message));
sockets.on('exception', (error) => {
  throw error;
});

async function heard(isWanted, text) {
  for (let i = 0; i < 50; i++) {
    const found = messages.find(isWanted);
    if (found) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(text);
}

function place(side, order_configuration) {
  const client_order_id = client.generateNewOrderId();
  return client.submitOrder({ client_order_id, product_id: PRODUCT, side, order_configuration });
}

const steps = {
  async getPublicProducts(seen) {
    const { products } = await client.getPublicProducts();
    seen.price = Number(products.find((product) => product.product_id === PRODUCT).price);
    return products.length;
  },
  async getAccounts() {
    const { accounts } = await client.getAccounts();
    check(accounts.some((account) => account.currency === 'BTC'), 'there is no coin');
    return accounts.length;
  },
  async getApiKeyPermissions() {
    const permissions = await client.getApiKeyPermissions();
    check(permissions.can_trade && !permissions.can_transfer, 'the key may not what it should');
    return permissions.portfolio_type;
  },
  async subscribe() {
    sockets.subscribe({ topic: 'level2', payload: { product_ids: [PRODUCT] } }, 'advTradeMarketData');
    sockets.subscribe('heartbeats', 'advTradeMarketData');
    sockets.subscribe('user', 'advTradeUserData');
    await heard((message) => message.channel === 'heartbeats', 'no heart beats');
    await heard((message) => message.channel === 'user', 'no open orders were told');
    const book = await heard((message) => message.channel === 'l2_data', 'no book was told');
    check(book.events[0].type === 'snapshot', 'the book does not begin with a snapshot');
    return book.events[0].updates.length;
  },
  async submitOrder(seen) {
    const limit_price = (seen.price * 0.9).toFixed(2);
    const answer = await place('BUY', { limit_limit_gtc: { base_size: '0.01', limit_price, post_only: true } });
    check(answer.success, 'the order was refused');
    seen.id = answer.success_response.order_id;
    return seen.id;
  },
  async getOrders(seen) {
    const { orders } = await client.getOrders({ order_status: ['OPEN'] });
    check(orders.some((order) => order.order_id === seen.id), 'the order is not open');
    return orders.length;
  },
  async cancelOrders(seen) {
    const { results } = await client.cancelOrders({ order_ids: [seen.id] });
    check(results[0].success, 'the cancel was refused');
    const isEnd = (order) => order.order_id === seen.id && order.status === 'CANCELLED';
    await heard((message) => message.channel === 'user' && message.events[0].orders.some(isEnd), 'no cancel was told');
    return (await client.getOrder({ order_id: seen.id })).order.status;
  },
  async getFills() {
    const { success_response: placed } = await place('SELL', { market_market_ioc: { base_size: '0.01' } });
    for (let i = 0; i < 50; i++) {
      const { fills } = await client.getFills({ order_ids: [placed.order_id] });
      if (fills.length > 0) {
        return fills.length;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('no fill is listed');
  },
};

async function main() {
  const seen = {};
  for (const [step, act] of Object.entries(steps)) {
    console.log(JSON.stringify({ step, value: await act(seen) }));
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error.body ?? error);
    process.exit(1);
  },
);
