package sluice.app;

/** The program was called in a way nothing can be made of. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
