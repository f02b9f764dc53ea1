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

module.exports = {
  binance: {
    symbol: 'BTC/USDT',
    tick: 0.01,
    depth: 1000,
    // A cancel's answer is the cancelled order, and a placement's the order with its fills.
    answersAtOnce: true,
    // It takes orders over WebSocket.
    ordersOverWs: true,
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
    // Its second version has other accounts, and is what ccxt asks unless told.
    balanceParams: { v3: true },
    open(rest, ws, credentials) {
      const exchange = client(ccxt.pro.coinbase, credentials, {});
      exchange.urls.api = { rest, ws };
      return exchange;
    },
  },
};
