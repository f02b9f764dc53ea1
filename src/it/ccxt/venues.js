'use strict';

// How ccxt is led to each simulated venue, and what the venue's own ways ask of the steps.

const ccxt = require('ccxt');

function moved(urls, base) {
  if (typeof urls === 'string') {
    return base + new URL(urls).pathname.replace(/\/$/, '');
  }
  return Object.fromEntries(Object.entries(urls).map(([name, value]) => [name, moved(value, base)]));
}

function client(type, credentials, options) {
  const exchange = new type({ ...credentials, enableRateLimit: false, options });
  exchange.has.fetchCurrencies = false;
  return exchange;
}

// Bybit's two categories are two markets to ccxt, of one symbol each.
function bybit(type, rest, ws, credentials) {
  const options = { fetchMarkets: { types: ['spot', 'linear'] }, defaultType: type };
  const exchange = client(ccxt.pro.bybit, credentials, options);
  const api = exchange.urls.api;
  for (const name of ['spot', 'futures', 'v2', 'public', 'private']) {
    api[name] = rest;
  }
  for (const name of ['spot', 'linear', 'inverse', 'option']) {
    api.ws.public[name] = ws + '/v5/public/' + name;
  }
  api.ws.private.spot.unified = ws + '/v5/private';
  api.ws.private.contract = ws + '/v5/private';
  api.ws.private.trade = ws + '/v5/trade';
  return exchange;
}

const BYBIT = {
  tick: 0.1,
  depth: 200,
  answersAtOnce: false,
  ordersOverWs: false,
  amends: true,
  // What happened before the account was listened to is not told.
  listensAfterMs: 1_000,
  // Without it ccxt warns that a query sees the last 500 orders only.
  queryParams: { acknowledged: true },
  balanceParams: {},
  // It gives an order no name of its own.
  named: () => ({ clientOrderId: 'it-' + Date.now() }),
};

module.exports = {
  'bybit-spot': {
    ...BYBIT,
    symbol: 'BTC/USDT',
    sold: (balance) => balance.BTC.total < 100,
    open: (rest, ws, credentials) => bybit('spot', rest, ws, credentials),
  },
  'bybit-linear': {
    ...BYBIT,
    symbol: 'BTC/USDT:USDT',
    positions: true,
    sold: (balance) => balance.USDT.total !== 5_000_000,
    open: (rest, ws, credentials) => bybit('swap', rest, ws, credentials),
  },
  binance: {
    symbol: 'BTC/USDT',
    tick: 0.01,
    depth: 1000,
    // A cancel's answer is the cancelled order, and a placement's the order with its fills.
    answersAtOnce: true,
    // It takes orders over WebSocket.
    ordersOverWs: true,
    // It listens to the account only once asked to.
    authenticates: true,
    balanceParams: {},
    open(rest, ws, credentials) {
      const options = { fetchMarkets: { types: ['spot'] }, fetchCurrencies: false, fetchMargins: false };
      const exchange = client(ccxt.pro.binance, credentials, options);
      const { ws: sockets, ...plain } = exchange.urls.api;
      exchange.urls.api = { ...moved(plain, rest), ws: moved(sockets, ws) };
      const streams = 'ws://stream@' + new URL(ws).host + '/ws';
      exchange.urls.api.ws.spot = streams;
      exchange.urls.api.ws.margin = streams;
      return exchange;
    },
  },
  coinbase: {
    symbol: 'BTC/USD',
    tick: 0.01,
    depth: 1000,
    answersAtOnce: false,
    ordersOverWs: false,
    // What happened before the account was listened to is not told.
    listensAfterMs: 1_000,
    // Its second version has other accounts, and is what ccxt asks unless told.
    balanceParams: { v3: true },
    open(rest, ws, credentials) {
      const exchange = client(ccxt.pro.coinbase, credentials, {});
      exchange.urls.api = { rest, ws };
      return exchange;
    },
  },
};
