package sluice.shell;

import java.util.function.Function;

/**
 * One row of the command table. Immutable.
 *
 * @param summary what it does, as a sentence
 * @param maker gives the object that picocli fills and that is then run; called only when the command is needed
 */
public record Entry(
        String name, Group group, Needs needs, String summary, Function<Session, ? extends ShellCommand> maker) {}
