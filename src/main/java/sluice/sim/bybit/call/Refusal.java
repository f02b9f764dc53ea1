package sluice.sim.bybit.call;

/** Bybit's answer to a request it does not carry out: nearly always HTTP 200, with a code and a message. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    public Refusal(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static Refusal of(int code, String message) {
        return new Refusal(200, code, message);
    }

    public static Refusal parameter(String message) {
        return of(10001, message);
    }

    public static Refusal invalidKey() {
        return of(10003, "API key is invalid.");
    }

    public static Refusal badSignature() {
        return of(10004, "error sign! please check your signature generation algorithm.");
    }

    public static Refusal tooManyVisits() {
        return of(10006, "Too many visits. Exceeded the API Rate Limit.");
    }

    public static Refusal restarting() {
        return of(10016, "Server error. The service is restarting, please try again later.");
    }

    public static Refusal tooFrequent() {
        return new Refusal(403, 10018, "access too frequent");
    }

    public static Refusal noSuchPath() {
        return new Refusal(404, 404, "Not Found");
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
}
