package sluice.attach;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/** One message on the socket: what it is, and its bytes. Immutable by agreement: nobody changes the bytes. */
record Frame(Kind kind, byte[] body) {

    /** Longer ones are refused unread. */
    static final int LONGEST = 1 << 20;

    private static final byte[] NOTHING = {};

    /** What a frame is; the number that stands for it never changes its meaning. */
    enum Kind {
        /** Both ways, first: {@link Greeting}. */
        HELLO(1),
        /** From the desk, and then nothing more: {@link Refusal}. */
        REFUSED(2),
        /** To the desk: {@link Task}. */
        RUN(3),
        /** From the desk: the task runs from here on, and must not be tried elsewhere. */
        BEGUN(4),
        /** From the desk: for standard output. */
        OUT(5),
        /** From the desk: for standard error. */
        ERR(6),
        /** From the desk: it is there, and has nothing to say yet. */
        ALIVE(7),
        /** From the desk: it wants some of standard input. */
        WANT(8),
        /** To the desk: some of standard input; nothing means its end. */
        IN(9),
        /** From the desk: it wants the text of the file of that name. */
        OPEN(10),
        /** To the desk: some of that file. */
        PART(11),
        /** To the desk: the file ended here; with any text it could not be read, which says why. */
        CLOSE(12),
        /** From the desk: a question to be answered with yes or no. */
        ASK(13),
        /** To the desk: {@code y} or {@code n}. */
        ANSWER(14),
        /** To the desk: the operator interrupts. */
        INTERRUPT(15),
        /** To the desk: the terminal's new {@code columns rows}. */
        SIZE(16),
        /** From the desk, last: the exit status as a decimal number. */
        END(17);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }

        byte code() {
            return code;
        }

        static Optional<Kind> of(byte code) {
            return code >= 1 && code <= values().length ? Optional.of(values()[code - 1]) : Optional.empty();
        }
    }

    static Frame of(Kind kind) {
        return new Frame(kind, NOTHING);
    }

    static Frame of(Kind kind, String text) {
        return new Frame(kind, text.getBytes(UTF_8));
    }

    String text() {
        return new String(body, UTF_8);
    }
}
