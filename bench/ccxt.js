'use strict';

// ccxt's createOrder on a server that only acknowledges; nothing is kept anywhere. Usage: node ccxt.js PORT ORDERS BENCH

const ccxt = require('ccxt');

const [port, orders, bench] = process.argv.slice(2);
const WARM_UP = 5000;

async function main() {
  const exchange = new ccxt.binance({ apiKey: 'key', secret: '0123456789abcdef', enableRateLimit: false });
  const precision = { amount: 0.00001, price: 0.01 };
  exchange.setMarkets([
    {
      id: 'BTCUSDT', symbol: 'BTC/USDT', base: 'BTC', quote: 'USDT', baseId: 'BTC', quoteId: 'USDT', type: 'spot',
      spot: true, margin: false, swap: false, future: false, option: false, contract: false, active: true, precision,
      limits: { amount: {}, price: {}, cost: {} }, info: { orderTypes: ['LIMIT', 'MARKET'] },
    },
  ]);
  for (const [name, url] of Object.entries(exchange.urls.api)) {
    if (typeof url === 'string') {
      exchange.urls.api[name] = `http://127.0.0.1:${port}${new URL(url).pathname.replace(/\/$/, '')}`;
    }
  }
  const took = [];
  for (let i = 0; i < WARM_UP + Number(orders); i++) {
    const start = process.hrtime.bigint();
    const order = await exchange.createOrder('BTC/USDT', 'limit', 'buy', 0.01, 59000, { newOrderRespType: 'FULL' });
    const end = process.hrtime.bigint();
    if (order.status !== 'open') {
      throw new Error('not acknowledged');
    }
    if (i >= WARM_UP) {
      took.push(Number(end - start) / 1000);
    }
  }
  took.sort((a, b) => a - b);
  for (const percent of [50, 99]) {
    const value = took[Math.floor((took.length * percent) / 100)].toPrecision(4);
    console.log(JSON.stringify({ bench: `${bench}.ccxt`, metric: `p${percent}_us`, value: Number(value) }));
  }
}

main().catch((failure) => {
  console.error(failure);
  process.exit(1);
});
