package sluice.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.Desk;
import sluice.engine.KillPath;
import sluice.engine.view.View;
import sluice.market.Clock;
import sluice.order.ParentId;
import sluice.order.parent.Origin;
import sluice.report.Printer;
import sluice.report.Progress;
import sluice.shell.script.Typed;

/**
 * One run of commands, at a prompt or from a script: what they share, and the desk as they see it. Confined to one
 * thread.
 */
public final class Session {

    private final ShellContext context;
    private final CommandTable table;
    private final Manner manner;
    private final Set<ParentId> placed = new LinkedHashSet<>();
    private final Map<String, String> aliases = new TreeMap<>();
    private Optional<ParentId> last = Optional.empty();
    private Optional<Desk> desk = Optional.empty();
    private Typed typed = new Typed(List.of(), "", Optional.empty(), 1, "1");
    private Supplier<List<String>> history = List::of;
    private Optional<Stage> stage = Optional.empty();
    private final long began;
    private boolean leaving;

    public Session(ShellContext context, CommandTable table, Manner manner) {
        this.began = context.clock().nanos();
        this.context = context;
        this.table = table;
        this.manner = manner;
    }

    /** Another run of commands, started by one of this run. */
    public Session inner(Manner other) {
        return new Session(context, table, other);
    }

    /** The same, told elsewhere. */
    public Session inner(Manner other, Printer to) {
        return new Session(context.with(to), table, other);
    }

    /** The whole terminal; empty where the commands come from no prompt. */
    public Optional<Stage> stage() {
        return stage;
    }

    public void playsOn(Stage prompts) {
        stage = Optional.of(prompts);
    }

    /** The same run, heard elsewhere, where nothing has a screen of its own. */
    public Session aside(Printer other) {
        var aside = new Session(context.with(other), table, manner.withoutScreen());
        aside.aliases.putAll(aliases);
        aside.last = last;
        aside.desk = desk;
        return aside;
    }

    /** Whoever gives the commands. */
    public Caller caller() {
        return context.caller();
    }

    public Settings settings() {
        return context.settings();
    }

    public Clock clock() {
        return context.clock();
    }

    /** Since the run began. */
    public Duration age() {
        return Duration.ofNanos(clock().nanos() - began);
    }

    public Printer printer() {
        return context.printer();
    }

    public CommandTable table() {
        return table;
    }

    public Manner manner() {
        return manner;
    }

    /** What was typed, oldest first. */
    public List<String> history() {
        return history.get();
    }

    public void historyFrom(Supplier<List<String>> lines) {
        history = lines;
    }

    /** What each alias stands for; the prompt keeps them. */
    public Map<String, String> aliases() {
        return aliases;
    }

    public Desk desk() {
        if (desk.isEmpty()) {
            desk = Optional.of(context.desk().get());
        }
        return desk.get();
    }

    /** The way to the venues that needs no desk; another one once there is a desk. */
    public KillPath killPath() {
        return context.killPath().get();
    }

    /** Whether any command needed the desk so far. */
    public boolean usedDesk() {
        return desk.isPresent();
    }

    /** Asks the desk and waits for its answer, which always comes. */
    public Answer ask(Command command) {
        return await(desk().ask(command));
    }

    /** The same, where the answer may be long in coming; says meanwhile what is waited for. */
    public Answer ask(Command command, String what) {
        var answer = desk().ask(command);
        try (var progress = new Progress(printer(), clock(), what)) {
            while (!isDone(answer)) {
                progress.at(0);
            }
        }
        return await(answer);
    }

    private static boolean isDone(CompletableFuture<?> answer) {
        try {
            answer.get(Progress.EVERY.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            throw new InterruptedCommandException(e);
        }
    }

    /** The desk with everything handed to it so far. */
    public View look() {
        return await(desk().look());
    }

    /** Waits for what is always completed, unless interrupted. */
    public static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new InterruptedCommandException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("the desk completes every answer", e);
        }
    }

    /** Waits that long, unless interrupted. */
    public void pause(Duration duration) {
        try {
            new CountDownLatch(1).await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new InterruptedCommandException(e);
        }
    }

    /** Who asks: this user, here, with the command that runs now. */
    public Origin origin() {
        var where = typed.source().map(source -> manner.terminal() + ":" + source + ":" + typed.line());
        return new Origin(
                settings().user(), caller().via() + where.orElse(manner.terminal()), typed.text(), batchKey(typed));
    }

    /** What tells the command from all others of its batch, and from what its line said before. */
    public Optional<String> batchKey(Typed command) {
        return manner.batch().map(batch -> batch + ":" + command.key() + ":" + digest(command.text()));
    }

    /** The text's stand-in within a key, where it could not be told from the separators. */
    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.strip().getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** The command that asks from now on. */
    public void runs(Typed command) {
        typed = command;
    }

    /** A parent of this run, which {@code last} now stands for. */
    public void placed(ParentId id) {
        placed.add(id);
        last = Optional.of(id);
    }

    public Optional<ParentId> last() {
        return last;
    }

    public Set<ParentId> placed() {
        return placed;
    }

    public boolean isDryRun() {
        return manner.dryRun();
    }

    /** Whether the operator agrees, or did beforehand. */
    public boolean confirms(String question) {
        return settings().yes() || manner.confirm().test(question);
    }

    /** No further command is to be run. */
    public void leave() {
        leaving = true;
    }

    public boolean isLeaving() {
        return leaving;
    }
}
