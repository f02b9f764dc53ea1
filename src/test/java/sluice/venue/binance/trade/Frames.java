package sluice.venue.binance.trade;

/** The venue's own texts, with what a test wants to vary. */
final class Frames {

    private Frames() {}

    /** An order as REST shows it. */
    static String order(String id, String status, String origQty, String executedQty) {
        return ("{'symbol':'BTCUSDT','orderId':77,'orderListId':-1,'clientOrderId':'" + id
                        + "','transactTime':1760000000010,'price':'60000.00000000','origQty':'" + origQty
                        + "','executedQty':'" + executedQty + "','cummulativeQuoteQty':'0.00000000','status':'" + status
                        + "','timeInForce':'GTC','type':'LIMIT','side':'BUY'}")
                .replace('\'', '"');
    }

    /** A FULL reply with one fill of the whole executed quantity. */
    static String full(String id, String status, String origQty, String executedQty, long tradeId) {
        var order = order(id, status, origQty, executedQty);
        return order.substring(0, order.length() - 1)
                + (",'fills':[{'price':'60000.00','qty':'" + executedQty
                                + "','commission':'0.00001','commissionAsset':'BTC','tradeId':" + tradeId + "}]}")
                        .replace('\'', '"');
    }

    static String error(int code, String msg) {
        return "{\"code\":" + code + ",\"msg\":\"" + msg + "\"}";
    }

    /** One row of myTrades. */
    static String trade(long id, String qty) {
        return ("[{'symbol':'BTCUSDT','id':" + id + ",'orderId':77,'price':'60000.0','qty':'" + qty
                        + "','commission':'0.00001','commissionAsset':'BTC','time':1760000000010,'isBuyer':true,"
                        + "'isMaker':true}]")
                .replace('\'', '"');
    }

    /** An executionReport of the order 77. */
    static String report(String id, String kind, String status, String cumQty) {
        return ("{'subscriptionId':0,'event':{'e':'executionReport','E':1760000000012,'s':'BTCUSDT','c':'" + id
                        + "','S':'BUY','o':'LIMIT','f':'GTC','q':'0.02','p':'60000.0','g':-1,'C':'','x':'" + kind
                        + "','X':'" + status + "','r':'NONE','i':77,'l':'0','z':'" + cumQty
                        + "','L':'0','n':'0','N':null,'T':1760000000010,'t':-1,'m':false,'Z':'0'}}")
                .replace('\'', '"');
    }

    /** The report of one execution. */
    static String traded(String id, String status, long tradeId, String lastQty, String cumQty) {
        return report(id, "TRADE", status, cumQty)
                .replace("\"l\":\"0\"", "\"l\":\"" + lastQty + "\"")
                .replace("\"L\":\"0\"", "\"L\":\"60000.0\"")
                .replace("\"n\":\"0\",\"N\":null", "\"n\":\"0.00001\",\"N\":\"BTC\"")
                .replace("\"t\":-1", "\"t\":" + tradeId);
    }

    /** The report of a cancel, which has an id of its own. */
    static String cancelled(String id, String cumQty) {
        return report("the-cancel", "CANCELED", "CANCELED", cumQty).replace("\"C\":\"\"", "\"C\":\"" + id + "\"");
    }
}
