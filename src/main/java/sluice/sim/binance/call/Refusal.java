package sluice.sim.binance.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import sluice.sim.front.Json;

/** Binance's answer to a request it does not carry out: HTTP status, code and message. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final transient Optional<Duration> retryAfter;
    private final transient Optional<JsonNode> data;

    private Refusal(int status, int code, String message, Optional<Duration> retryAfter, Optional<JsonNode> data) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
        this.data = data;
    }

    public Refusal(int status, int code, String message) {
        this(status, code, message, Optional.empty(), Optional.empty());
    }

    static Refusal until(Duration retryAfter, int status, String message) {
        return new Refusal(status, -1003, message, Optional.of(retryAfter), Optional.empty());
    }

    public static Refusal cancelReplace(int status, int code, String message, JsonNode data) {
        return new Refusal(status, code, message, Optional.empty(), Optional.of(data));
    }

    private static Refusal bad(int code, String message) {
        return new Refusal(400, code, message);
    }

    public static Refusal missing(String name) {
        return bad(-1102, "Mandatory parameter '" + name + "' was not sent, was empty/null, or malformed.");
    }

    public static Refusal eitherMissing(String one, String other) {
        return bad(-1102, "Param '" + one + "' or '" + other + "' must be sent, but both were empty/null!");
    }

    public static Refusal illegal(String name, String legal) {
        return bad(-1100, "Illegal characters found in parameter '" + name + "'; legal range is '" + legal + "'.");
    }

    public static Refusal duplicated() {
        return bad(-1101, "Duplicate values for a parameter detected.");
    }

    public static Refusal unread(int read, int sent) {
        return bad(
                -1104,
                "Not all sent parameters were read; read '" + read + "' parameter(s) but was sent '" + sent + "'.");
    }

    public static Refusal empty(String name) {
        return bad(-1105, "Parameter '" + name + "' was empty.");
    }

    public static Refusal notRequired(String name) {
        return bad(-1106, "Parameter '" + name + "' sent when not required.");
    }

    public static Refusal tooPrecise(String name) {
        return bad(-1111, "Parameter '" + name + "' has too much precision.");
    }

    public static Refusal invalidTif() {
        return bad(-1115, "Invalid timeInForce.");
    }

    public static Refusal invalidType() {
        return bad(-1116, "Invalid orderType.");
    }

    public static Refusal invalidSide() {
        return bad(-1117, "Invalid side.");
    }

    public static Refusal invalidSymbol() {
        return bad(-1121, "Invalid symbol.");
    }

    public static Refusal tooLong(int hours) {
        return bad(-1127, "More than " + hours + " hours between startTime and endTime.");
    }

    public static Refusal badCombination() {
        return bad(-1128, "Combination of optional parameters invalid.");
    }

    public static Refusal invalid(String name) {
        return bad(-1130, "Data sent for parameter '" + name + "' is not valid.");
    }

    public static Refusal invalidRestrictions() {
        return bad(-1145, "Invalid cancelRestrictions");
    }

    public static Refusal recvWindowTooLong() {
        return bad(-1131, "recvWindow must be less than 60000");
    }

    public static Refusal tooLate() {
        return bad(-1021, "Timestamp for this request is outside of the recvWindow.");
    }

    public static Refusal tooEarly() {
        return bad(-1021, "Timestamp for this request was 1000ms ahead of the server's time.");
    }

    public static Refusal badSignature() {
        return bad(-1022, "Signature for this request is not valid.");
    }

    public static Refusal badKeyFormat() {
        return new Refusal(401, -2014, "API-key format invalid.");
    }

    public static Refusal unknownKey() {
        return new Refusal(401, -2015, "Invalid API-key, IP, or permissions for action.");
    }

    public static Refusal filter(String name) {
        return bad(-1013, "Filter failure: " + name);
    }

    public static Refusal newOrder(String message) {
        return bad(-2010, message);
    }

    public static Refusal cancel(String message) {
        return bad(-2011, message);
    }

    public static Refusal noSuchOrder() {
        return bad(-2013, "Order does not exist.");
    }

    public static Refusal mismatched() {
        return bad(-2039, "Client order ID is not correct for this order ID.");
    }

    public static Refusal amend(String message) {
        return bad(-2038, message);
    }

    public static Refusal tooManyOrders(int limit, String interval) {
        return new Refusal(
                429, -1015, "Too many new orders; current limit is " + limit + " orders per " + interval + ".");
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** The error as its body has it. */
    public ObjectNode json() {
        var body = Json.object().put("code", code).put("msg", text());
        data.ifPresent(more -> body.set("data", more));
        return body;
    }
}
