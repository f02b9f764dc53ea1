package sluice.bench.desk;

/** One resting order in the venue's own words, the same but for its ids. */
public final class CannedOrder {

    public static final String PX = "59000.00";
    public static final String QTY = "0.01";

    private CannedOrder() {}

    public static String field(String request, String name) {
        int at = request.lastIndexOf(name + "=") + name.length() + 1;
        int end = request.indexOf('&', at);
        return request.substring(at, end < 0 ? request.length() : end);
    }

    /** Our ids end in the order's number. */
    public static String number(String id) {
        return Long.toUnsignedString(id.hashCode() & 0xffffffffL);
    }

    public static String reply(String id) {
        return ("{'symbol':'BTCUSDT','orderId':" + number(id) + ",'orderListId':-1,'clientOrderId':'" + id
                        + "','transactTime':1760000000010,'price':'59000.00000000','origQty':'0.01000000',"
                        + "'executedQty':'0.00000000','origQuoteOrderQty':'0.00000000',"
                        + "'cummulativeQuoteQty':'0.00000000','status':'NEW','timeInForce':'GTC','type':'LIMIT',"
                        + "'side':'BUY','workingTime':1760000000010,'fills':[],'selfTradePreventionMode':'NONE'}")
                .replace('\'', '"');
    }

    /** The venue says that it ended the order, so that they do not pile up. */
    static String ended(String id) {
        return ("{'subscriptionId':0,'event':{'e':'executionReport','E':1760000000012,'s':'BTCUSDT','c':'" + id
                        + "','S':'BUY','o':'LIMIT','f':'GTC','q':'0.01','p':'59000.00','g':-1,'C':'','x':'EXPIRED',"
                        + "'X':'EXPIRED','r':'NONE','i':" + number(id) + ",'l':'0','z':'0','L':'0','n':'0','N':null,"
                        + "'T':1760000000010,'t':-1,'m':false,'Z':'0'}}")
                .replace('\'', '"');
    }
}
