package sluice.app.command;

/** What a check found. Immutable. */
record Finding(String name, Health health, String said) {

    /** Whether a desk can stand on it. */
    enum Health {
        GOOD("good"),
        WORTH_A_LOOK("look"),
        BROKEN("broken");

        private final String word;

        Health(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Finding good(String name, String said) {
        return new Finding(name, Health.GOOD, said);
    }

    static Finding worth(String name, String said) {
        return new Finding(name, Health.WORTH_A_LOOK, said);
    }

    static Finding broken(String name, String said) {
        return new Finding(name, Health.BROKEN, said);
    }
}
